/** @file The hot loop: one brick of scatterers onto the complex baseband grid. */
import type { Baseband, SplatScene } from './baseband.ts';
import type { Brick } from './bricks.ts';
import { ACOUSTICS, dbToAmplitude, MEDIA_ALONG_DB } from './media.ts';
import type { Openings } from './opening.ts';
import { SLAB_SIGMAS } from './plan.ts';
import {
  PHASE_COS,
  PHASE_SIN,
  PHASE_STEPS,
  SIDEWAYS,
  SIDEWAYS_COUNT,
  SLICE_STEPS,
  SLICE_WEIGHT,
} from './waves.ts';

/** Media's level struck along its layers, relative to the table's level across them. */
const MEDIA_ALONG = dbToAmplitude(MEDIA_ALONG_DB - ACOUSTICS.media.levelDb);

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
 * Adds every scatterer of a brick that lies in the slab, at its own range and line.
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
  const { audible, tissueSpreadLines, tissueCopies, sliceFalloff, frontCurve, scattererGain, turnsPerMm } =
    plan;
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
  const weightScale = SLICE_STEPS / cut;
  const phaseScale = turnsPerMm * PHASE_STEPS;
  // local names: the loop must not look across modules
  const phaseCos = PHASE_COS;
  const phaseSin = PHASE_SIN;
  const phaseMask = PHASE_STEPS - 1;
  const sliceWeight = SLICE_WEIGHT;
  const sideways = SIDEWAYS;
  const sidewaysMask = SIDEWAYS_COUNT - 1;
  const copyAt = COPY_AT;
  const along = MEDIA_ALONG;
  // keeps line numbers positive while they are cut to integers
  const aTurn = lines + 0.5;
  let counted = 0;
  for (let o = 0; o < brick.count * 4; o += 4) {
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
    const qs = data[o]! - pose.s;
    const qx = x - pose.x;
    const qy = y - pose.y;
    const u = qx * ux + qy * uy + qs * us;
    const v = qx * vx + qy * vy + qs * vs;
    const rr = u * u + v * v;
    if (rr < innerSq || rr > endSq) continue;
    const r = Math.sqrt(rr);
    const near = ((r - startMm) * perMm) | 0;
    const e = qx * nx + qy * ny + qs * ns;
    const ee = e * e;
    const fall = ee * sliceFalloff[near]!;
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
    let line = (exactLine + 0.5) | 0;
    if (line >= lines) line -= lines;

    const path = r + ee * frontCurve[near]!;
    const f = (path - startMm) * perMm;
    const k = f | 0;
    if (k > samples - 2) continue;
    let tl = (line * tracePerLine + 0.5) | 0;
    if (tl >= traceLines) tl -= traceLines;
    const node = tl * traceSamples + ((near * tracePerSample) | 0);
    const transmitted = left[node]!;
    if (transmitted < audible[near]!) continue;
    if (only >= 0 && labels[node] !== only) continue;

    let a = data[o + 3]!;
    if (a < 0) {
      // media: 1 across its layers, MEDIA_ALONG along them, by the fourth power of the cosine
      const dot = qx * fromAxisX + qy * fromAxisY;
      const cos2 =
        (dot * dot) / ((qx * qx + qy * qy) * (fromAxisX * fromAxisX + fromAxisY * fromAxisY) + 1e-9);
      a = -a * (along + (1 - along) * cos2 * cos2);
    }
    a *= transmitted * scattererGain[k]! * sliceWeight[(fall * weightScale) | 0]!;
    const w = f - k;
    const turns = path * phaseScale;
    const spread = tissueSpreadLines[near]!;
    // Where the beam is wider than its speckle cell, its curved phase makes neighbouring cells hear the same
    // scatterer differently: some copies, to the side by the beam's width, each with its own phase.
    const copies = tissueCopies[near]!;
    for (let copy = 0; copy < copies; copy++) {
      const pick = ((o >> 2) + brick.phase + 257 * copy) & sidewaysMask;
      let at = (exactLine + (copyAt[copies * 4 + copy]! + 0.5 * sideways[pick]!) * spread + aTurn) | 0;
      while (at >= lines) at -= lines;
      const q = (turns + pick * 1103) & phaseMask;
      const ar = a * phaseCos[q]!;
      const ai = a * phaseSin[q]!;
      const j = 2 * (at * samples + k);
      out[j] = out[j]! + ar * (1 - w);
      out[j + 1] = out[j + 1]! + ai * (1 - w);
      out[j + 2] = out[j + 2]! + ar * w;
      out[j + 3] = out[j + 3]! + ai * w;
    }
  }
  return counted;
};
