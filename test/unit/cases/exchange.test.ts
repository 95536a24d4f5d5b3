/** @file Looking at a scene through another catheter. */
import { expect, test } from 'vitest';
import { throughCatheter } from '../../../src/core/cases/gallery/exchange.ts';
import { buildScene } from '../../../src/core/cases/gallery/gallery.ts';
import { SCENE_IDS } from '../../../src/core/cases/gallery/scene.ts';
import { CATHETER_PRESETS, DEFAULT_CATHETER, findCatheter } from '../../../src/core/ultrasound/presets.ts';

const array = findCatheter('array-20')!;

test('the catheter that scenes are made for changes nothing', () => {
  for (const id of SCENE_IDS) {
    const { pose } = buildScene(id);
    expect(throughCatheter(pose, DEFAULT_CATHETER), id).toEqual(pose);
  }
});

test('no wire ends up inside a window, and each keeps its direction', () => {
  for (const preset of CATHETER_PRESETS) {
    const { pose } = buildScene('both-wires');
    const seen = throughCatheter(pose, preset);
    expect(seen.sheathRadiusMm).toBe(preset.windowRadiusMm);
    for (const wire of seen.wires) {
      const before = pose.wires.find(({ device }) => device === wire.device)!;
      const angle = (of: typeof wire) => Math.atan2(of.y - pose.y, of.x - pose.x);
      expect(Math.hypot(wire.x - pose.x, wire.y - pose.y)).toBeGreaterThanOrEqual(
        preset.windowRadiusMm + wire.radiusMm,
      );
      expect(angle(wire)).toBeCloseTo(angle(before), 9);
    }
  }
});

test('an array carries wire 1 inside, turns nothing and holds no air', () => {
  expect(throughCatheter(buildScene('both-wires').pose, array).wires.map(({ device }) => device)).toEqual([
    'wire2',
  ]);
  expect(throughCatheter(buildScene('nurd-eccentric').pose, array).nurd).toBeUndefined();
  expect(throughCatheter(buildScene('air-in-window').pose, array).air).toBeUndefined();
});
