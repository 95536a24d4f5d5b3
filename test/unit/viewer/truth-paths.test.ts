/** @file The truth overlay follows an uneven turn: it is drawn where the image draws it. */
import { expect, test } from 'vitest';
import { polarFromPlane, type TruthContours } from '../../../src/core/measure/truth-contours.ts';
import type { Harmonic, ImagingPose } from '../../../src/core/ultrasound/frame.ts';
import { drawnAngle, trueAngle } from '../../../src/core/ultrasound/nurd.ts';
import { fromScreen, type PictureGeometry } from '../../../src/viewer/cross-section/geometry.ts';
import { truthPaths } from '../../../src/viewer/overlay/truth-paths.ts';

const geometry: PictureGeometry = { side: 4000, depthMm: 4, mirrored: false };
const nurd: readonly Harmonic[] = [
  { amplitudeRad: 0.18, phaseRad: 0.7 },
  { amplitudeRad: 0.08, phaseRad: 2 },
  { amplitudeRad: 0.03, phaseRad: 5 },
];
const wire = { x: 1.4, y: 0.9, radiusMm: 0.178, dxds: 0, dyds: 0, device: 'wire2' } as const;
const pose: ImagingPose = {
  s: 0,
  x: 0.2,
  y: -0.1,
  dxds: 0,
  dyds: 0,
  rollRad: 0.5,
  sheathRadiusMm: 0.4,
  wires: [wire],
};
const ring = Float32Array.from({ length: 48 }, (_, i) => (i % 2 === 0 ? (i / 48) * 2 * Math.PI : 2));
const truth: TruthContours = {
  lumen: ring,
  iel: ring,
  eem: ring,
  calcium: [{ psi: 2, innerMm: 1.2, outerMm: 1.5 }],
  holes: [{ channel: 'plane', psi: 4, rangeMm: 0.5, radiusMm: 0.66 }],
};

/** Drawn angle and range of each point of a path. */
const pointsOf = (path: string): { psi: number; rangeMm: number }[] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => fromScreen(geometry, Number(x), Number(y)));
const angleApart = (a: number, b: number): number => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));

test('an even turn leaves everything where it is', () => {
  const { lumen, calcium } = truthPaths(geometry, pose, truth);
  pointsOf(lumen).forEach(({ psi, rangeMm }, i) => {
    expect(angleApart(psi, ring[2 * i]!)).toBeLessThan(1e-3);
    expect(rangeMm).toBeCloseTo(2, 3);
  });
  expect(angleApart(pointsOf(calcium)[0]!.psi, 2)).toBeLessThan(1e-3);
});

test('an uneven turn moves it round, never in or out', () => {
  const { lumen, calcium, eem } = truthPaths(geometry, { ...pose, nurd }, truth);
  expect(eem).toBe(lumen);
  pointsOf(lumen).forEach(({ psi, rangeMm }, i) => {
    expect(angleApart(psi, drawnAngle(ring[2 * i]!, nurd))).toBeLessThan(1e-3);
    expect(rangeMm).toBeCloseTo(2, 3);
  });
  for (const { psi } of pointsOf(calcium)) expect(angleApart(trueAngle(psi, nurd), 2)).toBeLessThan(1e-3);
});

test('a wire is circled where its echo is drawn, with the bend that its echo has', () => {
  const { wire2, wire1, holes } = truthPaths(geometry, { ...pose, nurd }, truth);
  expect(wire1).toBe('');
  const at = polarFromPlane(pose, wire.x, wire.y);
  // back on an even image every corner lies as far from the wire's middle
  const edge = wire.radiusMm + 3 / (geometry.side / (2 * geometry.depthMm));
  for (const corner of pointsOf(wire2)) {
    const psi = trueAngle(corner.psi, nurd);
    const away = Math.hypot(
      corner.rangeMm * Math.cos(psi) - at.rangeMm * Math.cos(at.psi),
      corner.rangeMm * Math.sin(psi) - at.rangeMm * Math.sin(at.psi),
    );
    expect(away).toBeCloseTo(edge, 2);
  }
  expect(pointsOf(holes)).toHaveLength(40);
});
