/**
 * @file Seeded gradient noise in three dimensions: smooth, periodic, the same in every engine.
 *
 * A lattice of gradients, interpolated with smoothstep weights (after Perlin, SIGGRAPH 1985 and 2002). It has
 * blobs rather than squares. Coordinates are in lattice cells; callers pick a scale at which nobody sees the repeat.
 */
import { hash32, streamSeed } from './rng.ts';

/** Default number of cells after which a field repeats along each axis. */
export const NOISE_PERIOD = 32;

/** Value in about (-1.3, 1.3) at (x, y, z), lattice cells. Mean 0, standard deviation about 0.33. */
export type Noise = (x: number, y: number, z: number) => number;

const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

/** Brings the standard deviation of the field to about a third. */
const GAIN = 1.3;

/** Dot product of (x, y, z) with one of the twelve directions to the edges of a cube. */
const slope = (direction: number, x: number, y: number, z: number): number => {
  switch (direction) {
    case 0:
      return x + y;
    case 1:
      return x - y;
    case 2:
      return y - x;
    case 3:
      return -x - y;
    case 4:
      return x + z;
    case 5:
      return x - z;
    case 6:
      return z - x;
    case 7:
      return -x - z;
    case 8:
      return y + z;
    case 9:
      return y - z;
    case 10:
      return z - y;
    default:
      return -y - z;
  }
};

/**
 * The noise field called `name` under `seed`.
 * @param periods cells after which it repeats along x, y, z; powers of two, at most 32.
 */
export const createNoise = (
  seed: number,
  name: string,
  periods: readonly [number, number, number] = [NOISE_PERIOD, NOISE_PERIOD, NOISE_PERIOD],
): Noise => {
  const base = streamSeed(seed, name);
  const [mx, my, mz] = [periods[0] - 1, periods[1] - 1, periods[2] - 1];
  const lattice = new Uint8Array(NOISE_PERIOD * NOISE_PERIOD * NOISE_PERIOD);
  for (let i = 0; i < lattice.length; i++) lattice[i] = hash32(base, i) % 12;
  return (x, y, z) => {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const fz = Math.floor(z);
    const px = x - fx;
    const py = y - fy;
    const pz = z - fz;
    const u = ease(px);
    const v = ease(py);
    const w = ease(pz);
    const x0 = fx & mx;
    const x1 = (fx + 1) & mx;
    const y0 = (fy & my) << 5;
    const y1 = ((fy + 1) & my) << 5;
    const z0 = (fz & mz) << 10;
    const z1 = ((fz + 1) & mz) << 10;
    const a = slope(lattice[z0 | y0 | x0]!, px, py, pz);
    const b = slope(lattice[z0 | y1 | x0]!, px, py - 1, pz);
    const c = slope(lattice[z1 | y0 | x0]!, px, py, pz - 1);
    const d = slope(lattice[z1 | y1 | x0]!, px, py - 1, pz - 1);
    const ab = a + (slope(lattice[z0 | y0 | x1]!, px - 1, py, pz) - a) * u;
    const bb = b + (slope(lattice[z0 | y1 | x1]!, px - 1, py - 1, pz) - b) * u;
    const cb = c + (slope(lattice[z1 | y0 | x1]!, px - 1, py, pz - 1) - c) * u;
    const db = d + (slope(lattice[z1 | y1 | x1]!, px - 1, py - 1, pz - 1) - d) * u;
    const near = ab + (bb - ab) * v;
    const far = cb + (db - cb) * v;
    return GAIN * (near + (far - near) * w);
  };
};

/** Level that a share `fraction` (0 .. 1) of the noise lies above, from a fixed sample of the field. */
export const noiseThreshold = (noise: Noise, fraction: number): number => {
  if (fraction <= 0) return 2;
  if (fraction >= 1) return -2;
  const values = new Float32Array(4096);
  for (let i = 0; i < values.length; i++) {
    values[i] = noise((i % 16) * 1.93 + 0.31, ((i >> 4) % 16) * 1.87 + 0.67, (i >> 8) * 1.91 + 0.13);
  }
  values.sort();
  return values[Math.min(values.length - 1, Math.floor(values.length * (1 - fraction)))]!;
};
