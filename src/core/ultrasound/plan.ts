/** @file Everything that depends on the imaging settings alone, computed once and reused frame after frame. */
import type { ImagingSettings } from './frame.ts';
import { dbToAmplitude } from './media.ts';
import {
  beamWidthMm,
  FWHM,
  frontRadiusMm,
  ORBIT_MM,
  pulseLengthMm,
  SPEED_MM_PER_US,
  sensitivity,
  speckleWidthRad,
} from './probe.ts';
import { type RecursiveGaussian, recursiveGaussian } from './recursive-gaussian.ts';
import { validateSettings } from './settings.ts';

/** Scatterers per mm^3 of unit density; bricks near the vessel hold more and weaker ones (bricks.ts). */
export const SCATTERERS_PER_MM3 = 1050;
/** Elevation half-width of the imaging slab in standard deviations of the beam. */
export const SLAB_SIGMAS = 3;
/** Level of adventitia without attenuation at the depth of best sensitivity, dB of full scale. */
export const ADVENTITIA_DB = -28;
/** Receiver noise before time gain, dB of full scale (rms). */
export const NOISE_DB = -76;
/** Echoes this far below the noise are not worth adding. */
const INAUDIBLE_DB = 14;
/** Time gain makes up for this much attenuation, dB / cm / MHz, and no more than TIME_GAIN_CAP_DB. ASSUMED. */
export const TIME_GAIN = 0.75;
export const TIME_GAIN_CAP_DB = 16;

/** Within 1.4 mm of the element tissue is spread no further than this (standard deviation). The field simulator is
 *  weakest there, and clinical frames show walls that touch the catheter crisper than its beam would. ASSUMED. */
const TISSUE_SPREAD_DEG = 3.5;

/** Lines, at most, on which one scatterer is laid where the beam is wider than the speckle cell. */
export const MAX_COPIES = 4;

/** Grid on which tissue and shadows are traced; coarser than the picture. */
export interface TraceGrid {
  readonly lines: number;
  readonly samples: number;
  /** mm between samples; sample k lies at startMm + (k + 0.5) stepMm. */
  readonly stepMm: number;
}

export interface FramePlan {
  readonly settings: ImagingSettings;
  readonly lineRad: number;
  readonly endMm: number;
  /** Phase of a two-way path, turns per mm. */
  readonly turnsPerMm: number;
  /** Per sample, standard deviations in lines: the whole beam, the speckle cell (what the beam filter does), and
   *  what is left between them (how far scatterers and reflectors are spread beforehand). */
  readonly beamSigmaLines: Float32Array;
  readonly speckleSigmaLines: Float32Array;
  readonly spreadSigmaLines: Float32Array;
  /** The same for tissue, capped at TISSUE_SPREAD_DEG, and on how many lines a scatterer is heard there. */
  readonly tissueSpreadLines: Float32Array;
  readonly tissueCopies: Uint8Array;
  /** Per sample: standard deviation of the slice, mm. */
  readonly sliceSigmaMm: Float32Array;
  /** Per sample: 1 / 2 sigma^2 of the slice, 1 / 2R of the wave front, both per mm^2 and mm. */
  readonly sliceFalloff: Float32Array;
  readonly frontCurve: Float32Array;
  /** Per sample: amplitude of one scatterer, and of one blood node, of adventitia level. */
  readonly scattererGain: Float32Array;
  readonly nodeGain: Float32Array;
  /** Per sample: transmission below which adventitia is lost in noise (INAUDIBLE_DB below it). */
  readonly audible: Float32Array;
  /** Per sample: amplitude of a perfect reflector. */
  readonly echoGain: Float32Array;
  /** Per sample: time gain in dB. */
  readonly timeGainDb: Float32Array;
  /** Across lines; its entries alternate between real and imaginary parts, like the samples. */
  readonly beam: RecursiveGaussian;
  /** Right half of the symmetric pulse, first tap 1. */
  readonly pulse: Float32Array;
  /** rms of the pulse's output for white noise of unit rms. */
  readonly pulseEnergy: number;
  readonly trace: TraceGrid;
}

/** Traced lines and samples at most; every picture line lies between two of them. */
const TRACE_LINES = 256;
const TRACE_SAMPLES = 256;

/** Tables for the settings. Throws ImagingSettingsError. */
export const planFrame = (settings: ImagingSettings): FramePlan => {
  const { frequencyMHz, lines, samples, startMm, mmPerSample } = validateSettings(settings);
  const lineRad = (2 * Math.PI) / lines;
  const table = () => new Float32Array(samples);
  const beamSigmaLines = table();
  const speckleSigmaLines = table();
  const spreadSigmaLines = table();
  const tissueSpreadLines = table();
  const tissueCopies = new Uint8Array(samples);
  const sliceSigmaMm = table();
  const sliceFalloff = table();
  const frontCurve = table();
  const scattererGain = table();
  const nodeGain = table();
  const audible = table();
  const echoGain = table();
  const timeGainDb = table();

  const pulse = pulseTaps(frequencyMHz, mmPerSample);
  const pulseEnergy = Math.sqrt(energy(pulse));
  const splitEnergy = Math.sqrt(energyAfterSplit(pulse));
  const adventitia = dbToAmplitude(ADVENTITIA_DB);

  for (let k = 0; k < samples; k++) {
    const r = startMm + k * mmPerSample;
    const z = Math.max(0, r - ORBIT_MM);
    const sigmaMm = beamWidthMm(frequencyMHz, z) / FWHM;
    const sigmaLines = sigmaMm / r / lineRad;
    const speckleLines = Math.min(sigmaLines, speckleWidthRad(frequencyMHz, z) / FWHM / lineRad);
    beamSigmaLines[k] = sigmaLines;
    speckleSigmaLines[k] = speckleLines;
    spreadSigmaLines[k] = Math.sqrt(sigmaLines * sigmaLines - speckleLines * speckleLines);
    tissueSpreadLines[k] = Math.min(spreadSigmaLines[k]!, (TISSUE_SPREAD_DEG * Math.PI) / 180 / lineRad);
    sliceSigmaMm[k] = sigmaMm;
    sliceFalloff[k] = 1 / (2 * sigmaMm * sigmaMm);
    frontCurve[k] = 1 / (2 * frontRadiusMm(frequencyMHz, z));
    const strength = sensitivity(frequencyMHz, z);
    echoGain[k] = strength;
    // The beam filter has unit sum; this restores the power of independent echoes.
    const beamRestore = Math.sqrt(2 * Math.sqrt(Math.PI) * Math.max(speckleLines, 0.28));
    const perNode = (adventitia * strength * beamRestore) / Math.SQRT2;
    nodeGain[k] = perNode / pulseEnergy;
    audible[k] = dbToAmplitude(NOISE_DB - INAUDIBLE_DB - ADVENTITIA_DB) / strength;
    const copies = Math.min(MAX_COPIES, Math.max(1, Math.round(sigmaLines / speckleLines)));
    tissueCopies[k] = copies;
    // scatterers that fall on one node, weighted by the slice: density x node area x integral of exp(-e^2 / s^2)
    const perNodeCount = SCATTERERS_PER_MM3 * r * lineRad * mmPerSample * Math.sqrt(Math.PI) * sigmaMm;
    scattererGain[k] = (perNode * Math.SQRT2) / (splitEnergy * Math.sqrt(perNodeCount * copies));
    timeGainDb[k] = Math.min(TIME_GAIN_CAP_DB, (2 * TIME_GAIN * frequencyMHz * z) / 10);
  }

  const traceSamples = Math.min(samples, TRACE_SAMPLES);
  return {
    settings,
    lineRad,
    endMm: startMm + samples * mmPerSample,
    turnsPerMm: (2 * frequencyMHz) / SPEED_MM_PER_US,
    beamSigmaLines,
    speckleSigmaLines,
    spreadSigmaLines,
    tissueSpreadLines,
    tissueCopies,
    sliceSigmaMm,
    sliceFalloff,
    frontCurve,
    scattererGain,
    nodeGain,
    audible,
    echoGain,
    timeGainDb,
    // once for the real and once for the imaginary part of each sample
    beam: recursiveGaussian(Float32Array.from({ length: 2 * samples }, (_, i) => speckleSigmaLines[i >> 1]!)),
    pulse,
    pulseEnergy,
    trace: {
      lines: Math.min(lines, TRACE_LINES),
      samples: traceSamples,
      stepMm: (samples * mmPerSample) / traceSamples,
    },
  };
};

/** Right half of a sampled Gaussian pulse, cut where it is below 1 %. */
const pulseTaps = (frequencyMHz: number, mmPerSample: number): Float32Array => {
  const pulseSigma = pulseLengthMm(frequencyMHz) / FWHM / mmPerSample;
  // sharing an echo between two samples has widened it by 1/6 sample^2 (variance) already
  const sigma = Math.sqrt(Math.max(0.1, pulseSigma * pulseSigma - 1 / 6));
  const reach = Math.max(1, Math.ceil(3 * sigma));
  return Float32Array.from({ length: reach + 1 }, (_, i) => Math.exp(-0.5 * (i / sigma) ** 2));
};

const energy = (half: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < half.length; i++) sum += (i === 0 ? 1 : 2) * half[i]! * half[i]!;
  return sum;
};

/** Mean energy of the pulse when an echo is shared linearly between the two nearest samples. */
const energyAfterSplit = (half: Float32Array): number => {
  const at = (i: number) => half[Math.abs(i)] ?? 0;
  let overlap = 0;
  for (let i = -half.length; i <= half.length; i++) overlap += at(i) * at(i - 1);
  // mean over the position u in [0, 1]: u^2 + (1-u)^2 -> 2/3, 2u(1-u) -> 1/3
  return (2 / 3) * energy(half) + (1 / 3) * overlap;
};
