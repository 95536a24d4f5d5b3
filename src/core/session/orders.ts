/** @file Carries out a command at its tick. What the world cannot follow becomes an event and changes nothing. */
import { loadBalloon, unloadBalloon } from '../mechanics/devices/balloon.ts';
import type { OrderResult } from '../mechanics/event.ts';
import { chooseCatheter, chooseSheath, exchange, load, reshape, unload } from '../mechanics/mechanics.ts';
import { gradeMark, isRead } from '../procedure/marks.ts';
import { lookAt } from '../procedure/wire2.ts';
import { findCatheter, rotates } from '../ultrasound/presets.ts';
import { bodyOf } from './catheter.ts';
import type { Command } from './command.ts';
import { inject, washOut } from './gantry.ts';
import { imagingPose, imagingPoseAt, travelNow } from './imaging.ts';
import { finish } from './judge.ts';
import { type Refusal, type RefusalCode, refusalOf } from './refusal.ts';
import { type Session, STILL, say } from './state.ts';
import { charge, chargeLoad, chargeTakeOut } from './time-ledger.ts';
import { homeTransducer, recordedMm } from './transducer.ts';

type OrderOf<T extends Command['type']> = Extract<Command, { type: T }>;
/** Why the order could not be followed; null when it was. */
type Answer = RefusalCode | Refusal | null;

const answerOf = (result: OrderResult): Answer => (result.ok ? null : refusalOf(result));

const loadDevice = (session: Session, command: OrderOf<'load'>): Answer => {
  const { mechanics, tissue } = session;
  const { device } = command;
  const answer = answerOf(
    device === 'balloon' ? loadBalloon(mechanics, command) : load(mechanics, tissue, device, command),
  );
  if (answer) return answer;
  session.inputs[device] = STILL;
  if (device === 'ivus') {
    homeTransducer(session.transducer);
    say(session, 'ivus-loaded', 'info');
  }
  if (device === 'wire2') say(session, 'wire2-loaded', 'info', { wire: mechanics.wire2.wireId });
  if (device === 'balloon') say(session, 'balloon-loaded', 'info', { on: mechanics.access.balloon.on });
  if (command.shape && device !== 'ivus') charge(session, 'reshape', device);
  chargeLoad(session, device);
  return null;
};

const unloadDevice = (session: Session, { device }: OrderOf<'unload'>): Answer => {
  const { mechanics } = session;
  const answer = answerOf(device === 'balloon' ? unloadBalloon(mechanics) : unload(mechanics, device));
  if (answer) return answer;
  session.inputs[device] = STILL;
  if (device === 'ivus') {
    if (session.transducer.pullbackSpeed > 0) endPullback(session);
    homeTransducer(session.transducer);
  }
  chargeTakeOut(session, device);
  return null;
};

const exchangeWire = (session: Session, { wire, shape }: OrderOf<'exchange'>): Answer => {
  const answer = answerOf(exchange(session.mechanics, session.tissue, { wire, shape }));
  if (answer) return answer;
  session.inputs.wire2 = STILL;
  say(session, 'wire2-exchanged', 'info', { wire });
  if (shape) charge(session, 'reshape', 'wire2');
  charge(session, 'exchange', 'wire2');
  return null;
};

const shapeTip = (session: Session, { device, shape }: OrderOf<'shape'>): Answer => {
  const answer = answerOf(reshape(session.mechanics, device, shape));
  if (answer) return answer;
  if (charge(session, 'reshape', device)) session.inputs[device] = STILL;
  return null;
};

const flush = (session: Session): Answer => {
  if (!session.mechanics.ivus.loaded) return 'not-loaded';
  washOut(session.contrast);
  session.inputs.ivus = STILL;
  say(session, 'flushed', 'info');
  charge(session, 'flush', 'ivus');
  return null;
};

const takeCatheter = (session: Session, { id }: OrderOf<'catheter'>): Answer => {
  const preset = findCatheter(id);
  if (!preset) return 'unknown-catheter';
  const answer = answerOf(chooseCatheter(session.mechanics, bodyOf(preset)));
  if (!answer) session.catheter = preset;
  return answer;
};

const takeSheath = (session: Session, { id }: OrderOf<'sheath'>): Answer => {
  const { access } = session.mechanics;
  const before = access.sheath;
  const answer = answerOf(chooseSheath(session.mechanics, id));
  if (!answer && access.sheath !== before) say(session, 'sheath-exchanged', 'info', { sheath: id });
  return answer;
};

/** Ends a running pullback and says what it recorded. */
export const endPullback = (session: Session): void => {
  const { transducer } = session;
  transducer.pullbackSpeed = 0;
  say(session, 'pullback-recorded', 'good', { mm: Math.round(recordedMm(transducer) * 10) / 10 });
};

const slide = (session: Session, { rate }: OrderOf<'transducer'>): Answer => {
  const { transducer } = session;
  if (transducer.pullbackSpeed > 0) endPullback(session);
  transducer.rate = 0;
  if (rate === 0) return null;
  if (!rotates(session.catheter)) return 'transducer-fixed';
  if (!imagingPose(session)) return 'no-image';
  if (session.mechanics.ivus.kinked) return 'catheter-kinked';
  const { pulledBackMm } = transducer;
  if (rate > 0 ? pulledBackMm <= 0 : pulledBackMm >= travelNow(session)) return 'transducer-at-limit';
  transducer.rate = rate;
  return null;
};

const fastest = ({ catheter }: Session): number => Math.max(...catheter.pullbackMmS);

const pullBack = (session: Session, { speed }: OrderOf<'pullback'>): Answer => {
  const { transducer } = session;
  if (speed === 0) {
    if (transducer.pullbackSpeed > 0) endPullback(session);
    return null;
  }
  if (!imagingPose(session)) return 'no-image';
  if (session.mechanics.ivus.kinked) return 'catheter-kinked';
  if (session.rules > 1 && speed > fastest(session)) return 'pullback-too-fast';
  // a sled counts from where it begins to pull
  if (!rotates(session.catheter) && transducer.pullbackSpeed === 0) transducer.pulledBackMm = 0;
  if (transducer.pulledBackMm >= travelNow(session)) return 'transducer-at-limit';
  transducer.rate = 0;
  if (transducer.pullbackSpeed === 0) {
    transducer.pullbackId++;
    transducer.pullbackFromMm = transducer.pulledBackMm;
    say(session, 'pullback-started', 'info', { speed });
  }
  transducer.pullbackSpeed = speed;
  return null;
};

const mark = (session: Session, command: OrderOf<'mark'>): Answer => {
  const { tissue, transducer, procedure, tick } = session;
  const back = Math.min(command.pulledBackMm ?? transducer.pulledBackMm, travelNow(session));
  const pose = imagingPoseAt(session, back);
  if (!pose) return 'no-image';
  const { kind, clock, rangeMm } = command;
  const wire2 = pose.wires.find((wire) => wire.device === 'wire2');
  const inLumen = lookAt(tissue, pose.s, wire2) === null;
  const graded = gradeMark(tissue, pose, { kind, clock, rangeMm }, tick, inLumen);
  procedure.marks.push(graded);
  const values = { kind, clock: Math.round(clock) || 12, errorDeg: Math.round(graded.errorDeg) };
  if (isRead(graded)) say(session, 'mark-accepted', 'good', values);
  else say(session, 'mark-off', 'warning', values);
  return null;
};

/** A confirmation that the image does not bear out is no refused order: it was made, and it was wrong. */
const confirm = (session: Session): Answer => {
  const pose = imagingPose(session);
  const wire2 = pose?.wires.find((wire) => wire.device === 'wire2');
  const reason = pose ? lookAt(session.tissue, pose.s, wire2) : 'no-image';
  if (reason) {
    say(session, 'confirm-rejected', 'warning', { reason });
    return null;
  }
  session.procedure.confirmedTick ??= session.tick;
  say(session, 'confirm-accepted', 'good');
  return null;
};

const follow = (session: Session, command: Command): Answer => {
  switch (command.type) {
    case 'hub':
      session.inputs[command.device] = { advance: command.advance, torque: command.torque };
      return null;
    case 'load':
      return loadDevice(session, command);
    case 'unload':
      return unloadDevice(session, command);
    case 'catheter':
      return takeCatheter(session, command);
    case 'sheath':
      return takeSheath(session, command);
    case 'exchange':
      return exchangeWire(session, command);
    case 'shape':
      return shapeTip(session, command);
    case 'flush':
      return flush(session);
    case 'transducer':
      return slide(session, command);
    case 'pullback':
      return pullBack(session, command);
    case 'c-arm':
      session.cArm.targetDeg = command.angleDeg;
      return null;
    case 'fluoro':
      session.cArm.fluoroOn = command.on;
      return null;
    case 'contrast':
      inject(session.contrast, command.ml);
      return null;
    case 'mark':
      return mark(session, command);
    case 'confirm':
      return confirm(session);
    case 'finish':
      finish(session);
      return null;
  }
};

/** After the end of the case nothing is followed any more. */
export const carryOut = (session: Session, command: Command): void => {
  if (session.procedure.finishedTick !== null) return;
  const answer = follow(session, command);
  if (!answer) return;
  const why = typeof answer === 'string' ? { reason: answer } : answer;
  say(session, 'command-refused', 'warning', { command: command.type, ...why });
};
