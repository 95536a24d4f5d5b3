/**
 * @file Bones and soft tissue of the leg as X-ray tubes: a plausible background, not an anatomical reference.
 *
 * Shafts are the anatomy's own waypoints; here they get a cortex, a marrow cavity, spongy ends and the neighbours
 * (femur, patella, ankle, heel). All sizes ASSUMED for an adult leg of 37 cm from joint line to ankle.
 */
import { FIBULA, TIBIA, toWorldPoint } from '../anatomy/leg-paths.ts';
import type { LegSide } from '../anatomy/spec.ts';
import type { Anatomy } from '../anatomy/tissue.ts';
import { MU, type Mu, replacing, scaleMu } from './attenuation.ts';
import type { Tube } from './tube.ts';

/** (medial, anterior, caudal, half width medio-lateral, half depth antero-posterior), mm. */
type Section = readonly [m: number, a: number, z: number, rm: number, ra: number];

const LEG: readonly Section[] = [
  [2, -6, -330, 80, 84],
  [2, -6, -220, 76, 80],
  [2, -6, -110, 66, 70],
  [2, -6, -60, 61, 66],
  [2, -6, 0, 56, 62],
  [1, -14, 50, 54, 60],
  [1, -18, 110, 55, 62],
  [1, -18, 170, 51, 58],
  [1, -13, 230, 43, 50],
  [1, -6, 290, 34, 40],
  [0, 0, 340, 33, 40],
  [-1, 10, 372, 37, 58],
  [-1, 22, 396, 36, 80],
  [-1, 26, 412, 30, 84],
  [-1, 28, 420, 14, 70],
];

const FEMUR: readonly Section[] = [
  [-12, 4, -330, 15, 15],
  [-9, 2, -220, 15, 15],
  [-4, -2, -120, 16, 15],
  [-2, -3, -80, 19, 17],
  [1, -6, -50, 30, 24],
  [3, -10, -30, 40, 31],
  [3, -12, -14, 40, 30],
  [3, -11, -4, 33, 22],
];
const PATELLA: readonly Section[] = [
  [0, 34, -48, 6, 4],
  [0, 36, -38, 19, 9],
  [0, 37, -24, 21, 10],
  [0, 35, -12, 10, 7],
];
const MALLEOLUS: readonly Section[] = [
  [19, 5, 352, 8, 9],
  [24, 4, 366, 7, 9],
  [25, 3, 378, 5, 6],
];
const TALUS: readonly Section[] = [
  [2, 12, 371, 18, 19],
  [2, 16, 380, 20, 25],
  [2, 18, 390, 18, 24],
];
const HEEL: readonly Section[] = [
  [-2, -6, 391, 14, 30],
  [-3, -10, 402, 16, 34],
  [-3, -12, 412, 13, 28],
];
const FOREFOOT: readonly Section[] = [
  [6, 52, 386, 19, 26],
  [6, 62, 396, 24, 34],
  [6, 66, 404, 18, 26],
];

/** Which leg this is, read from its vessels: the posterior tibial artery runs medial to the peroneal. */
export const legSide = (anatomy: Anatomy): LegSide => {
  const meanX = (key: string): number | null => {
    const vessel = anatomy.leg.vessels.find(({ id, name }) => `${id} ${name}`.toLowerCase().includes(key));
    if (!vessel) return null;
    const { frames } = vessel.curve;
    return frames[Math.floor(frames.length * 0.7)]!.origin.x;
  };
  const peroneal = meanX('peroneal');
  const pta = meanX('pta') ?? meanX('posterior');
  return peroneal !== null && pta !== null && pta < peroneal ? 'left' : 'right';
};

export const legShadow = (side: LegSide): Tube[] => {
  const tibia = TIBIA.map(([m, a, z, r]): Section => [m, a, z, r, z < 60 ? r * 0.78 : r * 1.08]);
  const fibula = rounded(FIBULA.map(([m, a, z, r]): Section => [m, a, z, r, r]));
  const spongy = replacing(MU.spongyBone, MU.softTissue);
  return [
    ...outline(side),
    ...longBone(side, tibia, tibiaCortex),
    ...longBone(side, fibula, () => 2.2),
    ...longBone(side, FEMUR, femurCortex),
    ...[PATELLA, MALLEOLUS, TALUS, HEEL, FOREFOOT].flatMap((sections) => shortBone(side, sections, spongy)),
  ];
};

/** Muscle with a rim of fat. */
const outline = (side: LegSide): Tube[] => [
  tube(side, LEG, 0, MU.fat),
  tube(side, LEG, 6, replacing(MU.softTissue, MU.fat), 0.05, 30),
];

/** Wall of the bone: thick in the shaft, thin at the ends, mm. */
const tibiaCortex = (z: number): number => {
  const toEnd = Math.min(z - 0, 372 - z);
  return Math.min(4.6, 1.2 + Math.max(0, toEnd - 18) * 0.05);
};
const femurCortex = (z: number): number => Math.min(5.5, 1.2 + Math.max(0, -z - 40) * 0.08);

/** Cortex all through, the inside taken out again and filled with spongy bone toward the ends, marrow amid. */
const longBone = (side: LegSide, sections: readonly Section[], cortex: (z: number) => number): Tube[] => {
  const dense = dense3(sections);
  const inside = dense.map(([m, a, z, rm, ra]): Section => {
    const c = cortex(z);
    return [m, a, z, Math.max(0.3, rm - c), Math.max(0.3, ra - c)];
  });
  return [
    tube(side, dense, 0, replacing(MU.corticalBone, MU.softTissue), 0.06, 6),
    tube(side, inside, 0, replacing(scaleMu(MU.marrow, 1), MU.corticalBone), 0.03, 5),
    tube(side, spongyEnds(inside), 0, replacing(MU.spongyBone, MU.marrow), 0.18, 1.8),
  ];
};

/** The same cavity, closing where the shaft begins: spongy bone lines the ends only. */
const spongyEnds = (inside: readonly Section[]): Section[] => {
  const first = inside[0]![2];
  const last = inside[inside.length - 1]![2];
  return inside.map(([m, a, z, rm, ra]) => {
    const toEnd = Math.min(z - first, last - z);
    const k = Math.max(0.02, Math.min(1, 1 - (toEnd - 30) / 45));
    return [m, a, z, rm * k, ra * k];
  });
};

const shortBone = (side: LegSide, sections: readonly Section[], spongy: Mu): Tube[] => {
  const round = rounded(sections);
  return [
    tube(side, round, 0, replacing(MU.corticalBone, MU.softTissue), 0.05, 5),
    tube(side, round, 1, replacing(spongy, replacing(MU.corticalBone, MU.softTissue)), 0.12, 1.8),
  ];
};

/** Sections every 3 mm, smoothed by Catmull-Rom so that the outline has no corners. */
const dense3 = (sections: readonly Section[]): Section[] => {
  const out: Section[] = [];
  for (let i = 0; i < sections.length - 1; i++) {
    const [p0, p1, p2, p3] = [-1, 0, 1, 2].map(
      (k) => sections[Math.min(sections.length - 1, Math.max(0, i + k))]!,
    ) as [Section, Section, Section, Section];
    const steps = Math.max(1, Math.round((p2[2] - p1[2]) / 3));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      out.push(p1.map((_, c) => spline(p0[c]!, p1[c]!, p2[c]!, p3[c]!, t)) as unknown as Section);
    }
  }
  out.push(sections[sections.length - 1]!);
  return out;
};

/** Like dense3, with rounded ends. */
const rounded = (sections: readonly Section[]): Section[] => {
  const dense = dense3(sections);
  const capped = (s: Section, direction: number): Section[] =>
    [1, 2, 3].map((k): Section => {
      const c = Math.cos((k * Math.PI) / 6.2);
      return [
        s[0],
        s[1],
        s[2] + direction * Math.min(s[3], 5) * Math.sin((k * Math.PI) / 6.2),
        s[3] * c,
        s[4] * c,
      ];
    });
  return [...capped(dense[0]!, -1).reverse(), ...dense, ...capped(dense[dense.length - 1]!, 1)];
};

const spline = (p0: number, p1: number, p2: number, p3: number, t: number): number =>
  0.5 *
  (2 * p1 +
    (p2 - p0) * t +
    (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t +
    (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);

/** @param inset mm taken off both half axes. */
const tube = (
  side: LegSide,
  given: readonly Section[],
  inset: number,
  mu: Mu,
  grain = 0,
  grainMm = 1,
): Tube => {
  const sections = given.length < 20 ? dense3(given) : given;
  const world = new Float32Array(3 * sections.length);
  sections.forEach(([m, a, z], i) => {
    const p = toWorldPoint(side, [m, a, z]);
    world.set([p.x, p.y, p.z], 3 * i);
  });
  return {
    world,
    radius: Float32Array.from(sections, ([, , , rm]) => Math.max(0.2, rm - inset)),
    radius2: Float32Array.from(sections, ([, , , , ra]) => Math.max(0.2, ra - inset)),
    axisRad: 0,
    mu,
    grain,
    grainMm,
  };
};
