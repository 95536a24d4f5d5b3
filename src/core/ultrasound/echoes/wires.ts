/**
 * @file Guidewires in the imaging plane: a bright arc, a comet tail of ringing, repeats off the catheter, and shadow.
 *
 * A steel cylinder. Sound runs to and fro inside it at 5.8 mm/us, so its tail repeats every 2a x 1.54 / 5.8
 * (95 um for 0.356 mm).
 */

import type { Baseband, Scene } from '../baseband.ts';
import type { ImagingPose, SlabWire } from '../frame.ts';
import type { FramePlan } from '../plan.ts';
import { SPEED_MM_PER_US } from '../probe/spectrum.ts';
import type { SlabBasis } from '../scene/slab.ts';
import { addEcho, addPoint, NOTHING, sampleAt } from './echo.ts';
import { CATHETER_REFLECTION } from './interfaces.ts';

export const STEEL_REFLECTION = 0.93;
export const STEEL_SPEED_MM_PER_US = 5.8;
/** Mirror-like share; the coiled tip of a wire is not quite smooth. ASSUMED. */
export const SPECULAR = 0.85;
export const ROUGH = 0.3;
export const RINGS = 6;
/** Each ring against the one before (6 to 10 dB, ASSUMED). */
export const RING_DECAY = 10 ** (-8 / 20);
/** First ring against the surface echo. ASSUMED. */
export const RING_START = 10 ** (-11 / 20);
export const REPEATS = 2;
/** Tilt of the wire out of the imaging plane's normal that weakens its echo to 1/e, rad; a floor keeps the coil's
 *  roughness visible. ASSUMED. */
export const LEAN_RAD = 0.25;
export const LEAN_FLOOR = 0.35;

/** A wire as the imaging plane sees it. */
interface Section {
  /** Range of its centre from the axis, mm, and its angle from line 0, 0 .. 2 pi. */
  readonly centreMm: number;
  readonly angleRad: number;
  readonly radiusMm: number;
  /** Loss by leaning, 0 .. 1. */
  readonly lean: number;
}

/** The wire at a share `turn` of the element's turn: it may move meanwhile, and so does the transducer. */
const sectionOf = (wire: SlabWire, pose: ImagingPose, basis: SlabBasis, turn: number): Section => {
  const along = turn * (pose.advanceMm ?? 0);
  const qx = wire.x - pose.x + turn * (wire.moveX ?? 0) + along * (wire.dxds * basis.ns - basis.nx);
  const qy = wire.y - pose.y + turn * (wire.moveY ?? 0) + along * (wire.dyds * basis.ns - basis.ny);
  const u = qx * basis.ux + qy * basis.uy;
  const v = qx * basis.vx + qy * basis.vy;
  const lx = wire.dxds - pose.dxds;
  const ly = wire.dyds - pose.dyds;
  const lean = Math.exp(-(lx * lx + ly * ly) / (LEAN_RAD * LEAN_RAD));
  const angle = Math.atan2(v, u);
  return {
    centreMm: Math.sqrt(u * u + v * v),
    angleRad: angle < 0 ? angle + 2 * Math.PI : angle,
    radiusMm: wire.radiusMm,
    lean: LEAN_FLOOR + (1 - LEAN_FLOOR) * lean,
  };
};

/** The wire at the moment the element looks at it. */
const seenSection = (wire: SlabWire, pose: ImagingPose, basis: SlabBasis): Section => {
  const first = sectionOf(wire, pose, basis, 0);
  return sectionOf(wire, pose, basis, first.angleRad / (2 * Math.PI));
};

/** Range at which a direction meets the wire, or Infinity. Nothing to see of a wire that contains the axis. */
const meets = (section: Section, angle: number): number => {
  const { centreMm, radiusMm } = section;
  if (centreMm <= radiusMm) return Number.POSITIVE_INFINITY;
  const off = angle - section.angleRad;
  const side = centreMm * Math.sin(off);
  const along = centreMm * Math.cos(off);
  if (along <= 0 || Math.abs(side) >= radiusMm) return Number.POSITIVE_INFINITY;
  return along - Math.sqrt(radiusMm * radiusMm - side * side);
};

/** Per traced line: the range at which a wire ends it. */
export const metalAlongLines = (
  pose: ImagingPose,
  basis: SlabBasis,
  plan: FramePlan,
  out: Float32Array,
): void => {
  out.fill(Number.POSITIVE_INFINITY);
  const { shadow, wireShadow } = plan.settings.effects;
  if (!shadow || !wireShadow) return;
  for (const wire of pose.wires) {
    const seen = seenSection(wire, pose, basis);
    for (let c = 0; c < plan.trace.lines; c++) {
      const r = meets(seen, (2 * Math.PI * c) / plan.trace.lines);
      if (r < out[c]!) out[c] = r;
    }
  }
};

/** Adds the echoes of all wires. */
export const addWires = (scene: Scene, out: Baseband): void => {
  for (const wire of scene.pose.wires) {
    const seen = seenSection(wire, scene.pose, scene.basis);
    if (seen.centreMm > seen.radiusMm) drawWire(seen, scene, out);
  }
};

const drawWire = (section: Section, { plan, pose, trace }: Scene, out: Baseband): void => {
  const { columns, columnRad } = plan;
  const { effects } = plan.settings;
  const { centreMm, radiusMm, angleRad, lean } = section;
  const front = centreMm - radiusMm;
  if (front > plan.endMm) return;
  const tracedLine = Math.round((angleRad * plan.trace.lines) / (2 * Math.PI)) % plan.trace.lines;
  const hidden = effects.shadow && effects.wireShadow;
  const left = hidden ? trace.atMetal[tracedLine]! : leftAt(trace, plan, tracedLine, front);
  const late = hidden ? trace.lateAtMetal[tracedLine]! : lateAt(trace, plan, tracedLine, front);
  // a convex mirror spreads sound
  const spread = Math.sqrt(radiusMm / (radiusMm + front));
  const arriving = STEEL_REFLECTION * plan.echoGain[sampleAt(plan, front)]! * spread * lean * left;

  // the glint where its surface faces the element, and what rings inside
  const mirror = arriving * SPECULAR;
  addPoint(out, plan, angleRad, front + late, mirror, 0);
  const ring = (2 * radiusMm * SPEED_MM_PER_US) / STEEL_SPEED_MM_PER_US;
  let tail = mirror * RING_START;
  for (let n = 1; n <= RINGS; n++, tail *= RING_DECAY) {
    addPoint(out, plan, angleRad, front + late + n * ring, tail, n / 2);
  }
  const gap = front + late - pose.sheathRadiusMm;
  if (effects.multiples && gap >= 0.08) {
    let again = mirror;
    for (let n = 1; n <= REPEATS; n++) {
      again *= left * STEEL_REFLECTION * CATHETER_REFLECTION * spread;
      again *= (front + (n - 1) * gap) / (front + n * gap);
      addPoint(out, plan, angleRad, front + late + n * gap, again, 0);
    }
  }

  // the rest of its surface, rough and turned away
  const halfRad = Math.asin(radiusMm / centreMm);
  const last = Math.floor((angleRad + halfRad) / columnRad);
  for (let i = Math.ceil((angleRad - halfRad) / columnRad); i <= last; i++) {
    const angle = i * columnRad;
    const r = meets(section, angle);
    const tilt = Math.min(1, Math.abs(centreMm * Math.sin(angle - angleRad)) / radiusMm);
    const rough = arriving * (1 - SPECULAR) * ROUGH * Math.sqrt(1 - tilt * tilt);
    if (!Number.isFinite(r) || rough < NOTHING) continue;
    addEcho(out, plan, ((i % columns) + columns) % columns, r + late, rough, 0);
  }
};

const nodeAt = (plan: FramePlan, line: number, rangeMm: number): number => {
  const { lines, samples, stepMm } = plan.trace;
  const k = Math.floor((rangeMm - plan.settings.startMm) / stepMm);
  return Math.min(samples - 1, Math.max(0, k)) * lines + line;
};
const leftAt = (trace: Scene['trace'], plan: FramePlan, line: number, rangeMm: number): number =>
  trace.transmission[nodeAt(plan, line, rangeMm)]!;
const lateAt = (trace: Scene['trace'], plan: FramePlan, line: number, rangeMm: number): number =>
  trace.lateMm[nodeAt(plan, line, rangeMm)]!;
