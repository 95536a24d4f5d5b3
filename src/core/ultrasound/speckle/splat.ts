/**
 * @file The hot loop: scatterers of bricks onto the complex picture, at the nearest range and column, each with the phase
 * of its own exact path. Beam and pulse spread them afterwards.
 *
 * Arithmetic is single precision, in the order written here (f = Math.fround): the fast path does the same operations in
 * the same order four scatterers at a time, so both put every scatterer on the same sample.
 */
import { MEDIA_ALONG } from '../media.ts';
import { PHASE, PHASE_STEPS } from '../waves.ts';

/** Columns of `SplatTables.depths`, one row per sample. */
export const DEPTH = {
  /** Elevation at which the slab ends, mm, and steps of the elevation table per mm. */
  reach: 0,
  stepsPerMm: 1,
  /** Amplitude of one scatterer of adventitia level. */
  gain: 2,
  /** Transmission below which adventitia is lost in noise. */
  audible: 3,
  columns: 4,
} as const;

/** Columns of `SplatTables.slices`, one row per brick's length of vessel: holes that devices have opened, and
 *  where fluids have flowed. */
export const SLICE = {
  planeX: 0,
  planeY: 1,
  planeSq: 2,
  trackX: 3,
  trackY: 4,
  trackSq: 5,
  /** Added to the scatterers' stations, mm. */
  shiftS: 6,
  columns: 8,
} as const;

/** Columns of `SplatTables.work`, one row per brick: where it starts in the arena, the length of its arrays, its slice. */
export const WORK = { at: 0, stride: 1, slice: 2, columns: 4 } as const;

/** What a splat reads and writes. The arrays may lie in kernel memory. */
export interface SplatTables {
  readonly columns: number;
  readonly samples: number;
  readonly startMm: number;
  readonly mmPerSample: number;
  readonly turnsPerMm: number;
  readonly depths: Float32Array;
  /** [block][step][amplitude, phase in PHASE_STEPS]. */
  readonly elevation: Float32Array;
  readonly elevationSteps: number;
  /** The trace: transmission, delay in mm and label by node. */
  readonly traceLines: number;
  readonly traceSamples: number;
  readonly transmission: Float32Array;
  readonly lateMm: Float32Array;
  readonly labels: Uint8Array;
  /** Amplitude by label; read only by labelled splats. */
  readonly levels: Float32Array;
  readonly slices: Float32Array;
  readonly work: Int32Array;
}

/** Where and how bricks are laid. `axes`: rows u, v, n of the slab's basis, each (x, y, s). */
export interface SplatPose {
  readonly s: number;
  readonly x: number;
  readonly y: number;
  readonly axes: Float32Array;
  /** Ranges within the window hold no tissue, mm. */
  readonly insideMm: number;
  /** Elevation gained while the element turns once, mm. */
  readonly advanceMm: number;
  /** Take each scatterer's level from the trace's label where it lies, times its own amplitude. */
  readonly labelled: boolean;
}

/** Coefficients of atan(t) / t in t^2, to 1e-5 rad on [0, 1]. */
const ATAN = [0.99997726, -0.33262347, 0.19354346, -0.11643287, 0.05265332, -0.0117212] as const;

/** The numbers that all scatterers share, rounded to single precision for both paths. */
export const scalarsOf = (tables: SplatTables, pose: SplatPose) => {
  const f = Math.fround;
  const { columns, samples, startMm, mmPerSample, traceLines, traceSamples } = tables;
  const inner = Math.max(startMm, pose.insideMm);
  const end = startMm + (samples - 2) * mmPerSample;
  const along = f(MEDIA_ALONG);
  return {
    s: f(pose.s),
    x: f(pose.x),
    y: f(pose.y),
    start: f(startMm),
    perMm: f(1 / mmPerSample),
    perRad: f(columns / (2 * Math.PI)),
    /** Elevation gained from column to column, mm. */
    advance: f(pose.advanceMm / columns),
    tracePerColumn: f(traceLines / columns),
    tracePerSample: f(traceSamples / samples),
    /** Squares of the ranges between which tissue is imaged. */
    innerSq: f(inner * inner),
    endSq: f(end * end),
    phaseScale: f(tables.turnsPerMm * PHASE_STEPS),
    /** Level of media along its layers, and what it gains across them. */
    along,
    across: f(1 - along),
    atan: ATAN.map(f) as [number, number, number, number, number, number],
  };
};

/**
 * Adds every scatterer of the first `bricks` rows of `work` that lies in the slab.
 * @returns how many did.
 */
export const splatPlain = (
  tables: SplatTables,
  pose: SplatPose,
  arena: Float32Array,
  bricks: number,
  out: Float32Array,
): number => {
  const f = Math.fround;
  const { columns, samples, depths, elevation, elevationSteps, slices, work } = tables;
  const { traceLines, transmission, lateMm, labels, levels } = tables;
  const { labelled, axes } = pose;
  const ux = axes[0]!;
  const uy = axes[1]!;
  const us = axes[2]!;
  const vx = axes[3]!;
  const vy = axes[4]!;
  const vs = axes[5]!;
  const nx = axes[6]!;
  const ny = axes[7]!;
  const ns = axes[8]!;
  const scalars = scalarsOf(tables, pose);
  const { s: poseS, x: poseX, y: poseY } = scalars;
  const { start, perMm, perRad, advance, tracePerColumn, tracePerSample } = scalars;
  const { innerSq, endSq, phaseScale, along, across } = scalars;
  const [c0, c1, c2, c3, c4, c5] = scalars.atan;
  const halfPi = f(0.5 * Math.PI);
  const pi = f(Math.PI);
  const twoPi = f(2 * Math.PI);
  const half = f(0.5);
  const tiny = f(1e-12);
  const tinyArea = f(1e-9);
  // local names: the loop must not look across modules
  const phase = PHASE;
  const mask = PHASE_STEPS - 1;
  let counted = 0;
  for (let b = 0; b < bricks; b++) {
    const at = work[b * WORK.columns]!;
    const stride = work[b * WORK.columns + WORK.stride]!;
    const slice = work[b * WORK.columns + WORK.slice]! * SLICE.columns;
    const planeX = slices[slice]!;
    const planeY = slices[slice + SLICE.planeY]!;
    const planeSq = slices[slice + SLICE.planeSq]!;
    const trackX = slices[slice + SLICE.trackX]!;
    const trackY = slices[slice + SLICE.trackY]!;
    const trackSq = slices[slice + SLICE.trackSq]!;
    const originS = f(poseS - slices[slice + SLICE.shiftS]!);
    for (let i = at; i < at + stride; i++) {
      let x = arena[i + stride]!;
      let y = arena[i + 2 * stride]!;
      const fromX = x;
      const fromY = y;
      if (planeSq > 0) {
        const hx = f(x - planeX);
        const hy = f(y - planeY);
        const grow = f(Math.sqrt(f(1 + f(planeSq / f(f(f(hx * hx) + f(hy * hy)) + tiny)))));
        x = f(planeX + f(hx * grow));
        y = f(planeY + f(hy * grow));
      }
      if (trackSq > 0) {
        const hx = f(x - trackX);
        const hy = f(y - trackY);
        const grow = f(Math.sqrt(f(1 + f(trackSq / f(f(f(hx * hx) + f(hy * hy)) + tiny)))));
        x = f(trackX + f(hx * grow));
        y = f(trackY + f(hy * grow));
      }
      const qs = f(arena[i]! - originS);
      const qx = f(x - poseX);
      const qy = f(y - poseY);
      const u = f(f(f(qx * ux) + f(qy * uy)) + f(qs * us));
      const v = f(f(f(qx * vx) + f(qy * vy)) + f(qs * vs));
      const rr = f(f(u * u) + f(v * v));
      if (!(rr >= innerSq && rr <= endSq)) continue;
      const r = f(Math.sqrt(rr));
      const near = f(f(r - start) * perMm) | 0;

      const au = Math.abs(u);
      const av = Math.abs(v);
      const t = f(Math.min(au, av) / Math.max(au, av));
      const tt = f(t * t);
      let angle = f(c4 + f(tt * c5));
      angle = f(c3 + f(tt * angle));
      angle = f(c2 + f(tt * angle));
      angle = f(c1 + f(tt * angle));
      angle = f(t * f(c0 + f(tt * angle)));
      if (av > au) angle = f(halfPi - angle);
      if (u < 0) angle = f(pi - angle);
      if (v < 0) angle = f(twoPi - angle);
      const line = f(angle * perRad);

      const e = Math.abs(f(f(f(f(qx * nx) + f(qy * ny)) + f(qs * ns)) - f(line * advance)));
      const depth = near * DEPTH.columns;
      if (!(e < depths[depth]!)) continue;
      counted++;
      let tl = f(f(line * tracePerColumn) + half) | 0;
      if (tl >= traceLines) tl -= traceLines;
      const node = (f(near * tracePerSample) | 0) * traceLines + tl;
      const left = transmission[node]!;
      if (left < depths[depth + DEPTH.audible]!) continue;
      let a = arena[i + 3 * stride]!;
      if (labelled) {
        a = f(a * levels[labels[node]!]!);
        if (a === 0) continue;
      } else if (a < 0) {
        // media: 1 across its layers, MEDIA_ALONG along them, by the fourth power of the cosine
        const dot = f(f(qx * fromX) + f(qy * fromY));
        const squares = f(f(f(qx * qx) + f(qy * qy)) * f(f(fromX * fromX) + f(fromY * fromY)));
        const cos2 = f(f(dot * dot) / f(squares + tinyArea));
        a = f(-a * f(along + f(across * f(cos2 * cos2))));
      }
      const path = f(r + lateMm[node]!);
      const k = f(f(f(path - start) * perMm) + half) | 0;
      if (k < 0 || k >= samples) continue;
      const step = f(e * depths[depth + DEPTH.stepsPerMm]!) | 0;
      const row = 2 * ((near >> 2) * elevationSteps + step);
      a = f(f(a * left) * f(depths[depth + DEPTH.gain]! * elevation[row]!));
      const q = 2 * (((f(path * phaseScale) | 0) - (elevation[row + 1]! | 0)) & mask);
      let column = f(line + half) | 0;
      if (column >= columns) column -= columns;
      const j = ((k >> 2) * columns + column) * 8 + (k & 3);
      out[j] = f(out[j]! + f(a * phase[q]!));
      out[j + 4] = f(out[j + 4]! + f(a * phase[q + 1]!));
    }
  }
  return counted;
};
