/** @file Scatterers go where the tissue goes: the loop's inlined openings against Tissue.toDeformed. */
import { describe, expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { createBench } from '../../../src/core/ultrasound/bench.ts';
import { surfacesOf } from '../../../src/core/ultrasound/echoes/interfaces.ts';
import { DEFAULT_IMAGING } from '../../../src/core/ultrasound/frame.ts';
import { createKernels } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { MEDIA } from '../../../src/core/ultrasound/media.ts';
import { slabBasis } from '../../../src/core/ultrasound/scene/slab.ts';
import type { BrickStore } from '../../../src/core/ultrasound/speckle/bricks.ts';
import { listTissueBricks } from '../../../src/core/ultrasound/speckle/tissue-bricks.ts';
import { fakeTissue } from '../../helpers/fake-tissue.ts';
import { centredPose } from '../../helpers/polar.ts';

const kernels = createKernels();
const bench = createBench(DEFAULT_IMAGING, kernels);
const { plan, tables } = bench;
const STRIDE = 4;
const arena = kernels.float32(8 * STRIDE);
const axes = kernels.float32(12);

/** Range at which a lone scatterer at (x, y) is heard. */
const heardAt = (tissue: ReturnType<typeof fakeTissue>, x: number, y: number) => {
  const pose = centredPose({ x: 0.5, y: 0.1 });
  const basis = slabBasis(pose);
  const { trace } = bench;
  trace.transmission.fill(1);
  // a brick of one scatterer and an empty one
  arena.fill(1e6);
  arena.set([0.02], 0);
  arena.set([x], STRIDE);
  arena.set([y], 2 * STRIDE);
  arena.fill(0, 3 * STRIDE, 4 * STRIDE);
  arena[3 * STRIDE] = 1;
  arena.fill(0, 7 * STRIDE, 8 * STRIDE);
  let given = false;
  const store: BrickStore = {
    arena,
    strideOf: () => STRIDE,
    nextFrame: () => {},
    get: (_along, ix, iy) => {
      if (given || ix !== Math.floor(x / 0.5) || iy !== Math.floor(y / 0.5)) return 4 * STRIDE;
      given = true;
      return 0;
    },
  };
  const scene = { tissue, pose, basis, plan, trace, surfaces: surfacesOf(MEDIA) };
  const bricks = listTissueBricks(scene, store, tables, () => false);
  axes.set([basis.ux, basis.uy, basis.us, basis.vx, basis.vy, basis.vs, basis.nx, basis.ny, basis.ns]);
  const { grid } = bench;
  grid.fill(0);
  const at = { s: pose.s, x: pose.x, y: pose.y, axes, insideMm: 0.435, advanceMm: 0, labelled: false };
  const heard = kernels.splat(tables, at, arena, bricks, grid);
  let range = 0;
  let weight = 0;
  for (let i = 0; i < grid.length; i += i % 8 === 3 ? 5 : 1) {
    const a = Math.hypot(grid[i]!, grid[i + 4]!);
    const k = Math.floor(i / 8 / plan.columns) * 4 + (i % 8);
    range += a * (tables.startMm + k * DEFAULT_IMAGING.mmPerSample);
    weight += a;
  }
  const deformed = tissue.toDeformed(0.02, x, y, { x: 0, y: 0 });
  return {
    heard,
    range: range / weight,
    expected: Math.hypot(deformed.x - pose.x, deformed.y - pose.y),
  };
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
    const { heard, range, expected } = heardAt(tissue, x, y);
    expect(heard).toBe(1);
    // laid on the nearest sample, which are 0.01 mm apart
    expect(Math.abs(range - expected)).toBeLessThan(0.0052);
  });
});
