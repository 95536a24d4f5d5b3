/** @file Scenes of blood where it does not belong: in the wall, behind a flap, clotted in the lumen. */
import { createTissue } from '../../anatomy/create-tissue.ts';
import { DEG } from '../../math/trig.ts';
import { CATHETER_RADIUS_MM } from '../designed.ts';
import {
  catheterAt,
  clock,
  LENGTH_MM,
  OLD_PLUG,
  openedAlong,
  PLAQUE_MIX,
  pocketAlong,
  sceneVessel,
  wire1Beside,
} from './parts.ts';
import type { SceneBuilder } from './scene.ts';

/** A closed crescent between media and adventitia that narrows the lumen without a tear. */
export const intramuralHaematoma: SceneBuilder = () => {
  const pocket = pocketAlong({ angleRad: clock(4), arcRad: 225 * DEG, depthMm: 0, thicknessMm: 0.75 });
  return {
    tissue: createTissue(sceneVessel({ pockets: [pocket] })),
    pose: catheterAt({ x: 0.4, y: 0.15 }),
  };
};

/** Intima and most of the media lifted off, torn at one end: blood runs behind the flap. */
export const dissectionFlap: SceneBuilder = () => {
  const pocket = pocketAlong({
    fill: 'blood',
    angleRad: clock(3),
    arcRad: 120 * DEG,
    depthMm: 0.06,
    thicknessMm: 0.75,
    tearRad: 26 * DEG,
  });
  const anatomy = sceneVessel({
    radiiMm: { lumen: 1.5, iel: 1.68, eem: 1.88, adventitia: 2.14 },
    pockets: [pocket],
    pocketOutwards: 0.15,
  });
  return { tissue: createTissue(anatomy), pose: catheterAt({ x: 0.45, y: 0.1 }) };
};

/** The catheter has pushed the plug aside and lies in it with wire 1. */
const inPlug = (anatomy: ReturnType<typeof sceneVessel>) => {
  const tissue = createTissue(anatomy);
  tissue.apply(openedAlong('plane', { x: 0.15, y: 0.1 }, CATHETER_RADIUS_MM));
  const at = { x: -0.05, y: 0.1 };
  return { tissue, pose: catheterAt(at, { flowMmS: 0, wires: [wire1Beside(at, clock(9))] }) };
};

/** Clot in an artery whose wall is nearly healthy. */
export const freshThrombus: SceneBuilder = () =>
  inPlug(sceneVessel({ plug: { startMm: 0, endMm: LENGTH_MM, fill: 'freshThrombus' } }));

/** Old clot: fibrous streaks and grains, plaque around it, channels through it. */
export const organisedThrombus: SceneBuilder = () =>
  inPlug(
    sceneVessel({
      plug: { ...OLD_PLUG, coreFibrous: 0.3, microchannels: 4 },
      plaque: { thickMm: 0.3, thinMm: 0.2, angleRad: clock(5), fill: PLAQUE_MIX },
    }),
  );
