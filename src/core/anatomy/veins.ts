/** @file The two companion veins: dark tubes that run beside every tibial artery and are never part of its wall. */
import { mix, smoothstep } from '../math/interpolate.ts';
import { createNoise } from '../math/noise.ts';
import { cos, DEG, sin, TAU } from '../math/trig.ts';
import type { AnatomySpec } from './spec.ts';
import type { CompanionVein, WallMaps } from './tissue.ts';
import { wallRadius } from './wall-maps.ts';

const STEP_MM = 2;
/** Radius at the ankle and its growth towards the knee, mm (1-1.8 mm across). ASSUMED. */
const RADIUS_MM = 0.55;
const RADIUS_GAIN_MM = 0.3;
/** Least tissue between the artery's adventitia and the vein, mm. ASSUMED. */
const GAP_MM = 0.12;

/** Two veins on roughly opposite sides, drifting around the artery and breathing in calibre. */
export const createVeins = (spec: AnatomySpec, wall: WallMaps): CompanionVein[] => {
  const noise = createNoise(spec.seed, 'veins');
  const startMm = wall.startMm;
  const endMm = wall.startMm + (wall.stations - 1) * wall.stepMm;
  const count = Math.floor((endMm - startMm) / STEP_MM) + 1;
  return [0, 1].map((which) => {
    const x = new Float32Array(count);
    const y = new Float32Array(count);
    const radiusMm = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      const s = startMm + i * STEP_MM;
      const lane = 20 * which;
      const base = (70 + 165 * which) * DEG + spec.cleft.angleDeg * DEG;
      const angle = base + 0.9 * noise(s / 48, 3.5 + lane, 1.5);
      const up = smoothstep(endMm, 0, s);
      const radius =
        (RADIUS_MM + RADIUS_GAIN_MM * mix(0, 1, up)) * (1 + 0.3 * noise(s / 19, 6.5 + lane, 4.5));
      // clear of the adventitia over the whole angle that the vein covers, not only straight outwards
      let reach = 0;
      for (let k = -3; k <= 3; k++) {
        reach = Math.max(reach, wallRadius(wall, 'adventitia', s, angle + (k / 3) * (TAU / 12)));
      }
      const gap = GAP_MM + 0.35 * (0.5 + 0.5 * noise(s / 27, 9.5 + lane, 7.5));
      const d = reach + gap + radius;
      x[i] = d * cos(angle);
      y[i] = d * sin(angle);
      radiusMm[i] = radius;
    }
    return { startMm, stepMm: STEP_MM, x, y, radiusMm };
  });
};
