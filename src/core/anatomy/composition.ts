/**
 * @file What the lesion is made of, as bytes in a (station, angle, radius) volume: plug inside the lumen surface,
 * plaque between lumen and IEL.
 *
 * A voxel on the lumen surface must answer for both sides, because the surface itself is finer than the voxel:
 * the low four bits are the material if the point lies inside the lumen surface, the high four if outside.
 */
import { mix, smoothstep } from '../math/interpolate.ts';
import { createNoise, noiseThreshold } from '../math/noise.ts';
import { createStream } from '../math/rng.ts';
import { cos, sin, TAU } from '../math/trig.ts';
import { MATERIAL } from './material.ts';
import type { AnatomySpec, CalciumSpec } from './spec.ts';
import type { CompositionVolume, WallMaps } from './tissue.ts';
import { wallRadius } from './wall-maps.ts';

/** 3 deg at a radius of 1 mm is about the radial step. */
const ANGLES = 120;
const RADIAL_STEP_MM = 0.05;
/** Along the vessel features are several mm long, and the image averages about 0.3 mm (its slice). */
const STEP_MM = 1;
/** Length of a tapered entry and hollow of a blunt one, mm. ASSUMED. */
const TAPER_MM = 12;
const HOLLOW_MM = 0.8;
/** Plaque thinner than this is plain intima, mm. ASSUMED. */
const THIN_MM = 0.22;

/** What the volume needs of a spec. */
export type CompositionSpec = Pick<AnatomySpec, 'seed' | 'lesion' | 'occlusion' | 'plaque'> & {
  readonly calcium: Pick<CalciumSpec, 'atEntry'>;
};

interface Channel {
  readonly startMm: number;
  readonly endMm: number;
  readonly radiusMm: number;
  readonly phase: number;
}

/** Microchannels: 0.1-0.5 mm across, along the vessel (background knowledge, ASSUMED). */
const drawChannels = (spec: CompositionSpec): Channel[] => {
  const stream = createStream(spec.seed, 'channels');
  const { startMm, endMm, microchannels } = spec.occlusion;
  return Array.from({ length: microchannels }, (_, i) => {
    const length = (endMm - startMm) * stream.range(0.2, 0.7);
    const from = startMm + stream.range(0.02, 1) * (endMm - startMm - length);
    return { startMm: from, endMm: from + length, radiusMm: stream.range(0.05, 0.2), phase: 3.7 * i };
  });
};

/** Stations between which the plug fills the lumen at a relative radius (0 axis, 1 lumen surface). */
const plugFaces = (spec: CompositionSpec, rel: number, rough: number): { from: number; to: number } => {
  const { startMm, endMm, entry } = spec.occlusion;
  const depth = entry === 'tapered' ? TAPER_MM * rel : HOLLOW_MM * rel * rel;
  return { from: startMm - depth + 0.5 * rough, to: endMm + 1.5 * rel * rel + 0.5 * rough };
};

/** The volume over the lesion, the entry and a margin. About 0.9 MB for a 200 mm lesion. */
export const createComposition = (spec: CompositionSpec, wall: WallMaps): CompositionVolume => {
  const { occlusion, lesion, plaque } = spec;
  const first = Math.min(lesion.startMm - 8, occlusion.startMm - TAPER_MM - 1);
  const last = Math.max(lesion.endMm + 8, occlusion.endMm + 3);
  const startMm = Math.max(wall.startMm, Math.floor(first));
  const endMm = Math.min(wall.startMm + (wall.stations - 1) * wall.stepMm, Math.ceil(last));
  const stations = Math.max(1, Math.floor((endMm - startMm) / STEP_MM)) + 1;
  const target0 = Math.round((startMm - wall.startMm) / wall.stepMm) * wall.angles;
  let widest = 0;
  for (let k = target0; k < wall.iel.length; k++) widest = Math.max(widest, wall.iel[k]!);
  const radii = Math.ceil(widest / RADIAL_STEP_MM) + 1;
  const data = new Uint8Array(stations * ANGLES * radii);

  const noise = createNoise(spec.seed, 'composition');
  const dense = noiseThreshold(noise, plaque.denseFibrous);
  const lipid = noiseThreshold(noise, plaque.lipid);
  const micro = noiseThreshold(noise, plaque.microcalcified);
  const core = noiseThreshold(noise, occlusion.coreFibrous);
  const streak = noiseThreshold(noise, 0.3);
  const fleck = noiseThreshold(noise, 0.12);
  const channels = drawChannels(spec);
  const cosines = Array.from({ length: ANGLES }, (_, j) => cos((TAU * j) / ANGLES));
  const sines = Array.from({ length: ANGLES }, (_, j) => sin((TAU * j) / ANGLES));

  /** Microchannels at the station being filled. */
  let open: { x: number; y: number; radiusMm: number }[] = [];
  const openChannels = (s: number) =>
    channels
      .filter((c) => s >= c.startMm && s <= c.endMm)
      .map((c) => ({
        x: 0.8 * noise(s / 22, c.phase, 2.4),
        y: 0.8 * noise(s / 22, c.phase, 8.4),
        radiusMm: c.radiusMm,
      }));

  const plaqueAt = (s: number, x: number, y: number, depth: number, thickness: number): number => {
    if (thickness < THIN_MM) return MATERIAL.intima;
    if (noise(x * 3.1 + 5, y * 3.1 + 1, s / 1.6) > micro) return MATERIAL.microcalcified;
    const t = depth / thickness;
    // a fibrous cap covers every lipid pool
    if (depth > 0.08 && t < 0.92 && noise(x * 1.5 + 12, y * 1.5 + 8, s / 4) > lipid) return MATERIAL.lipid;
    if (depth < 0.06) return MATERIAL.denseFibrous;
    return noise(x * 2.2, y * 2.2 + 17, s / 3) > dense ? MATERIAL.denseFibrous : MATERIAL.looseFibrous;
  };

  const plugAt = (s: number, x: number, y: number, rel: number, from: number, to: number): number => {
    // along a tapered entry the cap proper begins where the lumen closes; its funnel is only half as dense
    const depth =
      s < occlusion.startMm ? Math.max(s - from, 0.5 * occlusion.proximalCapMm) : s - occlusion.startMm;
    const nearProximal = 1 - smoothstep(0, occlusion.proximalCapMm, depth);
    const nearDistal = 1 - smoothstep(0, occlusion.distalCapMm, to - s);
    const cap = Math.max(nearProximal, 0.85 * nearDistal);
    const grain = noise(x * 2.6 + 2, y * 2.6 + 21, s / 2.2);
    if (cap > 0.15 && grain > mix(1, -1.2, cap)) {
      const calcified = noise(x * 3.3 + 7, y * 3.3 + 3, s / 1.5) > fleck;
      return spec.calcium.atEntry && nearProximal > 0.3 && calcified
        ? MATERIAL.microcalcified
        : MATERIAL.denseFibrous;
    }
    if (grain > core) return MATERIAL.denseFibrous;
    for (const c of open) {
      if ((x - c.x) * (x - c.x) + (y - c.y) * (y - c.y) < c.radiusMm * c.radiusMm) return MATERIAL.stasis;
    }
    // loose tissue follows the axis: streaks long in s, more of them in the middle
    const loose = noise(x * 1.9 + 14, y * 1.9 + 26, s / 11) + 0.25 * (0.5 - rel);
    return loose > streak ? MATERIAL.looseFibrous : MATERIAL.thrombus;
  };

  for (let i = 0; i < stations; i++) {
    const s = startMm + i * STEP_MM;
    open = openChannels(s);
    for (let j = 0; j < ANGLES; j++) {
      const angle = (TAU * j) / ANGLES;
      const lumen = wallRadius(wall, 'lumen', s, angle);
      const iel = wallRadius(wall, 'iel', s, angle);
      const c = cosines[j]!;
      const d = sines[j]!;
      const rough = noise(c * 1.4 + 4, d * 1.4 + 4, 3.5);
      const used = Math.min(radii, Math.ceil(iel / RADIAL_STEP_MM) + 2);
      for (let n = 0; n < used; n++) {
        const r = (n + 0.5) * RADIAL_STEP_MM;
        const at = (i * ANGLES + j) * radii + n;
        // near the axis neighbouring angles are the same place: fill one, copy the rest
        const share = r < 0.25 ? 6 : r < 0.55 ? 3 : r < 0.85 ? 2 : 1;
        if (j % share !== 0) {
          data[at] = data[at - radii]!;
          continue;
        }
        const x = r * c;
        const y = r * d;
        let inside: number = MATERIAL.blood;
        if (r < lumen + 2 * RADIAL_STEP_MM) {
          const rel = Math.min(1, r / lumen);
          const { from, to } = plugFaces(spec, rel, rough);
          if (s >= from && s <= to) inside = plugAt(s, x, y, rel, from, to);
        }
        const outside =
          r > lumen - 2 * RADIAL_STEP_MM
            ? plaqueAt(s, x, y, Math.max(0, r - lumen), iel - lumen)
            : MATERIAL.intima;
        data[at] = inside | (outside << 4);
      }
    }
  }
  return {
    startMm,
    stepMm: STEP_MM,
    stations,
    angles: ANGLES,
    radii,
    radialStepMm: RADIAL_STEP_MM,
    data,
  };
};
