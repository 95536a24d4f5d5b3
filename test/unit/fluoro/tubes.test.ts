/** @file What the X-ray picture is made of: vessels that fill, calcium that keeps its mass, devices, ribbons. */
import { describe, expect, test } from 'vitest';
import { createAnatomy } from '../../../src/core/anatomy/create-anatomy.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { projectPoint } from '../../../src/core/fluoro/c-arm.ts';
import { calciumStrands } from '../../../src/core/fluoro/calcium-strands.ts';
import { COLLATERAL_SHARE, EMPTY_FILLING, stepFilling } from '../../../src/core/fluoro/contrast.ts';
import { balloonTubes, catheterTubes, wireTubes } from '../../../src/core/fluoro/device-tubes.ts';
import { legShadow, legSide } from '../../../src/core/fluoro/leg-shadow.ts';
import { buildRibbons, createRibbonMesh, RIBBON_STRIDE } from '../../../src/core/fluoro/ribbon.ts';
import type { Tube } from '../../../src/core/fluoro/tube.ts';
import { fillGroup, iodineTubes } from '../../../src/core/fluoro/vessel-tubes.ts';
import { fromWorld } from '../../../src/core/math/curve.ts';
import type { Vec3 } from '../../../src/core/math/vec3.ts';

const flagship = CASE_LIBRARY[0]!;
const tissue = caseTissue(flagship);
const { anatomy } = tissue;

const nodes = (tube: Tube): Vec3[] =>
  Array.from({ length: tube.radius.length }, (_, i) => ({
    x: tube.world[3 * i]!,
    y: tube.world[3 * i + 1]!,
    z: tube.world[3 * i + 2]!,
  }));

/** Straight tube of nodes 1 mm apart. */
const straight = (lengthMm: number, radiusMm: number, along: Vec3): Tube => {
  const n = lengthMm + 1;
  const world = new Float32Array(3 * n);
  for (let i = 0; i < n; i++) world.set([along.x * i, along.y * i, along.z * i], 3 * i);
  return { world, radius: new Float32Array(n).fill(radiusMm), mu: { low: 1, high: 0.5 } };
};

describe('contrast', () => {
  const near = (tubes: readonly Tube[]): number[] =>
    tubes
      .flatMap(nodes)
      .map((p) => fromWorld(anatomy.target.curve, p))
      .filter(({ s, x, y }) => s >= 2 && Math.hypot(x, y) < 0.8)
      .map(({ s }) => s);
  const { open, collateral } = iodineTubes(anatomy);
  const { occlusion } = anatomy.target;

  test('the occluded length of the target stays dark', () => {
    const dark = [...near(open), ...near(collateral)].filter(
      (s) => s > occlusion.startMm + 10 && s < occlusion.endMm - 10,
    );
    expect(dark).toEqual([]);
  });

  test('proximal to the cap the lumen fills from above, distal to the occlusion through collaterals', () => {
    const along = (stations: number[], from: number, to: number) =>
      stations.filter((s) => s > from && s < to).length;
    expect(along(near(open), 5, occlusion.startMm - 2)).toBeGreaterThan(20);
    expect(along(near(collateral), occlusion.endMm + 2, occlusion.endMm + 40)).toBeGreaterThan(20);
    expect(along(near(collateral), 5, occlusion.startMm - 10)).toBe(0);
  });

  test('a vessel that is occluded never fills', () => {
    const [vessel] = anatomy.leg.vessels;
    expect(fillGroup({ ...vessel!, filling: 'occluded' })).toBeNull();
    expect(fillGroup({ ...vessel!, filling: 'collateral' })).toBe('collateral');
  });

  test('collaterals come later and fainter, and fade after the inflow', () => {
    let filling = EMPTY_FILLING;
    for (let i = 0; i < 5; i++) filling = stepFilling(filling, 1, 0.1);
    expect(filling.open).toBe(1);
    expect(filling.collateral).toBeGreaterThan(0.05);
    expect(filling.collateral).toBeLessThan(COLLATERAL_SHARE * 0.6);
    for (let i = 0; i < 100; i++) filling = stepFilling(filling, 1, 0.1);
    expect(filling.collateral).toBeCloseTo(COLLATERAL_SHARE, 2);
    filling = stepFilling(filling, 0, 0.3);
    expect(filling.open).toBe(0);
    expect(filling.collateral).toBeGreaterThan(0.3);
    for (let i = 0; i < 300; i++) filling = stepFilling(filling, 0, 0.1);
    expect(filling.collateral).toBe(0);
  });

  test('the same however the time is cut', () => {
    const once = stepFilling({ open: 0, collateral: 0.2 }, 1, 0.6);
    const twice = stepFilling(stepFilling({ open: 0, collateral: 0.2 }, 1, 0.2), 1, 0.4);
    expect(twice.collateral).toBeCloseTo(once.collateral, 12);
  });
});

describe('calcium', () => {
  test('strands carry volume, lie beside the lumen and follow an opening', () => {
    const fresh = caseTissue(flagship);
    const before = calciumStrands(fresh);
    expect(before.length).toBeGreaterThan(50);
    for (const strand of before) {
      expect(strand.mu.low).toBeGreaterThan(0);
      for (const p of nodes(strand).filter((_, i) => strand.radius[i]! > 0)) {
        const { x, y } = fromWorld(fresh.anatomy.target.curve, p);
        expect(Math.hypot(x, y)).toBeGreaterThan(0.2);
        expect(Math.hypot(x, y)).toBeLessThan(4);
      }
    }
    const plate = fresh.anatomy.target.calcium[0]!;
    const s = (plate.startMm + plate.endMm) / 2;
    const { openingGrid } = fresh;
    const index = Math.round((s - openingGrid.startMm) / openingGrid.stepMm);
    for (let k = -12; k <= 12; k++) {
      fresh.apply([{ kind: 'open', channel: 'plane', index: index + k, xRef: 0, yRef: 0, radiusMm: 0.6 }]);
    }
    const after = calciumStrands(fresh);
    const moved = after.some((strand, k) =>
      strand.world.some((v, i) => Math.abs(v - before[k]!.world[i]!) > 0.02),
    );
    expect(moved).toBe(true);
  });
});

describe('leg', () => {
  test('a right and a left leg are told apart, and the fibula is lateral', () => {
    const spec = { caseId: flagship.id, ...flagship.anatomy };
    for (const side of ['right', 'left'] as const) {
      expect(legSide(createAnatomy({ ...spec, side }))).toBe(side);
    }
    const widest = (tubes: Tube[]): number => tubes[0]!.radius.length;
    expect(widest(legShadow('right'))).toBe(widest(legShadow('left')));
  });
});

describe('devices', () => {
  const wire = { world: straight(100, 0.178, { x: 0, y: 0, z: 1 }).world, radiusMm: 0.178 };

  test('a wire is a steel shaft with a platinum coil over its last 30 mm', () => {
    const [shaft, coil] = wireTubes(wire);
    expect(nodes(shaft!).at(-1)!.z).toBe(70);
    expect(nodes(coil!)[0]!.z).toBe(70);
    expect(coil!.mu.low).toBeGreaterThan(5 * shaft!.mu.low);
  });

  test('the catheter shows marker, drive shaft and transducer; without a pose only the marker', () => {
    const transducer = { x: 0, y: 0, z: 92 };
    const withPose = catheterTubes(wire, transducer);
    const without = catheterTubes(wire, null);
    expect(withPose.length).toBe(without.length + 2);
    const block = nodes(withPose.at(-1)!);
    expect((block[0]!.z + block[1]!.z) / 2).toBeCloseTo(92, 6);
  });

  test('a folded balloon shows a band at each of its ends, and none while it is still in the sheath', () => {
    const tubes = balloonTubes({ ...wire, radiusMm: 0.5, fromTipMm: [5, 45] });
    const ends = new Set(tubes.map((tube) => nodes(tube).at(-1)!.z));
    expect([...ends].sort((a, b) => a - b)).toEqual([55, 95]);
    expect(balloonTubes({ world: new Float32Array(0), radiusMm: 0.5, fromTipMm: [5, 45] })).toEqual([]);
  });
});

describe('ribbons', () => {
  const cArm = { angleDeg: 20, centre: { x: 1, y: 2, z: 3 } };

  test('run along the projected axis, as wide as the tube and the padding', () => {
    const tube = straight(20, 1.5, { x: 0, y: 0, z: 1 });
    const mesh = buildRibbons(createRibbonMesh(), [tube], cArm, 0.1);
    expect(mesh.vertexCount).toBe(2 * 21);
    expect(mesh.indexCount).toBe(6 * 20);
    for (let i = 0; i < 21; i++) {
      const left = i * 2 * RIBBON_STRIDE;
      const right = left + RIBBON_STRIDE;
      const v = mesh.vertices;
      const p = projectPoint(cArm, { x: 0, y: 0, z: i });
      expect((v[left]! + v[right]!) / 2).toBeCloseTo(p.u, 3);
      expect((v[left + 1]! + v[right + 1]!) / 2).toBeCloseTo(p.v, 3);
      const width = Math.hypot(v[right]! - v[left]!, v[right + 1]! - v[left + 1]!);
      const shrink = 750 / (750 + p.depth);
      expect(width).toBeCloseTo(2 * (1.5 * shrink + 0.1), 3);
    }
  });

  test('a tube that leans toward the detector is deeper, up to a limit', () => {
    const flat = buildRibbons(createRibbonMesh(), [straight(10, 1, { x: 0, y: 0, z: 1 })], cArm, 0);
    const depthOf = (mesh: typeof flat): number => mesh.vertices[4 + 10 * RIBBON_STRIDE]!;
    const c = Math.cos((20 * Math.PI) / 180);
    const s = Math.sin((20 * Math.PI) / 180);
    const leaning = straight(10, 1, { x: -s * Math.SQRT1_2, y: c * Math.SQRT1_2, z: Math.SQRT1_2 });
    const leant = buildRibbons(createRibbonMesh(), [leaning], cArm, 0);
    expect(depthOf(leant) / depthOf(flat)).toBeCloseTo(Math.SQRT2, 1);
    const endOn = buildRibbons(createRibbonMesh(), [straight(10, 1, { x: -s, y: c, z: 0 })], cArm, 0);
    expect(depthOf(endOn) / depthOf(flat)).toBeLessThan(4.2);
    expect(endOn.vertices.every(Number.isFinite)).toBe(true);
  });

  test('an elliptic bone is as deep as its area over its width says', () => {
    const round = straight(4, 6, { x: 0, y: 0, z: 1 });
    const tube: Tube = {
      ...round,
      radius: new Float32Array(5).fill(8),
      radius2: new Float32Array(5).fill(3),
      axisRad: 0,
    };
    for (const angleDeg of [0, 37, 90]) {
      const mesh = buildRibbons(createRibbonMesh(), [tube], { angleDeg, centre: { x: 0, y: 0, z: 2 } }, 0);
      const half = mesh.vertices[3]!;
      const perChord = mesh.vertices[4]!;
      // Integral over the width of perChord * chord of a circle of radius `half` = the ellipse's area.
      expect(perChord * Math.PI * half * half).toBeCloseTo(Math.PI * 8 * 3, 1);
    }
  });
});
