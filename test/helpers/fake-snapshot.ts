/** @file A hand-made moment of a session: devices along the case's designed path, no simulation needed. */
import type { Anatomy } from '../../src/core/anatomy/tissue.ts';
import { designedPath, designedPose, WIRE1_RADIUS_MM } from '../../src/core/cases/designed.ts';
import { toWorld } from '../../src/core/math/curve.ts';
import type { DeviceId, DeviceLoad, DevicePose } from '../../src/core/mechanics/device.ts';
import type { BalloonPose } from '../../src/core/mechanics/devices/balloon.ts';
import { ivusSizeOf } from '../../src/core/mechanics/devices/room.ts';
import { DEFAULT_SHEATH, type SheathId } from '../../src/core/mechanics/devices/sheaths.ts';
import { STEP_IDS } from '../../src/core/procedure/procedure.ts';
import { bodyOf } from '../../src/core/session/catheter.ts';
import type { Charge } from '../../src/core/session/charge.ts';
import type { Snapshot } from '../../src/core/session/snapshot.ts';
import { type CatheterId, findCatheter } from '../../src/core/ultrasound/presets.ts';

export interface FakeMoment {
  readonly tick?: number;
  readonly angleDeg?: number;
  readonly targetDeg?: number;
  readonly fluoroOn?: boolean;
  readonly opacity?: number;
  readonly roadmapAngleDeg?: number | null;
  /** Stations of the tips, mm; absent = not in the body. */
  readonly wire1Mm?: number;
  /** Station of the transducer; the catheter's tip lies 8 mm beyond. */
  readonly transducerMm?: number;
  /** How far wire 2 has left the transducer's station toward the true lumen, mm. */
  readonly wire2Mm?: number;
  readonly rollRad?: number;
  readonly editsVersion?: number;
  readonly catheter?: CatheterId;
  readonly sheath?: SheathId;
  /** Length of a balloon's line on wire 1, mm; absent = none. */
  readonly balloonMm?: number;
  /** What the hands feel, where it is not nothing. */
  readonly loads?: Readonly<Partial<Record<DeviceId, Partial<DeviceLoad>>>>;
  readonly charges?: readonly Charge[];
}

const NO_BALLOON: BalloonPose = {
  loaded: false,
  id: 'rx-25',
  on: 'wire1',
  world: new Float32Array(0),
  radiusMm: 0.5,
  fromTipMm: [5, 45],
  insertionMm: 0,
  stopped: false,
};

const TIP_MM = 8;
const AXIS_OFFSET_MM = 0.2;
const WIRE_OFFSET_MM = 0.42;
/** Length over which wire 2 crosses from the plane into the lumen, mm. */
const CROSSING_MM = 9;

type PathAt = (s: number) => { x: number; y: number };

const pose = (
  anatomy: Anatomy,
  id: DeviceId,
  tipMm: number | undefined,
  radiusMm: number,
  at: PathAt,
): DevicePose => {
  const { curve } = anatomy.target;
  const from = curve.startMm;
  const n = tipMm === undefined ? 0 : Math.max(2, Math.ceil(tipMm - from) + 1);
  const route = new Float32Array(3 * n);
  const world = new Float32Array(3 * n);
  for (let i = 0; i < n; i++) {
    const s = from + (((tipMm ?? 0) - from) * i) / (n - 1);
    const { x, y } = at(s);
    const p = toWorld(curve, { s, x, y });
    route.set([s, x, y], 3 * i);
    world.set([p.x, p.y, p.z], 3 * i);
  }
  const k = 3 * (n - 1);
  return {
    id,
    loaded: n > 0,
    route,
    world,
    radiusMm,
    insertionMm: n > 0 ? (tipMm ?? 0) - from : 0,
    hubRollRad: 0,
    tipRollRad: 0,
    tip: {
      phase: id === 'wire2' ? 'plaque' : 'plane',
      material: 0,
      s: n > 0 ? route[k]! : 0,
      x: n > 0 ? route[k + 1]! : 0,
      y: n > 0 ? route[k + 2]! : 0,
      pointingRad: 0,
      forceN: 0,
    },
    load: { tipN: 0, labelN: id === 'ivus' ? null : 0.1, hubN: 0, twistRad: 0 },
  };
};

/** A snapshot of `anatomy` at a moment; what is not given is at rest or out of the body. */
export const fakeSnapshot = (anatomy: Anatomy, moment: FakeMoment = {}): Snapshot => {
  const { tick = 240, angleDeg = 0, transducerMm, wire2Mm, rollRad = 0.6 } = moment;
  const c = Math.cos(rollRad);
  const s = Math.sin(rollRad);
  const beside =
    (offset: number): PathAt =>
    (station) => {
      const p = designedPath(anatomy, station);
      return { x: p.x + offset * c, y: p.y + offset * s };
    };
  const crossing: PathAt = (station) => {
    const p = beside(-AXIS_OFFSET_MM - 0.5)(station);
    const t = Math.min(1, Math.max(0, (station - (transducerMm ?? 0)) / CROSSING_MM));
    const k = 1 - t * t * (3 - 2 * t);
    return { x: p.x * k, y: p.y * k };
  };
  const wire2Tip = transducerMm !== undefined && wire2Mm !== undefined ? transducerMm + wire2Mm : undefined;
  return {
    tick,
    devices: [
      pose(anatomy, 'wire1', moment.wire1Mm, WIRE1_RADIUS_MM, beside(WIRE_OFFSET_MM)),
      pose(
        anatomy,
        'ivus',
        transducerMm === undefined ? undefined : transducerMm + TIP_MM,
        0.435,
        beside(-AXIS_OFFSET_MM),
      ),
      pose(anatomy, 'wire2', wire2Tip, WIRE1_RADIUS_MM, crossing),
    ].map((device) => ({ ...device, load: { ...device.load, ...moment.loads?.[device.id] } })),
    balloon:
      moment.balloonMm === undefined
        ? NO_BALLOON
        : { ...NO_BALLOON, loaded: true, insertionMm: moment.balloonMm },
    access: {
      sheath: moment.sheath ?? DEFAULT_SHEATH,
      contents: {
        wire1: moment.wire1Mm !== undefined,
        ivus:
          transducerMm === undefined
            ? null
            : ivusSizeOf(bodyOf(findCatheter(moment.catheter ?? 'dual-rx-40')!)),
        wire2: wire2Tip === undefined ? null : 'rx-lumen',
        balloon: moment.balloonMm === undefined ? null : { id: 'rx-25', on: 'wire1' },
      },
    },
    editsVersion: moment.editsVersion ?? 0,
    newEdits: [],
    imaging: {
      catheter: moment.catheter ?? 'dual-rx-40',
      pose: transducerMm === undefined ? null : designedPose(anatomy, transducerMm, rollRad),
      pulledBackMm: 0,
      travelMm: 150,
      homeFromTipMm: TIP_MM,
      pullbackSpeed: 0,
      pullbackId: 0,
    },
    cArm: { angleDeg, targetDeg: moment.targetDeg ?? angleDeg, fluoroOn: moment.fluoroOn ?? false },
    contrast: { opacity: moment.opacity ?? 0, roadmapAngleDeg: moment.roadmapAngleDeg ?? null },
    clocks: { timeS: tick / 240, charges: moment.charges ?? [], fluoroS: 0, contrastMl: 0 },
    procedure: {
      doneTicks: STEP_IDS.map(() => null),
      current: 'angiogram',
      progress: 0,
      marks: [],
      outcome: null,
    },
    events: [],
  };
};
