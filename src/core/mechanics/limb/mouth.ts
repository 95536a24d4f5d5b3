/** @file The mouth through which a wire's rod is fed: the sheath's, or for wire 2 that of the lumen that has brought it. */
import type { Tissue } from '../../anatomy/tissue.ts';
import { guidedWire2At, mouthStation, type Offset } from '../bundle.ts';
import { isGuided, nodeBefore, nodePosition } from '../path.ts';
import type { Mouth } from '../rod/feed.ts';
import { type MechanicsState, sheathStation, type WireState } from '../state.ts';
import { routeMapOf, type WorldPoint } from './route-map.ts';

export interface MouthPlace extends Mouth {
  /** Station, mm. */
  readonly s: number;
}

/** The direction in which a lumen points is read over this much of it, mm. */
const READ_MM = 2;

const here: Offset = { x: 0, y: 0 };
const behind: Offset = { x: 0, y: 0 };
const at: WorldPoint = { x: 0, y: 0, z: 0 };
const way: WorldPoint = { x: 0, y: 0, z: 0 };

/**
 * Where the free part of a wire begins. The catheter's lumen takes wire 2's mouth along; a microcatheter has been parked beside the
 * catheter, and its mouth stays at that station.
 */
export const mouthOf = (state: MechanicsState, tissue: Tissue, wire: WireState): MouthPlace => {
  const sheath = sheathStation(state);
  if (wire === state.wire1 || wire.approach !== null) return placeMouth(tissue, sheath, 0, 0, 0, 0);
  const s = Math.max(sheath, ownMouthS(state));
  mouthPosition(state, tissue, s, here);
  mouthPosition(state, tissue, s - READ_MM, behind);
  return placeMouth(tissue, s, here.x, here.y, (here.x - behind.x) / READ_MM, (here.y - behind.y) / READ_MM);
};

/** Station of the mouth that wire 2 leaves, mm. */
export const ownMouthS = (state: MechanicsState): number =>
  state.wire2.route === 'rx-lumen' ? mouthStation(state) : state.wire2.parkedS;

/** Where what brings wire 2 has it there, route offsets in mm. */
export const mouthPosition = (state: MechanicsState, tissue: Tissue, s: number, out: Offset): Offset =>
  isGuided(state, s)
    ? guidedWire2At(state, s, out)
    : nodePosition(state, tissue, state.wire2, nodeBefore(state, s), out);

const placeMouth = (tissue: Tissue, s: number, x: number, y: number, u: number, v: number): MouthPlace => {
  const map = routeMapOf(tissue.anatomy.target.curve);
  map.toWorld(s, x, y, at);
  map.turn(s, 1, u, v, way);
  const l = 1 / Math.sqrt(way.x * way.x + way.y * way.y + way.z * way.z);
  return { s, x: at.x, y: at.y, z: at.z, dx: l * way.x, dy: l * way.y, dz: l * way.z };
};
