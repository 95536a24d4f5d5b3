/** @file In the library's first case, with the catheter in the opened plane, the drawn truth lies where the tissue says. */
import { expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { designedEdits, designedPose } from '../../../src/core/cases/designed.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { type ImageContour, truthContours } from '../../../src/core/measure/truth-contours.ts';

const tissue = caseTissue(CASE_LIBRARY[0]!);
tissue.apply(designedEdits(tissue.anatomy));
const { occlusion } = tissue.anatomy.target;
const stations = [0.1, 0.35, 0.6, 0.9].map(
  (u) => occlusion.startMm + u * (occlusion.endMm - occlusion.startMm),
);

it.each(stations)('at %d mm', (s) => {
  const pose = designedPose(tissue.anatomy, s);
  const truth = truthContours(tissue, pose, 4);
  const at = (psi: number, rangeMm: number) => {
    const azimuth = psi + pose.rollRad;
    const [dx, dy] = [Math.cos(azimuth), Math.sin(azimuth)];
    const ds = -(dx * pose.dxds + dy * pose.dyds);
    const out = rangeMm / Math.hypot(1, ds);
    return [s + out * ds, pose.x + out * dx, pose.y + out * dy] as const;
  };
  const farthest = (contour: ImageContour, surface: 'lumen' | 'iel' | 'eem'): number => {
    const distances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };
    let worst = 0;
    for (let k = 0; k < contour.length; k += 2) {
      tissue.distances(...at(contour[k]!, contour[k + 1]!), distances);
      worst = Math.max(worst, Math.abs(distances[surface]));
    }
    return worst;
  };
  for (const surface of ['lumen', 'iel', 'eem'] as const) {
    expect(farthest(truth[surface], surface), surface).toBeLessThan(0.06);
  }
  // one step of the walk (0.03 mm) is a plate's rim grazed: its middle may lie beside the calcium
  const solid = truth.calcium.filter((run) => run.outerMm - run.innerMm > 0.035);
  expect(solid.length).toBeGreaterThanOrEqual(0.9 * truth.calcium.length);
  for (const run of solid) {
    const middle = (run.innerMm + run.outerMm) / 2;
    expect(tissue.materialAt(...at(run.psi, middle))).toBe(MATERIAL.calcium);
  }
  const plane = truth.holes.find((hole) => hole.channel === 'plane');
  expect(plane?.radiusMm).toBeGreaterThan(0.6);
  // The catheter lies inside the opened plane.
  expect(plane?.rangeMm).toBeLessThan(plane?.radiusMm ?? 0);
});
