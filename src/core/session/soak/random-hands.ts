/** @file Hands that know nothing: seeded commands at random times, sensible and absurd, for a soak. */
import { createStream } from '../../math/rng.ts';
import { BALLOONS } from '../../mechanics/devices/balloons.ts';
import { MICROCATHETERS } from '../../mechanics/devices/microcatheters.ts';
import { SHEATHS } from '../../mechanics/devices/sheaths.ts';
import { WIRE_CLASSES } from '../../mechanics/wires.ts';
import { CATHETER_IDS } from '../../ultrasound/presets.ts';
import type { Command, HubId } from '../command.ts';

const HUBS: readonly HubId[] = ['wire1', 'ivus', 'wire2', 'balloon'];
const WIRES = ['wire1', 'wire2'] as const;

/** A command, and how many ticks pass before the next one. */
export interface Act {
  readonly command: Command;
  readonly ticks: number;
}

/** Shortest and longest time between two commands, ticks. */
const LEAST_TICKS = 10;
const MOST_TICKS = 700;

/** Endless. Mostly they push, pull and turn; now and then they load, exchange, bend, image. @param seed 32 bits */
export function* randomHands(seed: number): Generator<Act, never> {
  const dice = createStream(seed, 'random-hands');
  const one = <T>(list: readonly T[]): T => list[dice.int(list.length)]!;
  const shape = () => ({ angleDeg: dice.range(0, 90), lengthMm: dice.range(0.5, 20) });
  const hub = (): Command => ({
    type: 'hub',
    device: one(HUBS),
    advance: dice.range(-20, 30),
    torque: dice.range(-6, 6),
  });
  const load = (): Command => {
    const device = one(HUBS);
    return {
      type: 'load',
      device,
      ...(device === 'wire1' || device === 'wire2' ? { wire: one(WIRE_CLASSES).id, shape: shape() } : {}),
      ...(device === 'wire2'
        ? { route: one(['rx-lumen', 'microcatheter'] as const), microcatheter: one(MICROCATHETERS).id }
        : {}),
      ...(device === 'balloon' ? { balloon: one(BALLOONS).id, on: one(WIRES) } : {}),
    };
  };
  const others: readonly (() => Command)[] = [
    load,
    load,
    load,
    () => ({ type: 'unload', device: one(HUBS) }),
    () => ({ type: 'shape', device: one(WIRES), shape: shape() }),
    () => ({ type: 'exchange', wire: one(WIRE_CLASSES).id, shape: shape() }),
    () => ({ type: 'sheath', id: one(SHEATHS).id }),
    () => ({ type: 'catheter', id: one(CATHETER_IDS) }),
    () => ({ type: 'flush' }),
    () => ({ type: 'transducer', rate: dice.range(-20, 20) }),
    () => ({ type: 'pullback', speed: dice.range(0, 9) }),
    () => ({ type: 'c-arm', angleDeg: dice.range(-90, 90) }),
    () => ({ type: 'fluoro', on: dice.next() < 0.5 }),
    () => ({ type: 'contrast', ml: dice.range(0.1, 20) }),
  ];
  for (;;) {
    const command = dice.next() < 0.7 ? hub() : one(others)();
    yield { command, ticks: LEAST_TICKS + dice.int(MOST_TICKS - LEAST_TICKS) };
  }
}
