/**
 * @file Echoes from boundaries: the bright lines of the wall, the leading edge of calcium and its repeats.
 *
 * Echo = R [ s exp(-(phi / phi0)^2) + (1 - s) rough(phi) ]: R from the impedance step, s the mirror-like share,
 * phi the tilt of the boundary against the line, read from the same boundary on the neighbouring lines.
 */
import { MATERIAL } from '../anatomy/material.ts';
import { hash32, streamSeed } from '../math/rng.ts';
import type { Baseband, SplatScene } from './baseband.ts';
import { addEcho, addReflector } from './echo.ts';
import { BORDER, FLOWS, SPECULAR } from './media.ts';
import type { FramePlan } from './plan.ts';
import { ORBIT_MM } from './probe.ts';
import { type Crossings, reflection } from './trace.ts';

/** Rough share at normal incidence, relative to a mirror of the same R (ASSUMED 0.15; 0.5 for calcium's
 *  lumpy surface, so that a plate seen obliquely still shows). */
const ROUGH = 0.15;
const ROUGH_CALCIUM = 0.5;
/** A tilt counts against 0.6 x the one-way beam angle; two-way width is 0.7 of one-way. */
const TILT_SHARE = 0.6 / 0.7;
/** Reflection of the catheter's face: one clinical frame shows -14 to -21 dB per order together with calcium's R. */
const CATHETER_REFLECTION = 0.28;
const REPEATS = 3;
/** Boundaries whose echo stays below this leave no mark. */
const FAINT = 3e-5;
/** Shares of an echo below this are left out, 120 dB below full scale. */
const FAINTEST = 1e-6;
/** Surface patches with one random phase each, mm. */
const PATCH_MM = 0.09;

const FLUID = FLOWS.map((flows, id) => (id === MATERIAL.stasis ? 1 : flows));

/** Adds the echo of every crossing; returns how many left a mark. */
export const addInterfaces = (scene: SplatScene, out: Baseband): number => {
  const { plan, trace } = scene;
  const { crossings } = trace;
  const { lines } = plan.settings;
  const traced = plan.trace.lines;
  const seed = streamSeed(scene.tissue.anatomy.seed, 'surface');
  const perTrace = lines / traced;
  const a: Strength = { trip: 0.5, mirror: 0.5, rough: 0.5 };
  let marked = 0;
  for (let c = 0; c < traced; c++) {
    const next = (c + 1) % traced;
    const before = (c + traced - 1) % traced;
    const firstLine = Math.ceil(c * perTrace - 1e-9);
    const lastLine = Math.ceil((c + 1) * perTrace - 1e-9) - 1;
    for (let i = crossings.firstOf[c]!; i < crossings.firstOf[c + 1]!; i++) {
      const r = crossings.rangeMm[i]!;
      const ahead = sameBoundary(crossings, i, next, plan);
      const behind = sameBoundary(crossings, i, before, plan);
      const slope = tilt(
        r,
        ahead < 0 ? -1 : crossings.rangeMm[ahead]!,
        behind < 0 ? -1 : crossings.rangeMm[behind]!,
        traced,
      );
      strength(scene, i, slope, a);
      if (a.mirror + a.rough < FAINT) continue;
      marked++;
      const calcium = crossings.to[i]! === MATERIAL.calcium;
      for (let line = firstLine; line <= lastLine; line++) {
        const u = line / perTrace - c;
        // a boundary that ends between two traced lines is drawn up to half way
        if (ahead < 0 && u > 0.5) break;
        const range = ahead < 0 ? r : r + (crossings.rangeMm[ahead]! - r) * u;
        drawBoundary(scene, out, line % lines, range, a, calcium, seed);
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
}

/** Fills `into` for crossing i, whose boundary slopes against its line. */
const strength = (scene: SplatScene, i: number, slope: number, into: Strength): void => {
  const { plan, trace } = scene;
  const { crossings } = trace;
  const from = crossings.from[i]!;
  const to = crossings.to[i]!;
  const r = crossings.rangeMm[i]!;
  const calcium = to === MATERIAL.calcium || from === MATERIAL.calcium;
  const size = Math.abs(reflection(from, to)) * (calcium ? 1 : sharpness(from, to));
  const k = sampleOf(plan, r);
  const arriving = crossings.transmission[i]! * plan.echoGain[k]!;
  const z = Math.max(0.3, r - ORBIT_MM);
  const limit = TILT_SHARE * (plan.beamMm[k]! / z);
  const share = Math.min(SPECULAR[from]!, SPECULAR[to]!) + (calcium ? 0.2 : 0);
  const phi = Math.atan(slope);
  into.trip = crossings.transmission[i]!;
  into.mirror = arriving * size * share * Math.exp(-((phi / limit) ** 2));
  into.rough =
    (arriving * size * (1 - share) * (calcium ? ROUGH_CALCIUM : ROUGH)) / Math.sqrt(1 + slope * slope);
};

/** How abrupt the step is. Against a fluid every surface is; inside tissue the vaguer of the two decides. */
const sharpness = (from: number, to: number): number =>
  FLUID[from] || FLUID[to] ? 1 : Math.min(BORDER[from]!, BORDER[to]!);

const drawBoundary = (
  scene: SplatScene,
  out: Baseband,
  line: number,
  range: number,
  { trip, mirror, rough }: Strength,
  calcium: boolean,
  seed: number,
): void => {
  const { plan, pose } = scene;
  // The rough part keeps its phase with the tissue: hashed by where on the surface the line strikes.
  const angle = pose.rollRad + line * plan.lineRad;
  const px = Math.floor((pose.x + range * Math.cos(angle)) / PATCH_MM);
  const py = Math.floor((pose.y + range * Math.sin(angle)) / PATCH_MM);
  const turns = hash32(seed, px, py, Math.floor(pose.s / 0.1)) / 4294967296;
  if (calcium) addReflector(out, plan, line, range, mirror, 0);
  else if (mirror > FAINTEST) addEcho(out, plan, line, range, mirror, 0);
  // rough echoes add up as powers: restore what the beam's averaging takes
  const k = sampleOf(plan, range);
  const incoherent = Math.sqrt(2 * Math.sqrt(Math.PI) * Math.max(0.5, plan.speckleSigmaLines[k]!));
  addEcho(out, plan, line, range, rough * incoherent, turns);
  if (!calcium) return;
  // sound that runs to and fro between the plate and the catheter comes back late, weaker each time
  const gap = range - pose.sheathRadiusMm;
  if (gap < 0.08) return;
  let again = mirror;
  for (let n = 1; n <= REPEATS && again > FAINTEST; n++) {
    again *= trip * 0.61 * CATHETER_REFLECTION * ((range + (n - 1) * gap) / (range + n * gap));
    addEcho(out, plan, line, range + n * gap, again, 0);
  }
};

const sampleOf = (plan: FramePlan, r: number): number => {
  const k = Math.round((r - plan.settings.startMm) / plan.settings.mmPerSample);
  return Math.min(plan.settings.samples - 1, Math.max(0, k));
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
