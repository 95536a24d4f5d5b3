/** @file Every catheter on the shelf goes down the flagship, and wire 2 can be worked beside it. */
import { describe, expect, test } from 'vitest';
import { chooseCatheter, load, poseOf, unload } from '../../src/core/mechanics/mechanics.ts';
import { CATHETER_IDS } from '../../src/core/ultrasound/presets.ts';
import {
  catheterBody,
  catheterDown,
  copyBench,
  drive,
  hashOfBench,
  kindsOf,
  pointOff,
  wire1Down,
  wire2Beside,
} from '../helpers/mechanics-bench.ts';

const wired = wire1Down();
const cap = wired.tissue.anatomy.target.occlusion.endMm;
const WIRE_MM = 0.178;

describe.each(CATHETER_IDS)('%s', (id) => {
  const bench = copyBench(wired);
  const body = catheterBody(id);
  chooseCatheter(bench.state, body);
  const imaged = catheterDown(bench);
  const { tissue, state } = imaged;
  const hole = { x: 0, y: 0, radiusMm: 0 };

  test('follows wire 1 past the distal cap and opens the plane to its own width', () => {
    expect(state.ivus.tipS).toBeGreaterThan(cap + 23);
    tissue.holeAt('plane', state.ivus.tipS - 20, hole);
    expect(hole.radiusMm).toBeCloseTo(body.outerRadiusMm, 2);
  });

  test('keeps shaft and wire 1 inside what it opened, clear of each other or one in the other', () => {
    const [shaft, wire] = (['ivus', 'wire1'] as const).map((device) => poseOf(state, tissue, device).route);
    const s = state.ivus.tipS - body.transducerHomeMm - 2;
    const at = (route: Float32Array): { x: number; y: number } => {
      let i = 0;
      while (route[i + 3]! < s) i += 3;
      return { x: route[i + 1]!, y: route[i + 2]! };
    };
    const [a, w] = [at(shaft!), at(wire!)];
    const apart = Math.hypot(a.x - w.x, a.y - w.y);
    if (body.wire1FromAxisMm === 0) expect(apart).toBeLessThan(1e-6);
    else expect(apart).toBeGreaterThan(body.windowRadiusMm + WIRE_MM - 0.01);
    tissue.holeAt('plane', s, hole);
    expect(Math.hypot(a.x - hole.x, a.y - hole.y) + body.windowRadiusMm).toBeLessThan(hole.radiusMm + 0.1);
  });

  test('lets wire 2 into the true lumen beside it', () => {
    const beside = wire2Beside(imaged, 8, { wire: 'tapered-12', route: 'microcatheter' });
    const { wire2 } = beside.state;
    // pushing lets go of what the shaft has wound up: look, correct, push on
    for (let n = 0; n < 10 && wire2.phase !== 'lumen'; n++) {
      pointOff(beside, 0);
      drive(beside, 'wire2', { advance: 4 }, 0.25, () => wire2.phase === 'lumen');
    }
    expect(wire2.phase).toBe('lumen');
    expect(kindsOf(beside, 'wire2')).not.toContain('perforation');
  });

  test('takes wire 2 into its second lumen, or refuses and changes nothing', () => {
    const copy = copyBench(imaged);
    const before = hashOfBench(copy);
    const answer = load(copy.state, copy.tissue, 'wire2', { wire: 'tapered-12', route: 'rx-lumen' });
    if (body.carriesWire2) expect(answer).toEqual({ ok: true });
    else {
      expect(answer).toEqual({ ok: false, reason: 'no-second-lumen' });
      expect(hashOfBench(copy)).toBe(before);
    }
  });

  test('is exchanged only when it is out', () => {
    const copy = copyBench(imaged);
    expect(chooseCatheter(copy.state, catheterBody('fast-60'))).toEqual({
      ok: false,
      reason: 'catheter-in-body',
    });
    expect(copy.state.catheter).toEqual(body);
    unload(copy.state, 'ivus');
    expect(chooseCatheter(copy.state, catheterBody('fast-60'))).toEqual({ ok: true });
    // and the next one finds the way that the first has opened
    expect(load(copy.state, copy.tissue, 'ivus').ok).toBe(true);
    drive(copy, 'ivus', { advance: 20 }, 30, () => copy.state.ivus.tipS >= cap + 24);
    expect(copy.state.ivus.tipS).toBeGreaterThan(cap + 23);
  });
});
