/** @file What must hold of a session whatever hands do to it. */
import { MATERIAL } from '../../anatomy/material.ts';
import type { Tissue } from '../../anatomy/tissue.ts';
import { cos, sin, TAU } from '../../math/trig.ts';
import { DEVICE_IDS, type DevicePose } from '../../mechanics/device.ts';
import { stretchedMm } from '../../mechanics/limb/recover.ts';
import { poseOf } from '../../mechanics/mechanics.ts';
import type { Session } from '../state.ts';

/** A tip bites so deep at once before it glances off calcium, and a body is so soft on its corner, mm; a taut wire springs back into
 *  the catheter when the hand lets go: its rail holds 20 mm. ASSUMED. */
export const TOLERANCE = {
  tipInCalciumMm: 0.03,
  bodyInCalciumMm: 0.15,
  passesTipMm: 5,
  stretchedMm: 10,
} as const;
/** No device presses with more: fingers give 2.5 N, a strained way somewhat more. */
const MOST_N = 6;
/** A body is looked at over this length behind its tip, mm. */
const LOOKED_AT_MM = 60;

const DEPTH_STEP_MM = 0.01;
const DEEPEST_MM = 0.5;
const AROUND = 16;

/** Depth of a place inside calcium, mm: the shortest way out among 16 directions across the vessel; 0 outside. */
export const depthInCalcium = (tissue: Tissue, s: number, x: number, y: number): number => {
  if (tissue.materialAt(s, x, y) !== MATERIAL.calcium) return 0;
  for (let r = DEPTH_STEP_MM; r < DEEPEST_MM; r += DEPTH_STEP_MM)
    for (let i = 0; i < AROUND; i++) {
      const a = (i * TAU) / AROUND;
      if (tissue.materialAt(s, x + r * cos(a), y + r * sin(a)) !== MATERIAL.calcium) return r;
    }
  return DEEPEST_MM;
};

/** Where in plain data a number is not finite (a field may be infinite by design); null when none is. */
export const notFinite = (data: unknown, path = ''): string | null => {
  if (typeof data === 'number') return Number.isNaN(data) ? path : null;
  if (ArrayBuffer.isView(data)) return (data as Float64Array).some(Number.isNaN) ? path : null;
  if (typeof data !== 'object' || data === null) return null;
  for (const [key, value] of Object.entries(data)) {
    const found = notFinite(value, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
};

const checkWire = (tissue: Tissue, { id, tip, route }: DevicePose, broken: string[]): void => {
  if (tip.s > tissue.anatomy.target.curve.endMm) broken.push(`${id}: tip beyond the end of the vessel`);
  if (depthInCalcium(tissue, tip.s, tip.x, tip.y) > TOLERANCE.tipInCalciumMm + 1e-9)
    broken.push(`${id}: tip in calcium at ${tip.s.toFixed(1)} mm`);
  for (let i = 0; i < route.length; i += 3) {
    const s = route[i]!;
    if (s < tip.s - LOOKED_AT_MM) continue;
    if (depthInCalcium(tissue, s, route[i + 1]!, route[i + 2]!) > TOLERANCE.bodyInCalciumMm + 1e-9) {
      broken.push(`${id}: body in calcium at ${s.toFixed(1)} mm`);
      return;
    }
  }
};

/** Sentences of what does not hold now; none in a sound world. Allocates: meant for some times a second. */
export const watch = (session: Session): readonly string[] => {
  const { mechanics, tissue } = session;
  const broken: string[] = [];
  const lost = notFinite(mechanics);
  if (lost !== null) broken.push(`${lost} is no number`);
  for (const id of DEVICE_IDS) {
    const pose = poseOf(mechanics, tissue, id);
    const { route, world, tip } = pose;
    if (!route.every(Number.isFinite) || !world.every(Number.isFinite))
      broken.push(`${id}: pose is not finite`);
    if (!(tip.forceN >= 0 && tip.forceN < MOST_N))
      broken.push(`${id}: ${tip.forceN.toFixed(2)} N at its tip`);
    if (pose.loaded && id !== 'ivus') checkWire(tissue, pose, broken);
  }
  for (const id of ['wire1', 'wire2'] as const) {
    const { body } = mechanics[id];
    if (!body) continue;
    if (Math.abs(body.thrustN) > MOST_N) broken.push(`${id}: ${body.thrustN.toFixed(1)} N where it is fed`);
    if (stretchedMm(body) > TOLERANCE.stretchedMm)
      broken.push(`${id}: ${stretchedMm(body).toFixed(0)} mm longer than it is`);
  }
  const { ivus, wire1 } = mechanics;
  if (ivus.loaded && ivus.tipS > wire1.tip.s + TOLERANCE.passesTipMm)
    broken.push(`ivus: ${(ivus.tipS - wire1.tip.s).toFixed(1)} mm beyond the tip of wire 1`);
  return broken;
};
