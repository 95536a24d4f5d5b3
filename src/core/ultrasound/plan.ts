/** @file Everything that depends on the imaging settings alone, computed once and reused frame after frame. */
import type { ImagingSettings } from './frame.ts';
import { dbToAmplitude } from './media.ts';
import { type BeamTable, BLOCK, beamTable } from './probe/beam-table.ts';
import { SPEED_MM_PER_US } from './probe/spectrum.ts';
import { idealPacket, pulseTaps, tapsPower } from './receiver/pulse.ts';
import { validateSettings } from './settings.ts';
import { type Density, densityFor } from './speckle/density.ts';

/** Level of adventitia without attenuation at the depth of best sensitivity, dB of full scale (rms). */
export const ADVENTITIA_DB = -28;
/** Receiver noise before time gain, dB of full scale (rms). */
export const NOISE_DB = -76;
/** Fixed gain of the receiver's last stage, dB: at a view gain of 0 dB over 50 dB the greys are spread like those of a
 *  clinical 40 MHz frame, and noise, at most 16 dB up by time gain, stays below black. ASSUMED. */
export const RECEIVER_GAIN_DB = 10;
/** Echoes this far below the noise are not worth adding. */
export const INAUDIBLE_DB = 14;
/** Time gain never makes up for more than this. ASSUMED. */
export const TIME_GAIN_CAP_DB = 16;

/** Grid on which tissue and shadows are traced; coarser than the picture. */
export interface TraceGrid {
  readonly lines: number;
  readonly samples: number;
  /** mm between samples; sample k lies at startMm + (k + 0.5) stepMm. */
  readonly stepMm: number;
}

export interface FramePlan {
  readonly settings: ImagingSettings;
  /** Directions in which echoes are collected: as many as lines, or the next number that the beam can transform. */
  readonly columns: number;
  readonly columnRad: number;
  /** Blocks of BLOCK ranges; the last may reach beyond the picture. */
  readonly blocks: number;
  readonly endMm: number;
  /** Phase of a two-way path, turns per mm. */
  readonly turnsPerMm: number;
  readonly beam: BeamTable;
  readonly density: Density;
  /** Per sample: amplitude on the axis of one scatterer of adventitia level, if there is one per mm^3. */
  readonly scattererGain: Float32Array;
  /** Per sample: transmission below which adventitia is lost in noise (INAUDIBLE_DB below it). */
  readonly audible: Float32Array;
  /** Per sample: amplitude of a perfect reflector, best depth 1; it falls off like the echo of a volume. */
  readonly echoGain: Float32Array;
  /** Per sample: time gain in dB. */
  readonly timeGainDb: Float32Array;
  /** Half of the symmetric pulse at each range: tap i of sample k at i samples + k. */
  readonly taps: Float32Array;
  readonly reach: number;
  /** Per sample: rms of the pulse's output for white noise of unit rms. */
  readonly pulseRms: Float32Array;
  /** Per sample: the same against the middle of the picture. Near the element echoes are longer, noise is not louder: so
   *  echoes are laid this much stronger, and the receiver takes it off again (bench.ts). */
  readonly pulseGain: Float32Array;
  readonly trace: TraceGrid;
}

/** Traced lines and samples at most; every picture line lies between two of them. */
const TRACE_LINES = 256;
const TRACE_SAMPLES = 256;

/**
 * Tables for the settings.
 * @param columnsFor how many columns the beam can transform for a number of lines
 * @param scatterers per volume, times the usual number
 * @throws ImagingSettingsError
 */
export const planFrame = (
  settings: ImagingSettings,
  columnsFor: (lines: number) => number,
  scatterers = 1,
): FramePlan => {
  const { probe, lines, samples, startMm, mmPerSample, timeGainDbCmMHz } = validateSettings(settings);
  const columns = columnsFor(lines);
  const columnRad = (2 * Math.PI) / columns;
  const beam = beamTable(probe, { columns, samples, startMm, mmPerSample });
  const table = () => new Float32Array(samples);
  const scattererGain = table();
  const audible = table();
  const echoGain = table();
  const timeGainDb = table();
  const packet = idealPacket(probe);
  const stretch = (k: number): number => byBlock(beam.pulseMm, k) / packet.lengthMm;
  const { taps, reach } = pulseTaps(packet, stretch, mmPerSample, samples);
  const pulseRms = table();

  // rms of a volume of one scatterer per mm^3: those on one node, each heard on several columns and as a pulse
  const volume = new Float64Array(samples);
  let loudest = 0;
  for (let k = 0; k < samples; k++) {
    const r = startMm + k * mmPerSample;
    pulseRms[k] = Math.sqrt(tapsPower(taps, reach, samples, k));
    const perNode = r * columnRad * mmPerSample * byBlock(beam.elevationPowerMm, k);
    volume[k] = byBlock(beam.peak, k) * Math.sqrt(perNode * byBlock(beam.columnPower, k)) * pulseRms[k]!;
    loudest = Math.max(loudest, volume[k]!);
  }
  const pulseGain = pulseRms.map((rms) => rms / pulseRms[samples >> 1]!);
  const unit = dbToAmplitude(ADVENTITIA_DB) / loudest;
  for (let k = 0; k < samples; k++) {
    const z = Math.max(0, startMm + k * mmPerSample - probe.orbitMm);
    echoGain[k] = volume[k]! / loudest;
    // the beam filter has unit sum: pointGain restores what one column alone would lose
    scattererGain[k] = unit * byBlock(beam.peak, k) * byBlock(beam.pointGain, k) * pulseGain[k]!;
    audible[k] = dbToAmplitude(NOISE_DB - INAUDIBLE_DB - ADVENTITIA_DB) / Math.max(0.01, echoGain[k]!);
    timeGainDb[k] = Math.min(TIME_GAIN_CAP_DB, (2 * timeGainDbCmMHz * probe.frequencyMHz * z) / 10);
  }

  const traceSamples = Math.min(samples, TRACE_SAMPLES);
  return {
    settings,
    columns,
    columnRad,
    blocks: beam.blocks,
    endMm: startMm + samples * mmPerSample,
    turnsPerMm: (2 * probe.frequencyMHz) / SPEED_MM_PER_US,
    beam,
    density: densityFor(beam, startMm, BLOCK * mmPerSample, scatterers),
    scattererGain,
    audible,
    echoGain,
    timeGainDb,
    taps,
    reach,
    pulseRms,
    pulseGain,
    trace: {
      lines: Math.min(lines, TRACE_LINES),
      samples: traceSamples,
      stepMm: (samples * mmPerSample) / traceSamples,
    },
  };
};

/** A quantity of the beam at sample k, linear between the middles of blocks. */
export const byBlock = (table: Float32Array, k: number): number => {
  const at = Math.min(table.length - 1, Math.max(0, (k - (BLOCK - 1) / 2) / BLOCK));
  const b = Math.min(table.length - 2, Math.floor(at));
  if (b < 0) return table[0]!;
  return table[b]! + (table[b + 1]! - table[b]!) * (at - b);
};
