/** @file Adds an echo at an exact range in one direction: the common last step of walls, calcium, metal and the window. */
import type { Baseband } from '../baseband.ts';
import { byBlock, type FramePlan } from '../plan.ts';
import { PHASE, PHASE_STEPS } from '../waves.ts';

/**
 * Amplitude `a` (1 = full scale after the beam, if its neighbours hold as much), phase in turns, shared between the two
 * nearest ranges. Ranges outside the picture are dropped.
 */
export const addEcho = (
  out: Baseband,
  plan: FramePlan,
  column: number,
  rangeMm: number,
  a: number,
  turns: number,
): void => {
  const { startMm, mmPerSample, samples } = plan.settings;
  const f = (rangeMm - startMm) / mmPerSample;
  const k = Math.floor(f);
  if (!(k >= 0) || k > samples - 2) return;
  const w = f - k;
  const q = Math.floor(turns * PHASE_STEPS) & (PHASE_STEPS - 1);
  const laid = a * plan.pulseGain[k]!;
  const ar = laid * PHASE[2 * q]!;
  const ai = laid * PHASE[2 * q + 1]!;
  const { columns } = plan;
  const j = ((k >> 2) * columns + column) * 8 + (k & 3);
  const next = (((k + 1) >> 2) * columns + column) * 8 + ((k + 1) & 3);
  out[j] = out[j]! + ar * (1 - w);
  out[j + 4] = out[j + 4]! + ai * (1 - w);
  out[next] = out[next]! + ar * w;
  out[next + 4] = out[next + 4]! + ai * w;
};

/**
 * Adds the echo of one point in direction `angleRad`, of amplitude `a` at the centre of the beam: the beam then draws its
 * whole arc, side lobes and all. Nothing is drawn of what is `NOTHING` or less.
 */
export const addPoint = (
  out: Baseband,
  plan: FramePlan,
  angleRad: number,
  rangeMm: number,
  a: number,
  turns: number,
): void => {
  if (!(Math.abs(a) > NOTHING)) return;
  const { columns, columnRad } = plan;
  const amplitude = a * byBlock(plan.beam.pointGain, sampleAt(plan, rangeMm));
  const f = angleRad / columnRad;
  const floor = Math.floor(f);
  const w = f - floor;
  const column = ((floor % columns) + columns) % columns;
  addEcho(out, plan, column, rangeMm, amplitude * (1 - w), turns);
  addEcho(out, plan, (column + 1) % columns, rangeMm, amplitude * w, turns);
};

/** The sample nearest to a range, within the picture. */
export const sampleAt = (plan: FramePlan, rangeMm: number): number => {
  const { startMm, mmPerSample, samples } = plan.settings;
  return Math.min(samples - 1, Math.max(0, Math.round((rangeMm - startMm) / mmPerSample)));
};

/** 120 dB below full scale. */
export const NOTHING = 1e-6;
