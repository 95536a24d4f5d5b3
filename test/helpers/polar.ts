/** @file Reading polar frames in tests. */
import {
  DEFAULT_IMAGING,
  type FrameRequest,
  type ImagingPose,
  type PolarFrame,
  toDb,
} from '../../src/core/ultrasound/frame.ts';

export const centredPose = (change: Partial<ImagingPose> = {}): ImagingPose => ({
  s: 0,
  x: 0,
  y: 0,
  dxds: 0,
  dyds: 0,
  rollRad: 0,
  sheathRadiusMm: 0.435,
  wires: [],
  ...change,
});

export const requestOf = (pose: ImagingPose, change: Partial<FrameRequest> = {}): FrameRequest => ({
  pose,
  settings: DEFAULT_IMAGING,
  editsVersion: 0,
  frameSeed: 1,
  timeS: 0,
  ...change,
});

export const dbAt = (frame: PolarFrame, line: number, rangeMm: number): number => {
  const k = Math.round((rangeMm - frame.startMm) / frame.mmPerSample);
  const l = ((Math.round(line) % frame.lines) + frame.lines) % frame.lines;
  return toDb(frame.data[l * frame.samples + k]!);
};

export const lineOf = (frame: PolarFrame, angleRad: number): number =>
  (angleRad / (2 * Math.PI)) * frame.lines;

/** rms level in dB over a sector (rad from line 0) and a range (mm). */
export const levelDb = (
  frame: PolarFrame,
  [fromRad, toRad]: readonly [number, number],
  [fromMm, toMm]: readonly [number, number],
): number => {
  let sum = 0;
  let n = 0;
  for (let l = Math.ceil(lineOf(frame, fromRad)); l <= lineOf(frame, toRad); l++) {
    for (let r = fromMm; r < toMm; r += frame.mmPerSample) {
      sum += 10 ** (dbAt(frame, l, r) / 10);
      n++;
    }
  }
  return 10 * Math.log10(sum / n);
};

/** Linear envelope of one range over all lines. */
export const ring = (frame: PolarFrame, k: number): number[] =>
  Array.from({ length: frame.lines }, (_, l) => 10 ** (toDb(frame.data[l * frame.samples + k]!) / 20));

export const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const ma = mean(a);
  const mb = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - ma) * (b[i]! - mb);
    aa += (a[i]! - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
};
