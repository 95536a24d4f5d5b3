/** @file A wire's body in flowing blood straightens between what holds it. */
import type { Tissue } from '../anatomy/tissue.ts';
import { wallRadiusToward } from '../anatomy/wall-maps.ts';
import { nodeBefore, stationOf } from './path.ts';
import { ANCHOR, type MechanicsState, type WireState } from './state.ts';
import { WIRE_RADIUS_MM } from './surroundings.ts';

/** Nodes behind the tip that still move, and how far neighbours pull (nodes): 40 mm and 3 mm. */
const WINDOW = 160;
const REACH = 12;
/** Share of the way taken per tick of motion. ASSUMED: straight within about 0.1 s. */
const RATE = 0.15;

/** One relaxation pass over the distal stretch of a wire that lies in the lumen, ahead of any catheter. */
export const relaxInLumen = (state: MechanicsState, tissue: Tissue, wire: WireState): void => {
  const { path } = wire;
  const { wall } = tissue.anatomy.target;
  const held = state.ivus.loaded ? nodeBefore(state, state.ivus.tipS) + 1 : 0;
  const first = Math.max(REACH, held + REACH, path.last - WINDOW);
  for (let k = first; k < path.last - REACH; k++) {
    if (path.anchor[k] !== ANCHOR.lumen) continue;
    const before = k - REACH;
    const after = k + REACH;
    if (path.anchor[before] === ANCHOR.plane || path.anchor[after] === ANCHOR.plane) continue;
    let x = path.x[k]! + RATE * (0.5 * (path.x[before]! + path.x[after]!) - path.x[k]!);
    let y = path.y[k]! + RATE * (0.5 * (path.y[before]! + path.y[after]!) - path.y[k]!);
    const rho = Math.sqrt(x * x + y * y);
    const room = Math.max(0, wallRadiusToward(wall, 'lumen', stationOf(state, k), x, y) - WIRE_RADIUS_MM);
    if (rho > room) {
      x *= room / rho;
      y *= room / rho;
    }
    path.x[k] = x;
    path.y[k] = y;
  }
};
