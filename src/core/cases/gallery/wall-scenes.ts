/** @file Scenes of the open artery: its layers, its neighbours, its branches. */
import { createTissue } from '../../anatomy/create-tissue.ts';
import { DEG } from '../../math/trig.ts';
import { catheterAt, clock, polar, STATION_MM, sceneVessel, WALL } from './parts.ts';
import type { SceneBuilder } from './scene.ts';

/** Near the middle, as a catheter in a small artery is. */
const MIDDLE = { x: 0.2, y: -0.12 };

export const normalWall: SceneBuilder = () => ({
  tissue: createTissue(sceneVessel()),
  pose: catheterAt(MIDDLE),
});

/** The same wall; the catheter lies low and leans 16 deg, so at 3 and 9 o'clock sound meets the layers some 35 deg askew. */
export const obliqueWall: SceneBuilder = () => ({
  tissue: createTissue(sceneVessel()),
  pose: catheterAt({ x: 0.05, y: -0.7 }, { dxds: 0.28 }),
});

export const companionVeins: SceneBuilder = () => ({
  tissue: createTissue(
    sceneVessel({
      veins: [
        { angleRad: clock(9.6), radiusMm: 0.55, gapMm: 0.15 },
        { angleRad: clock(2.4), radiusMm: 0.62, gapMm: 0.18 },
      ],
    }),
  ),
  pose: catheterAt(MIDDLE),
});

/** Branches slant distally, so the mouth lies a little proximal of the image. */
const BRANCH_BACK_MM = 0.75;

export const sideBranch: SceneBuilder = () => ({
  tissue: createTissue(
    sceneVessel({
      branches: [{ stationMm: STATION_MM - BRANCH_BACK_MM, angleRad: clock(2), radiusMm: 0.42 }],
      veins: [
        { angleRad: clock(10.5), radiusMm: 0.6, gapMm: 0.3 },
        { angleRad: clock(6), radiusMm: 0.5, gapMm: 0.4 },
      ],
    }),
  ),
  pose: catheterAt({ x: -0.15, y: -0.1 }),
});

/** Rotation drags in a catheter pressed to the wall: 17 deg at most, as published values for eccentric catheters allow. */
export const nurdEccentric: SceneBuilder = () => ({
  tissue: createTissue(sceneVessel({ unevenness: 0.2 })),
  pose: catheterAt(polar(WALL.lumen - 0.47, clock(8)), {
    nurd: [
      { amplitudeRad: 11 * DEG, phaseRad: 0.6 },
      { amplitudeRad: 6 * DEG, phaseRad: 2.1 },
      { amplitudeRad: 2 * DEG, phaseRad: 4 },
    ],
  }),
});
