/** @file What devices have done to the vessel, as a session tells it: warnings once, refusals, the outcome. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Perforation } from '../../../src/core/mechanics/wounds/wounds.ts';
import { harmOf } from '../../../src/core/procedure/harm.ts';
import { imagingPose } from '../../../src/core/session/imaging.ts';
import { hashOf, type Session } from '../../../src/core/session/session.ts';
import { CATHETER_IN, codesOf, playScript, sessionWithCatheter } from '../../helpers/play-session.ts';

let session: Session;
beforeEach(() => {
  session = sessionWithCatheter();
});

const told = (code: string): number => codesOf(session).filter((one) => one === code).length;
const rest = (ticks: number): void => playScript(session, [[{ type: 'fluoro', on: true }, ticks]]);

const HOLE: Perforation = {
  device: 'wire2',
  wireId: 'tapered-20',
  s: 200,
  x: 1.4,
  y: 0,
  layer: 'outside',
  depthMm: 1,
  forceN: 0.2,
  holeMm: 0.2,
  plugged: true,
  openS: 0,
  bledMl: 0.4,
  severity: 'minor',
};

describe('a session', () => {
  test('warns of blood in the plane once, and of a site at the third stick and each one after', () => {
    const wounds = session.mechanics.wounds!;
    rest(24);
    expect(told('haematoma') + told('site-worn')).toBe(0);
    wounds.clotMm2[700] = 0.6;
    wounds.sites.push({ s: 210, angleRad: 1, sticks: 2 });
    rest(24);
    expect(told('haematoma')).toBe(1);
    expect(told('site-worn')).toBe(0);
    wounds.sites[0]!.sticks = 3;
    rest(48);
    expect(told('site-worn')).toBe(1);
    wounds.sites[0]!.sticks = 4;
    rest(24);
    expect(told('haematoma')).toBe(1);
    expect(told('site-worn')).toBe(2);
    expect(session.events.at(-1)).toMatchObject({ code: 'site-worn', values: { sticks: 4 } });
  });

  test('with a kinked catheter turns unevenly, slides no more, and is well again with a new one', () => {
    rest(1);
    const amplitude = (): number => imagingPose(session)!.nurd!.reduce((sum, h) => sum + h.amplitudeRad, 0);
    const before = amplitude();
    session.mechanics.ivus.kinked = true;
    expect(amplitude()).toBeCloseTo(4 * before, 9);
    for (const command of [
      { type: 'pullback', speed: 1 } as const,
      { type: 'transducer', rate: -1 } as const,
    ]) {
      playScript(session, [[command, 1]]);
      expect(session.events.at(-1)).toMatchObject({
        code: 'command-refused',
        values: { reason: 'catheter-kinked' },
      });
    }
    playScript(session, [
      [{ type: 'unload', device: 'ivus' }, 1],
      [{ type: 'load', device: 'ivus' }, 1],
    ]);
    expect(session.mechanics.ivus.kinked).toBe(false);
  });

  test('sums up the harm in its outcome, and wounds are part of its state', () => {
    const before = hashOf(session);
    session.mechanics.wounds!.perforations.push({ ...HOLE });
    expect(hashOf(session)).not.toBe(before);
    session.mechanics.wounds!.clotMm2[700] = 0.25;
    session.mechanics.wounds!.sites.push({ s: 210, angleRad: 1, sticks: 5 });
    playScript(session, [[{ type: 'finish' }, 1]]);
    const { harm } = session.procedure.outcome!;
    expect(harm.worst).toMatchObject({ layer: 'outside', severity: 'minor', wireId: 'tapered-20' });
    expect(harm.mostSticksAtOneSite).toBe(5);
    expect(harm.haematomaMm3).toBeCloseTo(0.25 * session.tissue.openingGrid.stepMm, 9);
  });
});

test('the worst hole is the deepest layer, then the one that bled most', () => {
  const wounds = session.mechanics.wounds!;
  const step = session.tissue.openingGrid.stepMm;
  expect(harmOf(wounds, step).worst).toBeNull();
  wounds.perforations.push(
    { ...HOLE, layer: 'adventitia', bledMl: 0, wireId: 'a' },
    { ...HOLE, bledMl: 1, wireId: 'b' },
    { ...HOLE, bledMl: 2, wireId: 'c' },
  );
  expect(harmOf(wounds, step).worst!.wireId).toBe('c');
  expect(harmOf(null, step)).toEqual({ worst: null, haematomaMm3: 0, mostSticksAtOneSite: 0 });
});

test('the script that brings the catheter in leaves no wounds', () => {
  expect(CATHETER_IN.length).toBeGreaterThan(0);
  const { sites, perforations, clotMm2 } = session.mechanics.wounds!;
  expect([sites.length, perforations.length, Math.max(...clotMm2)]).toEqual([0, 0, 0]);
});
