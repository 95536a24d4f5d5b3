/** @file A device's axis as a tube: ring vertices for a shader that sets the radius itself. */

export interface TubeStrip {
  /** Vertices in use: rings * (sides + 1). */
  rings: number;
  /** Centre of the ring, per vertex, mm. */
  readonly centres: Float32Array;
  /** Unit vector from the centre outward. */
  readonly outward: Float32Array;
  /** Arc length from the tip, mm. */
  readonly fromTip: Float32Array;
}

export const TUBE_SIDES = 8;
const PER_RING = TUBE_SIDES + 1;

export const createTubeStrip = (mostRings: number): TubeStrip => ({
  rings: 0,
  centres: new Float32Array(3 * mostRings * PER_RING),
  outward: new Float32Array(3 * mostRings * PER_RING),
  fromTip: new Float32Array(mostRings * PER_RING),
});

export const tubeIndices = (mostRings: number): Uint32Array => {
  const indices = new Uint32Array((mostRings - 1) * TUBE_SIDES * 6);
  let k = 0;
  for (let i = 0; i + 1 < mostRings; i++) {
    for (let j = 0; j < TUBE_SIDES; j++) {
      const a = i * PER_RING + j;
      const b = a + PER_RING;
      for (const v of [a, b, a + 1, a + 1, b, b + 1]) indices[k++] = v;
    }
  }
  return indices;
};

/** Indices to draw for this many rings. */
export const indexCount = (rings: number): number => Math.max(0, rings - 1) * TUBE_SIDES * 6;

/**
 * Fills the strip from a device's nodes (x, y, z per node, proximal first). When there are more nodes than rings,
 * the tip keeps every node and the proximal part is thinned out.
 */
export const fillTubeStrip = (strip: TubeStrip, world: Float32Array): void => {
  const most = strip.fromTip.length / PER_RING;
  const nodes = world.length / 3;
  const chosen: number[] = [];
  const dense = Math.min(nodes, Math.floor(most / 2));
  const sparse = nodes - dense;
  const stride = sparse > 0 ? Math.max(1, Math.ceil(sparse / (most - dense - 1))) : 1;
  for (let i = 0; i < sparse; i += stride) chosen.push(i);
  for (let i = sparse; i < nodes; i++) chosen.push(i);
  strip.rings = chosen.length;

  let arc = 0;
  // Any vector off the axis starts the frame; it is then carried along without twist.
  let nx = 1;
  let ny = 0;
  let nz = 0;
  for (let q = chosen.length - 1; q >= 0; q--) {
    const i = chosen[q]!;
    const before = 3 * chosen[Math.max(0, q - 1)]!;
    const after = 3 * chosen[Math.min(chosen.length - 1, q + 1)]!;
    let tx = world[after]! - world[before]!;
    let ty = world[after + 1]! - world[before + 1]!;
    let tz = world[after + 2]! - world[before + 2]!;
    const tl = Math.hypot(tx, ty, tz) || 1;
    tx /= tl;
    ty /= tl;
    tz /= tl;
    const along = nx * tx + ny * ty + nz * tz;
    nx -= along * tx;
    ny -= along * ty;
    nz -= along * tz;
    const nl = Math.hypot(nx, ny, nz);
    if (nl > 1e-6) {
      nx /= nl;
      ny /= nl;
      nz /= nl;
    } else {
      [nx, ny, nz] = Math.abs(tx) < 0.9 ? [0, tz, -ty] : [-tz, 0, tx];
      const l = Math.hypot(nx, ny, nz) || 1;
      nx /= l;
      ny /= l;
      nz /= l;
    }
    const bx = ty * nz - tz * ny;
    const by = tz * nx - tx * nz;
    const bz = tx * ny - ty * nx;
    if (q < chosen.length - 1) {
      const j = 3 * chosen[q + 1]!;
      arc += Math.hypot(
        world[j]! - world[3 * i]!,
        world[j + 1]! - world[3 * i + 1]!,
        world[j + 2]! - world[3 * i + 2]!,
      );
    }
    for (let k = 0; k <= TUBE_SIDES; k++) {
      const a = (2 * Math.PI * k) / TUBE_SIDES;
      const c = Math.cos(a);
      const s = Math.sin(a);
      const v = q * PER_RING + k;
      strip.centres[3 * v] = world[3 * i]!;
      strip.centres[3 * v + 1] = world[3 * i + 1]!;
      strip.centres[3 * v + 2] = world[3 * i + 2]!;
      strip.outward[3 * v] = nx * c + bx * s;
      strip.outward[3 * v + 1] = ny * c + by * s;
      strip.outward[3 * v + 2] = nz * c + bz * s;
      strip.fromTip[v] = arc;
    }
  }
};
