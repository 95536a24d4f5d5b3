/** @file What the pose tells the image about motion: the helix of a pullback, the blood's flow, the uneven turn. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { flowMmS } from '../../../src/core/anatomy/flow.ts';
import { anatomyOf, CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { psiOfClock } from '../../../src/core/measure/clock.ts';
import { gradeMark } from '../../../src/core/procedure/marks.ts';
import { angleBetweenDeg, truthAt } from '../../../src/core/procedure/truth.ts';
import { imagingPose, imagingPoseAt } from '../../../src/core/session/imaging.ts';
import { unevennessRad } from '../../../src/core/session/rotation.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { FLOW_MM_S, type Harmonic } from '../../../src/core/ultrasound/frame.ts';
import { trueAngle } from '../../../src/core/ultrasound/nurd.ts';
import { CATHETER_DEEP, CATHETER_IN, freshSession, playScript } from '../../helpers/play-session.ts';

const DEG = Math.PI / 180;
const sessionIn = (catheter: string = 'dual-rx-40'): Session => {
  const session = freshSession();
  playScript(session, [[{ type: 'catheter', id: catheter }, 1], ...CATHETER_IN]);
  return session;
};
const deep = freshSession();
playScript(deep, CATHETER_DEEP);

describe('during one turn the transducer moves', () => {
  test('by speed over frame rate, proximally in a pullback', () => {
    const session = sessionIn();
    expect(imagingPose(session)!.advanceMm).toBe(0);
    playScript(session, [[{ type: 'pullback', speed: 9 }, 12]]);
    expect(imagingPose(session)!.advanceMm).toBeCloseTo(-9 / 30, 9);
    const fast = sessionIn('fast-60');
    playScript(fast, [[{ type: 'pullback', speed: 9 }, 12]]);
    expect(imagingPose(fast)!.advanceMm).toBeCloseTo(-9 / 60, 9);
  });

  test('as it is slid by hand, or as its catheter is pushed', () => {
    const session = sessionIn();
    playScript(session, [[{ type: 'transducer', rate: -6 }, 12]]);
    expect(imagingPose(session)!.advanceMm).toBeCloseTo(-6 / 30, 9);
    playScript(session, [
      [{ type: 'transducer', rate: 0 }, 1],
      [{ type: 'hub', device: 'ivus', advance: 3, torque: 0 }, 60],
    ]);
    expect(imagingPose(session)!.advanceMm).toBeCloseTo(3 / 30, 6);
  });

  test('not at all for an array, which looks all round at once', () => {
    const session = sessionIn('array-20');
    playScript(session, [[{ type: 'pullback', speed: 1 }, 12]]);
    expect(imagingPose(session)!.advanceMm).toBe(0);
  });
});

describe('blood', () => {
  const occlusion = { startMm: 60, endMm: 210 };
  const at = (s: number): number => flowMmS(occlusion, s);

  test('flows in the open vessel, stands from the proximal cap to the distal, and trickles beyond', () => {
    expect(at(0)).toBe(FLOW_MM_S);
    expect(at(40)).toBe(FLOW_MM_S);
    expect(at(50)).toBeCloseTo(FLOW_MM_S / 2, 6);
    for (const s of [60, 100, 209.9, 210]) expect(at(s)).toBe(0);
    expect(at(215)).toBeGreaterThan(5);
    expect(at(230)).toBe(25);
  });

  test('only slows toward the cap, and never jumps', () => {
    for (let s = 30; s < 60; s += 0.5) {
      expect(at(s + 0.5)).toBeLessThanOrEqual(at(s));
      expect(at(s) - at(s + 0.5)).toBeLessThan(5);
    }
  });

  test('is told to the image', () => {
    expect(imagingPose(sessionIn())!.flowMmS).toBe(FLOW_MM_S);
    const pose = imagingPoseAt(deep, 60)!;
    expect(pose.s).toBeGreaterThan(deep.tissue.anatomy.target.occlusion.startMm);
    expect(pose.flowMmS).toBe(0);
  });
});

const totalDeg = (nurd: readonly Harmonic[]): number =>
  nurd.reduce((sum, { amplitudeRad }) => sum + Math.abs(amplitudeRad), 0) / DEG;

describe('the drive shaft', () => {
  test('turns unevenly by 2 to 20 deg, and an array not at all', () => {
    for (let back = 0; back < 120; back += 7) {
      const { nurd } = imagingPoseAt(deep, back)!;
      expect(nurd).toHaveLength(3);
      expect(totalDeg(nurd!)).toBeGreaterThanOrEqual(2);
      expect(totalDeg(nurd!)).toBeLessThanOrEqual(20);
    }
    expect(imagingPose(sessionIn('array-20'))!.nurd).toBeUndefined();
  });

  test('changes slowly along a pullback', () => {
    const drawn = (back: number): number => trueAngle(1, imagingPoseAt(deep, back)!.nurd);
    for (let back = 0; back < 100; back += 1) {
      expect(Math.abs(drawn(back + 1) - drawn(back)) / DEG).toBeLessThan(4);
    }
    const all = Array.from({ length: 100 }, (_, back) => drawn(back));
    expect((Math.max(...all) - Math.min(...all)) / DEG).toBeGreaterThan(2);
  });

  test('drags more against the wall than in the middle, and more round the anterior tibial arch', () => {
    const pta = createTissue(anatomyOf(CASE_LIBRARY.find(({ id }) => id === 'pta-flagship')!));
    const ata = createTissue(anatomyOf(CASE_LIBRARY.find(({ id }) => id === 'ata-round-the-arch')!));
    const middle = { s: 30, x: 0, y: 0 };
    const aside = { s: 30, x: 1, y: 0 };
    const drag = (tissue: typeof pta, place: typeof middle): number => unevennessRad(tissue, place, 0.435);
    expect(drag(pta, aside)).toBeGreaterThan(1.5 * drag(pta, middle));
    expect(drag(ata, aside)).toBeGreaterThan(1.5 * drag(pta, aside));
    expect(drag(ata, middle)).toBeGreaterThan(drag(pta, middle));
  });
});

describe('a mark on an uneven image', () => {
  const pose = imagingPoseAt(deep, 20)!;
  const truth = truthAt(deep.tissue, pose);

  test('is right where the image draws the thing', () => {
    const { clock, distanceMm, psiRad } = truth.trueLumen;
    const reading = { kind: 'true-lumen', clock, rangeMm: distanceMm } as const;
    expect(gradeMark(deep.tissue, pose, reading, 1, false).errorDeg).toBeLessThan(1e-6);
    expect(angleBetweenDeg(psiOfClock(clock), psiRad)).toBeGreaterThan(0);
    // and the image does draw it aside
    const aside = [5, 10, 20, 30, 40].map((back) => {
      const drawn = truthAt(deep.tissue, imagingPoseAt(deep, back)!).trueLumen;
      return angleBetweenDeg(psiOfClock(drawn.clock), drawn.psiRad);
    });
    expect(Math.max(...aside)).toBeGreaterThan(0.5);
  });

  test('is graded by where the element looked, all round the clock', () => {
    let aside = 0;
    for (let hour = 0; hour < 12; hour += 0.5) {
      const { errorDeg } = gradeMark(
        deep.tissue,
        pose,
        { kind: 'true-lumen', clock: hour, rangeMm: 1 },
        1,
        false,
      );
      const looked = trueAngle(psiOfClock(hour), pose.nurd);
      expect(errorDeg).toBeCloseTo(angleBetweenDeg(looked, truth.trueLumen.psiRad), 9);
      aside = Math.max(aside, Math.abs(errorDeg - angleBetweenDeg(psiOfClock(hour), truth.trueLumen.psiRad)));
    }
    expect(aside).toBeGreaterThan(2);
  });
});
