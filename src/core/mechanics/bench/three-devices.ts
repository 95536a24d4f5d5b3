/**
 * @file The load test: two shaped wires and a catheter in one winding tube, pushed, pulled and turned against one another at
 * 240 steps per second. What benchmarks time; a test says that nothing passes through anything.
 */
import { cos } from '../../math/trig.ts';
import { encounter, type Meeting } from '../rod/between.ts';
import { commitGrip, createGrip, createTouch, type Grip } from '../rod/contact.ts';
import { dragging, dragOf } from '../rod/loads.ts';
import { type Load, type StepLimits, solveStep } from '../rod/newton.ts';
import { bendAtRest, clampEdge, commit, createRod, evenEdges, type Rod } from '../rod/rod.ts';
import { createSystem, type System } from '../rod/system.ts';
import { type CurvePoint, insideTube, WINDING_TUBE } from '../rod/tube.ts';

export const STEPS_PER_S = 240;
export const NODES = 150;
const WIRE_MM = 0.178;
const CATHETER_MM = 0.45;
const STIFFNESS = 4;
const ONSET_MM = 0.05;
const LIMITS: StepLimits = { iterations: 16, toleranceN: 5e-4, moveMm: 0.5 };

interface DeviceSpec {
  readonly radiusMm: number;
  readonly ei: number;
  readonly tipEi: number;
  /** Fastest push, mm/s, and turn, rad/s. */
  readonly pushMmS: number;
  readonly turnRadS: number;
  /** Where it starts, off the tube's middle, mm. */
  readonly offMm: number;
}

const DEVICES: readonly DeviceSpec[] = [
  { radiusMm: WIRE_MM, ei: 16, tipEi: 0.6, pushMmS: 8, turnRadS: 6, offMm: 0.3 },
  { radiusMm: WIRE_MM, ei: 16, tipEi: 1, pushMmS: 5, turnRadS: -4, offMm: 0.7 },
  { radiusMm: CATHETER_MM, ei: 30, tipEi: 10, pushMmS: 2, turnRadS: 0, offMm: -0.4 },
];

interface Device {
  readonly spec: DeviceSpec;
  readonly rod: Rod;
  readonly system: System;
  readonly grips: readonly Grip[];
  readonly loads: Load[];
  /** Looks for whom it meets. */
  readonly finds: (() => void)[];
}

export interface ThreeDevices {
  readonly rods: readonly Rod[];
  /** One step of all three; the largest net force left on each, N, and the iterations they took together. */
  step(): { readonly residualsN: readonly number[]; readonly iterations: number };
}

export const createThreeDevices = (nodes = NODES): ThreeDevices => {
  const devices = DEVICES.map((spec) => createDevice(spec, nodes));
  const [wire1, wire2, catheter] = devices as [Device, Device, Device];
  for (const [one, other, grip] of [
    [wire1, wire2, 1],
    [wire1, catheter, 2],
    [wire2, catheter, 1],
  ] as const) {
    const { find, onNodes, onEdges } = encounter(one.rod, other.rod, meetingOf(one, other), one.grips[grip]!);
    one.loads.push(onNodes);
    other.loads.push(onEdges);
    one.finds.push(find);
    other.finds.push(find);
  }
  let count = 0;
  return {
    rods: devices.map(({ rod }) => rod),
    step: () => {
      const time = count++ / STEPS_PER_S;
      let iterations = 0;
      const residualsN = devices.map(({ spec, rod, system, loads, grips, finds }) => {
        move(rod, (spec.pushMmS * cos(2 * time)) / STEPS_PER_S, spec.turnRadS / STEPS_PER_S);
        for (const find of finds) find();
        const result = solveStep(rod, system, loads, LIMITS);
        commit(rod);
        for (const grip of grips) commitGrip(grip);
        iterations += result.iterations;
        return result.residualN;
      });
      return { residualsN, iterations };
    },
  };
};

const createDevice = (spec: DeviceSpec, nodes: number): Device => {
  const length = nodes - 1;
  const ei = (mm: number): number => {
    const t = Math.min(1, (length - mm) / 20);
    return spec.tipEi + (spec.ei - spec.tipEi) * t * t;
  };
  const rod = createRod({ edgesMm: evenEdges(nodes - 1, 1), ei, gj: (mm) => 0.77 * ei(mm), ea: 300 });
  layInTube(rod, spec.offMm);
  clampEdge(rod, 0);
  for (let i = nodes - 4; i < nodes - 1; i++) bendAtRest(rod, i, 0.15);
  const grips = DEVICES.map(() => createGrip(nodes));
  const touch = { ...createTouch(), onsetMm: ONSET_MM, friction: 0.06 };
  const drag = dragOf(rod, (i) => (nodes - i < 16 ? 1e-5 : 1e-4));
  const loads = [
    insideTube(rod, WINDING_TUBE, spec.radiusMm, STIFFNESS, touch, grips[0]!),
    dragging(drag, STEPS_PER_S),
  ];
  return { spec, rod, system: createSystem(rod), grips, loads, finds: [] };
};

const meetingOf = (one: Device, other: Device): Meeting => ({
  apartMm: one.spec.radiusMm + other.spec.radiusMm,
  stiffness: STIFFNESS,
  onsetMm: ONSET_MM,
  friction: 0.06,
  radiusMm: one.spec.radiusMm,
});

/** Lays nodes along the tube, beside its middle, with frames to match. */
const layInTube = (rod: Rod, offMm: number): void => {
  const point: CurvePoint = { x: 0, y: 0, slopeX: 0, slopeY: 0 };
  for (let i = 0; i < rod.nodes; i++) {
    WINDING_TUBE.at(rod.q[4 * i + 2]!, point);
    rod.q[4 * i] = point.x + offMm;
    rod.q[4 * i + 1] = point.y;
  }
  rod.before.set(rod.q);
  for (let e = 0; e < rod.nodes - 1; e++) {
    const d = [0, 1, 2].map((c) => rod.q[4 * e + 4 + c]! - rod.q[4 * e + c]!) as [number, number, number];
    const l = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    const t = d.map((v) => v / l) as [number, number, number];
    const u = [1 - t[0] * t[0], -t[0] * t[1], -t[0] * t[2]];
    const m = Math.sqrt(1 - t[0] * t[0]);
    rod.frames.tangentBefore.set(t, 3 * e);
    rod.frames.directorBefore.set(
      u.map((v) => v / m),
      3 * e,
    );
  }
};

/** Moves the hub along the first edge, and guesses that the rest follows. */
const move = (rod: Rod, pushMm: number, turnRad: number): void => {
  const { q, nodes } = rod;
  const { tangentBefore } = rod.frames;
  for (let i = 0; i < nodes; i++) {
    // the hub moves straight; a bent tip as the rod behind it
    const e = 3 * Math.min(Math.max(0, i - 1), nodes - 6);
    const along = i < 2 ? 0 : e;
    for (let c = 0; c < 3; c++) q[4 * i + c] = q[4 * i + c]! + pushMm * tangentBefore[along + c]!;
    if (i < nodes - 1) q[4 * i + 3] = q[4 * i + 3]! + turnRad;
  }
};
