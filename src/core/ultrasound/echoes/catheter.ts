/** @file The catheter itself: the two faces of its window, the ring-down around it, and air that was left inside. */
import { hash32, streamSeed, toUnit } from '../../math/rng.ts';
import type { Baseband } from '../baseband.ts';
import type { ImagingPose } from '../frame.ts';
import type { FramePlan } from '../plan.ts';
import { BLOCK } from '../probe/beam-table.ts';
import { inAir } from '../scene/air.ts';
import { addEcho } from './echo.ts';

/** Polymer window in saline, R = 0.08 (-22 dB); the wall is 50 - 90 um thick. */
export const OUTER_FACE = 0.075;
export const INNER_FACE = 0.05;
export const WINDOW_MM = 0.07;
/** Ring-down at the element's face, and its decay: 20 dB every 0.2 mm. Its peak is 33 dB above the noise of one console
 *  at 10 MHz; a higher band rings shorter. ASSUMED within that. */
export const RING_DOWN = 10 ** (-14 / 20);
export const RING_DOWN_DECAY_MM = 0.2 / Math.LN10;
/** Nobody follows it further beyond the window, mm: it has long sunk into the noise. */
export const RING_DOWN_REACH_MM = 0.45;
/** What is left of it after the console has subtracted its stored template: at most 3 %, all around. ASSUMED. */
export const RESIDUE = 0.02;
/** The residue goes around slowly: this many lobes per turn, and by so much. */
export const LOBES = 5;
export const UNEVEN = 0.45;
/** Air reflects all: a train of repeats between element and window, this far apart in amplitude. ASSUMED. */
export const AIR_REFLECTION = 0.7;
export const AIR_DECAY = 0.6;
export const AIR_REPEATS = 8;

/** Adds window, ring-down and air after the beam (they are the probe's own, so the beam does not spread them). */
export const addCatheter = (plan: FramePlan, pose: ImagingPose, frameSeed: number, out: Baseband): void => {
  const { effects, probe } = plan.settings;
  const { columns, columnRad } = plan;
  const { sheathRadiusMm, air } = pose;
  if (effects.ringDown !== 'none') addRingDown(plan, sheathRadiusMm, frameSeed, out);
  for (let column = 0; column < columns; column++) {
    const turn = column / columns;
    const sway = 0.75 + 0.25 * Math.cos(2 * Math.PI * (turn + 0.13));
    addEcho(out, plan, column, sheathRadiusMm, OUTER_FACE * sway, 0);
    addEcho(out, plan, column, sheathRadiusMm - WINDOW_MM, INNER_FACE * sway, 0);
    if (air && inAir(air, column * columnRad)) {
      const gap = Math.max(0.05, sheathRadiusMm - WINDOW_MM - probe.orbitMm);
      let again = AIR_REFLECTION;
      for (let n = 0; n < AIR_REPEATS; n++, again *= AIR_DECAY) {
        addEcho(out, plan, column, sheathRadiusMm + n * gap, again, 0);
      }
    }
  }
};

/** Adds what rings, block by block, along memory. */
const addRingDown = (plan: FramePlan, sheathRadiusMm: number, frameSeed: number, out: Baseband): void => {
  const { columns } = plan;
  const ringing = ringDown(plan, sheathRadiusMm);
  const raw = plan.settings.effects.ringDown === 'raw';
  const drift = toUnit(hash32(streamSeed(frameSeed, 'ring-down'), 0));
  const level = Float32Array.from({ length: columns }, (_, column) =>
    raw ? 1 : RESIDUE * (1 + UNEVEN * Math.sin(2 * Math.PI * ((LOBES * column) / columns + 0.1 * drift))),
  );
  for (let k = 0, j = 0; k < ringing.length; k += BLOCK) {
    for (let column = 0; column < columns; column++, j += 2 * BLOCK) {
      const loud = level[column]!;
      for (let i = 0; i < BLOCK; i++) out[j + i] = out[j + i]! + loud * ringing[k + i]!;
    }
  }
};

/** The element goes on ringing at its own frequency: by sample, what becomes an exponential after the pulse's filter;
 *  whole blocks of samples. */
const ringDown = (plan: FramePlan, sheathRadiusMm: number): Float32Array => {
  const { taps, reach, pulseGain, settings } = plan;
  const { samples, startMm, mmPerSample, probe } = settings;
  const end = Math.ceil((sheathRadiusMm + RING_DOWN_REACH_MM - startMm) / mmPerSample);
  const wanted = Math.max(0, Math.min(samples, end));
  return Float32Array.from({ length: BLOCK * Math.ceil(wanted / BLOCK) }, (_, k) => {
    if (k >= wanted) return 0;
    let sum = taps[k]!;
    for (let i = 1; i <= reach; i++) sum += 2 * taps[i * samples + k]!;
    const depth = startMm + k * mmPerSample - probe.orbitMm;
    return (RING_DOWN * Math.exp(-depth / RING_DOWN_DECAY_MM) * pulseGain[k]!) / sum;
  });
};
