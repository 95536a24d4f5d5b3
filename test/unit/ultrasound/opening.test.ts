/** @file Scatterers go where the tissue goes: the loop's inlined openings against Tissue.toDeformed. */
import { describe, expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { createBaseband } from '../../../src/core/ultrasound/baseband.ts';
import type { Brick } from '../../../src/core/ultrasound/bricks.ts';
import { DEFAULT_IMAGING } from '../../../src/core/ultrasound/frame.ts';
import { planFrame } from '../../../src/core/ultrasound/plan.ts';
import { slabBasis } from '../../../src/core/ultrasound/slab.ts';
import { splatTissue } from '../../../src/core/ultrasound/splat.ts';
import { createTrace } from '../../../src/core/ultrasound/trace.ts';
import { fakeTissue } from '../../helpers/fake-tissue.ts';
import { centredPose } from '../../helpers/polar.ts';

const plan = planFrame(DEFAULT_IMAGING);

/** Range and angle at which a lone scatterer at (x, y) is heard. */
const heardAt = (tissue: ReturnType<typeof fakeTissue>, x: number, y: number) => {
  const pose = centredPose({ x: 0.5, y: 0.1 });
  const trace = createTrace(plan);
  trace.transmission.fill(1);
  const lone: Brick = { count: 1, data: Float32Array.of(0.02, x, y, 1), phase: 0, usedAt: 0 };
  const none: Brick = { count: 0, data: new Float32Array(0), phase: 0, usedAt: 0 };
  const store = {
    get: (along: number, ix: number, iy: number) =>
      along === 0 && ix === Math.floor(x) && iy === Math.floor(y) ? lone : none,
    trim: () => {},
  };
  const out = createBaseband(plan);
  splatTissue({ tissue, pose, basis: slabBasis(pose), plan, trace }, store, out, () => false);
  let range = 0;
  let weight = 0;
  for (let i = 0; i < out.length; i += 2) {
    const a = Math.hypot(out[i]!, out[i + 1]!);
    range += a * (DEFAULT_IMAGING.startMm + Math.floor(i / plan.pitch) * DEFAULT_IMAGING.mmPerSample);
    weight += a;
  }
  const deformed = tissue.toDeformed(0.02, x, y, { x: 0, y: 0 });
  return { range: range / weight, expected: Math.hypot(deformed.x - pose.x, deformed.y - pose.y) };
};

describe('opened tissue', () => {
  it.each([
    [1.4, 0.3],
    [-0.6, 0.9],
    [0.52, 0.7],
    [0.2, -1.7],
    [-2.5, -2.1],
  ])('a scatterer at reference (%f, %f) is heard where toDeformed puts it', (x, y) => {
    const tissue = fakeTissue(() => MATERIAL.denseFibrous);
    const openings = (channel: 'plane' | 'track', xRef: number, yRef: number, radiusMm: number) =>
      [98, 99, 100, 101, 102].map(
        (index) => ({ kind: 'open', channel, index, xRef, yRef, radiusMm }) as const,
      );
    tissue.apply(openings('plane', 0.5, 0.1, 0.665));
    tissue.apply(openings('track', 0.9, 0.9, 0.2));
    const { range, expected } = heardAt(tissue, x, y);
    // laid on the nearest sample, which are 0.01 mm apart; the curved wave front adds a little
    expect(Math.abs(range - expected)).toBeLessThan(0.006);
  });
});
