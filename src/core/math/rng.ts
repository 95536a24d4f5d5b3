/**
 * @file Counter-based random numbers: a value depends on (seed, counters) only, never on call order.
 *
 * That makes frames, cases and sessions pure functions of their inputs, whatever worker computes them.
 */

/** 32-bit avalanche (the finaliser of MurmurHash3). */
export const mix32 = (h: number): number => {
  let x = h | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/** Hash of up to four integer counters under a seed, 0 .. 2^32-1. */
export const hash32 = (seed: number, a: number, b = 0, c = 0): number =>
  mix32(Math.imul(mix32(Math.imul(mix32(Math.imul(seed, 0x9e3779b1) + a), 0x9e3779b1) + b), 0x9e3779b1) + c);

/** Seed of the stream called `name` under `seed` (FNV-1a of the name, then mixed). */
export const streamSeed = (seed: number, name: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return hash32(seed, h);
};

/** Uniform in [0, 1) from a 32-bit hash. */
export const toUnit = (h: number): number => h / 4294967296;

export interface Stream {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [lo, hi). */
  range(lo: number, hi: number): number;
  /** Approximately standard normal: Irwin-Hall sum of twelve uniforms (bounded at +-6, no transcendental). */
  normal(): number;
  /** Integer in [0, n). */
  int(n: number): number;
}

/** Sequential stream by name, for generators that draw in a fixed order. */
export const createStream = (seed: number, name: string): Stream => {
  const base = streamSeed(seed, name);
  let counter = 0;
  const next = () => toUnit(hash32(base, counter++));
  return {
    next,
    range: (lo, hi) => lo + (hi - lo) * next(),
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return sum;
    },
    int: (n) => Math.floor(next() * n),
  };
};
