/** @file The standard run: a shaped wire pushed and turned along a winding tube. How it comes out must not depend on the grid. */
import { createHasher } from '../../math/hash.ts';
import { commitGrip, createGrip, createTouch } from '../rod/contact.ts';
import { feed, layStraight, type Mouth } from '../rod/feed.ts';
import { dragging, dragOf } from '../rod/loads.ts';
import { solveStep } from '../rod/newton.ts';
import { commit, fromTipMm, shareMm } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { type CurvePoint, insideTube, type Tube, WINDING_TUBE } from '../rod/tube.ts';
import { shapedWire } from '../wire-rod.ts';
import { findWire } from '../wires.ts';

export interface WindingRun {
  /** Times as many edges as a device has. */
  readonly finer?: number;
  readonly stepsPerS?: number;
  readonly seconds?: number;
}

export interface WindingResult {
  /** Where the tip is each second, x y z in mm. */
  readonly tips: readonly (readonly [number, number, number])[];
  /** Largest normal force on a millimetre of wire while it ran, N. */
  readonly peakN: number;
  /** State each second. */
  readonly hashes: readonly string[];
  /** Largest net force left after a step, N. */
  readonly residualN: number;
}

const WIRE = 'jacket-3';
const LENGTH_MM = 130;
const START_MM = 10;
const PUSH_MM_S = 20;
const TURN_RAD_S = 0.3;
/** Of the wall under each millimetre of wire, N/mm. ASSUMED. */
const WALL_N_PER_MM = 4;
/** N s/mm^2, see `rod/loads.ts`. */
const TIP_DRAG = 1e-5;
const DRAG = 1e-4;
const TIP_MM = 15;

const mouthOf = (tube: Tube): Mouth => {
  const point: CurvePoint = { x: 0, y: 0, slopeX: 0, slopeY: 0 };
  tube.at(0, point);
  const length = Math.sqrt(1 + point.slopeX * point.slopeX + point.slopeY * point.slopeY);
  const { x, y, slopeX, slopeY } = point;
  return { x, y, z: 0, dx: slopeX / length, dy: slopeY / length, dz: 1 / length };
};

/** Pushes 20 mm/s, turning, for some seconds. */
export const runWinding = ({ finer = 1, stepsPerS = 240, seconds = 5 }: WindingRun = {}): WindingResult => {
  const kind = findWire(WIRE)!;
  const rod = shapedWire(kind, kind.shape, LENGTH_MM, finer);
  const mouth = mouthOf(WINDING_TUBE);
  layStraight(rod, mouth, START_MM);
  const system = createSystem(rod);
  const grip = createGrip(rod.nodes);
  const touch = { ...createTouch(), friction: kind.friction };
  const share = shareMm(rod);
  const fromTip = fromTipMm(rod);
  const wall = insideTube(rod, WINDING_TUBE, kind.bodyDiameterMm / 2, WALL_N_PER_MM, touch, grip);
  const drag = dragging(
    dragOf(rod, (i) => (fromTip[i]! < TIP_MM ? TIP_DRAG : DRAG)),
    stepsPerS,
  );
  const tips: [number, number, number][] = [];
  const hashes: string[] = [];
  let inside = START_MM;
  let peak = 0;
  let residual = 0;
  const tip = 4 * (rod.nodes - 1);
  for (let s = 1; s <= seconds * stepsPerS; s++) {
    const advance = PUSH_MM_S / stepsPerS;
    inside += advance;
    feed(rod, mouth, inside, advance, TURN_RAD_S / stepsPerS);
    const result = solveStep(rod, system, [wall, drag], { iterations: 60, toleranceN: 2e-4, moveMm: 0.5 });
    commit(rod);
    commitGrip(grip);
    residual = Math.max(residual, result.residualN);
    for (let i = rod.from; i < rod.nodes; i++) peak = Math.max(peak, grip.pressed[i]! / share[i]!);
    if (s % stepsPerS > 0) continue;
    tips.push([rod.q[tip]!, rod.q[tip + 1]!, rod.q[tip + 2]!]);
    const hasher = createHasher();
    for (const value of rod.q) hasher.number(value);
    hashes.push(hasher.digest());
  }
  return { tips, peakN: peak, hashes, residualN: residual };
};
