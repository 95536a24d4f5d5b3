/** @file Everything that depends on the imaging settings alone, computed once and reused frame after frame. */
import type { ImagingSettings } from './frame.ts';
import { dbToAmplitude } from './media.ts';
import {
  beamWidthMm,
  FWHM,
  frontRadiusMm,
  ORBIT_MM,
  SPEED_MM_PER_US,
  sensitivity,
  speckleWidthRad,
} from './probe.ts';
import { energy, type PulseShape, pulseShape } from './pulse-shape.ts';
import { type RecursiveGaussian, recursiveGaussian } from './recursive-gaussian.ts';
import { validateSettings } from './settings.ts';

/** Scatterers per mm^3 of unit density; bricks near the vessel hold more and weaker ones (bricks.ts). */
export const SCATTERERS_PER_MM3 = 1050;
/** Elevation half-width of the imaging slab in standard deviations of the beam: all but 0.02 % of the power. */
export const SLAB_SIGMAS = 2.7;
/** Level of adventitia without attenuation at the depth of best sensitivity, dB of full scale. */
export const ADVENTITIA_DB = -28;
/** Receiver noise before time gain, dB of full scale (rms). */
export const NOISE_DB = -76;
/** Fixed gain of the receiver's last stage, dB: at a view gain of 0 dB over 50 dB the greys are spread like those of a
 *  clinical 40 MHz frame, and noise, at most 16 dB up by time gain, stays below black. ASSUMED. */
export const RECEIVER_GAIN_DB = 5;
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
  /** Numbers from one range of the picture to the next (baseband.ts). */
  readonly pitch: number;
  readonly lineRad: number;
  readonly endMm: number;
  /** Phase of a two-way path, turns per mm. */
  readonly turnsPerMm: number;
  /** Per sample, standard deviations in lines: the whole beam, the speckle cell (what the beam filter does), and
   *  what is left between them (how far scatterers and reflectors are spread beforehand). */
  readonly beamSigmaLines: Float32Array;
  readonly speckleSigmaLines: Float32Array;
  readonly spreadSigmaLines: Float32Array;
  /** Per sample: the beam's two-way width at half amplitude, and the standard deviation of the slice, mm. */
  readonly beamMm: Float32Array;
  readonly sliceSigmaMm: Float32Array;
  /** What a scatterer needs to know of its depth: row k of columns DEPTH. */
  readonly depths: Float32Array;
  /** Per sample: amplitude of one blood node of adventitia level. */
  readonly nodeGain: Float32Array;
  /** Per sample: amplitude of a perfect reflector. */
  readonly echoGain: Float32Array;
  /** Per sample: time gain in dB. */
  readonly timeGainDb: Float32Array;
  /** Across lines. */
  readonly beam: RecursiveGaussian;
  readonly pulse: PulseShape;
  /** rms of the pulse's output for white noise of unit rms. */
  readonly pulseEnergy: number;
  readonly trace: TraceGrid;
}

/** Columns of `FramePlan.depths`; a row is half a cache line. */
export const DEPTH = {
  /** 1 / 2 sigma^2 of the slice, 1 / mm^2. */
  falloff: 0,
  /** 1 / 2R of the wave front, 1 / mm. */
  curve: 1,
  /** Transmission below which adventitia is lost in noise (INAUDIBLE_DB below it). */
  audible: 2,
  /** Amplitude of one scatterer of adventitia level. */
  gain: 3,
  /** On how many lines a scatterer is heard, and spread how far (standard deviation in lines). */
  copies: 4,
  spread: 5,
  columns: 8,
} as const;

/** Traced lines and samples at most; every picture line lies between two of them. */
const TRACE_LINES = 256;
const TRACE_SAMPLES = 256;

/** Tables for the settings. Throws ImagingSettingsError. */
export const planFrame = (settings: ImagingSettings): FramePlan => {
  const { probe, lines, samples, startMm, mmPerSample } = validateSettings(settings);
  const { frequencyMHz } = probe;
  const lineRad = (2 * Math.PI) / lines;
  const table = () => new Float32Array(samples);
  const beamSigmaLines = table();
  const speckleSigmaLines = table();
  const spreadSigmaLines = table();
  const beamMm = table();
  const sliceSigmaMm = table();
  const depths = new Float32Array(DEPTH.columns * samples);
  const nodeGain = table();
  const echoGain = table();
  const timeGainDb = table();

  const pulse = pulseShape(frequencyMHz, mmPerSample);
  const pulseEnergy = Math.sqrt(energy(pulse.taps));
  const adventitia = dbToAmplitude(ADVENTITIA_DB);

  for (let k = 0; k < samples; k++) {
    const r = startMm + k * mmPerSample;
    const z = Math.max(0, r - ORBIT_MM);
    beamMm[k] = beamWidthMm(frequencyMHz, z);
    const sigmaMm = beamMm[k]! / FWHM;
    const sigmaLines = sigmaMm / r / lineRad;
    const speckleLines = Math.min(sigmaLines, speckleWidthRad(frequencyMHz, z) / FWHM / lineRad);
    beamSigmaLines[k] = sigmaLines;
    speckleSigmaLines[k] = speckleLines;
    spreadSigmaLines[k] = Math.sqrt(sigmaLines * sigmaLines - speckleLines * speckleLines);
    sliceSigmaMm[k] = sigmaMm;
    const strength = sensitivity(frequencyMHz, z);
    echoGain[k] = strength;
    // The beam filter has unit sum; this restores the power of independent echoes.
    const beamRestore = Math.sqrt(2 * Math.sqrt(Math.PI) * Math.max(speckleLines, 0.28));
    const perNode = (adventitia * strength * beamRestore) / Math.SQRT2;
    nodeGain[k] = perNode / pulseEnergy;
    const copies = Math.min(MAX_COPIES, Math.max(1, Math.round(sigmaLines / speckleLines)));
    // scatterers that fall on one node, weighted by the slice: density x node area x integral of exp(-e^2 / s^2)
    const perNodeCount = SCATTERERS_PER_MM3 * r * lineRad * mmPerSample * Math.sqrt(Math.PI) * sigmaMm;
    const row = DEPTH.columns * k;
    depths[row + DEPTH.falloff] = 1 / (2 * sigmaMm * sigmaMm);
    depths[row + DEPTH.curve] = 1 / (2 * frontRadiusMm(frequencyMHz, z));
    depths[row + DEPTH.audible] = dbToAmplitude(NOISE_DB - INAUDIBLE_DB - ADVENTITIA_DB) / strength;
    depths[row + DEPTH.gain] = (perNode * Math.SQRT2) / (pulseEnergy * Math.sqrt(perNodeCount * copies));
    depths[row + DEPTH.copies] = copies;
    depths[row + DEPTH.spread] = Math.min(
      spreadSigmaLines[k]!,
      (TISSUE_SPREAD_DEG * Math.PI) / 180 / lineRad,
    );
    timeGainDb[k] = Math.min(TIME_GAIN_CAP_DB, (2 * TIME_GAIN * frequencyMHz * z) / 10);
  }

  const traceSamples = Math.min(samples, TRACE_SAMPLES);
  return {
    settings,
    pitch: 2 * lines + 16,
    lineRad,
    endMm: startMm + samples * mmPerSample,
    turnsPerMm: (2 * frequencyMHz) / SPEED_MM_PER_US,
    beamSigmaLines,
    speckleSigmaLines,
    spreadSigmaLines,
    beamMm,
    sliceSigmaMm,
    depths,
    nodeGain,
    echoGain,
    timeGainDb,
    beam: recursiveGaussian(speckleSigmaLines),
    pulse,
    pulseEnergy,
    trace: {
      lines: Math.min(lines, TRACE_LINES),
      samples: traceSamples,
      stepMm: (samples * mmPerSample) / traceSamples,
    },
  };
};
