/** @file A bare mechanics world for trials: a tissue, hubs to move, events to look at; no clocks, no procedure. */
import { createTissue } from '../../anatomy/create-tissue.ts';
import type { TissueEdit } from '../../anatomy/edit.ts';
import type { Anatomy, Tissue } from '../../anatomy/tissue.ts';
import { copyOf } from '../../math/copy.ts';
import { atan2, wrapAngle } from '../../math/trig.ts';
import type { CatheterBody } from '../../mechanics/catalogue.ts';
import type { DeviceId, HubInput } from '../../mechanics/device.ts';
import {
  createMechanics,
  type LoadOptions,
  load,
  type MechanicsEvent,
  type MechanicsState,
  type PunctureLaw,
  stepMechanics,
} from '../../mechanics/mechanics.ts';
import { TICK_HZ, TICK_S } from '../command.ts';

const STILL: HubInput = { advance: 0, torque: 0 };

export interface World {
  readonly state: MechanicsState;
  readonly tissue: Tissue;
  readonly events: MechanicsEvent[];
  readonly edits: TissueEdit[];
}

/** A fresh limb with wire 1 at the sheath. @param law the usual one without it */
export const createWorld = (anatomy: Anatomy, catheter: CatheterBody, law?: PunctureLaw): World => {
  const tissue = createTissue(anatomy);
  return { state: createMechanics(tissue, catheter, true, law), tissue, events: [], edits: [] };
};

/** An independent copy, its events forgotten. */
export const copyWorld = (world: World): World => {
  const tissue = createTissue(world.tissue.anatomy);
  const edits = copyOf(world.edits);
  tissue.apply(edits);
  return { state: copyOf(world.state), tissue, events: [], edits };
};

/** One tick; a hub that is not named rests. */
export const tick = (world: World, inputs: Partial<Record<DeviceId, HubInput>>): void => {
  const edits: TissueEdit[] = [];
  const all = { wire1: STILL, ivus: STILL, wire2: STILL, ...inputs };
  stepMechanics(world.state, world.tissue, all, TICK_S, { edits, events: world.events });
  world.tissue.apply(edits);
  for (const edit of edits) world.edits.push(edit);
};

/** Moves one hub until `done`, or for so many seconds at most. */
export const drive = (
  world: World,
  device: DeviceId,
  input: Partial<HubInput>,
  seconds: number,
  done: () => boolean = () => false,
): void => {
  for (let i = 0; i < seconds * TICK_HZ && !done(); i++) tick(world, { [device]: { ...STILL, ...input } });
};

/** Turns a wire's hub by so much, rad. */
export const turnHub = (world: World, device: 'wire1' | 'wire2', rad: number): void => {
  const sign = rad < 0 ? -1 : 1;
  for (let left = Math.abs(rad); left > 1e-9; left -= 2 * TICK_S)
    tick(world, { [device]: { advance: 0, torque: sign * TICK_HZ * Math.min(2 * TICK_S, left) } });
};

/** Pushes wire 1 until it is stopped. */
export const wire1Down = (world: World): World => {
  drive(world, 'wire1', { advance: 20 }, 40, () => world.state.wire1.stopped);
  return world;
};

/** Runs the catheter over wire 1 until its tip lies so far beyond the distal cap, mm. */
export const catheterDown = (world: World, pastCapMm = 24): World => {
  load(world.state, world.tissue, 'ivus');
  const { ivus } = world.state;
  const target = world.tissue.anatomy.target.occlusion.endMm + pastCapMm;
  drive(world, 'ivus', { advance: 20 }, 30, () => ivus.tipS >= target);
  return world;
};

/** Azimuth from the plane to the middle of the vessel at wire 2's tip: the true lumen's side, rad. */
export const towardLumen = (world: World): number => {
  const hole = { x: 0, y: 0, radiusMm: 0 };
  world.tissue.holeAt('plane', world.state.wire2.tip.s, hole);
  return atan2(-hole.y, -hole.x);
};

/** Turns wire 2's hub until its tip points so far (rad) off the true lumen. */
export const pointOff = (world: World, offRad: number): void => {
  const { wire2 } = world.state;
  const error = (): number => wrapAngle(towardLumen(world) + offRad - wire2.tipRollRad);
  for (let i = 0; i < TICK_HZ * 20 && Math.abs(error()) > 0.06; i++)
    tick(world, { wire2: { advance: 0, torque: error() > 0 ? 2 : -2 } });
};

/** Pushes a microcatheter with wire 2 to the catheter's mouth. */
export const deliver = (world: World): void =>
  drive(world, 'wire2', { advance: 20 }, 60, () => world.state.wire2.approach === null);

/** In a copy: wire 2 at the catheter's mouth. @throws Error if it cannot be loaded */
export const wire2AtMouth = (from: World, options: LoadOptions = {}): World => {
  const world = copyWorld(from);
  const answer = load(world.state, world.tissue, 'wire2', options);
  if (!answer.ok) throw new Error(answer.reason);
  deliver(world);
  return world;
};

/** And run along the outer wall to a station from the distal cap, mm. */
export const wire2Beside = (from: World, fromCapMm: number, options: LoadOptions = {}): World => {
  const world = wire2AtMouth(from, options);
  pointOff(world, Math.PI);
  const target = world.tissue.anatomy.target.occlusion.endMm + fromCapMm;
  drive(world, 'wire2', { advance: 5 }, 20, () => world.state.wire2.tip.s >= target);
  return world;
};
