/**
 * @file What calcium asks of the catheter that is to pass it: clearance and friction.
 *
 * The catheter pushes what surrounds it aside, area for area: calcium at a distance r from its middle would have to go to
 * sqrt(r^2 + R^2). A stiff arc moves over as one piece, and the wall gives way behind it; a ring cannot move over, so what
 * is left after the best move has to be stretched, presses on the shaft, and rubs.
 */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { cos, sin, TAU } from '../math/trig.ts';
import type { Offset } from './bundle.ts';

/** Directions looked at, and steps outward to where calcium is felt, mm in the unopened tissue. */
const AROUND = 24;
const FIRST_MM = 0.1;
const STEP_MM = 0.1;
const FELT_MM = 0.8;
/** Soft tissue between shaft and calcium gives so much, mm. ASSUMED. */
const SLACK_MM = 0.12;
/** Stiffness of calcified wall per mm of shaft and mm of stretch, N/mm^2 (calcium 20, both sides of the ring), and the length of
 *  the shoulder that goes through at once, mm. ASSUMED. */
const RING_N_PER_MM2 = 40;
const SHOULDER_MM = 3;
/** Moves tried: so many steps of so much, mm, toward each direction. */
const MOVES = 8;
const MOVE_MM = 0.1;

const COS: readonly number[] = Array.from({ length: AROUND }, (_, i) => cos((i * TAU) / AROUND));
const SIN: readonly number[] = Array.from({ length: AROUND }, (_, i) => sin((i * TAU) / AROUND));
const over = new Float64Array(AROUND);

/**
 * How much too narrow the calcium around a place is for a round shaft there, mm; 0 where it passes.
 * @param middle of the shaft, reference coordinates, mm
 */
export const tooNarrowMm = (tissue: Tissue, s: number, middle: Offset, radiusMm: number): number => {
  let any = false;
  for (let i = 0; i < AROUND; i++) {
    over[i] = Number.NEGATIVE_INFINITY;
    for (let r = FIRST_MM; r <= FELT_MM; r += STEP_MM) {
      const x = middle.x + r * COS[i]!;
      const y = middle.y + r * SIN[i]!;
      if (tissue.referenceMaterialAt(s, x, y) !== MATERIAL.calcium) continue;
      over[i] = Math.sqrt(r * r + radiusMm * radiusMm) - r;
      any = true;
      break;
    }
  }
  if (!any) return 0;
  let least = worstAfter(0, 0);
  for (let m = 1; m <= MOVES; m++)
    for (let i = 0; i < AROUND; i++) least = Math.min(least, worstAfter(i, m * MOVE_MM));
  return Math.max(0, least - SLACK_MM);
};

/** What has to be stretched where the calcium has moved by so much in a direction, mm. */
const worstAfter = (direction: number, moveMm: number): number => {
  let worst = 0;
  for (let i = 0; i < AROUND; i++) {
    const along = COS[(i - direction + AROUND) % AROUND]!;
    worst = Math.max(worst, over[i]! - moveMm * along);
  }
  return worst;
};

/** A round nose slides off calcium on one side of it: by so many steps of so much, mm. ASSUMED. */
const ASIDE = 8;
const ASIDE_MM = 0.05;

/** Moves a shaft's middle away from the calcium beside it until it passes, or as far as it goes; reference coordinates, mm. */
export const slideOff = (tissue: Tissue, s: number, middle: Offset, radiusMm: number): void => {
  let least = tooNarrowMm(tissue, s, middle, radiusMm);
  if (least === 0) return;
  // away from what `over` now holds: the calcium felt around
  let x = 0;
  let y = 0;
  for (let i = 0; i < AROUND; i++) {
    x -= Math.max(0, over[i]!) * COS[i]!;
    y -= Math.max(0, over[i]!) * SIN[i]!;
  }
  const d = Math.sqrt(x * x + y * y);
  if (d < 1e-9) return;
  const tried: Offset = { x: middle.x, y: middle.y };
  for (let k = 0; k < ASIDE && least > 0; k++) {
    tried.x += (ASIDE_MM * x) / d;
    tried.y += (ASIDE_MM * y) / d;
    const narrow = tooNarrowMm(tissue, s, tried, radiusMm);
    if (narrow >= least) continue;
    least = narrow;
    middle.x = tried.x;
    middle.y = tried.y;
  }
};

/** Extra force to push a shaft's shoulder through a station, N. */
export const squeezeN = (
  tissue: Tissue,
  s: number,
  middle: Offset,
  radiusMm: number,
  friction: number,
): number => friction * RING_N_PER_MM2 * SHOULDER_MM * tooNarrowMm(tissue, s, middle, radiusMm);
