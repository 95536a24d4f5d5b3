/**
 * @file Echoes from boundaries: the bright lines of the wall, the leading edge of calcium and its repeats.
 *
 * Echo = R [ s exp(-(phi / phi0)^2) + (1 - s) rough(phi) ]: R from the impedance step, s the mirror-like share,
 * phi the tilt of the boundary against the line, read from the same boundary on the neighbouring lines.
 */
import { MATERIAL } from '../../anatomy/material.ts';
import { hash32, streamSeed } from '../../math/rng.ts';
import type { Baseband, Scene, Surfaces } from '../baseband.ts';
import { dbToAmplitude, FLOWS, type Media, reflection } from '../media.ts';
import { ADVENTITIA_DB, type FramePlan } from '../plan.ts';
import { SPEED_MM_PER_US } from '../probe/spectrum.ts';
import type { Crossings } from '../scene/trace.ts';
import { addEcho, NOTHING, sampleAt } from './echo.ts';

/** Rough share at normal incidence, relative to a mirror of the same R (ASSUMED 0.15; 0.5 for calcium's
 *  lumpy surface, so that a plate seen obliquely still shows). */
export const ROUGH = 0.15;
export const ROUGH_CALCIUM = 0.5;
/** What a boundary of calcium adds to its mirror-like share: a plate is smoother than the tissue beside it. ASSUMED. */
export const CALCIUM_MIRROR = 0.2;
/** phi0 is 0.6 of the one-way beam angle at half amplitude, which is 1.207 lambda / a (sinc). */
export const TILT_SHARE = 0.6 * 1.207;
/** Reflection of the catheter's face: one clinical frame shows -14 to -21 dB per order together with calcium's R. */
export const CATHETER_REFLECTION = 0.28;
export const REPEATS = 3;
/** Boundaries whose echo stays below this leave no mark. */
const FAINT = 1e-4;
/** Surface patches with one random phase each, mm. */
export const PATCH_MM = 0.09;

const MATERIALS = FLOWS.length;
const FLUID = FLOWS.map((flows, id) => (id === MATERIAL.stasis ? 1 : flows));

/** Tilt at which a mirror's echo has fallen to 1/e, rad. */
export const mirrorTiltRad = ({ probe }: FramePlan['settings']): number =>
  (TILT_SHARE * SPEED_MM_PER_US) / probe.frequencyMHz / probe.apertureMm;

/** Adds the echo of every crossing; returns how many left a mark. */
export const addInterfaces = (scene: Scene, out: Baseband): number => {
  const { plan, trace } = scene;
  const { crossings } = trace;
  const { columns } = plan;
  const traced = plan.trace.lines;
  const seed = streamSeed(scene.tissue.anatomy.seed, 'surface');
  const perTrace = columns / traced;
  const limit = mirrorTiltRad(plan.settings);
  const a: Strength = { trip: 0.5, mirror: 0.5, rough: 0.5, cos: 0.5, sin: 0.5 };
  let marked = 0;
  for (let c = 0; c < traced; c++) {
    const next = (c + 1) % traced;
    const before = (c + traced - 1) % traced;
    // a patch is wider than the columns of a traced line lie apart
    const angle = scene.pose.rollRad + (2 * Math.PI * c) / traced;
    a.cos = Math.cos(angle);
    a.sin = Math.sin(angle);
    const first = Math.ceil(c * perTrace - 1e-9);
    const last = Math.ceil((c + 1) * perTrace - 1e-9) - 1;
    for (let i = crossings.firstOf[c]!; i < crossings.firstOf[c + 1]!; i++) {
      if (!loudEnough(scene, i)) continue;
      const r = crossings.rangeMm[i]!;
      const ahead = sameBoundary(crossings, i, next, plan);
      const behind = sameBoundary(crossings, i, before, plan);
      const slope = tilt(
        r,
        ahead < 0 ? -1 : crossings.rangeMm[ahead]!,
        behind < 0 ? -1 : crossings.rangeMm[behind]!,
        traced,
      );
      strength(scene, i, slope, limit, a);
      if (a.mirror + a.rough < FAINT) continue;
      marked++;
      const calcium = crossings.to[i]! === MATERIAL.calcium;
      const drawn = r + crossings.lateMm[i]!;
      const drawnAhead = ahead < 0 ? drawn : crossings.rangeMm[ahead]! + crossings.lateMm[ahead]!;
      for (let column = first; column <= last; column++) {
        const u = column / perTrace - c;
        // a boundary that ends between two traced lines is drawn up to half way
        if (ahead < 0 && u > 0.5) break;
        drawBoundary(scene, out, column % columns, drawn + (drawnAhead - drawn) * u, a, calcium, seed);
      }
    }
  }
  return marked;
};

interface Strength {
  /** Two-way amplitude left of sound that went to the boundary and back once more. */
  trip: number;
  mirror: number;
  rough: number;
  /** Of the direction in the tissue. */
  cos: number;
  sin: number;
}

const isCalcium = (from: number, to: number): boolean => to === MATERIAL.calcium || from === MATERIAL.calcium;

/** |R| of crossing i, weakened where the boundary grades over. */
const stepOf = ({ trace, surfaces }: Scene, i: number): number => {
  const from = trace.crossings.from[i]!;
  const to = trace.crossings.to[i]!;
  return surfaces.step[from * MATERIALS + to]!;
};

/** False where not even a mirror would be seen: saves looking for its neighbours. */
const loudEnough = (scene: Scene, i: number): boolean => {
  const { plan, trace } = scene;
  const { crossings } = trace;
  const gain = plan.echoGain[sampleAt(plan, crossings.rangeMm[i]!)]!;
  return crossings.transmission[i]! * gain * stepOf(scene, i) > FAINT;
};

/** Fills `into` for crossing i, whose boundary slopes against its line. */
const strength = (scene: Scene, i: number, slope: number, limit: number, into: Strength): void => {
  const { plan, trace, surfaces } = scene;
  const { crossings } = trace;
  const from = crossings.from[i]!;
  const to = crossings.to[i]!;
  const calcium = isCalcium(from, to);
  const arriving = crossings.transmission[i]! * plan.echoGain[sampleAt(plan, crossings.rangeMm[i]!)]!;
  const echo = arriving * stepOf(scene, i);
  const share = Math.min(surfaces.specular[from]!, surfaces.specular[to]!) + (calcium ? CALCIUM_MIRROR : 0);
  const phi = Math.atan(slope) / limit;
  into.trip = crossings.transmission[i]!;
  into.mirror = echo * share * Math.exp(-phi * phi);
  into.rough = (echo * (1 - share) * (calcium ? ROUGH_CALCIUM : ROUGH)) / Math.sqrt(1 + slope * slope);
};

/** How abrupt the step is. Against a fluid every surface is; inside tissue the vaguer of the two decides. */
const sharpness = (from: number, to: number, { border }: Media): number =>
  isCalcium(from, to) || FLUID[from] || FLUID[to] ? 1 : Math.min(border[from]!, border[to]!);

/** A boundary as strong as this is lost in the speckle beside it: a mirror's echo 6 dB below the louder side, of which the
 *  mirror-like share is a third. */
const drowned = (from: number, to: number, media: Media): number => {
  const loudest = Math.max(media.levelDb[from]!, media.levelDb[to]!);
  return dbToAmplitude(ADVENTITIA_DB + loudest - 6);
};

export const surfacesOf = (media: Media): Surfaces => ({
  specular: media.specular,
  step: Float32Array.from({ length: MATERIALS * MATERIALS }, (_, at) => {
    const from = Math.floor(at / MATERIALS);
    const to = at % MATERIALS;
    const step = Math.abs(reflection(from, to, media)) * sharpness(from, to, media);
    return isCalcium(from, to) || step > drowned(from, to, media) ? step : 0;
  }),
});

const drawBoundary = (
  scene: Scene,
  out: Baseband,
  column: number,
  range: number,
  { trip, mirror, rough, cos, sin }: Strength,
  calcium: boolean,
  seed: number,
): void => {
  const { plan, pose, surfaces } = scene;
  if (mirror > NOTHING) addEcho(out, plan, column, range, mirror, 0);
  if (rough > NOTHING) {
    // it keeps its phase with the tissue: hashed by where on the surface the line strikes
    const px = Math.floor((pose.x + range * cos) / PATCH_MM);
    const py = Math.floor((pose.y + range * sin) / PATCH_MM);
    const turns = hash32(seed, px, py, Math.floor(pose.s / PATCH_MM)) / 4294967296;
    // rough echoes add up as powers: restore what the beam's averaging takes
    const block = sampleAt(plan, range) >> 2;
    const incoherent = plan.beam.pointGain[block]! / Math.sqrt(plan.beam.columnPower[block]!);
    addEcho(out, plan, column, range, rough * incoherent, turns);
  }
  if (!calcium || !plan.settings.effects.multiples) return;
  // sound that runs to and fro between the plate and the catheter comes back late, weaker each time
  const gap = range - pose.sheathRadiusMm;
  if (gap < 0.08) return;
  let again = mirror;
  for (let n = 1; n <= REPEATS && again > NOTHING; n++) {
    again *= trip * surfaces.step[MATERIAL.blood * MATERIALS + MATERIAL.calcium]! * CATHETER_REFLECTION;
    again *= (range + (n - 1) * gap) / (range + n * gap);
    addEcho(out, plan, column, range + n * gap, again, 0);
  }
};

/** Index of the crossing on traced line `c` that continues crossing i, or -1. */
const sameBoundary = (crossings: Crossings, i: number, c: number, plan: FramePlan): number => {
  const r = crossings.rangeMm[i]!;
  const from = crossings.from[i]!;
  const to = crossings.to[i]!;
  // up to 65 degrees of tilt
  let nearest = Math.max(0.05, (2.1 * r * 2 * Math.PI) / plan.trace.lines);
  let best = -1;
  for (let j = crossings.firstOf[c]!; j < crossings.firstOf[c + 1]!; j++) {
    if (crossings.from[j] !== from || crossings.to[j] !== to) continue;
    const off = Math.abs(crossings.rangeMm[j]! - r);
    if (off < nearest) {
      nearest = off;
      best = j;
    }
  }
  return best;
};

/** Slope of a boundary against its line, from its range here and on the two neighbouring lines (-1: absent). */
const tilt = (r: number, ahead: number, behind: number, lines: number): number => {
  const step = (r * 2 * Math.PI) / lines;
  if (ahead >= 0 && behind >= 0) return (ahead - behind) / (2 * step);
  if (ahead >= 0) return (ahead - r) / step;
  if (behind >= 0) return (r - behind) / step;
  return 1;
};
