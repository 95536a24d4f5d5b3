/** @file Devices as the panes and the transducer see them: node positions, slopes, crossings of a slab. */

import { MATERIAL } from '../anatomy/material.ts';
import type { Anatomy, Tissue } from '../anatomy/tissue.ts';
import { frameAt } from '../math/curve.ts';
import { PI } from '../math/trig.ts';
import { axisAt, type Offset, pressedAxisAt, pressedWire1At, underCatheter } from './bundle.ts';
import { IVUS_SHAFT } from './catalogue.ts';
import type { DeviceId, DevicePose, HubInput, TipState } from './device.ts';
import { hubLoad } from './hub-load.ts';
import { nodeBefore, nodePosition, stationOf, wirePoint } from './path.ts';
import { type MechanicsState, PATH_STEP_MM } from './state.ts';
import { bendTo } from './torque.ts';
import { diameterAt, findWire, NEWTON_PER_GF } from './wires.ts';

/** Nodes lie 1 mm apart, and on every point of the path grid in the last 5 mm. */
const COARSE = Math.round(1 / PATH_STEP_MM);
const FINE_MM = 5;

/** Frames of the route at the path grid, nine numbers each: origin, n1, n2. */
const grids = new WeakMap<Anatomy, Float64Array>();

const framesOf = (state: MechanicsState, tissue: Tissue): Float64Array => {
  const known = grids.get(tissue.anatomy);
  if (known) return known;
  const made = new Float64Array(9 * state.gridCount);
  for (let k = 0; k < state.gridCount; k++) {
    const { origin, n1, n2 } = frameAt(tissue.anatomy.target.curve, stationOf(state, k));
    made.set([origin.x, origin.y, origin.z, n1.x, n1.y, n1.z, n2.x, n2.y, n2.z], 9 * k);
  }
  grids.set(tissue.anatomy, made);
  return made;
};

const at: Offset = { x: 0, y: 0 };

/** Nodes from the route's start to the tip, in route and world coordinates. */
const line = (
  state: MechanicsState,
  tissue: Tissue,
  tip: { s: number; x: number; y: number },
  place: (k: number) => Offset,
): { route: Float32Array; world: Float32Array } => {
  const frames = framesOf(state, tissue);
  const last = nodeBefore(state, tip.s - 1e-6);
  const fineFrom = Math.max(0, Math.floor((last - FINE_MM / PATH_STEP_MM) / COARSE) * COARSE);
  const count = fineFrom / COARSE + (last - fineFrom + 1) + 1;
  const route = new Float32Array(3 * count);
  const world = new Float32Array(3 * count);
  let n = 0;
  for (let k = 0; k <= last; k += k < fineFrom ? COARSE : 1, n++) {
    const p = place(k);
    const f = 9 * k;
    route[3 * n] = stationOf(state, k);
    route[3 * n + 1] = p.x;
    route[3 * n + 2] = p.y;
    for (let c = 0; c < 3; c++)
      world[3 * n + c] = frames[f + c]! + p.x * frames[f + 3 + c]! + p.y * frames[f + 6 + c]!;
  }
  const { origin, n1, n2 } = frameAt(tissue.anatomy.target.curve, tip.s);
  route[3 * n] = tip.s;
  route[3 * n + 1] = tip.x;
  route[3 * n + 2] = tip.y;
  world[3 * n] = origin.x + tip.x * n1.x + tip.y * n2.x;
  world[3 * n + 1] = origin.y + tip.x * n1.y + tip.y * n2.y;
  world[3 * n + 2] = origin.z + tip.x * n1.z + tip.y * n2.z;
  return { route, world };
};

const TURN = 2 * PI;
const folded = (angle: number): number => {
  const r = angle - TURN * Math.floor((angle + PI) / TURN);
  return r <= -PI ? r + TURN : r;
};

const EMPTY = new Float32Array(0);

const HANDS_OFF: HubInput = { advance: 0, torque: 0 };

/**
 * Pose of one device; without nodes when it is not loaded. Allocates: meant for 60 Hz, not for every tick.
 * @param hub what the hand does now, for what it feels
 */
export const poseOf = (
  state: MechanicsState,
  tissue: Tissue,
  id: DeviceId,
  hub: HubInput = HANDS_OFF,
): DevicePose => {
  if (id === 'ivus') return catheterPose(state, tissue, hub);
  const wire = state[id];
  const kind = findWire(wire.wireId)!;
  const radiusMm = kind.bodyDiameterMm / 2;
  const tip: TipState = {
    phase: wire.phase,
    material: wire.material,
    s: wire.tip.s,
    x: wire.tip.x,
    y: wire.tip.y,
    pointingRad: folded(wire.tipRollRad),
    forceN: wire.forceN,
  };
  const shape = wire.loaded
    ? line(state, tissue, wire.tip, (k) =>
        id === 'wire1' && underCatheter(state, stationOf(state, k))
          ? pressedWire1At(state, stationOf(state, k), at)
          : nodePosition(state, tissue, wire, k, at),
      )
    : { route: EMPTY, world: EMPTY };
  return {
    id,
    loaded: wire.loaded,
    ...shape,
    radiusMm,
    insertionMm: wire.loaded ? wire.lengthMm + wire.slackMm : 0,
    hubRollRad: wire.hubRollRad,
    tipRollRad: wire.tipRollRad,
    tip,
    load: hubLoad({
      tipN: wire.forceN,
      sheathN: wire.body ? wire.body.thrustN : null,
      labelN: kind.tipLoadGf * NEWTON_PER_GF,
      hubRollRad: wire.hubRollRad,
      tipRollRad: wire.tipRollRad,
      friction: kind.friction,
      radiusMm,
      insertedMm: wire.lengthMm,
      grippedMm: wire.hereNow === 'lumen' ? 0 : inPlaneMm(state, wire.tip.s),
      bendRad: bendTo(tissue.anatomy.target.curve, wire.tip.s),
      hub: wire.loaded ? hub : HANDS_OFF,
    }),
  };
};

/** Length that lies beyond where wire 1 left the lumen, mm. */
const inPlaneMm = ({ planeStartS }: MechanicsState, tipS: number): number =>
  Math.max(0, tipS - (planeStartS ?? tipS));

const catheterPose = (state: MechanicsState, tissue: Tissue, hub: HubInput): DevicePose => {
  const { ivus } = state;
  const tip = { s: ivus.tipS, x: 0, y: 0 };
  axisAt(state, ivus.tipS, tip);
  const inPlane = state.planeStartS !== null && ivus.tipS >= state.planeStartS;
  const shape = ivus.loaded
    ? line(state, tissue, tip, (k) => pressedAxisAt(state, stationOf(state, k), at))
    : { route: EMPTY, world: EMPTY };
  return {
    id: 'ivus',
    loaded: ivus.loaded,
    ...shape,
    radiusMm: state.catheter.windowRadiusMm,
    insertionMm: ivus.loaded ? ivus.lengthMm + ivus.slackMm : 0,
    hubRollRad: ivus.hubRollRad,
    tipRollRad: ivus.rollRad,
    tip: {
      phase: inPlane ? 'plane' : 'lumen',
      material: inPlane ? MATERIAL.stasis : MATERIAL.blood,
      ...tip,
      pointingRad: folded(ivus.rollRad),
      forceN: ivus.forceN,
    },
    load: hubLoad({
      tipN: ivus.forceN,
      sheathN: null,
      labelN: null,
      hubRollRad: ivus.hubRollRad,
      tipRollRad: ivus.tipRollRad,
      friction: IVUS_SHAFT.friction,
      radiusMm: state.catheter.windowRadiusMm,
      insertedMm: ivus.lengthMm,
      grippedMm: inPlaneMm(state, ivus.tipS),
      bendRad: bendTo(tissue.anatomy.target.curve, ivus.tipS),
      hub: ivus.loaded ? hub : HANDS_OFF,
    }),
  };
};

export interface CatheterAxis {
  readonly s: number;
  readonly x: number;
  readonly y: number;
  readonly dxds: number;
  readonly dyds: number;
  readonly rollRad: number;
}

const before: Offset = { x: 0, y: 0 };
const after: Offset = { x: 0, y: 0 };
/** Slopes are read over this length, mm. */
const SLOPE_MM = 1;

/** The catheter's axis at a distance from its tip, mm, deformed route coordinates; roll in rad from n1. */
export const catheterAxisAt = (
  state: MechanicsState,
  tissue: Tissue,
  distanceFromTipMm: number,
): CatheterAxis => {
  const { startMm } = tissue.anatomy.target.curve;
  const s = Math.max(startMm, state.ivus.tipS - distanceFromTipMm);
  pressedAxisAt(state, s, at);
  pressedAxisAt(state, s - SLOPE_MM / 2, before);
  pressedAxisAt(state, Math.min(state.ivus.tipS, s + SLOPE_MM / 2), after);
  const span = Math.min(state.ivus.tipS, s + SLOPE_MM / 2) - (s - SLOPE_MM / 2);
  return {
    s,
    x: at.x,
    y: at.y,
    dxds: span > 1e-6 ? (after.x - before.x) / span : 0,
    dyds: span > 1e-6 ? (after.y - before.y) / span : 0,
    rollRad: state.ivus.rollRad,
  };
};

export interface WireCrossing {
  readonly x: number;
  readonly y: number;
  readonly radiusMm: number;
  readonly dxds: number;
  readonly dyds: number;
}

const crossing = { x: 0, y: 0, u: 0, v: 0 };

/** Where a wire crosses a station, deformed route coordinates; null when it does not reach there. */
export const wireCrossing = (
  state: MechanicsState,
  tissue: Tissue,
  id: 'wire1' | 'wire2',
  s: number,
): WireCrossing | null => {
  const wire = state[id];
  if (!wire.loaded || s > wire.tip.s || s < state.gridStartMm) return null;
  const kind = findWire(wire.wireId)!;
  wirePoint(state, tissue, wire, s, crossing);
  if (id === 'wire1' && underCatheter(state, s)) pressedWire1At(state, s, crossing);
  return {
    x: crossing.x,
    y: crossing.y,
    radiusMm: diameterAt(kind, wire.tip.s - s) / 2,
    dxds: crossing.u,
    dyds: crossing.v,
  };
};
