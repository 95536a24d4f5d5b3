/** @file Pixels and image coordinates, limits of the settings, frame rate. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { psiOfClock } from '../../../src/core/measure/clock.ts';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import { appStore } from '../../../src/state/store.ts';
import { fromScreen, toScreen } from '../../../src/viewer/cross-section/geometry.ts';
import { setCutClock, setDepth } from '../../../src/viewer/display-limits.ts';
import { createFrameRateMeter } from '../../../src/viewer/frame-rate.ts';
import { movePoint } from '../../../src/viewer/overlay/move-point.ts';

describe('picture geometry', () => {
  it('puts 3 o’clock right of the centre, or left of it when mirrored', () => {
    const g = { side: 400, depthMm: 4, mirrored: false };
    const right = toScreen(g, psiOfClock(3), 2);
    expect(right.x).toBeCloseTo(300, 9);
    expect(right.y).toBeCloseTo(200, 9);
    expect(toScreen({ ...g, mirrored: true }, psiOfClock(3), 2).x).toBeCloseTo(100, 9);
    expect(toScreen(g, psiOfClock(0), 4).y).toBeCloseTo(0, 9);
  });

  it('inverts', () => {
    fc.assert(
      fc.property(
        fc.record({
          side: fc.integer({ min: 50, max: 2000 }),
          depthMm: fc.double({ min: 1, max: 6, noNaN: true }),
          mirrored: fc.boolean(),
        }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        (g, psi, range) => {
          const p = toScreen(g, psi, range);
          const back = fromScreen(g, p.x, p.y);
          expect(back.rangeMm).toBeCloseTo(range, 8);
          expect(Math.cos(back.psi - psi)).toBeCloseTo(1, 8);
        },
      ),
    );
  });

  it('moves a point by arrow keys as seen, mirrored or not, and keeps it in the picture', () => {
    const point = { psi: psiOfClock(3), rangeMm: 1 };
    expect(movePoint(point, 0.5, 0, { depthMm: 4, mirrored: false }).rangeMm).toBeCloseTo(1.5, 9);
    expect(movePoint(point, 0.5, 0, { depthMm: 4, mirrored: true }).rangeMm).toBeCloseTo(0.5, 9);
    expect(movePoint(point, 9, 0, { depthMm: 4, mirrored: false }).rangeMm).toBe(4);
  });
});

describe('settings', () => {
  it('keep the depth on its steps and within its limits', () => {
    setDepth(3.13);
    expect(appStore.getState().view.depthMm).toBe(3.25);
    setDepth(100);
    expect(appStore.getState().view.depthMm).toBe(5.5);
  });

  it('let an array look as deep as it hears', () => {
    const slow = { imaging: { catheter: 'array-20' } } as Snapshot;
    appStore.setState({ slow });
    setDepth(100);
    expect(appStore.getState().view.depthMm).toBe(10);
    appStore.setState({ slow: null });
  });

  it('fold the cut into the clock face', () => {
    setCutClock(12.25);
    expect(appStore.getState().view.cutClock).toBe(0.25);
    setCutClock(-0.25);
    expect(appStore.getState().view.cutClock).toBe(11.75);
    setCutClock(11.999);
    expect(appStore.getState().view.cutClock).toBe(0);
  });
});

describe('frame rate', () => {
  it('counts different frames over the last second', () => {
    const meter = createFrameRateMeter();
    let frame = {};
    for (let ms = 0; ms <= 2000; ms += 10) {
      if (ms % 40 === 0) frame = {};
      meter.note(frame, ms);
    }
    expect(meter.perSecond(2000)).toBeCloseTo(25, 6);
    expect(meter.perSecond(9000)).toBeNull();
  });
});
