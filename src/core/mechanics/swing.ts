/** @file A bent tip turned in the open plane swings round to the wall that it points at. */
import type { Hole } from '../anatomy/tissue.ts';
import { atan2, cos, PI, sin, wrapAngle } from '../math/trig.ts';
import { carryTip, type Move } from './move.ts';
import { isGuided } from './path.ts';
import { ANCHOR } from './state.ts';
import { createSpot } from './surroundings.ts';
import { reachMm } from './tip-shape.ts';

/** The tip closes on where it points with this time constant, s; a share of the bend follows it. ASSUMED. */
const SWING_S = 0.08;
/** The bend that swings with it, in nodes of the path: about 1.5 mm. */
const BEND_NODES = 6;
/** It keeps this clear of the wall, mm. */
const CLEAR_MM = 0.03;
/** Pointing nearly straight across the plane it goes round the way it is being turned. */
const ACROSS_RAD = PI - 0.5;

const hole: Hole = { x: 0, y: 0, radiusMm: 0 };
const spot = createSpot();

/** One tick of swinging. @param turnedRad how far the tip has just turned */
export const swingInPlane = (move: Move, turnedRad: number, dtS: number): void => {
  const { state, tissue, wire, look } = move;
  const { tip, path } = wire;
  if (turnedRad === 0 || wire === state.wire1 || tip.anchor !== ANCHOR.plane || isGuided(state, tip.s))
    return;
  if (!tissue.holeAt('plane', tip.s, hole)) return;
  const room = hole.radiusMm - move.kind.tipDiameterMm / 2 - CLEAR_MM;
  const bent = reachMm(wire.shape);
  // A tip that reaches from wall to wall lies where it points; a straight one stays.
  const share = Math.min(1, bent / hole.radiusMm);
  if (room <= 0 || share < 0.2) return;
  const dx = tip.x - hole.x;
  const dy = tip.y - hole.y;
  const rho = Math.sqrt(dx * dx + dy * dy);
  const now = rho > 1e-6 ? atan2(dy, dx) : wire.tipRollRad;
  let off = wrapAngle(wire.tipRollRad - now);
  if (off > ACROSS_RAD && turnedRad < 0) off -= 2 * PI;
  else if (off < -ACROSS_RAD && turnedRad > 0) off += 2 * PI;
  const step = off * share * Math.min(1, dtS / SWING_S);
  const to = rho + (room - rho) * Math.min(1, dtS / SWING_S);
  const x = hole.x + to * cos(now + step);
  const y = hole.y + to * sin(now + step);
  if (look(tip.s, x, y, spot).zone !== 'plane') return;
  for (let i = 0; i < BEND_NODES; i++) {
    const k = path.last - i;
    if (k < 0 || path.anchor[k] !== ANCHOR.plane) break;
    const part = step * (1 - i / BEND_NODES);
    const c = cos(part);
    const d = sin(part);
    const px = path.x[k]!;
    path.x[k] = c * px - d * path.y[k]!;
    path.y[k] = d * px + c * path.y[k]!;
  }
  path.track = path.last;
  carryTip(move, tip.s, x, y, 0);
};
