/** @file Surfaces over a (station, angle) grid as plain arrays: positions, normals, the side of the cut, indices. */
import type { Curve } from '../../core/math/curve.ts';
import { frameAt } from '../../core/math/curve.ts';
import type { Cut } from './cut.ts';

export interface SurfaceData {
  /** x, y, z per vertex, mm. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Distance in front of the cut plane, mm: positive lies in the half that is taken away. */
  readonly sides: Float32Array;
  readonly indices: Uint32Array;
}

/** Transverse position of grid point (row, column), mm; false where there is no surface. */
export type GridPoint = (s: number, column: number, out: { x: number; y: number }) => boolean;

/**
 * @param stations of the rows, mm. @param columns points per row; the caller repeats the first one to close a ring.
 */
export const gridSurface = (
  curve: Curve,
  cut: Cut,
  stations: Float32Array,
  columns: number,
  at: GridPoint,
): SurfaceData => {
  const rows = stations.length;
  const positions = new Float32Array(3 * rows * columns);
  const sides = new Float32Array(rows * columns);
  const there = new Uint8Array(rows * columns);
  const out = { x: 0, y: 0 };
  for (let i = 0; i < rows; i++) {
    const s = stations[i]!;
    const f = frameAt(curve, s);
    const opening = cut.openingAt(s);
    const c = Math.cos(opening);
    const d = Math.sin(opening);
    for (let j = 0; j < columns; j++) {
      const v = i * columns + j;
      if (!at(s, j, out)) continue;
      there[v] = 1;
      positions[3 * v] = f.origin.x + f.n1.x * out.x + f.n2.x * out.y;
      positions[3 * v + 1] = f.origin.y + f.n1.y * out.x + f.n2.y * out.y;
      positions[3 * v + 2] = f.origin.z + f.n1.z * out.x + f.n2.z * out.y;
      sides[v] = c * out.x + d * out.y;
    }
  }
  const indices: number[] = [];
  for (let i = 0; i + 1 < rows; i++) {
    for (let j = 0; j + 1 < columns; j++) {
      const a = i * columns + j;
      const b = a + columns;
      if (there[a] && there[a + 1] && there[b] && there[b + 1]) indices.push(a, b, a + 1, a + 1, b, b + 1);
    }
  }
  return {
    positions,
    normals: gridNormals(positions, rows, columns),
    sides,
    indices: Uint32Array.from(indices),
  };
};

const gridNormals = (p: Float32Array, rows: number, columns: number): Float32Array => {
  const normals = new Float32Array(p.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      // A closed ring repeats its first column, so the neighbour across the seam is the second or last but one.
      const left = 3 * (i * columns + (j > 0 ? j - 1 : columns - 2));
      const right = 3 * (i * columns + (j < columns - 1 ? j + 1 : 1));
      const before = 3 * (Math.max(0, i - 1) * columns + j);
      const after = 3 * (Math.min(rows - 1, i + 1) * columns + j);
      const ax = p[right]! - p[left]!;
      const ay = p[right + 1]! - p[left + 1]!;
      const az = p[right + 2]! - p[left + 2]!;
      const bx = p[after]! - p[before]!;
      const by = p[after + 1]! - p[before + 1]!;
      const bz = p[after + 2]! - p[before + 2]!;
      const nx = ay * bz - az * by;
      const ny = az * bx - ax * bz;
      const nz = ax * by - ay * bx;
      const l = Math.hypot(nx, ny, nz) || 1;
      const v = 3 * (i * columns + j);
      normals[v] = nx / l;
      normals[v + 1] = ny / l;
      normals[v + 2] = nz / l;
    }
  }
  return normals;
};

/** Even stations from a to b, about stepMm apart; at least two. */
export const evenStations = (a: number, b: number, stepMm: number): Float32Array => {
  const n = Math.max(2, Math.round((b - a) / stepMm) + 1);
  return Float32Array.from({ length: n }, (_, i) => a + ((b - a) * i) / (n - 1));
};

export const joinSurfaces = (parts: readonly SurfaceData[]): SurfaceData => {
  const concat = (pick: (part: SurfaceData) => Float32Array): Float32Array => {
    const out = new Float32Array(parts.reduce((n, part) => n + pick(part).length, 0));
    let o = 0;
    for (const part of parts) {
      out.set(pick(part), o);
      o += pick(part).length;
    }
    return out;
  };
  const indices = new Uint32Array(parts.reduce((n, part) => n + part.indices.length, 0));
  let o = 0;
  let base = 0;
  for (const part of parts) {
    for (let k = 0; k < part.indices.length; k++) indices[o + k] = part.indices[k]! + base;
    o += part.indices.length;
    base += part.sides.length;
  }
  return {
    positions: concat((p) => p.positions),
    normals: concat((p) => p.normals),
    sides: concat((p) => p.sides),
    indices,
  };
};
