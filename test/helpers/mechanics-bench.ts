/** @file A bare mechanics world for tests: the flagship's tissue, and what trials do with it. */
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import { createHasher } from '../../src/core/math/hash.ts';
import type { CatheterBody } from '../../src/core/mechanics/catalogue.ts';
import type { DeviceId } from '../../src/core/mechanics/device.ts';
import { hashMechanics } from '../../src/core/mechanics/mechanics.ts';
import { bodyOf } from '../../src/core/session/catheter.ts';
import * as trials from '../../src/core/session/trials/world.ts';
import { type CatheterId, DEFAULT_CATHETER, findCatheter } from '../../src/core/ultrasound/presets.ts';

export {
  copyWorld as copyBench,
  deliver,
  drive,
  pointOff,
  tick,
  towardLumen,
  turnHub,
  type World as Bench,
  wire2Beside,
} from '../../src/core/session/trials/world.ts';

type Bench = trials.World;

const anatomy = anatomyOf(CASE_LIBRARY[0]!);

/** The body of a catheter on the shelf. */
export const catheterBody = (id: CatheterId = DEFAULT_CATHETER.id): CatheterBody => bodyOf(findCatheter(id)!);

export const createBench = (catheter: CatheterBody = catheterBody()): Bench =>
  trials.createWorld(anatomy, catheter);

/** Wire 1 at the blind end of the cleft. */
export const wire1Down = (catheter?: CatheterBody): Bench => trials.wire1Down(createBench(catheter));

/** And the catheter's tip 24 mm beyond the distal cap. */
export const catheterDown = (from: Bench = wire1Down()): Bench => trials.catheterDown(from);

export const hashOfBench = (bench: Bench): string => {
  const hasher = createHasher();
  hashMechanics(bench.state, hasher);
  return hasher.digest();
};

export const kindsOf = (bench: Bench, device: DeviceId): string[] =>
  bench.events.filter((event) => event.device === device).map(({ kind }) => kind);
