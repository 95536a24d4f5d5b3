/** @file A session left to random hands for so long, watched. */
import type { CaseFile } from '../../cases/schema.ts';
import { TICK_HZ } from '../command.ts';
import { createSession, enqueue, stepSession } from '../session.ts';
import { hashOf } from '../state-hash.ts';
import { randomHands } from './random-hands.ts';
import { watch } from './watch.ts';

/** One second of simulated time. */
export interface SoakSecond {
  readonly ticks: number;
  readonly commands: number;
  /** Steps that a wire's rod left with more than 1 mN unbalanced, of those in which it moved. */
  readonly unsettled: number;
  readonly rodTicks: number;
  /** Times that a wire had to be laid down anew. */
  readonly recovered: number;
  readonly broken: readonly string[];
  readonly hash: string;
}

/** The world is looked at so often. */
const LOOKS_PER_S = 15;
const UNSETTLED_N = 1e-3;

/** Plays for so many seconds; a bad case file throws before the first. */
export function* soak(caseFile: CaseFile, seed: number, seconds: number): Generator<SoakSecond, void> {
  const session = createSession(caseFile);
  const hands = randomHands(seed);
  let wait = 0;
  let commands = 0;
  let unsettled = 0;
  let rodTicks = 0;
  let recovered = 0;
  const rods = {
    wire1: { of: null as object | null, recovered: 0 },
    wire2: { of: null as object | null, recovered: 0 },
  };
  for (let second = 0; second < seconds; second++) {
    const broken = new Set<string>();
    for (let i = 0; i < TICK_HZ; i++) {
      if (wait-- <= 0) {
        const act = hands.next().value;
        wait = act.ticks;
        commands++;
        enqueue(session, act.command);
      }
      stepSession(session);
      for (const id of ['wire1', 'wire2'] as const) {
        const { body } = session.mechanics[id];
        const rod = rods[id];
        if (!body || body.movedMm === 0) continue;
        recovered += body.recovered - (body === rod.of ? rod.recovered : 0);
        rod.of = body;
        rod.recovered = body.recovered;
        rodTicks++;
        if (body.residualN > UNSETTLED_N) unsettled++;
      }
      if (session.tick % (TICK_HZ / LOOKS_PER_S) === 0) for (const what of watch(session)) broken.add(what);
    }
    yield {
      ticks: session.tick,
      commands,
      unsettled,
      rodTicks,
      recovered,
      broken: [...broken],
      hash: hashOf(session),
    };
  }
}
