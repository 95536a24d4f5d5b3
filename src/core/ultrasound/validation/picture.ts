/** @file Numbers out of polar frames: envelopes of patches, levels of sectors, profiles along and across lines. */
import { type PolarFrame, toDb } from '../frame.ts';
import type { Patch } from './speckle-correlation.ts';

/** Lines [from, to), over the seam if need be, and ranges from the axis, mm. */
export interface Region {
  readonly lines?: readonly [number, number];
  readonly mm: readonly [number, number];
}

/** Sample nearest to a range. */
export const sampleAtMm = (frame: PolarFrame, rangeMm: number): number =>
  Math.round((rangeMm - frame.startMm) / frame.mmPerSample);

/** A word of the frame as amplitude, full scale 1. */
export const amplitudeAt = (frame: PolarFrame, line: number, sample: number): number => {
  const l = ((line % frame.lines) + frame.lines) % frame.lines;
  return 10 ** (toDb(frame.data[l * frame.samples + sample]!) / 20);
};

/** The envelope of a region. */
export const envelopeOf = (frame: PolarFrame, { lines = [0, frame.lines], mm }: Region): Patch => {
  const first = sampleAtMm(frame, mm[0]);
  const samples = sampleAtMm(frame, mm[1]) - first;
  const count = lines[1] - lines[0];
  const values = new Float64Array(count * samples);
  for (let l = 0; l < count; l++) {
    for (let k = 0; k < samples; k++) values[l * samples + k] = amplitudeAt(frame, lines[0] + l, first + k);
  }
  return { lines: count, samples, values };
};

export const squared = (patch: Patch): Patch => ({
  ...patch,
  values: Float64Array.from(patch.values, (v) => v * v),
});

/** Mean power of a region, dB of full scale. */
export const levelDb = (frame: PolarFrame, region: Region): number => {
  const { values } = envelopeOf(frame, region);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! ** 2;
  return 10 * Math.log10(sum / values.length);
};

/** Mean power by sample over lines and frames, dB; entry 0 is the frames' first sample. */
export const depthProfileDb = (
  frames: readonly PolarFrame[],
  lines: readonly [number, number] = [0, frames[0]!.lines],
): Float64Array => {
  const { samples } = frames[0]!;
  const power = new Float64Array(samples);
  for (const frame of frames) {
    for (let l = lines[0]; l < lines[1]; l++) {
      for (let k = 0; k < samples; k++) power[k] = power[k]! + amplitudeAt(frame, l, k) ** 2;
    }
  }
  const count = frames.length * (lines[1] - lines[0]);
  return power.map((p) => 10 * Math.log10(p / count));
};

/** Mean power by line over a range and frames, dB. */
export const turnProfileDb = (frames: readonly PolarFrame[], mm: readonly [number, number]): Float64Array => {
  const frame = frames[0]!;
  const power = new Float64Array(frame.lines);
  for (const each of frames) {
    const { samples, values } = envelopeOf(each, { mm });
    for (let i = 0; i < values.length; i++) {
      const l = Math.floor(i / samples);
      power[l] = power[l]! + values[i]! ** 2 / samples / frames.length;
    }
  }
  return power.map((p) => 10 * Math.log10(p));
};

export const toPower = (db: number): number => 10 ** (db / 10);
export const toAmplitude = (db: number): number => 10 ** (db / 20);
export const powerDb = (power: number): number => 10 * Math.log10(power);
