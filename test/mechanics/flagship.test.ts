/** @file The flagship's promises: what wires and catheter do there when they are pushed, pulled and turned. */
import { beforeAll, describe, expect, test } from 'vitest';
import { catheterAxisAt, load, poseOf, unload, wireCrossing } from '../../src/core/mechanics/mechanics.ts';
import { cleftDistance } from '../../src/core/mechanics/surroundings.ts';
import {
  type Bench,
  catheterDown,
  copyBench,
  createBench,
  deliver,
  drive,
  kindsOf,
  pointOff,
  turnHub,
  wire1Down,
  wire2Beside,
} from '../helpers/mechanics-bench.ts';

let down: Bench;
let imaged: Bench;
beforeAll(() => {
  down = wire1Down();
  imaged = catheterDown(copyBench(down));
}, 60_000);

const hole = { x: 0, y: 0, radiusMm: 0 };

describe('wire 1, pushed without torque', () => {
  test('meets the cap, slips into the cleft and follows it to its blind end', () => {
    const { wire1 } = down.state;
    const { cleft, occlusion } = down.tissue.anatomy.target;
    expect(kindsOf(down, 'wire1')).toEqual(['entered-plane', 'stopped']);
    expect(down.events[0]!.s).toBeGreaterThan(occlusion.startMm - 3);
    expect(down.events[0]!.s).toBeLessThan(occlusion.startMm + 3);
    expect(wire1.phase).toBe('plane');
    expect(Math.abs(wire1.tip.s - cleft.endMm)).toBeLessThan(1);
  });

  test('stays near the middle of the cleft all the way', () => {
    const { startMm, endMm } = down.tissue.anatomy.target.occlusion;
    for (let s = startMm + 5; s < endMm + 25; s += 1) {
      const at = wireCrossing(down.state, down.tissue, 'wire1', s)!;
      expect(cleftDistance(down.tissue, s, at.x, at.y)).toBeLessThan(0.35);
    }
  });

  test('goes at the speed of the hub and opens the plane to its own radius', () => {
    const bench = createBench();
    drive(bench, 'wire1', { advance: 20 }, 8);
    const { lengthMm, slackMm } = bench.state.wire1;
    expect(lengthMm + slackMm - createBench().state.wire1.lengthMm).toBeCloseTo(160, 6);
    expect(down.tissue.holeAt('plane', 150, hole)).toBe(true);
    expect(hole.radiusMm).toBeCloseTo(0.178, 3);
  });

  test('at the end the force rises until the hub gives no more', () => {
    const bench = createBench();
    const { wire1 } = bench.state;
    drive(bench, 'wire1', { advance: 20 }, 30, () => wire1.tip.s > 239.5);
    const first = wire1.forceN;
    drive(bench, 'wire1', { advance: 20 }, 3);
    expect(wire1.forceN).toBeGreaterThan(3 * first);
    const inside = wire1.lengthMm + wire1.slackMm;
    drive(bench, 'wire1', { advance: 20 }, 3);
    expect(wire1.lengthMm + wire1.slackMm - inside).toBeLessThan(0.2);
  });

  test.each([45, 90, 135, 180, 225, 270, 315])('finds the cleft from %d degrees of roll too', (deg) => {
    const bench = createBench();
    turnHub(bench, 'wire1', (deg * Math.PI) / 180);
    drive(bench, 'wire1', { advance: 20 }, 30, () => bench.state.wire1.stopped);
    expect(bench.state.wire1.phase).toBe('plane');
    expect(bench.state.wire1.tip.s).toBeGreaterThan(235);
  });
});

describe('the catheter over wire 1', () => {
  test('opens the plane to its radius about the middle of the bundle', () => {
    expect(imaged.tissue.holeAt('plane', 220, hole)).toBe(true);
    expect(hole.radiusMm).toBeCloseTo(0.665, 3);
    const axis = catheterAxisAt(imaged.state, imaged.tissue, imaged.state.ivus.tipS - 220);
    expect(Math.hypot(axis.x - hole.x, axis.y - hole.y)).toBeCloseTo(0.2, 2);
  });

  test('carries wire 1 beside its window, at the azimuth of its roll', () => {
    for (const fromTip of [8, 30, 90, 150]) {
      const axis = catheterAxisAt(imaged.state, imaged.tissue, fromTip);
      const wire = wireCrossing(imaged.state, imaged.tissue, 'wire1', axis.s)!;
      expect(Math.hypot(wire.x - axis.x, wire.y - axis.y)).toBeCloseTo(0.62, 2);
      const azimuth = Math.atan2(wire.y - axis.y, wire.x - axis.x);
      expect(Math.cos(azimuth - axis.rollRad)).toBeGreaterThan(0.999);
    }
  });

  test('cannot pass the tip of wire 1, nor wire 1 be drawn into it', () => {
    const bench = copyBench(imaged);
    drive(bench, 'ivus', { advance: 20 }, 5);
    expect(bench.state.ivus.tipS).toBeLessThanOrEqual(bench.state.wire1.tip.s);
    expect(kindsOf(bench, 'ivus')).toContain('stopped');
    drive(bench, 'wire1', { advance: -20 }, 5);
    // but for what its bend springs back
    expect(bench.state.wire1.tip.s).toBeGreaterThan(bench.state.ivus.tipS - 1);
    expect(unload(bench.state, 'wire1')).toEqual({ ok: false, reason: 'catheter-over-wire1' });
  });

  test('leaves the plane open to 0.45 mm where it has been, at once when it is taken out', () => {
    const bench = copyBench(imaged);
    drive(bench, 'ivus', { advance: -20 }, 2);
    expect(bench.tissue.holeAt('plane', 215, hole)).toBe(true);
    expect(hole.radiusMm).toBeCloseTo(0.45, 3);
    expect(unload(bench.state, 'ivus').ok).toBe(true);
    drive(bench, 'ivus', {}, 0.1);
    bench.tissue.holeAt('plane', 120, hole);
    expect(hole.radiusMm).toBeCloseTo(0.45, 3);
  });

  test('comes out of the sheath with a roll that the seed decides, and drifts as it goes', () => {
    expect(imaged.state.rollAtSheathRad).toBe(createBench().state.rollAtSheathRad);
    expect(Math.abs(imaged.state.ivus.rollRad - imaged.state.rollAtSheathRad)).toBeGreaterThan(0.01);
    const bench = copyBench(imaged);
    const before = bench.state.ivus.rollRad;
    drive(bench, 'ivus', { torque: 1 }, 3);
    expect(bench.state.ivus.rollRad - before).toBeGreaterThan(1);
    expect(bench.state.ivus.rollRad - before).toBeLessThan(3);
  });
});

describe('wire 2', () => {
  test('rides in the catheter to the mouth, then lies in the plane beside the shaft', () => {
    const bench = copyBench(imaged);
    expect(load(bench.state, bench.tissue, 'wire2').ok).toBe(true);
    expect(poseOf(bench.state, bench.tissue, 'wire2').tip.phase).toBe('in-catheter');
    drive(bench, 'wire2', { advance: 5 }, 5, () => kindsOf(bench, 'wire2').includes('exited-catheter'));
    expect(Math.abs(bench.state.wire2.tip.s - (bench.state.ivus.tipS - 25))).toBeLessThan(0.1);
    expect(bench.state.wire2.phase).toBe('plane');
    const axis = catheterAxisAt(bench.state, bench.tissue, 30);
    const wire = wireCrossing(bench.state, bench.tissue, 'wire2', axis.s)!;
    expect(Math.hypot(wire.x - axis.x, wire.y - axis.y)).toBeCloseTo(0.62, 2);
  });

  /** Pushed so far, mm, pointed so many degrees off the true lumen, what happens. */
  const pushed = (beyondMm: number, deg: number, mm: number): string[] => {
    const bench = wire2Beside(imaged, beyondMm, { wire: 'tapered-12' });
    pointOff(bench, (deg * Math.PI) / 180);
    drive(bench, 'wire2', { advance: 5 }, mm / 5, () => bench.state.wire2.stopped);
    return kindsOf(bench, 'wire2');
  };
  const stations = [6, 7, 10, 13, 16, 20];

  // further off on the side of the shaft it is led past the flap
  test('aimed at the true lumen, it re-enters within 4 mm five times of six, and never perforates', () => {
    const outcomes = stations.flatMap((beyond) => [-15, 0, 15, 30].map((deg) => pushed(beyond, deg, 4)));
    const entered = outcomes.filter((kinds) => kinds.includes('entered-lumen')).length;
    expect(entered / outcomes.length).toBeGreaterThanOrEqual(5 / 6);
    expect(outcomes.filter((kinds) => kinds.includes('perforation'))).toEqual([]);
  });

  const away = [7, 10, 13].flatMap((mm) => [90, 180, 270].map((deg) => [mm, deg] as const));
  test.each(away)(
    '%d mm beyond the cap, pointed %d degrees off, it does not, and stays in the vessel',
    (mm, deg) => {
      const kinds = pushed(mm, deg, 4);
      expect(kinds).not.toContain('entered-lumen');
      expect(kinds).not.toContain('perforation');
    },
  );

  test.each([-12, 0, 12, 17])(
    'pointed %d degrees off, once in, pushed on hard, it slides down the open lumen',
    (deg) => {
      const bench = wire2Beside(imaged, 8, { wire: 'tapered-12' });
      const { wire2 } = bench.state;
      pointOff(bench, (deg * Math.PI) / 180);
      drive(bench, 'wire2', { advance: 5 }, 8, () => wire2.phase === 'lumen');
      drive(bench, 'wire2', { advance: 20, torque: 0.5 }, 3);
      expect(wire2.phase).toBe('lumen');
      expect(kindsOf(bench, 'wire2')).not.toContain('perforation');
    },
  );

  test('turned beside the catheter, the tip follows within a bounded lag, swings where the shaft lets it and stays in the plane', () => {
    const bench = wire2Beside(imaged, 8, { wire: 'tapered-12' });
    const { wire2 } = bench.state;
    const places = new Set<number>();
    const hub = wire2.hubRollRad;
    const tip = wire2.tipRollRad;
    for (let i = 0; i < 240 * 8; i++) {
      drive(bench, 'wire2', { torque: 2 }, 1 / 240);
      bench.tissue.holeAt('plane', wire2.tip.s, hole);
      places.add(Math.floor(Math.atan2(wire2.tip.y - hole.y, wire2.tip.x - hole.x)));
      expect(wire2.hereNow).toBe('plane');
      expect(Math.abs(wire2.hubRollRad - wire2.tipRollRad)).toBeLessThan(2);
    }
    expect(wire2.hubRollRad - hub).toBeCloseTo(16, 1);
    expect(wire2.tipRollRad - tip).toBeGreaterThan(13);
    // half of the way round at least
    expect(places.size).toBeGreaterThan(3);
  });

  test.each(['workhorse-1', 'jacket-3', 'intermediate-6'])(
    'too soft (%s), it runs on along the plane',
    (wire) => {
      const bench = wire2Beside(imaged, 7, { wire });
      pointOff(bench, 0);
      drive(bench, 'wire2', { advance: 5 }, 6, () => bench.state.wire2.stopped);
      expect(bench.state.wire2.phase).toBe('plane');
      expect(bench.state.wire2.tip.s).toBeGreaterThan(225);
    },
  );

  test('facing the severe plate it glances off', () => {
    const bench = copyBench(imaged);
    load(bench.state, bench.tissue, 'wire2', { wire: 'tapered-12' });
    pointOff(bench, 0);
    drive(bench, 'wire2', { advance: 5 }, 2.4);
    expect(kindsOf(bench, 'wire2')).toContain('calcium-strike');
    expect(kindsOf(bench, 'wire2')).not.toContain('entered-lumen');
  });

  test('stiff, pointed outward, with a microcatheter close behind, it perforates', () => {
    const bench = copyBench(imaged);
    load(bench.state, bench.tissue, 'wire2', { wire: 'tapered-20', route: 'microcatheter', supportMm: 4 });
    deliver(bench);
    pointOff(bench, Math.PI);
    drive(bench, 'wire2', { advance: 5 }, 5);
    expect(kindsOf(bench, 'wire2')).toContain('perforation');
    expect(bench.state.wire2.phase).toBe('outside');
  });

  test('pulled back it returns along its way, pushed again it takes the same one', () => {
    const bench = wire2Beside(imaged, 10, { wire: 'tapered-12' });
    pointOff(bench, 0);
    const { wire2 } = bench.state;
    drive(bench, 'wire2', { advance: 2 }, 20, () => wire2.phase === 'lumen');
    expect(wire2.phase).toBe('lumen');
    const entry = { ...wire2.tip };
    const length = wire2.lengthMm;
    drive(bench, 'wire2', { advance: -2 }, 10, () => wire2.lengthMm <= length - 1);
    expect(wire2.tip.s).toBeLessThan(entry.s - 0.4);
    drive(bench, 'wire2', { advance: 2 }, 10, () => wire2.phase === 'lumen');
    expect(wire2.phase).toBe('lumen');
    expect(Math.abs(wire2.tip.s - entry.s)).toBeLessThan(0.6);
  });

  test('turned to the other side after pulling back, it leaves the old way', () => {
    const bench = wire2Beside(imaged, 7, { wire: 'tapered-12' });
    pointOff(bench, 0);
    const { wire2 } = bench.state;
    drive(bench, 'wire2', { advance: 2 }, 10, () => wire2.hereNow === 'lumen');
    const entry = { ...wire2.tip };
    drive(bench, 'wire2', { advance: -2 }, 10, () => wire2.tip.s <= entry.s - 3);
    pointOff(bench, Math.PI);
    drive(bench, 'wire2', { advance: 2 }, 10, () => wire2.tip.s >= entry.s);
    expect(Math.hypot(wire2.tip.x - entry.x, wire2.tip.y - entry.y)).toBeGreaterThan(0.3);
  });
});
