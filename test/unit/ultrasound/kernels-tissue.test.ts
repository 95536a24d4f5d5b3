/** @file All that looks into a tissue gives the same on both paths: materials, the trace of a frame, bricks, a whole frame. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import type { TissueEdit } from '../../../src/core/anatomy/edit.ts';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import type { Anatomy, Tissue } from '../../../src/core/anatomy/tissue.ts';
import { designedEdits, designedPath, designedPose } from '../../../src/core/cases/designed.ts';
import { buildScene } from '../../../src/core/cases/gallery/gallery.ts';
import { anatomyOf, CASE_LIBRARY, caseById } from '../../../src/core/cases/library.ts';
import { createStream } from '../../../src/core/math/rng.ts';
import { createBench } from '../../../src/core/ultrasound/bench.ts';
import { surfacesOf } from '../../../src/core/ultrasound/echoes/interfaces.ts';
import { metalAlongLines } from '../../../src/core/ultrasound/echoes/wires.ts';
import {
  DB_STEP,
  DEFAULT_IMAGING,
  type ImagingPose,
  type ImagingSettings,
} from '../../../src/core/ultrasound/frame.ts';
import { createKernels, type KernelPath } from '../../../src/core/ultrasound/kernels/kernels.ts';
import { MEDIA } from '../../../src/core/ultrasound/media.ts';
import { slabBasis } from '../../../src/core/ultrasound/scene/slab.ts';
import type { Brick } from '../../../src/core/ultrasound/speckle/fill-brick.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';

const PATHS = ['plain', 'simd'] as const;

/** A second wire's way through plaque, from the plane towards the lumen. */
const trackEdits = (anatomy: Anatomy): TissueEdit[] => {
  const { startMm, stepMm } = anatomy.target.wall;
  const first = Math.round((anatomy.target.occlusion.startMm - startMm) / stepMm) + 20;
  return Array.from({ length: 40 }, (_, i) => {
    const { x, y } = designedPath(anatomy, startMm + (first + i) * stepMm);
    const share = 1 - i / 40;
    return {
      kind: 'open',
      channel: 'track',
      index: first + i,
      xRef: share * x,
      yRef: share * y,
      radiusMm: i % 7 === 3 ? 0 : 0.2,
    };
  });
};

const openedTissue = (id: string): Tissue => {
  const anatomy = anatomyOf(caseById(id)!);
  const tissue = createTissue(anatomy);
  tissue.apply([...designedEdits(anatomy), ...trackEdits(anatomy)]);
  return tissue;
};

/** How many of the points get another material on the fast path. */
const pointsApart = (
  tissue: Tissue,
  points: Iterable<readonly [s: number, x: number, y: number]>,
): number => {
  const fast = createKernels('simd').forTissue(tissue);
  let apart = 0;
  for (const [s, x, y] of points) {
    if (fast.materialAt(s, x, y) !== tissue.materialAt(s, x, y)) apart++;
    if (fast.referenceMaterialAt(s, x, y) !== tissue.referenceMaterialAt(s, x, y)) apart++;
  }
  return apart;
};

/** Points anywhere, and a little beyond both ends. */
function* anywhere({ anatomy }: Tissue, count: number, reachMm: number) {
  const { startMm, stepMm, stations } = anatomy.target.wall;
  const { range } = createStream(7, 'points');
  for (let i = 0; i < count; i++) {
    const s = range(startMm - 3, startMm + stations * stepMm + 3);
    yield [s, range(-reachMm, reachMm), range(-reachMm, reachMm)] as const;
  }
}

/** Points within and around plane and track. */
function* amongHoles({ anatomy }: Tissue, count: number) {
  const { startMm } = anatomy.target.occlusion;
  const { range } = createStream(8, 'points');
  for (let i = 0; i < count; i++) {
    const s = range(startMm + 8, startMm + 32);
    const { x, y } = designedPath(anatomy, s);
    yield [s, x + range(-1.5, 1.5), y + range(-1.5, 1.5)] as const;
  }
}

describe('materials at random points', () => {
  test.each(CASE_LIBRARY.map(({ id }) => id))('%s', (id) => {
    const tissue = openedTissue(id);
    expect(pointsApart(tissue, anywhere(tissue, 10_000, 4))).toBe(0);
    expect(pointsApart(tissue, anywhere(tissue, 2000, 12))).toBe(0);
    expect(pointsApart(tissue, amongHoles(tissue, 3000))).toBe(0);
  });

  test.each([
    'dissection-flap',
    'false-lumen',
    'intramural-haematoma',
    'calcified-nodule',
    'side-branch',
    'companion-veins',
  ] as const)('a scene: %s', (id) => {
    const { tissue } = buildScene(id);
    expect(pointsApart(tissue, anywhere(tissue, 10_000, 3))).toBe(0);
  });
});

test('edits made later are seen', () => {
  const anatomy = anatomyOf(caseById('pta-flagship')!);
  const tissue = createTissue(anatomy);
  const fast = createKernels('simd').forTissue(tissue);
  const edits = designedEdits(anatomy);
  const edit = edits[edits.length >> 1]!;
  const s = anatomy.target.wall.startMm + edit.index * anatomy.target.wall.stepMm;
  expect(fast.materialAt(s, edit.xRef, edit.yRef)).not.toBe(MATERIAL.stasis);
  tissue.apply(edits);
  expect(fast.materialAt(s, edit.xRef, edit.yRef)).toBe(MATERIAL.stasis);
  tissue.apply([{ ...edit, radiusMm: 0 }]);
  expect(fast.materialAt(s, edit.xRef, edit.yRef)).toBe(tissue.materialAt(s, edit.xRef, edit.yRef));
});

test('a point that is none is some material all the same', () => {
  const fast = createKernels('simd').forTissue(openedTissue('pta-flagship'));
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e17]) {
    for (const [s, x, y] of [
      [bad, 1, 1],
      [100, bad, 1],
      [100, 1, bad],
      [bad, bad, bad],
    ] as const) {
      expect(fast.materialAt(s, x, y)).toBeLessThan(16);
      expect(fast.referenceMaterialAt(s, x, y)).toBeLessThan(16);
    }
  }
});

/** Everything that a trace tells, on one path. */
const traced = (path: KernelPath, tissue: Tissue, pose: ImagingPose, settings: ImagingSettings) => {
  const kernels = createKernels(path);
  const { plan, trace, metalMm } = createBench(settings, kernels);
  const basis = slabBasis(pose);
  metalAlongLines(pose, basis, plan, metalMm);
  const on = kernels.forTissue(tissue);
  const scene = { tissue, pose, basis, plan, trace, surfaces: surfacesOf(MEDIA) };
  // twice: nothing of the frame before may stay
  on.trace({ ...scene, pose: { ...pose, s: pose.s - 7 } }, metalMm);
  on.trace(scene, metalMm);
  const { crossings } = trace;
  return {
    labels: trace.labels,
    transmission: trace.transmission,
    lateMm: trace.lateMm,
    atMetal: trace.atMetal,
    lateAtMetal: trace.lateAtMetal,
    count: [crossings.count],
    firstOf: crossings.firstOf,
    rangeMm: crossings.rangeMm.subarray(0, crossings.count),
    crossingLateMm: crossings.lateMm.subarray(0, crossings.count),
    from: crossings.from.subarray(0, crossings.count),
    to: crossings.to.subarray(0, crossings.count),
    arriving: crossings.transmission.subarray(0, crossings.count),
  };
};

/** Largest difference of two equally long arrays; infinite where they are not. */
const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
};

describe('the trace', () => {
  const tissue = openedTissue('pta-flagship');
  const { anatomy } = tissue;
  const { effects } = DEFAULT_IMAGING;
  const trackMm = anatomy.target.occlusion.startMm + 16;
  test.each<[string, ImagingPose, ImagingSettings]>([
    ['of an open lumen', designedPose(anatomy, 20), DEFAULT_IMAGING],
    ['of the plane and a wire', designedPose(anatomy, 140), DEFAULT_IMAGING],
    ['where a track leaves the plane', designedPose(anatomy, trackMm), DEFAULT_IMAGING],
    ['of a helix', { ...designedPose(anatomy, 160), advanceMm: -0.3 }, DEFAULT_IMAGING],
    [
      'of an oblique window with air',
      { ...designedPose(anatomy, 120), dxds: 0.4, dyds: -0.3, air: { centreRad: 1, arcRad: 2 } },
      DEFAULT_IMAGING,
    ],
    [
      'of few lines, without shadows and with true distances',
      designedPose(anatomy, 150),
      {
        ...DEFAULT_IMAGING,
        lines: 75,
        samples: 131,
        mmPerSample: 0.03,
        effects: { ...effects, shadow: false, soundSpeed: false },
      },
    ],
  ])('%s', (_, pose, settings) => {
    const [plain, simd] = PATHS.map((path) => traced(path, tissue, pose, settings));
    expect(plain!.count[0]).toBeGreaterThan(settings.lines);
    for (const [name, values] of Object.entries(plain!)) {
      const exact = values instanceof Float32Array ? 1e-6 : 0;
      expect(furthest(values, simd![name as keyof typeof simd]), name).toBeLessThanOrEqual(exact);
    }
  });
});

test('bricks', () => {
  const tissue = openedTissue('pta-tram-track');
  const stride = 96;
  const [plain, simd] = PATHS.map((path) => {
    const kernels = createKernels(path);
    const { fillBrick } = kernels.forTissue(tissue);
    const arena = kernels.float32(1000 * 4 * stride);
    const { int, range } = createStream(3, 'bricks');
    for (let i = 0; i < 1000; i++) {
      const brick: Brick = {
        at: i * 4 * stride,
        stride,
        ix: int(16) - 8,
        iy: int(16) - 8,
        startMm: range(60, 200),
        side: i % 2 ? 9 : 5,
        weight: 1 / Math.sqrt(3.6),
        seed: int(2 ** 32),
      };
      fillBrick(brick, arena);
    }
    return arena;
  });
  expect(plain!.filter((amplitude) => amplitude !== 0).length).toBeGreaterThan(plain!.length / 2);
  expect(furthest(plain!, simd!)).toBe(0);
});

test('a whole frame differs by less than a grey level', () => {
  const tissue = openedTissue('pta-flagship');
  const pose = { ...designedPose(tissue.anatomy, 150), advanceMm: -0.017 };
  const [plain, simd] = PATHS.map((path) =>
    createSynthesizer(tissue, { path }).render({
      pose,
      settings: DEFAULT_IMAGING,
      editsVersion: tissue.version,
      frameSeed: 5,
      timeS: 1,
    }),
  );
  const greyLevel = 50 / 255 / DB_STEP;
  const apart = plain!.data.filter((word, i) => Math.abs(word - simd!.data[i]!) > greyLevel).length;
  expect(apart / plain!.data.length).toBeLessThan(0.001);
});
