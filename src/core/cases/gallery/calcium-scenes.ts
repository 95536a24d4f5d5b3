/** @file Scenes of calcium by where it sits: media, intima, bulging, and both at once. */
import { createTissue } from '../../anatomy/create-tissue.ts';
import type { CalciumPlate } from '../../anatomy/tissue.ts';
import { DEG } from '../../math/trig.ts';
import { catheterAt, clock, LENGTH_MM, PLAQUE_MIX, STATION_MM, sceneVessel } from './parts.ts';
import type { SceneBuilder } from './scene.ts';

/** A sheet along the vessel, so that its rim is far from the image. Density as for the cases. */
const sheet = (plate: Omit<CalciumPlate, 'startMm' | 'endMm' | 'density'>): CalciumPlate => ({
  startMm: 2,
  endMm: LENGTH_MM - 2,
  density: 1.2,
  ...plate,
});

const AT = { x: -0.1, y: 0.1 };

/** Two long sheets on opposite sides, in the media: the intima in front of them stays visible. */
export const medialTramTrack: SceneBuilder = () => ({
  tissue: createTissue(
    sceneVessel({
      calcium: [
        sheet({ site: 'medial', angleRad: clock(2.5), arcRad: 110 * DEG, depthMm: 0.18, thicknessMm: 0.2 }),
        sheet({ site: 'medial', angleRad: clock(8.3), arcRad: 125 * DEG, depthMm: 0.18, thicknessMm: 0.22 }),
      ],
    }),
  ),
  pose: catheterAt(AT),
});

export const intimalSheet: SceneBuilder = () => ({
  tissue: createTissue(
    sceneVessel({
      plaque: { thickMm: 0.4, thinMm: 0.15, angleRad: clock(3), fill: PLAQUE_MIX },
      calcium: [
        sheet({ site: 'intimal', angleRad: clock(3), arcRad: 120 * DEG, depthMm: 0.06, thicknessMm: 0.32 }),
      ],
    }),
  ),
  pose: catheterAt(AT),
});

/** Convex towards the lumen, and short. */
export const calcifiedNodule: SceneBuilder = () => ({
  tissue: createTissue(
    sceneVessel({
      plaque: { thickMm: 0.35, thinMm: 0.15, angleRad: clock(4), fill: PLAQUE_MIX },
      calcium: [
        {
          site: 'nodular',
          startMm: STATION_MM - 2.2,
          endMm: STATION_MM + 2.2,
          angleRad: clock(4),
          arcRad: 75 * DEG,
          depthMm: -0.42,
          thicknessMm: 0.65,
          density: 1.4,
        },
      ],
    }),
  ),
  pose: catheterAt({ x: 0.35, y: 0.2 }),
});

/** The intimal deposit's shadow hides most of the medial sheet; what shows at its sides could belong to either. */
export const medialUnderIntimal: SceneBuilder = () => ({
  tissue: createTissue(
    sceneVessel({
      plaque: { thickMm: 0.35, thinMm: 0.15, angleRad: clock(9), fill: PLAQUE_MIX },
      calcium: [
        sheet({ site: 'intimal', angleRad: clock(9), arcRad: 95 * DEG, depthMm: 0.14, thicknessMm: 0.16 }),
        sheet({ site: 'medial', angleRad: clock(8.4), arcRad: 185 * DEG, depthMm: 0.18, thicknessMm: 0.2 }),
      ],
    }),
  ),
  pose: catheterAt({ x: 0.1, y: 0 }),
});
