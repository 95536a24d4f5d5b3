/** @file A bare mechanics world for tests: the flagship's tissue, hubs to move, events to look at. */
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import type { TissueEdit } from '../../src/core/anatomy/edit.ts';
import type { Tissue } from '../../src/core/anatomy/tissue.ts';
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import { createHasher } from '../../src/core/math/hash.ts';
import { wrapAngle } from '../../src/core/math/trig.ts';
import type { CatheterBody } from '../../src/core/mechanics/catalogue.ts';
import type { DeviceId, HubInput } from '../../src/core/mechanics/device.ts';
import {
  createMechanics,
  hashMechanics,
  type LoadOptions,
  load,
  type MechanicsEvent,
  type MechanicsState,
  stepMechanics,
} from '../../src/core/mechanics/mechanics.ts';
import { bodyOf } from '../../src/core/session/catheter.ts';
import { type CatheterId, DEFAULT_CATHETER, findCatheter } from '../../src/core/ultrasound/presets.ts';

const anatomy = anatomyOf(CASE_LIBRARY[0]!);
const STILL: HubInput = { advance: 0, torque: 0 };

export interface Bench {
  readonly state: MechanicsState;
  readonly tissue: Tissue;
  readonly events: MechanicsEvent[];
  readonly edits: TissueEdit[];
}

/** The body of a catheter on the shelf. */
export const catheterBody = (id: CatheterId = DEFAULT_CATHETER.id): CatheterBody => bodyOf(findCatheter(id)!);

export const createBench = (catheter: CatheterBody = catheterBody()): Bench => {
  const tissue = createTissue(anatomy);
  return { state: createMechanics(tissue, catheter), tissue, events: [], edits: [] };
};

/** An independent copy. */
export const copyBench = (bench: Bench): Bench => {
  const tissue = createTissue(anatomy);
  const edits = structuredClone(bench.edits);
  tissue.apply(edits);
  return { state: structuredClone(bench.state), tissue, events: [], edits };
};

/** One tick. */
export const tick = (bench: Bench, inputs: Partial<Record<DeviceId, HubInput>>): void => {
  const edits: TissueEdit[] = [];
  const all = { wire1: STILL, ivus: STILL, wire2: STILL, ...inputs };
  stepMechanics(bench.state, bench.tissue, all, 1 / 240, { edits, events: bench.events });
  bench.tissue.apply(edits);
  for (const edit of edits) bench.edits.push(edit);
};

/** Turns a wire's hub by so much, rad. */
export const turnHub = (bench: Bench, device: 'wire1' | 'wire2', rad: number): void => {
  const sign = rad < 0 ? -1 : 1;
  for (let left = Math.abs(rad); left > 1e-9; left -= 2 / 240)
    tick(bench, { [device]: { advance: 0, torque: sign * 240 * Math.min(2 / 240, left) } });
};

/** Moves one hub until `done`, or for so many seconds at most. */
export const drive = (
  bench: Bench,
  device: DeviceId,
  input: Partial<HubInput>,
  seconds: number,
  done: () => boolean = () => false,
): void => {
  for (let i = 0; i < seconds * 240 && !done(); i++) tick(bench, { [device]: { ...STILL, ...input } });
};

export const hashOfBench = (bench: Bench): string => {
  const hasher = createHasher();
  hashMechanics(bench.state, hasher);
  return hasher.digest();
};

export const kindsOf = (bench: Bench, device: DeviceId): string[] =>
  bench.events.filter((event) => event.device === device).map(({ kind }) => kind);

/** Wire 1 at the blind end of the cleft. */
export const wire1Down = (catheter?: CatheterBody): Bench => {
  const bench = createBench(catheter);
  drive(bench, 'wire1', { advance: 20 }, 30, () => bench.state.wire1.stopped);
  return bench;
};

/** And the catheter's tip 24 mm beyond the distal cap. */
export const catheterDown = (from: Bench = wire1Down()): Bench => {
  load(from.state, from.tissue, 'ivus');
  const target = from.tissue.anatomy.target.occlusion.endMm + 24;
  drive(from, 'ivus', { advance: 20 }, 30, () => from.state.ivus.tipS >= target);
  return from;
};

/** Azimuth from the plane to the middle of the vessel at wire 2's tip: the true lumen's side, rad. */
export const towardLumen = (bench: Bench): number => {
  const hole = { x: 0, y: 0, radiusMm: 0 };
  bench.tissue.holeAt('plane', bench.state.wire2.tip.s, hole);
  return Math.atan2(-hole.y, -hole.x);
};

/** Turns wire 2's hub until its tip points so far (rad) off the true lumen. */
export const pointOff = (bench: Bench, offRad: number): void => {
  const { wire2 } = bench.state;
  const error = (): number => wrapAngle(towardLumen(bench) + offRad - wire2.tipRollRad);
  for (let i = 0; i < 240 * 20 && Math.abs(error()) > 0.06; i++)
    tick(bench, { wire2: { advance: 0, torque: error() > 0 ? 2 : -2 } });
};

/** Pushes a microcatheter with wire 2 to the catheter's mouth. */
export const deliver = (bench: Bench): void =>
  drive(bench, 'wire2', { advance: 20 }, 60, () => bench.state.wire2.approach === null);

/** Wire 2 beside the window, run past the plate with its tip turned to the outer wall, at a station from the cap. */
export const wire2Beside = (from: Bench, fromCapMm: number, options: LoadOptions = {}): Bench => {
  const bench = copyBench(from);
  const answer = load(bench.state, bench.tissue, 'wire2', options);
  if (!answer.ok) throw new Error(answer.reason);
  deliver(bench);
  pointOff(bench, Math.PI);
  const target = bench.tissue.anatomy.target.occlusion.endMm + fromCapMm;
  drive(bench, 'wire2', { advance: 5 }, 20, () => bench.state.wire2.tip.s >= target);
  return bench;
};
