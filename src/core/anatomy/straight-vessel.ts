/**
 * @file A short straight artery from a handful of numbers: for phantoms, recognition scenes and pages with sliders.
 *
 * Every reader takes it like a whole leg, because it is an `Anatomy`. Cheap enough to be built again while a slider moves.
 */
import { createCurve } from '../math/curve.ts';
import { clamp } from '../math/interpolate.ts';
import { createNoise } from '../math/noise.ts';
import { cos, sin, TAU } from '../math/trig.ts';
import { vec3 } from '../math/vec3.ts';
import { roomFor } from './plate-room.ts';
import { pocketThickness } from './pocket.ts';
import { straightContents } from './straight-contents.ts';
import type { StraightVein, StraightVesselSpec } from './straight-spec.ts';
import type { Anatomy, CompanionVein, StationPath, TissueTile, WallMaps } from './tissue.ts';
import { createTissueTile } from './tissue-tile.ts';
import { wallRadius } from './wall-maps.ts';

const LENGTH_MM = 40;
const STEP_MM = 0.5;
const ANGLES = 120;
/** However far a pocket pushes, a sliver of lumen stays, mm. */
const LEAST_LUMEN_MM = 0.1;
const OUTWARDS = 0.4;

/** Radius maps: outside in, as for a whole leg, but from circles. */
const straightWall = (spec: StraightVesselSpec, lengthMm: number): WallMaps => {
  const { radiiMm: radii, plaque, calcium = [], pockets = [], unevenness = 0 } = spec;
  const outwards = spec.pocketOutwards ?? OUTWARDS;
  const stations = Math.round(lengthMm / STEP_MM) + 1;
  const size = stations * ANGLES;
  const maps = {
    lumen: new Float32Array(size),
    iel: new Float32Array(size),
    eem: new Float32Array(size),
    adventitia: new Float32Array(size),
  };
  const noise = unevenness > 0 ? createNoise(spec.seed ?? 1, 'straight') : () => 0;
  const room = roomFor(calcium);
  const intima0 = radii.iel - radii.lumen;
  for (let i = 0; i < stations; i++) {
    const s = i * STEP_MM;
    const roomAt = room(s);
    const longAxis = 2.4 * noise(s / 45, 3.5, 9.5);
    for (let j = 0; j < ANGLES; j++) {
      const angle = (TAU * j) / ANGLES;
      const c = cos(angle);
      const d = sin(angle);
      // the same two fields that make the wall of a case uneven
      const coarse = unevenness * noise(c * 0.9 + 9, d * 0.9 + 9, s / 14);
      const fine = unevenness * noise(c * 1.7 + 3, d * 1.7 + 3, s / 3.5);
      const oval = 0.04 * unevenness * cos(2 * (angle - longAxis));
      let parted = 0;
      for (const pocket of pockets) parted += pocketThickness(pocket, s, angle);
      const facing = plaque ? 0.5 + 0.5 * cos(angle - plaque.angleRad) : 0;
      const deposit = plaque ? plaque.thinMm + (plaque.thickMm - plaque.thinMm) * facing : 0;
      const intima = Math.max(
        intima0 * (1 + 0.5 * coarse),
        deposit * (1 + 0.3 * coarse + 0.15 * fine),
        roomAt(angle),
      );
      const eem = radii.eem * (1 + oval + 0.02 * coarse + 0.008 * fine) + outwards * parted;
      const media = (radii.eem - radii.iel) * (1 + 0.12 * fine);
      const k = i * ANGLES + j;
      maps.eem[k] = eem;
      maps.iel[k] = Math.max(LEAST_LUMEN_MM, eem - media - parted);
      maps.lumen[k] = clamp(maps.iel[k]! - intima, LEAST_LUMEN_MM, maps.iel[k]!);
      maps.adventitia[k] = eem + (radii.adventitia - radii.eem) * (1 + 0.4 * fine);
    }
  }
  return { startMm: 0, stepMm: STEP_MM, stations, angles: ANGLES, ...maps };
};

/** Clear of the adventitia over the whole angle that the vein covers. */
const straightVein = (vein: StraightVein, wall: WallMaps): CompanionVein => {
  const lengthMm = (wall.stations - 1) * wall.stepMm;
  let reach = 0;
  for (let k = -3; k <= 3; k++) {
    reach = Math.max(reach, wallRadius(wall, 'adventitia', lengthMm / 2, vein.angleRad + (k * TAU) / 36));
  }
  const distance = reach + vein.gapMm + vein.radiusMm;
  const x = distance * cos(vein.angleRad);
  const y = distance * sin(vein.angleRad);
  return {
    startMm: 0,
    stepMm: lengthMm,
    x: Float32Array.of(x, x),
    y: Float32Array.of(y, y),
    radiusMm: Float32Array.of(vein.radiusMm, vein.radiusMm),
  };
};

/** Values at which both rules of `surroundings.ts` answer fat, everywhere. */
const FAT_TILE: TissueTile = {
  side: 1,
  slices: 1,
  acrossMm: 1,
  alongMm: 1,
  shear: 0,
  fields: Float32Array.of(0.2, 0.2),
};

/** A line in the middle of the media, which is where a wire would stray. */
const mediaPath = (spec: StraightVesselSpec, lengthMm: number): StationPath => {
  const angle = spec.pockets?.[0]?.angleRad ?? 0;
  const r = (spec.radiiMm.iel + spec.radiiMm.eem) / 2;
  const x = r * cos(angle);
  const y = r * sin(angle);
  return {
    startMm: 0,
    endMm: lengthMm,
    stepMm: lengthMm,
    x: Float32Array.of(x, x),
    y: Float32Array.of(y, y),
  };
};

/** @throws RangeError when the radii do not ascend or are not positive */
export const straightVessel = (spec: StraightVesselSpec): Anatomy => {
  const { lumen, iel, eem, adventitia } = spec.radiiMm;
  if (!(lumen > 0 && iel > lumen && eem > iel && adventitia > eem)) {
    throw new RangeError('straightVessel: radii must ascend: 0 < lumen < iel < eem < adventitia');
  }
  const lengthMm = spec.lengthMm ?? LENGTH_MM;
  const seed = spec.seed ?? 1;
  const curve = createCurve([vec3(0, 0, 0), vec3(0, 0, lengthMm)], 0, STEP_MM);
  const wall = straightWall(spec, lengthMm);
  const { plug } = spec;
  const occlusion = plug
    ? { startMm: plug.startMm, endMm: plug.endMm }
    : { startMm: lengthMm, endMm: lengthMm };
  const diseased = spec.plaque || plug || spec.calcium?.length;
  return {
    caseId: 'straight',
    seed,
    leg: {
      side: 'right',
      bones: [],
      vessels: [
        {
          id: 'target',
          name: 'Straight vessel',
          curve,
          radiusMm: new Float32Array(curve.frames.length).fill(lumen),
          parent: null,
          filling: plug ? 'occluded' : 'open',
        },
      ],
    },
    target: {
      name: 'PTA',
      curve,
      occlusion,
      lesion: diseased ? { startMm: 0, endMm: lengthMm } : occlusion,
      rvdMm: 2 * lumen,
      wall,
      composition: straightContents(spec.plaque?.fill, plug, wall, seed),
      surroundings: spec.bed === 'leg' ? createTissueTile(seed) : FAT_TILE,
      calcium: spec.calcium ?? [],
      pockets: spec.pockets ?? [],
      veins: (spec.veins ?? []).map((vein) => straightVein(vein, wall)),
      branches: spec.branches ?? [],
      cleft: mediaPath(spec, lengthMm),
    },
  };
};
