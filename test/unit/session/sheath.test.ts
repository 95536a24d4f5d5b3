/** @file Sheath, microcatheter and balloon: logged commands, refused with numbers where they do not fit or contradict. */
import { beforeEach, describe, expect, test } from 'vitest';
import { balloonPose } from '../../../src/core/mechanics/devices/balloon.ts';
import type { Command } from '../../../src/core/session/command.ts';
import { carryOut } from '../../../src/core/session/orders.ts';
import { publicSnapshot } from '../../../src/core/session/public-snapshot.ts';
import { replay } from '../../../src/core/session/replay.ts';
import { hashOf, type Session, sessionFileOf } from '../../../src/core/session/session.ts';
import { snapshotOf } from '../../../src/core/session/snapshot-of.ts';
import { readSessionFile, writeSessionFile } from '../../../src/io/session-file.ts';
import { events } from '../../../src/ui/strings/en/events.ts';
import { CATHETER_IN, freshSession, playScript, runTicks } from '../../helpers/play-session.ts';

const take = (id: string): Command => ({ type: 'sheath', id });
const WIRE2: Command = { type: 'load', device: 'wire2', route: 'microcatheter' };
const WIRE2_RX: Command = { type: 'load', device: 'wire2', route: 'rx-lumen' };
const BALLOON: Command = { type: 'load', device: 'balloon', balloon: 'rx-25' };

const refusal = (session: Session) => session.events.findLast(({ code }) => code === 'command-refused');
const sentence = (session: Session): string => {
  const event = refusal(session)!;
  return events[event.code](event.values);
};

const world = ({ mechanics, inputs, transducer }: Session): string =>
  JSON.stringify({ mechanics, inputs, transducer });

/** Why an order is refused; the world must stay as it was. */
const refused = (session: Session, command: Command): unknown => {
  const before = world(session);
  const count = session.events.length;
  carryOut(session, command);
  expect(session.events.slice(count).map(({ code }) => code)).toEqual(['command-refused']);
  expect(world(session) === before).toBe(true);
  return refusal(session)!.values.reason;
};

const still = (session: Session): void => {
  playScript(session, [
    [{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 1],
    [{ type: 'hub', device: 'ivus', advance: 0, torque: 0 }, 240],
  ]);
};

const sessionIn = (sheath: string): Session => {
  const session = freshSession();
  playScript(session, [[take(sheath), 1], ...CATHETER_IN]);
  still(session);
  return session;
};

describe('the sheath', () => {
  let session: Session;
  beforeEach(() => {
    session = freshSession();
  });

  test('a session begins with the thin-wall one, wire 1 in it', () => {
    expect(snapshotOf(session).access).toEqual({
      sheath: 'thin-wall-5',
      contents: { wire1: true, ivus: null, wire2: null, balloon: null },
    });
  });

  test('is exchanged over wire 1, and says so once', () => {
    playScript(session, [
      [{ type: 'hub', device: 'wire1', advance: 20, torque: 0 }, 480],
      [take('plain-5'), 1],
      [take('plain-5'), 1],
    ]);
    expect(session.mechanics.access.sheath).toBe('plain-5');
    expect(session.events.filter(({ code }) => code === 'sheath-exchanged')).toHaveLength(1);
    expect(events['sheath-exchanged']({ sheath: 'plain-5' })).toBe(
      'Sheath exchanged over wire 1: Plain sheath, 5 Fr.',
    );
  });

  test('stays while anything else is in it, and there is no other on the shelf', () => {
    expect(refused(session, take('garden-hose'))).toBe('unknown-sheath');
    playScript(session, [[{ type: 'load', device: 'ivus' }, 1]]);
    expect(refused(session, take('plain-5'))).toBe('sheath-in-use');
  });

  test('the default one leaves the hash alone, another changes it', () => {
    const other = freshSession();
    playScript(session, [[take('thin-wall-5'), 1]]);
    runTicks(other, 1);
    expect(hashOf(session)).toBe(hashOf(other));
    playScript(session, [[take('plain-6'), 1]]);
    runTicks(other, 1);
    expect(hashOf(session)).not.toBe(hashOf(other));
  });
});

describe('what does not fit', () => {
  test('a microcatheter beside the IVUS catheter in a plain 5 Fr sheath, with the numbers', () => {
    const session = sessionIn('plain-5');
    expect(refused(session, WIRE2)).toBe('does-not-fit');
    expect(sentence(session)).toBe(
      'Not possible. The 4 Fr catheter (1.33 mm) and the microcatheter (0.87 mm) need 2.20 mm; the 5 Fr sheath has 1.80 mm.',
    );
    expect(refusal(session)!.values).toMatchObject({ missingMm: 0.4, boreMm: 1.8, needMm: 2.2 });
    playScript(session, [[WIRE2_RX, 1]]);
    expect(session.mechanics.wire2.loaded).toBe(true);
  });

  test('the same goes in the thin-wall sheath, the bulkiest microcatheter does not', () => {
    const session = sessionIn('thin-wall-5');
    expect(refused(session, { ...WIRE2, microcatheter: 'penetration' } as Command)).toBe('does-not-fit');
    expect(refused(session, { ...WIRE2, microcatheter: 'straw' } as Command)).toBe('unknown-microcatheter');
    playScript(session, [[WIRE2, 1]]);
    expect(session.mechanics.access.microcatheter).toBe('low-profile');
  });

  test('the IVUS catheter may be what comes last', () => {
    const session = sessionIn('thin-wall-5');
    const beside = { ...WIRE2, microcatheter: 'braided-support' } as Command;
    expect(refused(session, beside)).toBe('does-not-fit');
    playScript(session, [[{ type: 'unload', device: 'ivus' }, 1]]);
    playScript(session, [
      [{ type: 'catheter', id: 'long-tip-40' }, 1],
      [{ type: 'load', device: 'ivus' }, 1],
      [{ type: 'hub', device: 'ivus', advance: 20, torque: 0 }, 600],
      [{ type: 'hub', device: 'ivus', advance: 0, torque: 0 }, 1],
      [beside, 1],
      [{ type: 'unload', device: 'ivus' }, 1],
      [{ type: 'catheter', id: 'dual-rx-40' }, 1],
    ]);
    expect(session.mechanics.wire2.loaded).toBe(true);
    expect(refused(session, { type: 'load', device: 'ivus' })).toBe('does-not-fit');
  });
});

describe('a balloon', () => {
  let session: Session;
  beforeEach(() => {
    session = sessionIn('thin-wall-5');
  });

  const withoutIvus = (): void => playScript(session, [[{ type: 'unload', device: 'ivus' }, 1]]);

  test('needs a wire whose rail is free', () => {
    expect(refused(session, BALLOON)).toBe('rail-taken');
    expect(refused(session, { ...BALLOON, on: 'wire2' } as Command)).toBe('balloon-needs-wire');
    playScript(session, [[WIRE2_RX, 1]]);
    expect(refused(session, { ...BALLOON, on: 'wire2' } as Command)).toBe('rail-taken');
  });

  test('has to be on the shelf, in a length in which it is made', () => {
    withoutIvus();
    expect(refused(session, { ...BALLOON, balloon: 'party' } as Command)).toBe('unknown-balloon');
    expect(refused(session, { ...BALLOON, lengthMm: 41 } as Command)).toBe('unknown-balloon');
    expect(refused(session, { type: 'unload', device: 'balloon' })).toBe('not-loaded');
  });

  test('keeps its wire in and the IVUS catheter out', () => {
    withoutIvus();
    playScript(session, [[BALLOON, 1]]);
    expect(session.events.slice(-2)).toMatchObject([
      { code: 'balloon-loaded', values: { on: 'wire1' } },
      { code: 'time-charged', values: { work: 'load-balloon', seconds: 30 } },
    ]);
    expect(refused(session, BALLOON)).toBe('already-loaded');
    expect(refused(session, { type: 'unload', device: 'wire1' })).toBe('balloon-over-wire');
    expect(refused(session, { type: 'load', device: 'ivus' })).toBe('rail-taken');
    expect(refused(session, take('plain-5'))).toBe('sheath-in-use');
    playScript(session, [
      [{ type: 'unload', device: 'balloon' }, 1],
      [{ type: 'load', device: 'ivus' }, 1],
    ]);
    expect(session.mechanics.ivus.loaded).toBe(true);
  });

  test('does not pass beside the dual-Rx catheter; without it the balloon takes the microcatheter’s place', () => {
    playScript(session, [[WIRE2, 1]]);
    const onWire2: Command = { ...BALLOON, on: 'wire2' } as Command;
    expect(refused(session, onWire2)).toBe('does-not-fit');
    expect(sentence(session)).toContain('The 4 Fr catheter (1.33 mm) and the balloon (1.00 mm) need 2.33 mm');
    withoutIvus();
    playScript(session, [[onWire2, 1]]);
    expect(session.mechanics.access).toMatchObject({ microcatheter: null, balloon: { on: 'wire2' } });
    expect(refused(session, { type: 'unload', device: 'wire2' })).toBe('balloon-over-wire');
    expect(refused(session, { type: 'load', device: 'ivus' })).toBe('does-not-fit');
    playScript(session, [[{ type: 'unload', device: 'balloon' }, 1]]);
    expect(snapshotOf(session).access.contents).toMatchObject({ wire2: 'bare', balloon: null });
  });

  test('runs along its wire up to its tip, shows where it lies, and comes back to the sheath', () => {
    withoutIvus();
    playScript(session, [
      [{ ...BALLOON, lengthMm: 80 } as Command, 1],
      [{ type: 'hub', device: 'balloon', advance: 10, torque: 0 }, 240],
    ]);
    const { mechanics } = session;
    const seen = snapshotOf(session).balloon;
    expect(seen).toMatchObject({ loaded: true, id: 'rx-25', on: 'wire1', fromTipMm: [5, 85] });
    expect(seen.insertionMm).toBeGreaterThan(19);
    const tip = [...seen.world.slice(-3)];
    expect(tip.every(Number.isFinite)).toBe(true);
    playScript(session, [[{ type: 'hub', device: 'balloon', advance: 20, torque: 0 }, 2400]]);
    expect(mechanics.access.balloon.tipS).toBeCloseTo(mechanics.wire1.tip.s - 0.5, 6);
    expect(mechanics.access.balloon.stopped).toBe(true);
    // a wire that is drawn back takes it along
    playScript(session, [
      [{ type: 'hub', device: 'balloon', advance: 0, torque: 0 }, 1],
      [{ type: 'hub', device: 'wire1', advance: -10, torque: 0 }, 240],
      [{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 1],
    ]);
    expect(mechanics.access.balloon.tipS).toBeCloseTo(mechanics.wire1.tip.s - 0.5, 6);
    playScript(session, [[{ type: 'hub', device: 'balloon', advance: -20, torque: 0 }, 4800]]);
    const pose = balloonPose(mechanics, session.tissue);
    expect(pose.insertionMm).toBeCloseTo(10, 6);
    expect(publicSnapshot(snapshotOf(session)).balloon.loaded).toBe(true);
  });

  test('is played again from a file', () => {
    withoutIvus();
    playScript(session, [
      [{ ...BALLOON, on: 'wire1', lengthMm: 120 } as Command, 1],
      [{ type: 'hub', device: 'balloon', advance: 12.345, torque: 0 }, 300],
    ]);
    const file = readSessionFile(writeSessionFile(sessionFileOf(session, 'test')), 'saved.json');
    expect(replay(file)).toMatchObject({ hash: hashOf(session), firstDifference: null });
    const moved = freshSession();
    expect(hashOf(moved)).not.toBe(hashOf(session));
  });

  test('does not change how wires and catheter move', () => {
    const alone = sessionIn('thin-wall-5');
    for (const s of [session, alone]) playScript(s, [[{ type: 'unload', device: 'ivus' }, 1]]);
    playScript(session, [[BALLOON, 0]]);
    for (const s of [session, alone]) {
      playScript(s, [[{ type: 'hub', device: 'wire1', advance: 7, torque: 1 }, 480]]);
    }
    expect(session.mechanics.wire1).toEqual(alone.mechanics.wire1);
  });
});
