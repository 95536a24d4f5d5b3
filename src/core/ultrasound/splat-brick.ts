/** @file The hot loop: one brick of scatterers onto the complex baseband grid. */
import type { Baseband, SplatScene } from './baseband.ts';
import type { Brick } from './bricks.ts';
import { MEDIA_ALONG } from './media.ts';
import type { Openings } from './opening.ts';
import { DEPTH, SLAB_SIGMAS } from './plan.ts';
import {
  PHASE,
  PHASE_STEPS,
  SIDEWAYS,
  SIDEWAYS_COUNT,
  SIDEWAYS_PHASE,
  SLICE_STEPS,
  SLICE_WEIGHT,
} from './waves.ts';

/** Where the copies of a scatterer lie, in standard deviations of the spread, by [number of copies][copy]. With a
 *  jitter of half a deviation their variance is that of the beam, and they stay a speckle cell apart. */
// biome-ignore format: a table
const COPY_AT = Float32Array.of(
  0, 0, 0, 0,
  0, 0, 0, 0,
  -0.85, 0.85, 0, 0,
  -1.05, 0, 1.05, 0,
  -1.15, -0.4, 0.4, 1.15,
);

/**
 * Adds every scatterer of a brick that lies in the slab, at the nearest range and line, with the phase of its own.
 * @param only -1 for all, or the label that the trace must have where the scatterer lies.
 * @returns how many scatterers lay inside the slab.
 */
export const splatBrick = (
  scene: SplatScene,
  brick: Brick,
  holes: Openings,
  out: Baseband,
  only: number,
): number => {
  const { pose, basis, plan, trace } = scene;
  const { startMm, mmPerSample, samples, lines } = plan.settings;
  const { ux, uy, us, vx, vy, vs, nx, ny, ns } = basis;
  const { depths, turnsPerMm, pitch } = plan;
  const { s: poseS, x: poseX, y: poseY } = pose;
  const { data } = brick;
  const { planeX, planeY, planeSq, trackX, trackY, trackSq } = holes;
  const left = trace.transmission;
  const labels = trace.labels;
  const perMm = 1 / mmPerSample;
  const perRad = lines / (2 * Math.PI);
  const traceLines = plan.trace.lines;
  const traceSamples = plan.trace.samples;
  const tracePerLine = traceLines / lines;
  const tracePerSample = traceSamples / samples;
  const inner = Math.max(startMm, pose.sheathRadiusMm);
  const innerSq = inner * inner;
  const end = startMm + (samples - 2) * mmPerSample;
  const endSq = end * end;
  const cut = SLAB_SIGMAS * SLAB_SIGMAS * 0.5;
  const phaseScale = turnsPerMm * PHASE_STEPS;
  // local names: the loop must not look across modules
  const phase = PHASE;
  const phaseMask = PHASE_STEPS - 1;
  const sliceWeight = SLICE_WEIGHT;
  const sliceSteps = SLICE_STEPS;
  const sideways = SIDEWAYS;
  const sidewaysPhase = SIDEWAYS_PHASE;
  const sidewaysMask = SIDEWAYS_COUNT - 1;
  const copyAt = COPY_AT;
  const along = MEDIA_ALONG;
  const { columns, falloff, curve, audible, gain, copies: copyColumn, spread: spreadColumn } = DEPTH;
  const stop = brick.count * 4;
  // keeps line numbers positive while they are cut to integers
  const aTurn = lines + 0.5;
  let counted = 0;
  for (let o = 0; o < stop; o += 4) {
    let x = data[o + 1]!;
    let y = data[o + 2]!;
    const fromAxisX = x;
    const fromAxisY = y;
    if (planeSq > 0) {
      const hx = x - planeX;
      const hy = y - planeY;
      const grow = Math.sqrt(1 + planeSq / (hx * hx + hy * hy + 1e-12));
      x = planeX + hx * grow;
      y = planeY + hy * grow;
    }
    if (trackSq > 0) {
      const hx = x - trackX;
      const hy = y - trackY;
      const grow = Math.sqrt(1 + trackSq / (hx * hx + hy * hy + 1e-12));
      x = trackX + hx * grow;
      y = trackY + hy * grow;
    }
    const qs = data[o]! - poseS;
    const qx = x - poseX;
    const qy = y - poseY;
    const u = qx * ux + qy * uy + qs * us;
    const v = qx * vx + qy * vy + qs * vs;
    const rr = u * u + v * v;
    if (rr < innerSq || rr > endSq) continue;
    const r = Math.sqrt(rr);
    const near = ((r - startMm) * perMm) | 0;
    const depth = near * columns;
    const e = qx * nx + qy * ny + qs * ns;
    const ee = e * e;
    const fall = ee * depths[depth + falloff]!;
    if (fall >= cut) continue;
    counted++;

    // angle of (u, v) to 1e-5 rad, in lines
    const au = u < 0 ? -u : u;
    const av = v < 0 ? -v : v;
    const t = au > av ? av / au : au / av;
    const tt = t * t;
    let angle =
      t *
      (0.99997726 +
        tt * (-0.33262347 + tt * (0.19354346 + tt * (-0.11643287 + tt * (0.05265332 - tt * 0.0117212)))));
    if (av > au) angle = 0.5 * Math.PI - angle;
    if (u < 0) angle = Math.PI - angle;
    if (v < 0) angle = 2 * Math.PI - angle;
    const exactLine = angle * perRad;
    let tl = (exactLine * tracePerLine + 0.5) | 0;
    if (tl >= traceLines) tl -= traceLines;
    const node = ((near * tracePerSample) | 0) * traceLines + tl;
    const transmitted = left[node]!;
    if (transmitted < depths[depth + audible]!) continue;
    if (only >= 0 && labels[node] !== only) continue;

    const path = r + ee * depths[depth + curve]!;
    const k = ((path - startMm) * perMm + 0.5) | 0;
    if (k >= samples) continue;
    let a = data[o + 3]!;
    if (a < 0) {
      // media: 1 across its layers, MEDIA_ALONG along them, by the fourth power of the cosine
      const dot = qx * fromAxisX + qy * fromAxisY;
      const cos2 =
        (dot * dot) / ((qx * qx + qy * qy) * (fromAxisX * fromAxisX + fromAxisY * fromAxisY) + 1e-9);
      a = -a * (along + (1 - along) * cos2 * cos2);
    }
    a *= transmitted * depths[depth + gain]! * sliceWeight[(fall * sliceSteps) | 0]!;
    const turns = (path * phaseScale) | 0;
    const row = k * pitch;
    const spread = depths[depth + spreadColumn]!;
    // Where the beam is wider than its speckle cell, its curved phase makes neighbouring cells hear the same
    // scatterer differently: some copies, to the side by the beam's width, each with its own phase.
    const copies = depths[depth + copyColumn]! | 0;
    let pick = (o >> 2) + brick.phase;
    for (let copy = copies * 4; copy < copies * 5; copy++) {
      pick &= sidewaysMask;
      let at = (exactLine + (copyAt[copy]! + 0.5 * sideways[pick]!) * spread + aTurn) | 0;
      if (at >= lines) at -= lines;
      if (at >= lines) at -= lines;
      const q = 2 * ((turns + sidewaysPhase[pick]!) & phaseMask);
      const j = row + 2 * at;
      out[j] = out[j]! + a * phase[q]!;
      out[j + 1] = out[j + 1]! + a * phase[q + 1]!;
      pick += 257;
    }
  }
  return counted;
};
