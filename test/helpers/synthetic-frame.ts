/** @file Polar frames with known content, for tests of whatever shows or cuts them. */
import { hash32, toUnit } from '../../src/core/math/rng.ts';
import { DB_RANGE, DB_STEP, type ImagingPose, type PolarFrame } from '../../src/core/ultrasound/frame.ts';

/** Value stored for a level in dB (0 = full scale). */
export const valueOfDb = (db: number): number =>
  Math.min(65535, Math.max(0, Math.round((db + DB_RANGE) / DB_STEP)));

export const syntheticPose = (change: Partial<ImagingPose> = {}): ImagingPose => ({
  s: 0,
  x: 0,
  y: 0,
  dxds: 0,
  dyds: 0,
  rollRad: 0,
  sheathRadiusMm: 0.665,
  wires: [],
  ...change,
});

export interface SyntheticShape {
  readonly lines?: number;
  readonly samples?: number;
  readonly startMm?: number;
  readonly mmPerSample?: number;
  readonly pose?: ImagingPose;
  readonly seed?: number;
}

/** A frame whose level (dB) at (psi rad, range mm) is given by a function. */
export const frameOf = (
  levelDb: (psi: number, rangeMm: number, line: number, sample: number) => number,
  shape: SyntheticShape = {},
): PolarFrame => {
  const { lines = 128, samples = 128, startMm = 0.3, mmPerSample = 0.04, seed = 1 } = shape;
  const data = new Uint16Array(lines * samples);
  for (let l = 0; l < lines; l++) {
    for (let i = 0; i < samples; i++) {
      data[l * samples + i] = valueOfDb(levelDb((2 * Math.PI * l) / lines, startMm + i * mmPerSample, l, i));
    }
  }
  return {
    lines,
    samples,
    startMm,
    mmPerSample,
    data,
    pose: shape.pose ?? syntheticPose(),
    editsVersion: 0,
    frameSeed: seed,
  };
};

/** Every value drawn at random between floor and full scale: the hardest frame for interpolation. */
export const noiseFrame = (seed: number, shape: SyntheticShape = {}): PolarFrame =>
  frameOf((_psi, _range, line, sample) => -DB_RANGE * toUnit(hash32(seed, line, sample)), { ...shape, seed });

/** Sum of a few uniforms as a stand-in for speckle, dB about 0. */
const speckleDb = (seed: number, line: number, sample: number): number =>
  8 * (toUnit(hash32(seed, line >> 1, sample >> 1)) + toUnit(hash32(seed, line, sample)) - 1);

/**
 * A vessel as an eye would recognise it: sheath ring, lumen, plaque, dark media, bright adventitia, one calcium echo
 * with its shadow at 2 o'clock and a wire echo at 7 o'clock.
 * @param along moves the wall's centre a little, so that successive frames differ
 */
export const vesselFrame = (seed: number, along = 0, shape: SyntheticShape = {}): PolarFrame =>
  frameOf(
    (psi, range, line, sample) => {
      const deg = (psi * 180) / Math.PI;
      const wall = 1.9 + 0.35 * Math.cos(psi - 1.2 - 0.15 * along) + 0.1 * Math.sin(0.7 * along);
      const shadowed = deg > 130 && deg < 172;
      const s = speckleDb(seed, line, sample);
      if (range < 0.68) return range > 0.6 ? -8 : -70;
      const wire = Math.abs(((deg - 300 + 540) % 360) - 180);
      if (wire < 6 && Math.abs(range - 0.95) < 0.05) return -4;
      if (wire < 5 && range > 1) return -75 + s;
      if (shadowed && range > wall - 0.25) {
        if (range < wall - 0.12) return -6 + 0.4 * s;
        return -78 + s;
      }
      if (range < wall - 0.8) return -46 + s;
      if (range < wall) return -30 + s;
      if (range < wall + 0.13) return -52 + s;
      if (range < wall + 0.5) return -17 - 5 * (range - wall) + s;
      return -24 - 9 * (range - wall) + s;
    },
    { lines: 256, samples: 256, startMm: 0.3, mmPerSample: 0.02, seed, ...shape },
  );
