/** @file Scenes of the route: where catheter and wires lie between plaque, media, adventitia and true lumen. */
import { createTissue } from '../../anatomy/create-tissue.ts';
import { DEG } from '../../math/trig.ts';
import { CATHETER_RADIUS_MM } from '../designed.ts';
import {
  catheterAt,
  catheterInPocket,
  clock,
  OLD_PLUG,
  openedAlong,
  PLAQUE_MIX,
  pocketAlong,
  polar,
  STATION_MM,
  sceneVessel,
  WALL,
  wire1Beside,
  wire2At,
} from './parts.ts';
import type { SceneBuilder } from './scene.ts';

const PLAQUE = { thickMm: 0.4, thinMm: 0.2, angleRad: clock(3), fill: PLAQUE_MIX } as const;

/** The plane opens in the middle of the plug: plaque on all sides, the dark ring outside everything. */
export const intraplaque: SceneBuilder = () => {
  const tissue = createTissue(sceneVessel({ plaque: PLAQUE, plug: OLD_PLUG }));
  const hole = polar(0.25, clock(8));
  tissue.apply(openedAlong('plane', hole, CATHETER_RADIUS_MM));
  const at = { x: hole.x - 0.2, y: hole.y };
  return { tissue, pose: catheterAt(at, { wires: [wire1Beside(at, clock(9))] }) };
};

/** Share of a pocket that goes outwards, beside a plug that gives little: the plaque keeps its round face. ASSUMED. */
const OUTWARDS = 0.6;

/** Behind the media: the adventitia touches the catheter, the plaque lies all to one side. */
export const subintimal: SceneBuilder = () => {
  const pocket = pocketAlong({ angleRad: clock(8), arcRad: 118 * DEG, depthMm: 0, thicknessMm: 1 });
  const anatomy = sceneVessel({
    plaque: { ...PLAQUE, angleRad: clock(2) },
    plug: OLD_PLUG,
    pockets: [pocket],
    pocketOutwards: OUTWARDS,
  });
  return { tissue: createTissue(anatomy), pose: catheterInPocket(anatomy, pocket) };
};

/** The thickest media a tibial wall of 0.7 mm leaves room for; the EEM stays where it was. ASSUMED. */
const THICK_MEDIA = { ...WALL, lumen: 1.18, iel: 1.32 } as const;

/** The media itself is split: half of it on either side of the catheter. */
export const intramedial: SceneBuilder = () => {
  const pocket = pocketAlong({ angleRad: clock(8), arcRad: 115 * DEG, depthMm: 0.14, thicknessMm: 0.97 });
  const anatomy = sceneVessel({
    radiiMm: THICK_MEDIA,
    plaque: { ...PLAQUE, angleRad: clock(2) },
    plug: OLD_PLUG,
    pockets: [pocket],
    pocketOutwards: OUTWARDS,
  });
  return { tissue: createTissue(anatomy), pose: catheterInPocket(anatomy, pocket) };
};

/** Beside an open lumen most of the room comes from that: the outer layers resist more than blood. ASSUMED. */
const BESIDE_LUMEN = 0.3;

export const compressedTrueLumen: SceneBuilder = () => {
  const pocket = pocketAlong({ angleRad: clock(7), arcRad: 140 * DEG, depthMm: 0, thicknessMm: 1.35 });
  const anatomy = sceneVessel({ pockets: [pocket], pocketOutwards: BESIDE_LUMEN });
  return {
    tissue: createTissue(anatomy),
    pose: catheterInPocket(anatomy, pocket),
  };
};

/** Slow collateral flow feeds the lumen distal to an occlusion, mm/s. ASSUMED. */
const COLLATERAL_MM_S = 25;

/** Where re-entry is looked for: true lumen with a plaque on one side, the catheter behind the media. */
const reentry = (wire2: { readonly x: number; readonly y: number }, inPlaque: boolean) => {
  const pocket = pocketAlong({ angleRad: clock(7), arcRad: 140 * DEG, depthMm: 0, thicknessMm: 1 });
  const anatomy = sceneVessel({
    pockets: [pocket],
    pocketOutwards: BESIDE_LUMEN,
    plaque: { thickMm: 0.75, thinMm: 0.12, angleRad: clock(10.5), fill: PLAQUE_MIX },
  });
  const tissue = createTissue(anatomy);
  if (inPlaque) tissue.apply(openedAlong('track', wire2, 0.18));
  const pose = catheterInPocket(anatomy, pocket, { flowMmS: COLLATERAL_MM_S, wires: [wire2At(wire2)] });
  return { tissue, pose };
};

export const reentryTrueLumen: SceneBuilder = () => reentry(polar(0.45, clock(2)), false);

export const reentryInPlaque: SceneBuilder = () => reentry(polar(0.98, clock(10.2)), true);

/** A wide false lumen: standing blood, no branch opens into it; one leaves the true lumen. */
export const falseLumen: SceneBuilder = () => {
  const pocket = pocketAlong({ angleRad: clock(7), arcRad: 180 * DEG, depthMm: 0, thicknessMm: 1.4 });
  const outwards = 0.45;
  const anatomy = sceneVessel({
    pockets: [pocket],
    pocketOutwards: outwards,
    branches: [{ stationMm: STATION_MM - 0.6, angleRad: clock(2.7), radiusMm: 0.4 }],
    veins: [
      { angleRad: clock(12.5), radiusMm: 0.55, gapMm: 0.4 },
      { angleRad: clock(10.4), radiusMm: 0.6, gapMm: 0.3 },
    ],
  });
  return {
    tissue: createTissue(anatomy),
    pose: catheterInPocket(anatomy, pocket),
  };
};

/** Wire 1 on the window, wire 2 further out in the lumen and leaning: two arcs, two combs of ringing, two shadows. */
export const bothWires: SceneBuilder = () => {
  const at = { x: -0.3, y: -0.25 };
  const anatomy = sceneVessel({ radiiMm: { lumen: 1.6, iel: 1.75, eem: 1.97, adventitia: 2.24 } });
  return {
    tissue: createTissue(anatomy),
    pose: catheterAt(at, {
      wires: [wire1Beside(at, clock(7)), wire2At(polar(1.05, clock(1.5)), 0.06, -0.04)],
    }),
  };
};
