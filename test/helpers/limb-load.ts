/** @file The load of the limb: both wires as rods in the layered lesion, the catheter over wire 1, all three moving. */
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import { load } from '../../src/core/mechanics/mechanics.ts';
import { bodyOf } from '../../src/core/session/catheter.ts';
import { createWorld, drive, tick, wire1Down } from '../../src/core/session/trials/world.ts';
import { DEFAULT_CATHETER } from '../../src/core/ultrasound/presets.ts';

export interface LimbTick {
  /** Net force left on each rod that moved, N. */
  readonly residualsN: readonly number[];
  readonly nodes: readonly number[];
}

/** Wire 1 at the blind end of its plane, the catheter in the occlusion, wire 2 in its microcatheter down the lumen. */
export const createLimbLoad = (): (() => LimbTick) => {
  const world = wire1Down(createWorld(anatomyOf(CASE_LIBRARY[0]!), bodyOf(DEFAULT_CATHETER)));
  const { state, tissue } = world;
  load(state, tissue, 'ivus');
  const middle = tissue.anatomy.target.occlusion.startMm + 60;
  drive(world, 'ivus', { advance: 20 }, 30, () => state.ivus.tipS >= middle);
  load(state, tissue, 'wire2', { wire: 'jacket-3', route: 'microcatheter' });
  drive(world, 'wire2', { advance: 10 }, 6);
  let n = 0;
  return () => {
    // every second the other way
    const way = Math.floor(n++ / 240) % 2 === 0 ? 1 : -1;
    tick(world, {
      wire1: { advance: -5 * way, torque: 2 },
      ivus: { advance: 3 * way, torque: 0.5 },
      wire2: { advance: 8 * way, torque: -2 },
    });
    const bodies = [state.wire1.body, state.wire2.body].filter((body) => body !== null);
    return {
      residualsN: bodies.map(({ residualN }) => residualN),
      nodes: bodies.map(({ rod }) => rod.nodes - rod.from),
    };
  };
};
