/**
 * @file Scatters calcium plates over the lesion as the case asks: medial sheets, intimal deposits, nodules, and
 * those placed on purpose. All of them leave the cleft free, so that wire 1 and the catheter can pass.
 */
import { createStream, type Stream } from '../math/rng.ts';
import { DEG, PI, TAU, wrapAngle } from '../math/trig.ts';
import { createCleftAngle } from './cleft-angle.ts';
import type { AnatomySpec, PlateSpec } from './spec.ts';
import type { CalciumPlate } from './tissue.ts';

/** Half-widths, rad, of the sector around the cleft that scattered calcium keeps out of. ASSUMED. */
const MEDIAL_CLEARANCE = 42 * DEG;
/** Within a window the whole side that faces the cleft is free. ASSUMED. */
const WINDOW_CLEARANCE = 75 * DEG;
/** Mineral density of dense vascular calcium, g hydroxyapatite / cm^3. ASSUMED (bone mineral 1.2-1.8). */
const DENSITY = { medial: 1.1, intimal: 1.3, nodular: 1.4 } as const;
/** Inner face of medial sheets, inside the EEM, mm: they sit on the internal elastic membrane side. ASSUMED. */
const MEDIAL_DEPTH_MM = 0.19;

type AngleAt = (s: number) => number;

/** Sector free of calcium around the cleft between two stations, rad half-width (0: none needed). */
const clearance = (spec: AnatomySpec, site: CalciumPlate['site'], from: number, to: number): number => {
  const inWindow = spec.calcium.windows.some((w) => from < w.endMm && to > w.startMm);
  if (inWindow) return WINDOW_CLEARANCE;
  return site === 'medial' ? MEDIAL_CLEARANCE : 0;
};

/**
 * The arc of a scattered plate after the cleft's sector is taken out of it, or null when nothing useful is left.
 * The cleft drifts along the plate, so the sector is widened by its drift.
 */
const trimmed = (plate: CalciumPlate, spec: AnatomySpec, angleAt: AngleAt): CalciumPlate | null => {
  const keep = clearance(spec, plate.site, plate.startMm, plate.endMm);
  if (keep === 0) return plate;
  const middle = angleAt((plate.startMm + plate.endMm) / 2);
  const ends = [angleAt(plate.startMm), angleAt(plate.endMm)].map((a) => Math.abs(wrapAngle(a - middle)));
  const half = keep + Math.max(...ends);
  const offset = wrapAngle(plate.angleRad - middle);
  const lo = offset - plate.arcRad / 2;
  const hi = offset + plate.arcRad / 2;
  // the plate as pieces of the free range (half, 2 pi - half) counted from the cleft
  const pieces: [number, number][] = [];
  for (const turn of [-TAU, 0, TAU]) {
    const a = Math.max(lo, half + turn);
    const b = Math.min(hi, TAU - half + turn);
    if (b > a) pieces.push([a, b]);
  }
  const longest = pieces.sort((p, q) => q[1] - q[0] - (p[1] - p[0]))[0];
  if (!longest || longest[1] - longest[0] < 20 * DEG) return null;
  return {
    ...plate,
    angleRad: wrapAngle(middle + (longest[0] + longest[1]) / 2),
    arcRad: longest[1] - longest[0],
  };
};

/** Covers `share` of [from, to] with runs of plates, drawn along the vessel. */
const runs = (
  stream: Stream,
  from: number,
  to: number,
  share: number,
  lengths: readonly [number, number],
  make: (start: number, end: number) => void,
): void => {
  if (share <= 0) return;
  const mean = (lengths[0] + lengths[1]) / 2;
  const gap = mean * (1 / Math.min(0.97, share) - 1);
  let s = from + stream.range(0, 1) * gap;
  while (s < to) {
    const end = Math.min(to, s + stream.range(lengths[0], lengths[1]));
    if (end - s > 1) make(s, end);
    s = end + stream.range(0.2, 1.8) * gap;
  }
};

/** A plate as the case names it, with its angle found. */
export const resolvePlate = (plate: PlateSpec, angleAt: (s: number) => number): CalciumPlate => ({
  site: plate.site,
  startMm: plate.startMm,
  endMm: plate.endMm,
  angleRad: plate.facing === 'cleft' ? angleAt((plate.startMm + plate.endMm) / 2) : plate.facing * DEG,
  arcRad: plate.arcDeg * DEG,
  depthMm: plate.depthMm,
  thicknessMm: plate.thicknessMm,
  density: DENSITY[plate.site],
});

/** All plates of a case, in a fixed order. */
export const placeCalcium = (spec: AnatomySpec): CalciumPlate[] => {
  const { calcium, lesion, occlusion } = spec;
  const angleAt = createCleftAngle(spec);
  const scattered: CalciumPlate[] = [];
  const push = (plate: Omit<CalciumPlate, 'density'>) =>
    scattered.push({ ...plate, density: DENSITY[plate.site] });

  const medial = createStream(spec.seed, 'calcium-medial');
  // tram-track: sheets on two or three sides with their own beginnings and ends, so that gaps rarely line up
  for (const side of [0, 1, 2]) {
    const base = medial.range(-PI, PI);
    const share = calcium.medialCoverage * (side === 2 ? 0.5 : 1);
    runs(medial, lesion.startMm, lesion.endMm, share, [4, 16], (startMm, endMm) => {
      push({
        site: 'medial',
        startMm,
        endMm,
        angleRad: wrapAngle(base + (side * TAU) / 3 + 0.5 * medial.normal()),
        arcRad: Math.min(300, Math.max(25, calcium.medialArcDeg * (1 + 0.35 * medial.normal()))) * DEG,
        depthMm: MEDIAL_DEPTH_MM,
        thicknessMm: medial.range(0.12, 0.26),
      });
    });
  }

  const intimal = createStream(spec.seed, 'calcium-intimal');
  runs(intimal, lesion.startMm, lesion.endMm, calcium.intimalCoverage, [1.5, 9], (startMm, endMm) => {
    push({
      site: 'intimal',
      startMm,
      endMm,
      angleRad: intimal.range(-PI, PI),
      arcRad: Math.min(200, Math.max(20, calcium.intimalArcDeg * (1 + 0.4 * intimal.normal()))) * DEG,
      depthMm: intimal.range(0.02, 0.14),
      thicknessMm: intimal.range(0.15, 0.42),
    });
  });

  const nodular = createStream(spec.seed, 'calcium-nodular');
  for (let i = 0; i < calcium.nodules; i++) {
    const startMm = nodular.range(lesion.startMm, lesion.endMm - 4);
    push({
      site: 'nodular',
      startMm,
      endMm: startMm + nodular.range(1.5, 4),
      angleRad: nodular.range(-PI, PI),
      arcRad: nodular.range(40, 85) * DEG,
      depthMm: -nodular.range(0.12, 0.35),
      thicknessMm: nodular.range(0.45, 0.75),
    });
  }

  const entry: CalciumPlate[] = calcium.atEntry
    ? [0.9, -1.7].map((turn, i) => ({
        site: 'intimal',
        startMm: occlusion.startMm - 1,
        endMm: occlusion.startMm + 4 + 2 * i,
        angleRad: wrapAngle(angleAt(occlusion.startMm) + PI + turn),
        arcRad: 100 * DEG,
        depthMm: 0.02,
        thicknessMm: 0.35,
        density: DENSITY.intimal,
      }))
    : [];

  return [
    ...scattered.map((p) => trimmed(p, spec, angleAt)).filter((p) => p !== null),
    ...entry,
    ...calcium.plates.map((p) => resolvePlate(p, angleAt)),
  ].sort((a, b) => a.startMm - b.startMm || a.angleRad - b.angleRad);
};
