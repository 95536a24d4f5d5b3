/** @file How the gallery shows its scenes: radius, grey scale, and what it asks of the worker. */
import type { SceneId } from '../../core/cases/gallery/scene.ts';
import { type CatheterId, DEFAULT_CATHETER } from '../../core/ultrasound/presets.ts';
import type { DrawScene } from '../../protocol/ivus.ts';
import type { CrossSectionView } from '../../viewer/cross-section/CrossSectionCanvas.tsx';

/** As every scene is composed: the artery and its neighbours. ASSUMED; tibial work shows 3 to 6 mm. */
export const RADIUS_MM = 3.5;

export const GALLERY_VIEW: CrossSectionView = {
  gainDb: 0,
  dynamicRangeDb: DEFAULT_CATHETER.console.dynamicRangeDb,
  depthMm: RADIUS_MM,
  mirrored: false,
};

/** Pixels along a side of the truth, on a card and large. */
const CARD_TRUTH = 300;
const LARGE_TRUTH = 640;

/** The same numbers every time, so that a scene looks the same whoever shows it. */
const SEED = 1;

export const cardWish = (scene: SceneId): DrawScene => ({
  scene,
  catheter: DEFAULT_CATHETER.id,
  frameSeed: SEED,
  timeS: 0,
  truth: { side: CARD_TRUTH, depthMm: RADIUS_MM },
});

/** @param tick frames since the scene was opened; the truth comes with the first. */
export const largeWish = (
  scene: SceneId,
  catheter: CatheterId,
  tick: number,
  framesPerS: number,
): DrawScene => ({
  scene,
  catheter,
  frameSeed: SEED + tick,
  timeS: tick / framesPerS,
  truth: tick === 0 ? { side: LARGE_TRUTH, depthMm: RADIUS_MM } : null,
});
