/** @file The cut face: the materials along the vessel, as a picture on a ribbon through its axis. */
import { MATERIAL } from '../../core/anatomy/material.ts';
import { materialRow } from '../../core/anatomy/material-table.ts';
import type { Tissue } from '../../core/anatomy/tissue.ts';
import { frameAt } from '../../core/math/curve.ts';
import type { Cut } from './cut.ts';
import { evenStations, type SurfaceData } from './grid-surface.ts';

/** Half height of the face, mm: wider than any tibial wall, pushed-aside plaque included. */
export const FACE_HALF_MM = 3.2;
const RIBBON_STEP_MM = 2;
const PICTURE_STEP_MM = 0.2;
const PICTURE_ROWS = 192;

export interface FacePicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row-major: a row per height above the axis, a column per station. */
  readonly pixels: Uint8Array;
}

const colours = (): Uint8Array => {
  const table = new Uint8Array(4 * Object.keys(MATERIAL).length);
  for (const id of Object.values(MATERIAL)) {
    const hex = Number.parseInt(materialRow(id).colour.slice(1), 16);
    // Open channels and what lies outside the vessel are not part of the face.
    const solid = id !== MATERIAL.blood && id !== MATERIAL.stasis && id <= MATERIAL.adventitia;
    table.set([hex >> 16, (hex >> 8) & 255, hex & 255, solid ? 255 : 0], 4 * id);
  }
  return table;
};

let table: Uint8Array | null = null;

/** What the tissue shows along the cut, now. */
export const facePicture = (tissue: Tissue, cut: Cut): FacePicture => {
  table ??= colours();
  const stations = evenStations(cut.window.startMm, cut.window.endMm, PICTURE_STEP_MM);
  const width = stations.length;
  const pixels = new Uint8Array(4 * width * PICTURE_ROWS);
  for (let i = 0; i < width; i++) {
    const s = stations[i]!;
    const across = cut.openingAt(s) + Math.PI / 2;
    const c = Math.cos(across);
    const d = Math.sin(across);
    for (let k = 0; k < PICTURE_ROWS; k++) {
      const h = FACE_HALF_MM * ((2 * (k + 0.5)) / PICTURE_ROWS - 1);
      const m = 4 * tissue.materialAt(s, h * c, h * d);
      const o = 4 * (k * width + i);
      pixels[o] = table[m]!;
      pixels[o + 1] = table[m + 1]!;
      pixels[o + 2] = table[m + 2]!;
      pixels[o + 3] = table[m + 3]!;
    }
  }
  return { width, height: PICTURE_ROWS, pixels: soften(pixels, width, PICTURE_ROWS) };
};

/** Reach of the softening, texels along and across: about one cell of the material store. */
const SOFT = { along: 2, across: 1 } as const;

/** Mixes the colours of neighbouring solid texels; the outline of what is open stays as sharp as it was. */
const soften = (pixels: Uint8Array, width: number, height: number): Uint8Array => {
  const pass = (
    from: Uint8Array,
    step: number,
    length: number,
    stride: number,
    lines: number,
    reach: number,
  ) => {
    const to = from.slice();
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < length; i++) {
        const o = 4 * (line * stride + i * step);
        if (from[o + 3] === 0) continue;
        let n = 0;
        let [r, g, b] = [0, 0, 0];
        for (let k = Math.max(0, i - reach); k <= Math.min(length - 1, i + reach); k++) {
          const q = 4 * (line * stride + k * step);
          if (from[q + 3] === 0) continue;
          r += from[q]!;
          g += from[q + 1]!;
          b += from[q + 2]!;
          n++;
        }
        to[o] = r / n;
        to[o + 1] = g / n;
        to[o + 2] = b / n;
      }
    }
    return to;
  };
  const along = pass(pixels, 1, width, width, height, SOFT.along);
  return pass(along, width, height, 1, width, SOFT.across);
};

/** The ribbon the picture lies on; texture coordinates (station 0 .. 1, height 0 .. 1) come with it. */
export const faceRibbon = (tissue: Tissue, cut: Cut): SurfaceData & { readonly uvs: Float32Array } => {
  const { curve } = tissue.anatomy.target;
  const stations = evenStations(cut.window.startMm, cut.window.endMm, RIBBON_STEP_MM);
  const n = stations.length;
  const positions = new Float32Array(6 * n);
  const normals = new Float32Array(6 * n);
  const uvs = new Float32Array(4 * n);
  const indices: number[] = [];
  for (let i = 0; i < n; i++) {
    const f = frameAt(curve, stations[i]!);
    const opening = cut.openingAt(stations[i]!);
    const across = opening + Math.PI / 2;
    for (const side of [0, 1]) {
      const v = 2 * i + side;
      const h = (side === 0 ? -1 : 1) * FACE_HALF_MM;
      for (const [k, axis] of (['x', 'y', 'z'] as const).entries()) {
        positions[3 * v + k] =
          f.origin[axis] + h * (f.n1[axis] * Math.cos(across) + f.n2[axis] * Math.sin(across));
        normals[3 * v + k] = f.n1[axis] * Math.cos(opening) + f.n2[axis] * Math.sin(opening);
      }
      uvs[2 * v] = i / (n - 1);
      uvs[2 * v + 1] = side;
    }
    if (i > 0) indices.push(2 * i - 2, 2 * i, 2 * i - 1, 2 * i - 1, 2 * i, 2 * i + 1);
  }
  return { positions, normals, uvs, sides: new Float32Array(2 * n), indices: Uint32Array.from(indices) };
};
