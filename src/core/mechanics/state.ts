/** @file Everything mechanics remembers, as plain data (JSON in, JSON out). */
import { MATERIAL, type MaterialId } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { streamSeed, toUnit } from '../math/rng.ts';
import { TAU } from '../math/trig.ts';
import type { CatheterBody } from './catalogue.ts';
import type { TipPhase, TipShape } from './device.ts';
import { type AccessState, createAccess } from './devices/access.ts';
import { createWireBody, type WireBody } from './limb/wire-body.ts';
import { PUNCTURE_LAW, type PunctureLaw } from './resistance.ts';
import { DEFAULT_WIRE, findWire } from './wires.ts';
import { createWounds, type Wounds } from './wounds/wounds.ts';

/** How wire 2 reaches its site: through the catheter's proximal lumen, or beside it in a microcatheter. */
export type WireRoute = 'rx-lumen' | 'microcatheter';

/** Spacing of the path grid along the route, mm. */
export const PATH_STEP_MM = 0.25;
/** The sheath's mouth lies here on the route, mm after its start: no device is drawn back past it. */
export const SHEATH_MM = 10;

/**
 * What a stored point is tied to. `lumen`: the vessel's frame (blood carries nothing along, but wall and hole do);
 * `tissue`: the material it pierces, so that a later opening takes it along; `plane`: the middle of the open plane.
 * Wire 1 makes the plane, so its points in there are the plane's middle: they are `tissue` too.
 */
export const ANCHOR = { lumen: 0, tissue: 1, plane: 2 } as const;
export type Anchor = (typeof ANCHOR)[keyof typeof ANCHOR];

/** Where a wire runs, by station on the path grid. Entries beyond `last` are an old track, up to `track`. */
export interface WirePath {
  /** lumen, tissue: reference coordinates; plane: offset from the plane's middle; mm. */
  readonly x: number[];
  readonly y: number[];
  readonly anchor: Anchor[];
  last: number;
  track: number;
}

export interface WireTip {
  /** Deformed route coordinates, mm. */
  s: number;
  x: number;
  y: number;
  /** Slope of the tip's last advance, dx/ds and dy/ds. */
  u: number;
  v: number;
  /** What the tip is tied to, as for the points of a path. */
  anchor: Anchor;
  anchorX: number;
  anchorY: number;
}

export interface WireState {
  loaded: boolean;
  wireId: string;
  shape: TipShape;
  route: WireRoute;
  /** Distance at which a microcatheter follows the tip, mm (route 'microcatheter'). */
  supportMm: number;
  /** Length from the sheath to the tip, mm, and length pushed in but stored in bends (negative: pulled taut). */
  lengthMm: number;
  slackMm: number;
  hubRollRad: number;
  tipRollRad: number;
  /** The tip is turning to catch up with the hub (it sticks until wound up enough). */
  turning: boolean;
  /**
   * Where a microcatheter still has to bring wire 2: down the lumen, where both move as one rod, or beside the catheter, which leads
   * them to its mouth; null once it is there, and by every other route.
   */
  approach: 'lumen' | 'beside' | null;
  /** Station at which a microcatheter has let it go, mm. */
  parkedS: number;
  /** Its rod, when it moves as one; null for a wire that follows its own way. */
  body: WireBody | null;
  readonly tip: WireTip;
  readonly path: WirePath;
  /** As shown: what the tip has been in for some way; and what it is in at this very point. */
  phase: TipPhase;
  hereNow: TipPhase;
  /** Way made since those two differ, mm. */
  differMm: number;
  material: MaterialId;
  forceN: number;
  /** Length of the tip's way since it last left tissue, mm: how far its lever reaches. */
  freeMm: number;
  /** Length for which a bowed tip still sweeps toward the weakest place instead of where its bend points, mm. */
  sweepMm: number;
  /** Way since it last struck calcium, mm: one strike is one event. */
  sinceStrikeMm: number;
  /** It is stopped; an event is due only when that begins. */
  stopped: boolean;
}

export interface CatheterState {
  loaded: boolean;
  tipS: number;
  lengthMm: number;
  slackMm: number;
  hubRollRad: number;
  /** What of the hub's roll has reached the window, and where the window looks: that plus seed and drift. */
  tipRollRad: number;
  rollRad: number;
  turning: boolean;
  forceN: number;
  stopped: boolean;
  /** Time for which it was forced against what does not let it through, s; and what came of it. */
  forcedS: number;
  kinked: boolean;
  /** Middle of the bundle of catheter and wire 1 on the path grid, mm; valid up to the tip. */
  readonly x: number[];
  readonly y: number[];
}

export interface MechanicsState {
  readonly gridStartMm: number;
  readonly gridCount: number;
  /** Wire 1 moves as a rod; by the rules of older sessions it follows its own way. */
  readonly rods: boolean;
  readonly wire1: WireState;
  readonly wire2: WireState;
  readonly ivus: CatheterState;
  /** What tissue asks of a tip. */
  readonly law: PunctureLaw;
  /** The IVUS catheter in use; changed only while none is in. */
  catheter: CatheterBody;
  /** The sheath, and what lies in it besides wires and IVUS catheter. */
  readonly access: AccessState;
  /** Radius of the plane by opening index, as ordered so far, mm. */
  readonly planeMm: number[];
  /** The material point about which it is open, mm. */
  readonly planeX: number[];
  readonly planeY: number[];
  /** How far along the opening grid wire 1 has opened it. */
  openedIndex: number;
  /** Radius of wire 2's track by opening index. */
  readonly trackMm: number[];
  /** What has been torn, worn and pierced; null by the rules of older sessions. */
  readonly wounds: Wounds | null;
  /** Last index up to which wire 2's track is open. */
  trackedIndex: number;
  /** Mouth of the proximal lumen when wire 2's guided part was last laid down, mm. */
  mouthS: number;
  /** First station at which wire 1 lies outside the lumen, mm; null before that. */
  planeStartS: number | null;
  /** How far along the opening grid the catheter reached when the plane was last adapted to it. */
  coveredIndex: number;
  /** Seeded roll with which the catheter comes out of the sheath, and the seed of its drift. */
  readonly rollAtSheathRad: number;
  readonly driftSeed: number;
}

const zeros = (count: number): number[] => new Array<number>(count).fill(0);

const createWire = (id: string, s: number, count: number): WireState => ({
  loaded: false,
  wireId: id,
  shape: findWire(id)!.shape,
  route: 'rx-lumen',
  supportMm: 5,
  lengthMm: 0,
  slackMm: 0,
  hubRollRad: 0,
  tipRollRad: 0,
  turning: false,
  approach: null,
  parkedS: s,
  body: null,
  tip: { s, x: 0, y: 0, u: 0, v: 0, anchor: ANCHOR.lumen, anchorX: 0, anchorY: 0 },
  path: { x: zeros(count), y: zeros(count), anchor: zeros(count) as Anchor[], last: 0, track: 0 },
  phase: 'lumen',
  hereNow: 'lumen',
  differMm: 0,
  material: MATERIAL.blood,
  forceN: 0,
  freeMm: 100,
  sweepMm: 0,
  sinceStrikeMm: 100,
  stopped: false,
});

/** Where a wire's tip works: at its front, or where it lies. Pressed on that front it dents what is beside it. */
export const worksAt = ({ body, tip }: WireState): Readonly<{ s: number; x: number; y: number }> =>
  body?.front.on ? body.front : tip;

/** Station of the sheath's mouth, mm. */
export const sheathStation = (state: MechanicsState): number => state.gridStartMm + SHEATH_MM;

/** Sets what the tip is in, beyond doubt. */
export const enter = (wire: WireState, phase: TipPhase): void => {
  wire.phase = phase;
  wire.hereNow = phase;
  wire.differMm = 0;
};

/** A rod lies so far past the sheath's mouth when its wire is loaded, mm. */
const LOADED_MM = 0.5;

/** Puts a wire's tip at the sheath, straight, nothing behind it but the sheath. */
export const placeAtSheath = (
  state: MechanicsState,
  tissue: Tissue,
  wire: WireState,
  asRod = state.rods && wire === state.wire1,
): void => {
  const kind = findWire(wire.wireId)!;
  wire.approach = null;
  wire.body = asRod ? createWireBody(tissue, kind, wire.shape, sheathStation(state), LOADED_MM) : null;
  const past = asRod ? LOADED_MM : 0;
  wire.lengthMm = SHEATH_MM + past;
  wire.slackMm = 0;
  wire.hubRollRad = 0;
  wire.tipRollRad = 0;
  wire.turning = false;
  Object.assign(wire.tip, {
    s: sheathStation(state) + past,
    x: 0,
    y: 0,
    u: 0,
    v: 0,
    anchor: ANCHOR.lumen,
    anchorX: 0,
    anchorY: 0,
  });
  wire.path.x.fill(0);
  wire.path.y.fill(0);
  wire.path.anchor.fill(ANCHOR.lumen);
  wire.path.last = Math.floor(SHEATH_MM / PATH_STEP_MM);
  wire.path.track = wire.path.last;
  enter(wire, 'lumen');
  wire.material = MATERIAL.blood;
  wire.forceN = 0;
  wire.freeMm = 100;
  wire.sweepMm = 0;
  wire.sinceStrikeMm = 100;
  wire.stopped = false;
};

/** A fresh limb: wire 1 loaded with its tip at the sheath, nothing else in, a catheter on the table. */
export const createMechanics = (
  tissue: Tissue,
  catheter: CatheterBody,
  rods = true,
  law = PUNCTURE_LAW,
): MechanicsState => {
  const { seed, target } = tissue.anatomy;
  const count = Math.floor((target.curve.endMm - target.curve.startMm) / PATH_STEP_MM) + 1;
  const start = target.curve.startMm;
  const driftSeed = streamSeed(seed, 'ivus-roll');
  const state: MechanicsState = {
    gridStartMm: start,
    gridCount: count,
    rods,
    law,
    wire1: createWire(DEFAULT_WIRE.wire1, start, count),
    wire2: createWire(DEFAULT_WIRE.wire2, start, count),
    ivus: {
      loaded: false,
      tipS: start,
      lengthMm: 0,
      slackMm: 0,
      hubRollRad: 0,
      tipRollRad: 0,
      rollRad: 0,
      turning: false,
      forceN: 0,
      stopped: false,
      forcedS: 0,
      kinked: false,
      x: zeros(count),
      y: zeros(count),
    },
    catheter,
    access: createAccess(),
    planeMm: zeros(tissue.openingGrid.count),
    planeX: zeros(tissue.openingGrid.count),
    planeY: zeros(tissue.openingGrid.count),
    openedIndex: -1,
    trackMm: zeros(tissue.openingGrid.count),
    wounds: rods ? createWounds(tissue.openingGrid.count) : null,
    trackedIndex: -1,
    mouthS: start,
    planeStartS: null,
    coveredIndex: -1,
    rollAtSheathRad: toUnit(driftSeed) * TAU,
    driftSeed,
  };
  placeAtSheath(state, tissue, state.wire1);
  state.wire1.loaded = true;
  return state;
};
