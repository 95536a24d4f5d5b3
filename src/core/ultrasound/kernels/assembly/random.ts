/** @file Hashed numbers: the avalanche of core/math/rng.ts. */

export function mix32(h: u32): u32 {
  let x = h;
  x = (x ^ (x >>> 16)) * 0x85ebca6b;
  x = (x ^ (x >>> 13)) * 0xc2b2ae35;
  return x ^ (x >>> 16);
}
