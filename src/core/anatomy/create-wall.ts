/**
 * @file The layered wall of the target vessel and of the route to it, as radius maps on a (0.5 mm, 5 deg) grid.
 *
 * Built outside in: the EEM from the healthy calibre, the media inside it, then plaque between IEL and lumen.
 */
import { clamp, mix, smoothstep } from '../math/interpolate.ts';
import { createNoise } from '../math/noise.ts';
import { cos, DEG, sin, TAU } from '../math/trig.ts';
import { plateRoom } from './plate-room.ts';
import { healthyRadiusAt, ROUTE_START_MM, ROUTE_STEP_MM, wallScaleAt } from './route.ts';
import type { AnatomySpec } from './spec.ts';
import type { WallMaps } from './tissue.ts';
import { windowArc } from './window-arc.ts';

const ANGLES = 72;
/** Lengths over which disease sets in and the plug replaces an open lumen, mm. ASSUMED. */
const LESION_RAMP_MM = 8;
const OCCLUSION_RAMP_MM = 4;
/** An occluded artery shrinks, a diseased open one widens a little. ASSUMED. */
const SHRINK_OCCLUDED = 0.95;
const WIDEN_DISEASED = 1.03;
/** The media thins under plaque, by up to this share. ASSUMED. */
const MEDIA_THINNING = 0.3;
/** No lumen or plug is narrower than this, mm, so that the true lumen always exists. */
const LEAST_LUMEN_MM = 0.45;

/** 0 .. 1: how diseased and how occluded the vessel is at a station. */
export const diseaseAt = (spec: AnatomySpec, s: number): { lesion: number; occlusion: number } => {
  const { lesion, occlusion } = spec;
  const within = (a: number, b: number, ramp: number) =>
    smoothstep(a - ramp, a, s) * (1 - smoothstep(b, b + ramp, s));
  return {
    lesion: within(lesion.startMm, lesion.endMm, LESION_RAMP_MM),
    occlusion: within(occlusion.startMm, occlusion.endMm, OCCLUSION_RAMP_MM),
  };
};

export const createWall = (spec: AnatomySpec): WallMaps => {
  const stations = Math.round((spec.lengthMm - ROUTE_START_MM) / ROUTE_STEP_MM) + 1;
  const maps = {
    lumen: new Float32Array(stations * ANGLES),
    iel: new Float32Array(stations * ANGLES),
    eem: new Float32Array(stations * ANGLES),
    adventitia: new Float32Array(stations * ANGLES),
  };
  const noise = createNoise(spec.seed, 'wall');
  const cosines = Array.from({ length: ANGLES }, (_, j) => cos((TAU * j) / ANGLES));
  const sines = Array.from({ length: ANGLES }, (_, j) => sin((TAU * j) / ANGLES));
  const room = plateRoom(spec);
  const freed = windowArc(spec);
  const intima0 = (spec.wall.eemDiameterMm - spec.wall.lumenDiameterMm) / 2 - spec.wall.mediaMm;

  for (let i = 0; i < stations; i++) {
    const s = ROUTE_START_MM + i * ROUTE_STEP_MM;
    const { lesion, occlusion } = diseaseAt(spec, s);
    const thick = wallScaleAt(spec, s);
    const healthy = healthyRadiusAt(spec, s);
    const outer = healthy + (intima0 + spec.wall.mediaMm) * thick;
    const eemBase = outer * mix(mix(1, WIDEN_DISEASED, lesion), SHRINK_OCCLUDED, occlusion);
    // directions that wander slowly along the vessel: long axis of the oval, thick side of the plaque
    const oval = 2.4 * noise(s / 45, 3.5, 9.5);
    const thickSide = spec.cleft.angleDeg * DEG + 2.2 + 2.6 * noise(s / 60, 11.5, 4.5);
    const ovality = 0.025 + 0.035 * lesion;
    const roomAt = room(s);
    const freedAt = freed(s);
    const swell = 1 + 0.4 * noise(s / 9, 20.5, 7.5);
    const plaqueMean = spec.plaque.thicknessMm * mix(0.75, 1, occlusion) * swell;

    for (let j = 0; j < ANGLES; j++) {
      const c = cosines[j]!;
      const d = sines[j]!;
      const fine = noise(c * 1.7 + 3, d * 1.7 + 3, s / 3.5);
      const coarse = noise(c * 0.9 + 9, d * 0.9 + 9, s / 14);
      const cos2 = cos(2 * ((TAU * j) / ANGLES - oval));
      const eem = eemBase * (1 + ovality * cos2 + 0.02 * coarse + 0.008 * fine);
      const facing = 0.5 + 0.5 * cos((TAU * j) / ANGLES - thickSide);
      // eccentric plaque: the thin side keeps (1 - e), the thick side gains as much
      const lopsided = 1 + spec.plaque.eccentricity * (2 * facing - 1);
      // in these patients even the reference wall has some uneven intimal thickening
      const healthyIntima = intima0 * thick * (1 + 0.5 * coarse + 0.3 * (facing - 0.5));
      const plaque = Math.max(healthyIntima, plaqueMean * lopsided * (1 + 0.35 * coarse + 0.15 * fine));
      const angle = (TAU * j) / ANGLES;
      const diseased = mix(healthyIntima, plaque, lesion);
      const intima = Math.max(freedAt(angle, diseased), roomAt(angle));
      const thinning = 1 - MEDIA_THINNING * lesion * clamp((intima - 0.3) / 0.6, 0, 1);
      const media = spec.wall.mediaMm * thick * thinning * (1 + 0.12 * fine);
      const iel = eem - media;
      const k = i * ANGLES + j;
      maps.eem[k] = eem;
      maps.iel[k] = iel;
      maps.lumen[k] = Math.max(LEAST_LUMEN_MM, iel - intima);
      maps.adventitia[k] =
        eem + spec.wall.adventitiaMm * thick * (1 + 0.2 * noise(c * 2.3, d * 2.3, s / 5 + 12));
    }
  }
  return { startMm: ROUTE_START_MM, stepMm: ROUTE_STEP_MM, stations, angles: ANGLES, ...maps };
};
