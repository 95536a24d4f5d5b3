/** @file A running session: one case, one world, 240 ticks a second. */

import { createTissue } from '../anatomy/create-tissue.ts';
import type { TissueEdit } from '../anatomy/edit.ts';
import type { Anatomy } from '../anatomy/tissue.ts';
import { anatomyOf } from '../cases/anatomy-of.ts';
import type { CaseFile } from '../cases/schema.ts';
import { streamSeed, toUnit } from '../math/rng.ts';
import { TAU } from '../math/trig.ts';
import { moveBalloon } from '../mechanics/devices/balloon.ts';
import type { MechanicsEvent } from '../mechanics/event.ts';
import { createMechanics, stepMechanics } from '../mechanics/mechanics.ts';
import { DEFAULT_CATHETER, rotates } from '../ultrasound/presets.ts';
import { bodyOf } from './catheter.ts';
import { TICK_HZ, TICK_S } from './command.ts';
import { createCArm, createContrast, stepCArm, stepContrast } from './gantry.ts';
import { travelNow } from './imaging.ts';
import { createProcedureRecord, createTold, JUDGE_TICKS, judge } from './judge.ts';
import { carryOut, endPullback } from './orders.ts';
import { SESSION_KIND, SESSION_RULES, SESSION_VERSION, type SessionFile } from './session-file.ts';
import { type Session, STILL, say, sayOnceIn } from './state.ts';
import { hashOf } from './state-hash.ts';
import { carryTransducer, createTransducer, stepTransducer, stopSled } from './transducer.ts';

export { enqueue } from './log.ts';
export type { Session } from './state.ts';
export { hashOf } from './state-hash.ts';

/** One hash a second of simulated time. */
const HASH_TICKS = TICK_HZ;
/** From these rules on wire 1 moves as a rod. */
const RULES_WITH_RODS = 4;
/** The same complaint of a device is not repeated within this time. */
const QUIET_TICKS = 1 * TICK_HZ;

/**
 * @param seed decides what the case leaves open, today how the image is turned; the case's own when omitted
 * @param anatomy of this very case, where it has been made already (it takes a third of a second)
 * @param rules those that a saved session was played by; the newest for a new one
 */
export const createSession = (
  caseFile: CaseFile,
  seed: number = caseFile.anatomy.seed,
  anatomy: Anatomy = anatomyOf(caseFile),
  rules: number = SESSION_RULES,
): Session => {
  const tissue = createTissue(anatomy);
  return {
    caseFile,
    seed,
    rules,
    tissue,
    mechanics: createMechanics(tissue, bodyOf(DEFAULT_CATHETER), rules >= RULES_WITH_RODS),
    imageZeroRad: toUnit(streamSeed(seed, 'image-zero')) * TAU,
    catheter: DEFAULT_CATHETER,
    catheterMmS: 0,
    tick: 0,
    inputs: { wire1: STILL, ivus: STILL, wire2: STILL, balloon: STILL },
    cArm: createCArm(),
    contrast: createContrast(),
    transducer: createTransducer(),
    fluoroTicks: 0,
    charges: [],
    takenOut: [],
    procedure: createProcedureRecord(),
    told: createTold(),
    log: [],
    executed: 0,
    edits: [],
    events: [],
    hashes: [],
  };
};

const hear = (session: Session, event: MechanicsEvent): void => {
  const stationMm = Math.round(event.s * 10) / 10;
  const forceN = Math.round(event.forceN * 100) / 100;
  const { procedure } = session;
  if (event.kind === 'perforation') {
    if (sayOnceIn(session, QUIET_TICKS, 'perforation', 'error', { device: event.device, stationMm })) {
      procedure.perforations++;
    }
  } else if (event.kind === 'calcium-strike' && event.device === 'wire2') {
    if (sayOnceIn(session, QUIET_TICKS, 'wire2-calcium', 'warning', { stationMm, forceN })) {
      procedure.calciumStrikes++;
    }
  } else if (event.kind === 'in-adventitia') {
    sayOnceIn(session, QUIET_TICKS, 'in-adventitia', 'warning', { device: event.device, stationMm });
  } else if (event.kind === 'major-bleeding') {
    say(session, 'major-bleeding', 'error', { device: event.device, stationMm });
  } else if (event.kind === 'kinked') {
    if (session.transducer.pullbackSpeed > 0) endPullback(session);
    say(session, 'ivus-kinked', 'error', { stationMm, forceN });
  } else if (event.kind === 'stopped' && event.device === 'ivus') {
    sayOnceIn(session, QUIET_TICKS, 'ivus-resisted', 'warning', { stationMm, forceN });
  }
};

/** What moves the hubs: the user's hands, and the sled that pulls an array with its catheter. */
const inputsNow = ({ inputs, catheter, transducer }: Session): Session['inputs'] =>
  transducer.pullbackSpeed > 0 && !rotates(catheter)
    ? { ...inputs, ivus: { advance: -transducer.pullbackSpeed, torque: inputs.ivus.torque } }
    : inputs;

/** The transducer after the catheter has moved by so much. */
const moveTransducer = (session: Session, movedMm: number): void => {
  const { transducer } = session;
  const slides = rotates(session.catheter);
  if (!slides) carryTransducer(transducer, movedMm);
  const travel = travelNow(session);
  // the catheter may have been drawn back so far that the transducer would lie in the sheath
  if (transducer.pulledBackMm > travel) transducer.pulledBackMm = travel;
  if (slides ? stepTransducer(transducer, travel) : stopSled(transducer, travel)) endPullback(session);
};

/** One tick, 1/240 s: the commands due, then devices, tissue, machines, clocks, and what they mean. */
export const stepSession = (session: Session): void => {
  const { log, tissue, mechanics } = session;
  while (session.executed < log.length && log[session.executed]!.tick <= session.tick) {
    carryOut(session, log[session.executed++]!.command);
  }
  const finished = session.procedure.finishedTick !== null;
  if (!finished) {
    const edits: TissueEdit[] = [];
    const events: MechanicsEvent[] = [];
    const from = mechanics.ivus.tipS;
    stepMechanics(mechanics, tissue, inputsNow(session), TICK_S, { edits, events });
    moveBalloon(mechanics, session.inputs.balloon.advance, TICK_S);
    const moved = mechanics.ivus.tipS - from;
    session.catheterMmS = moved / TICK_S;
    if (edits.length > 0) {
      tissue.apply(edits);
      for (const edit of edits) session.edits.push(edit);
    }
    for (const event of events) hear(session, event);
    stepCArm(session.cArm);
    stepContrast(session.contrast, session.cArm);
    if (session.cArm.fluoroOn) session.fluoroTicks++;
    moveTransducer(session, moved);
  }
  session.tick++;
  if (!finished && session.tick % JUDGE_TICKS === 0) judge(session);
  if (session.tick % HASH_TICKS === 0) session.hashes.push({ tick: session.tick, hash: hashOf(session) });
};

/** The session so far as a file. @param program version of the program that writes it */
export const sessionFileOf = (session: Session, program: string): SessionFile => {
  const { tick, hashes, rules } = session;
  const last = hashes[hashes.length - 1]?.tick === tick ? [] : [{ tick, hash: hashOf(session) }];
  return {
    kind: SESSION_KIND,
    version: SESSION_VERSION,
    program,
    case: session.caseFile,
    seed: session.seed,
    rules,
    commands: [...session.log],
    endTick: tick,
    hashes: [...hashes, ...last],
  };
};
