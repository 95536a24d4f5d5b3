/** @file Scenes of what fills lumen and window: blood that runs or stands, flush, contrast, air. */
import { createTissue } from '../../anatomy/create-tissue.ts';
import { DEG } from '../../math/trig.ts';
import type { ImagingPose } from '../../ultrasound/frame.ts';
import { catheterAt, clock, sceneVessel } from './parts.ts';
import type { SceneBuilder } from './scene.ts';

/** A tibioperoneal trunk: more blood around the catheter than in the calf. */
const TRUNK = { lumen: 1.75, iel: 1.93, eem: 2.15, adventitia: 2.45 } as const;

const inTrunk =
  (more: Partial<ImagingPose>): SceneBuilder =>
  () => ({
    tissue: createTissue(sceneVessel({ radiiMm: TRUNK })),
    pose: catheterAt({ x: 0.35, y: -0.2 }, more),
  });

export const flowingBlood = inTrunk({});
export const stagnantBlood = inTrunk({ flowMmS: 0 });
export const flush = inTrunk({ fluid: 'flush' });
export const contrast = inTrunk({ fluid: 'contrast' });
/** A bubble that the purge left: 100 deg of the image are gone, catheter rings and all behind them. */
export const airInWindow = inTrunk({ air: { centreRad: clock(10), arcRad: 100 * DEG } });
