/** @file The truth beside a picture: what lies where in the imaging plane. */
import { expect, test } from 'vitest';
import { buildScene } from '../../../src/core/cases/gallery/gallery.ts';
import { TRUTH_NAMES, truthAt } from '../../../src/core/ultrasound/truth.ts';

const along = (id: Parameters<typeof buildScene>[0], angleRad: number, ranges: readonly number[]) => {
  const { tissue, pose } = buildScene(id);
  const at = truthAt(tissue, pose);
  return ranges.map((mm) => TRUTH_NAMES[at(angleRad, mm)]);
};

test('from the axis outwards: inside the window, its wall, blood, then the layers in their order', () => {
  // the catheter lies 0.23 mm off the middle of a lumen 1.25 mm wide
  const { tissue, pose } = buildScene('normal-wall');
  const at = truthAt(tissue, pose);
  const met: string[] = [];
  for (let mm = 0.01; mm < 3; mm += 0.01) {
    const name = TRUTH_NAMES[at(1, mm)]!;
    if (met.at(-1) !== name) met.push(name);
  }
  expect(met.slice(0, 6)).toEqual(['inside', 'catheter', 'blood', 'intima', 'media', 'adventitia']);
});

test('what fills the lumen instead of blood, and air in the window, are named', () => {
  expect(along('flush', 0, [0.8])).toEqual(['flush']);
  expect(along('contrast', 0, [0.8])).toEqual(['contrast']);
  const { pose } = buildScene('air-in-window');
  const air = pose.air!.centreRad;
  expect(along('air-in-window', air, [0.2])).toEqual(['air']);
  expect(along('air-in-window', air + Math.PI, [0.2])).toEqual(['inside']);
});

test('a wire is where the pose says, and uneven rotation does not move it', () => {
  const { pose } = buildScene('both-wires');
  for (const wire of pose.wires) {
    const dx = wire.x - pose.x;
    const dy = wire.y - pose.y;
    // the pose is square to the vessel and its roll is 0: angles are those about the axis
    expect(along('both-wires', Math.atan2(dy, dx), [Math.hypot(dx, dy)])).toEqual([wire.device]);
  }
  const { tissue, pose: uneven } = buildScene('nurd-eccentric');
  const { nurd, ...even } = uneven;
  expect(nurd).toBeDefined();
  const [a, b] = [truthAt(tissue, uneven), truthAt(tissue, even)];
  for (let i = 0; i < 200; i++) expect(a(0.03 * i, 0.5 + 0.01 * i)).toBe(b(0.03 * i, 0.5 + 0.01 * i));
});
