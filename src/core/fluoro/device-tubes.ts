/** @file Wires, IVUS catheter and balloon as X-ray tubes: steel core, platinum coil, marker bands, transducer. */
import type { Vec3 } from '../math/vec3.ts';
import { MU, type Mu, replacing } from './attenuation.ts';
import type { Tube } from './tube.ts';

/** Length of the platinum coil at a wire's tip, mm (ASSUMED; coils of CTO wires are 30 to 200 mm). */
export const COIL_MM = 30;
/** Thickness of the coil's strand, mm. */
const COIL_STRAND_MM = 0.06;
/** Radius of the ground-down core inside the coil, mm (ASSUMED). */
const TIP_CORE_MM = 0.05;
/** Rotating drive shaft of the catheter, mm: its coil as a solid of equal mass (ASSUMED). */
const DRIVE_RADIUS_MM = 0.16;
const BAND_LENGTH_MM = 1;
const BAND_THICKNESS_MM = 0.05;
/** Bands sit on the shaft inside a folded balloon: their radius as a share of its own. ASSUMED. */
const BAND_SHARE = 0.7;
/** Transducer housing, mm (ASSUMED). */
const TRANSDUCER = { lengthMm: 1.4, radiusMm: 0.3 } as const;

const COIL: Mu = { low: MU.platinum.low * 0.8, high: MU.platinum.high * 0.8 };

/** A device's axis: nodes from proximal to tip, node-major x, y, z, mm. */
export interface DeviceLine {
  readonly world: Float32Array;
  readonly radiusMm: number;
}

export const wireTubes = (wire: DeviceLine): Tube[] => {
  const split = nodeFromTip(wire.world, COIL_MM);
  const shaft = part(wire.world, 0, split, wire.radiusMm, MU.steel);
  const inner = wire.radiusMm - COIL_STRAND_MM;
  const end = wire.world.length / 3 - 1;
  const hollow = { low: -COIL.low, high: -COIL.high };
  return [
    shaft,
    part(wire.world, split, end, wire.radiusMm, COIL),
    part(wire.world, split, end, inner, hollow),
    part(wire.world, split, end, Math.min(TIP_CORE_MM, inner), MU.steel),
  ].filter((tube) => tube.radius.length > 1);
};

/**
 * The IVUS catheter.
 * @param transducer where the transducer is now, or null while it is outside the body.
 */
export const catheterTubes = (catheter: DeviceLine, transducer: Vec3 | null): Tube[] => {
  const { world, radiusMm } = catheter;
  const end = world.length / 3 - 1;
  if (end < 1) return [];
  const tubes: Tube[] = [part(world, 0, end, radiusMm, replacing(MU.polymer, MU.softTissue))];
  const band = nodeFromTip(world, BAND_LENGTH_MM);
  tubes.push(...ring(world, band, end, radiusMm * 0.8));
  if (transducer) {
    const at = nearestNode(world, transducer);
    tubes.push(part(world, 0, at, DRIVE_RADIUS_MM, MU.steel));
    tubes.push(block(world, at, transducer, TRANSDUCER.lengthMm, TRANSDUCER.radiusMm));
  }
  return tubes.filter((tube) => tube.radius.length > 1);
};

/** A folded balloon: all that shows are the bands at its two ends. */
export const balloonTubes = ({
  world,
  radiusMm,
  fromTipMm,
}: DeviceLine & { readonly fromTipMm: readonly [number, number] }): Tube[] =>
  fromTipMm
    .flatMap((mm) =>
      ring(world, nodeFromTip(world, mm + BAND_LENGTH_MM), nodeFromTip(world, mm), radiusMm * BAND_SHARE),
    )
    .filter((tube) => tube.radius.length > 1);

const ring = (world: Float32Array, from: number, to: number, outer: number): Tube[] => [
  part(world, from, to, outer, MU.platinum),
  part(world, from, to, outer - BAND_THICKNESS_MM, { low: -MU.platinum.low, high: -MU.platinum.high }),
];

const part = (world: Float32Array, from: number, to: number, radiusMm: number, mu: Mu): Tube => ({
  world: world.subarray(3 * from, 3 * (to + 1)),
  radius: new Float32Array(Math.max(0, to - from + 1)).fill(radiusMm),
  mu,
});

/** A short solid about `centre`, along the catheter. */
const block = (world: Float32Array, node: number, centre: Vec3, lengthMm: number, radiusMm: number): Tube => {
  const last = world.length / 3 - 1;
  const a = 3 * Math.max(0, Math.min(last - 1, node - 1));
  const b = a + 3;
  const d = [world[b]! - world[a]!, world[b + 1]! - world[a + 1]!, world[b + 2]! - world[a + 2]!];
  const l = Math.sqrt(d[0]! * d[0]! + d[1]! * d[1]! + d[2]! * d[2]!) || 1;
  const h = lengthMm / 2 / l;
  const at = (k: number): number[] => [centre.x + k * d[0]!, centre.y + k * d[1]!, centre.z + k * d[2]!];
  return {
    world: new Float32Array([...at(-h), ...at(h)]),
    radius: new Float32Array([radiusMm, radiusMm]),
    mu: MU.steel,
  };
};

/** Index of the node that lies `mm` of arc before the tip. */
export const nodeFromTip = (world: Float32Array, mm: number): number => {
  let i = world.length / 3 - 1;
  let arc = 0;
  while (i > 0 && arc < mm) {
    arc += Math.hypot(
      world[3 * i]! - world[3 * i - 3]!,
      world[3 * i + 1]! - world[3 * i - 2]!,
      world[3 * i + 2]! - world[3 * i - 1]!,
    );
    i--;
  }
  return Math.max(0, i);
};

const nearestNode = (world: Float32Array, p: Vec3): number => {
  let best = 0;
  let bestSq = Number.POSITIVE_INFINITY;
  for (let i = 0; i < world.length / 3; i++) {
    const dx = world[3 * i]! - p.x;
    const dy = world[3 * i + 1]! - p.y;
    const dz = world[3 * i + 2]! - p.z;
    const sq = dx * dx + dy * dy + dz * dz;
    if (sq < bestSq) {
      bestSq = sq;
      best = i;
    }
  }
  return best;
};
