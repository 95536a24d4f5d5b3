/** @file What the scenes share: one tibial artery, the catheter with wire 1 beside it, and holes along the vessel. */
import type { OpeningChannel, TissueEdit } from '../../anatomy/edit.ts';
import type { OcclusionSpec } from '../../anatomy/spec.ts';
import type { StraightVesselSpec } from '../../anatomy/straight-spec.ts';
import { straightVessel } from '../../anatomy/straight-vessel.ts';
import type { Anatomy, WallPocket } from '../../anatomy/tissue.ts';
import { wallRadius } from '../../anatomy/wall-maps.ts';
import { cos, DEG, PI, sin } from '../../math/trig.ts';
import type { ImagingPose, SlabWire } from '../../ultrasound/frame.ts';
import { WINDOW_RADIUS_MM, WIRE1_RADIUS_MM } from '../designed.ts';

/** Every scene looks at the middle of a vessel this long, mm. */
export const LENGTH_MM = 40;
export const STATION_MM = LENGTH_MM / 2;

/** Reference wall at RVD 2.5 mm (anatomy/MODEL.md): intima 0.15, media 0.20, adventitia 0.25 mm. ASSUMED there. */
export const WALL = { lumen: 1.25, iel: 1.4, eem: 1.6, adventitia: 1.85 } as const;

/** Clock positions of an image with roll 0: azimuth 0 is at 9 o'clock and grows clockwise. */
export const clock = (hours: number): number => (hours * 30 + 90) * DEG;

/** Plaque of a tibial occlusion: mostly fibrous, little lipid (anatomy/MODEL.md). */
export const PLAQUE_MIX = { denseFibrous: 0.45, lipid: 0.08, microcalcified: 0.04 } as const;

/** An old occlusion over the whole vessel: its caps lie far from the image. */
export const OLD_PLUG: OcclusionSpec = {
  startMm: -10,
  endMm: LENGTH_MM + 10,
  entry: 'blunt',
  proximalCapMm: 4,
  distalCapMm: 2,
  microchannels: 3,
  coreFibrous: 0.2,
};

export const sceneVessel = (spec: Partial<StraightVesselSpec> = {}): Anatomy =>
  straightVessel({
    seed: 7,
    lengthMm: LENGTH_MM,
    radiiMm: WALL,
    unevenness: 0.6,
    bed: 'leg',
    veins: [
      { angleRad: clock(1.2), radiusMm: 0.6, gapMm: 0.35 },
      { angleRad: clock(6.4), radiusMm: 0.5, gapMm: 0.55 },
    ],
    ...spec,
  });

interface Place {
  readonly x: number;
  readonly y: number;
}

export const polar = (radiusMm: number, angleRad: number): Place => ({
  x: radiusMm * cos(angleRad),
  y: radiusMm * sin(angleRad),
});

/** The imaging window at a place, square to the vessel and without wires unless `more` says otherwise. */
export const catheterAt = (at: Place, more: Partial<ImagingPose> = {}): ImagingPose => ({
  s: STATION_MM,
  x: at.x,
  y: at.y,
  dxds: 0,
  dyds: 0,
  rollRad: 0,
  sheathRadiusMm: WINDOW_RADIUS_MM,
  wires: [],
  ...more,
});

/** A hair between window and wire, mm. */
const GAP_MM = 0.007;

/** Wire 1 where it always lies: against the window, here in the direction `angleRad`. */
export const wire1Beside = (at: Place, angleRad: number): SlabWire => {
  const d = WINDOW_RADIUS_MM + GAP_MM + WIRE1_RADIUS_MM;
  return {
    x: at.x + d * cos(angleRad),
    y: at.y + d * sin(angleRad),
    radiusMm: WIRE1_RADIUS_MM,
    dxds: 0,
    dyds: 0,
    device: 'wire1',
  };
};

export const wire2At = (at: Place, dxds = 0, dyds = 0): SlabWire => ({
  ...at,
  radiusMm: WIRE1_RADIUS_MM,
  dxds,
  dyds,
  device: 'wire2',
});

/** A hole along the whole vessel about a line of the unopened tissue: x and y at the scene's station and the slope. */
export const openedAlong = (
  channel: OpeningChannel,
  at: Place,
  radiusMm: number,
  dxds = 0,
  dyds = 0,
): TissueEdit[] => {
  const stepMm = 0.5;
  return Array.from({ length: LENGTH_MM / stepMm + 1 }, (_, index) => {
    const ds = index * stepMm - STATION_MM;
    return {
      kind: 'open',
      channel,
      index,
      xRef: at.x + dxds * ds,
      yRef: at.y + dyds * ds,
      radiusMm,
    };
  });
};

/** Blood between the window and the pocket's outer face, mm: the bundle follows the outer curve. ASSUMED. */
const OUTER_GAP_MM = 0.08;

/** Catheter and wire 1 in a pocket, on its outer side where there is room: the wire beside the window, along the pocket. */
export const catheterInPocket = (
  { target }: Anatomy,
  pocket: WallPocket,
  more: Partial<ImagingPose> = {},
): ImagingPose => {
  const outer = wallRadius(target.wall, 'eem', STATION_MM, pocket.angleRad) - pocket.depthMm;
  const inset = Math.min(pocket.thicknessMm / 2, WINDOW_RADIUS_MM + OUTER_GAP_MM);
  const at = polar(outer - inset, pocket.angleRad);
  const { wires = [], ...rest } = more;
  return catheterAt(at, { wires: [wire1Beside(at, pocket.angleRad + PI / 2), ...wires], ...rest });
};

/** A pocket along the whole vessel. */
export const pocketAlong = (
  spec: Pick<WallPocket, 'angleRad' | 'arcRad' | 'depthMm' | 'thicknessMm'> & Partial<WallPocket>,
): WallPocket => ({
  fill: 'stasis',
  // closes beyond the ends of the vessel
  startMm: -LENGTH_MM,
  endMm: 2 * LENGTH_MM,
  tearRad: 0,
  ...spec,
});
