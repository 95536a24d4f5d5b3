/** @file The weak cleft in the media: where wire 1 leaves the lumen and how it runs to its blind end. */
import { mix, smoothstep } from '../math/interpolate.ts';
import { cos, sin } from '../math/trig.ts';
import { createCleftAngle } from './cleft-angle.ts';
import type { AnatomySpec } from './spec.ts';
import type { StationPath, WallMaps } from './tissue.ts';
import { wallRadius } from './wall-maps.ts';

/** Share of the lumen radius at which the path starts, so that a wire in the lumen meets it. ASSUMED. */
const START_SHARE = 0.45;

/** The path: from inside the lumen `leadMm` before the occlusion, through the wall, then midway in the media. */
export const createCleft = (spec: AnatomySpec, wall: WallMaps): StationPath => {
  const startMm = spec.occlusion.startMm - spec.cleft.leadMm;
  const endMm = spec.occlusion.endMm + spec.cleft.tailMm;
  const stepMm = wall.stepMm;
  const count = Math.round((endMm - startMm) / stepMm) + 1;
  const angleAt = createCleftAngle(spec);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const s = startMm + i * stepMm;
    const angle = angleAt(s);
    const inside = START_SHARE * wallRadius(wall, 'lumen', s, angle);
    const media = (wallRadius(wall, 'iel', s, angle) + wallRadius(wall, 'eem', s, angle)) / 2;
    const r = mix(inside, media, smoothstep(startMm, startMm + spec.cleft.leadMm + 3, s));
    x[i] = r * cos(angle);
    y[i] = r * sin(angle);
  }
  return { startMm, endMm: startMm + (count - 1) * stepMm, stepMm, x, y };
};
