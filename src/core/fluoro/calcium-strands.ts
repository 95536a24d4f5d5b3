/**
 * @file Calcium of the wall as strands: each plate is cut along the vessel into thin tubes of equal mass.
 *
 * Seen edge-on the strands pile up, so medial rings draw the two lines of a tram-track without any drawing rule.
 */
import { plateSpan } from '../anatomy/calcium.ts';
import type { CalciumPlate, Tissue } from '../anatomy/tissue.ts';
import { wallRadius } from '../anatomy/wall-maps.ts';
import { frameAt } from '../math/curve.ts';
import { CALCIUM_REFERENCE_DENSITY, MU, replacing, scaleMu } from './attenuation.ts';
import type { Tube } from './tube.ts';

/** Width of one strand along the arc, and spacing of its nodes, mm: finer than a pixel of the detector. */
const STRAND_MM = 0.35;
const STEP_MM = 0.8;
/** Deposits are grainy, not plates of glass (ASSUMED). */
const GRAIN = 0.55;
const GRAIN_MM = 1.3;

/** Strands of all plates where they are now, pushed aside by the openings. */
export const calciumStrands = (tissue: Tissue): Tube[] =>
  tissue.anatomy.target.calcium.flatMap((plate) => plateStrands(tissue, plate));

const plateStrands = (tissue: Tissue, plate: CalciumPlate): Tube[] => {
  const { curve, wall } = tissue.anatomy.target;
  const lengthMm = plate.endMm - plate.startMm;
  const typical = wallRadius(wall, 'eem', plate.startMm + lengthMm / 2, plate.angleRad);
  const strands = Math.max(2, Math.ceil((plate.arcRad * typical) / STRAND_MM));
  const n = Math.max(3, Math.round(lengthMm / STEP_MM) + 1);
  const mu = replacing(scaleMu(MU.calcium, plate.density / CALCIUM_REFERENCE_DENSITY), MU.softTissue);
  const tubes: Tube[] = Array.from({ length: strands }, () => ({
    world: new Float32Array(3 * n),
    radius: new Float32Array(n),
    mu,
    grain: GRAIN,
    grainMm: GRAIN_MM,
  }));
  const span = { inner: 0, outer: 0 };
  const out = { x: 0, y: 0 };
  for (let i = 0; i < n; i++) {
    const s = plate.startMm + (lengthMm * i) / (n - 1);
    const f = frameAt(curve, s);
    for (let k = 0; k < strands; k++) {
      const a = plate.angleRad + plate.arcRad * ((k + 0.5) / strands - 0.5);
      const radii = {
        lumen: wallRadius(wall, 'lumen', s, a),
        iel: wallRadius(wall, 'iel', s, a),
        eem: wallRadius(wall, 'eem', s, a),
      };
      const there = plateSpan(plate, s, a, radii, span);
      const r = there ? (span.inner + span.outer) / 2 : radii.eem;
      tissue.toDeformed(s, r * Math.cos(a), r * Math.sin(a), out);
      const tube = tubes[k]!;
      tube.world[3 * i] = f.origin.x + f.n1.x * out.x + f.n2.x * out.y;
      tube.world[3 * i + 1] = f.origin.y + f.n1.y * out.x + f.n2.y * out.y;
      tube.world[3 * i + 2] = f.origin.z + f.n1.z * out.x + f.n2.z * out.y;
      const area = there ? (span.outer - span.inner) * ((plate.arcRad * r) / strands) : 0;
      tube.radius[i] = Math.sqrt(area / Math.PI);
    }
  }
  return tubes;
};
