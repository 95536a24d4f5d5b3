/** @file Moves the IVUS catheter over wire 1. */
import type { Tissue } from '../anatomy/tissue.ts';
import { createNoise } from '../math/noise.ts';
import { bundleCentre, mouthStation, type Offset } from './bundle.ts';
import { HUB_LIMITS, IVUS_SHAFT } from './catalogue.ts';
import type { HubInput } from './device.ts';
import type { StepOutput } from './event.ts';
import { lumenDepth, SHOULDER_MM } from './open-plane.ts';
import { isGuided, nodeBefore, stationOf } from './path.ts';
import { slideOff, squeezeN } from './squeeze.ts';
import { enter, type MechanicsState, PATH_STEP_MM, sheathStation } from './state.ts';
import { followHub, torqueLag } from './torque.ts';

/** The catheter stays this far behind wire 1's tip, mm: a bare end would dig. */
const WIRE_LEAD_MM = 0.5;
/** Push a stopped catheter takes up in its shaft, mm; force then, N. ASSUMED. */
const SLACK_LIMIT_MM = 2;
const STOPPED_N = 2;
/** The most an operator pushes, N. ASSUMED. */
const HUB_N = 2.5;
/** Drag of the shaft in blood and of what it parts in the plane, N and N/mm. ASSUMED. */
const LUMEN_DRAG_N = 0.1;
const PLANE_DRAG_N_PER_MM = 0.003;
/** Roll wanders this much either way over this length as the catheter takes the vessel's bends. ASSUMED. */
const DRIFT_RAD = 0.5;
const DRIFT_WAVE_MM = 90;
/** Within this length before wire 1 leaves the lumen the catheter turns from the lumen's middle to the wire, mm. */
const TURN_IN_MM = 8;
/** Stiffness smooths the catheter's line: share of the way to the wire taken per path node. */
const FOLLOW = 0.3;

/** One tick of the catheter's own motion. */
export const moveCatheter = (
  state: MechanicsState,
  tissue: Tissue,
  input: HubInput,
  dtS: number,
  out: StepOutput,
): void => {
  const { ivus, wire1 } = state;
  if (!ivus.loaded) return;
  turn(state, tissue, input.torque, dtS);
  const speed = Math.max(-HUB_LIMITS.advanceMmS, Math.min(HUB_LIMITS.advanceMmS, input.advance));
  const from = ivus.tipS;
  const squeeze = speed > 0 ? squeezeNow(state, tissue) : 0;
  const held = squeeze >= STOPPED_N;
  // What a tight ring takes of the push is missing from the way.
  ivus.slackMm += speed * dtS * (held ? 1 : 1 - squeeze / STOPPED_N);
  const lead = wire1.tip.s - WIRE_LEAD_MM;
  // a wire that has sprung back into the catheter does not hold it when it is drawn back
  const front = Math.max(from, held ? Math.min(from, lead) : lead);
  const wanted = ivus.tipS + ivus.slackMm;
  const to = Math.max(sheathStation(state), Math.min(wanted, front));
  const stopped = wanted > front;
  ivus.slackMm = stopped ? Math.min(SLACK_LIMIT_MM, wanted - to) : 0;
  const drag =
    Math.min(STOPPED_N, squeeze) +
    LUMEN_DRAG_N +
    PLANE_DRAG_N_PER_MM * Math.max(0, to - (state.planeStartS ?? to));
  if (stopped) {
    ivus.forceN = Math.min(HUB_N, drag + (STOPPED_N * ivus.slackMm) / SLACK_LIMIT_MM);
    if (!ivus.stopped && ivus.slackMm >= SLACK_LIMIT_MM) {
      ivus.stopped = true;
      out.events.push({ kind: 'stopped', device: 'ivus', s: to, forceN: ivus.forceN });
    }
    if (held && ivus.slackMm >= SLACK_LIMIT_MM) force(state, dtS, out);
  } else {
    ivus.stopped = false;
    ivus.forceN = to === from ? ivus.forceN * 0.9 : drag;
  }
  if (to === from) return;
  ivus.tipS = to;
  ivus.lengthMm += to - from;
  if (to > from) followWire(state, tissue, from);
  ivus.rollRad = rollNow(state);
  carryWire2(state, to - from);
};

/** Forced for so long, all told, against what does not let it through, the shaft kinks at the window, s. ASSUMED. */
const KINKS_S = 2;

/** A catheter that is pushed on although it has been stopped takes harm. */
const force = (state: MechanicsState, dtS: number, out: StepOutput): void => {
  const { ivus } = state;
  if (!state.wounds || ivus.kinked) return;
  ivus.forcedS += dtS;
  if (ivus.forcedS < KINKS_S) return;
  ivus.kinked = true;
  out.events.push({ kind: 'kinked', device: 'ivus', s: ivus.tipS, forceN: ivus.forceN });
};

const shoulder: Offset = { x: 0, y: 0 };

/** What the tissue asks where the catheter has reached its full thickness behind the taper. */
const squeezeNow = (state: MechanicsState, tissue: Tissue): number => {
  const s = state.ivus.tipS - SHOULDER_MM;
  const { outerRadiusMm } = state.catheter;
  return squeezeN(tissue, s, bundleCentre(state, s, shoulder), outerRadiusMm, IVUS_SHAFT.friction);
};

const rollNow = (state: MechanicsState): number => {
  const noise = driftOf(state.driftSeed);
  return (
    state.rollAtSheathRad + state.ivus.tipRollRad + DRIFT_RAD * noise(state.ivus.lengthMm / DRIFT_WAVE_MM)
  );
};

const drifts = new Map<number, (u: number) => number>();

/** Smooth seeded noise in -1 .. 1. */
const driftOf = (seed: number): ((u: number) => number) => {
  const known = drifts.get(seed);
  if (known) return known;
  const noise = createNoise(seed, 'ivus-drift');
  const made = (u: number): number => noise(u, 0.5, 0.5);
  drifts.set(seed, made);
  return made;
};

const turn = (state: MechanicsState, tissue: Tissue, torque: number, dtS: number): void => {
  const { ivus } = state;
  const speed = Math.max(-HUB_LIMITS.torqueRadS, Math.min(HUB_LIMITS.torqueRadS, torque));
  ivus.hubRollRad += speed * dtS;
  const gripped = Math.max(0, ivus.tipS - (state.planeStartS ?? ivus.tipS));
  const { curve } = tissue.anatomy.target;
  const lag = torqueLag(IVUS_SHAFT.friction, curve, ivus.tipS, ivus.lengthMm, gripped);
  followHub(ivus, lag, dtS);
  ivus.rollRad = rollNow(state);
};

const aim: Offset = { x: 0, y: 0 };

/** Lays the bundle's middle along wire 1, off calcium beside it, for the stretch that the tip has newly passed. */
const followWire = (state: MechanicsState, tissue: Tissue, fromS: number): void => {
  const { ivus } = state;
  const last = Math.min(state.gridCount - 1, nodeBefore(state, ivus.tipS) + 1);
  for (let k = nodeBefore(state, fromS) + 1; k <= last; k++) {
    middleAt(state, tissue, k, aim);
    aim.x = ivus.x[k - 1]! + FOLLOW * (aim.x - ivus.x[k - 1]!);
    aim.y = ivus.y[k - 1]! + FOLLOW * (aim.y - ivus.y[k - 1]!);
    slideOff(tissue, stationOf(state, k), aim, state.catheter.outerRadiusMm);
    ivus.x[k] = aim.x;
    ivus.y[k] = aim.y;
  }
};

/** The catheter is so stiff that it takes the mean of the wire's place over this much either way, mm. ASSUMED. */
const STIFF_MM = 5;

/** Wire 1's place at a node of the path, as a stiff tube over it takes it: weighted over what lies around. */
const wire1Around = (state: MechanicsState, k: number, out: Offset): void => {
  const { path, tip } = state.wire1;
  const reach = state.rods ? Math.round(STIFF_MM / PATH_STEP_MM) : 0;
  let sum = 0;
  let x = 0;
  let y = 0;
  for (let n = -reach; n <= reach; n++) {
    const i = k + n;
    if (i < 0) continue;
    const beyond = i > path.last;
    const weight = reach + 1 - Math.abs(n);
    x += weight * (beyond ? tip.x : path.x[i]!);
    y += weight * (beyond ? tip.y : path.y[i]!);
    sum += weight;
  }
  out.x = x / sum;
  out.y = y / sum;
};

/** Where the bundle wants its middle: on wire 1 in the plane; in the lumen as far off the wall as it is thick. */
const middleAt = (state: MechanicsState, tissue: Tissue, k: number, out: Offset): void => {
  const s = stationOf(state, k);
  wire1Around(state, k, out);
  const { outerRadiusMm } = state.catheter;
  const depth = lumenDepth(tissue, s, out.x, out.y);
  if (depth <= 0 || depth >= outerRadiusMm) return;
  const rho = Math.sqrt(out.x * out.x + out.y * out.y);
  if (rho < 1e-9) return;
  const inward = Math.max(0, rho - (outerRadiusMm - depth));
  const leave = state.planeStartS ?? Number.POSITIVE_INFINITY;
  const t = Math.max(0, Math.min(1, (s - leave + TURN_IN_MM) / TURN_IN_MM));
  const scale = (inward + (rho - inward) * t) / rho;
  out.x *= scale;
  out.y *= scale;
};

/** Wire 2 is pinched with the catheter while its tip lies in the lumen; once out, the catheter slides over it. */
const carryWire2 = (state: MechanicsState, ds: number): void => {
  const { wire2 } = state;
  if (!wire2.loaded || wire2.route !== 'rx-lumen') return;
  if (wire2.phase === 'in-catheter') {
    wire2.tip.s += ds;
    wire2.lengthMm += ds;
  } else if (isGuided(state, wire2.tip.s)) enter(wire2, 'in-catheter');
  if (wire2.phase !== 'in-catheter') return;
  const room = mouthStation(state);
  if (wire2.tip.s > room) wire2.tip.s = room;
  wire2.path.last = nodeBefore(state, wire2.tip.s);
  wire2.path.track = wire2.path.last;
};
