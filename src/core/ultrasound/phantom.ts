/**
 * @file Point scatterers in a uniform medium through the probe's beam and pulse, one by one: for comparison with field
 * simulators. The same beam, pulse and phase as in a frame, without its grids: every point at its exact place.
 */
import type { Probe } from './frame.ts';
import { laidBehind } from './probe/beam-table.ts';
import { createField, type Echo, over } from './probe/field.ts';
import { idealPacket } from './receiver/pulse.ts';
import { validateProbe } from './settings.ts';

export interface PhantomSpec {
  readonly probe: Probe;
  readonly speedMmPerUs: number;
  /** One way. */
  readonly attenuationDbPerCmMHz: number;
  /** Directions of the lines about the catheter axis, rad. */
  readonly lines: { readonly startRad: number; readonly stepRad: number; readonly count: number };
  /** From the element's face, nearest and farthest, mm. */
  readonly rangeMm: readonly [number, number];
  readonly sampleMm: number;
  /** x, y in the image plane, z along the catheter, mm from the axis, and amplitude. */
  readonly scatterers: readonly (readonly [number, number, number, number])[];
}

export interface PhantomEcho {
  readonly lines: number;
  readonly samples: number;
  /** Complex baseband, demodulated at the probe's frequency: real and imaginary alternating, line-major. A point of
   *  amplitude 1 on the axis, where the probe hears best, peaks at 1. */
  readonly data: Float32Array;
}

/** A wrong field of a phantom. `field` is its path. */
export class PhantomError extends RangeError {
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.name = 'PhantomError';
    this.field = field;
  }
}

export const MAX_SCATTERERS = 1_000_000;
const MAX_LINES = 4096;
const MAX_SAMPLES = 16_384;
/** Nobody listens further out than this, mm; nor further to the side or out of the plane, rad and mm. */
const MAX_DEPTH_MM = 20;
const SIDE_RAD = 0.5;
const SIDE_MM = 1.2;
/** Grid of the tabulated beam. */
const RANGE_STEP_MM = 0.03;
const ANGLE_STEP_RAD = 0.0025;
const ELEVATION_STEP_MM = 0.02;

/** Echoes of the scatterers on all lines. @throws PhantomError, ImagingSettingsError */
export const renderPhantom = (spec: PhantomSpec): PhantomEcho => {
  validate(spec);
  const { probe, lines, rangeMm, sampleMm, scatterers, speedMmPerUs, attenuationDbPerCmMHz } = spec;
  const [near, far] = rangeMm;
  const samples = Math.floor((far - near) / sampleMm + 1e-6) + 1;
  const data = new Float32Array(2 * lines.count * samples);
  const beam = tabulate(spec);
  const turnsPerMm = (2 * probe.frequencyMHz) / speedMmPerUs;
  const packet = idealPacket(probe, speedMmPerUs);
  const loss = ((2 * attenuationDbPerCmMHz * probe.frequencyMHz) / 10) * (Math.LN10 / 20);
  for (const [x, y, z, amplitude] of scatterers) {
    const r = Math.hypot(x, y);
    const depth = r - probe.orbitMm;
    if (amplitude === 0 || depth < 0 || depth > far + 0.3 || depth < near - 0.3) continue;
    const across = beam.across(r, z);
    if (across.re === 0 && across.im === 0) continue;
    const stretch = beam.pulseMm(r) / packet.lengthMm;
    const late = beam.lateMm(r);
    const half = packet.endMm * stretch;
    const direction = Math.atan2(y, x);
    const gain = amplitude * Math.exp(-loss * depth);
    const first = Math.max(0, Math.ceil((depth + late - half - near) / sampleMm));
    const last = Math.min(samples - 1, Math.floor((depth + late + half - near) / sampleMm));
    const phase = -2 * Math.PI * turnsPerMm * depth;
    const c = Math.cos(phase);
    const s = Math.sin(phase);
    for (let l = 0; l < lines.count; l++) {
      const off = wrapped(direction - lines.startRad - l * lines.stepRad);
      if (Math.abs(off) > SIDE_RAD) continue;
      const side = beam.inPlane(r, Math.abs(off));
      const hr = side.re * across.re - side.im * across.im;
      const hi = side.re * across.im + side.im * across.re;
      const re = gain * (hr * c - hi * s);
      const im = gain * (hr * s + hi * c);
      for (let k = first; k <= last; k++) {
        const w = packet.at((near + k * sampleMm - depth - late) / stretch);
        const at = 2 * (l * samples + k);
        data[at] = data[at]! + re * w;
        data[at + 1] = data[at + 1]! + im * w;
      }
    }
  }
  return { lines: lines.count, samples, data };
};

interface Complex {
  re: number;
  im: number;
}

/** The beam on a grid of range and angle or elevation, linear between; the echo on the axis included in `across`. */
const tabulate = ({ probe, rangeMm, speedMmPerUs }: PhantomSpec) => {
  const field = createField(probe, speedMmPerUs);
  const startMm = Math.max(0, rangeMm[0] - 0.3) + probe.orbitMm;
  const ranges = Math.ceil((rangeMm[1] + 0.3 + probe.orbitMm - startMm) / RANGE_STEP_MM) + 2;
  const angles = Math.ceil(SIDE_RAD / ANGLE_STEP_RAD) + 2;
  const elevations = Math.ceil(SIDE_MM / ELEVATION_STEP_MM) + 2;
  const inPlane = new Float64Array(2 * ranges * angles);
  const across = new Float64Array(2 * ranges * elevations);
  const pulse = new Float64Array(ranges);
  const lates = new Float64Array(ranges);
  const echo: Echo = { re: 0, im: 0 };
  let loudest = 0;
  for (let i = 0; i < ranges; i++) {
    const r = startMm + i * RANGE_STEP_MM;
    const packet = field.packet(r);
    const late = laidBehind(packet.lateMm);
    lates[i] = late;
    const axis = { ...field.inPlane(r, 0, late, echo) };
    loudest = Math.max(loudest, Math.sqrt(axis.re * axis.re + axis.im * axis.im));
    for (let a = 0; a < angles; a++) {
      const { re, im } = over(field.inPlane(r, a * ANGLE_STEP_RAD, late, echo), axis);
      const at = 2 * (i * angles + a);
      inPlane[at] = re;
      inPlane[at + 1] = im;
    }
    const slice = field.slice(r, late);
    for (let e = 0; e < elevations; e++) {
      const { re, im } = slice(e * ELEVATION_STEP_MM, echo);
      const at = 2 * (i * elevations + e);
      across[at] = re * axis.re - im * axis.im;
      across[at + 1] = re * axis.im + im * axis.re;
    }
    pulse[i] = packet.lengthMm;
  }
  const out: Complex = { re: 0, im: 0 };
  const blend = (table: Float64Array, columns: number, r: number, f: number): Complex => {
    const g = (r - startMm) / RANGE_STEP_MM;
    const i = Math.max(0, Math.min(ranges - 2, Math.floor(g)));
    const j = Math.floor(f);
    out.re = 0;
    out.im = 0;
    if (j >= columns - 1) return out;
    const u = g - i;
    const v = f - j;
    const at = 2 * (i * columns + j);
    const below = at + 2 * columns;
    const w00 = (1 - u) * (1 - v);
    const w01 = (1 - u) * v;
    const w10 = u * (1 - v);
    const w11 = u * v;
    out.re = w00 * table[at]! + w01 * table[at + 2]! + w10 * table[below]! + w11 * table[below + 2]!;
    out.im = w00 * table[at + 1]! + w01 * table[at + 3]! + w10 * table[below + 1]! + w11 * table[below + 3]!;
    return out;
  };
  const nearest = (r: number): number =>
    Math.max(0, Math.min(ranges - 1, Math.round((r - startMm) / RANGE_STEP_MM)));
  return {
    inPlane: (r: number, angleRad: number): Complex => blend(inPlane, angles, r, angleRad / ANGLE_STEP_RAD),
    across: (r: number, elevationMm: number): Complex => {
      const { re, im } = blend(across, elevations, r, Math.abs(elevationMm) / ELEVATION_STEP_MM);
      return { re: re / loudest, im: im / loudest };
    },
    pulseMm: (r: number): number => pulse[nearest(r)]!,
    lateMm: (r: number): number => lates[nearest(r)]!,
  };
};

const wrapped = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

const validate = (spec: PhantomSpec): void => {
  validateProbe(spec.probe);
  within('speedMmPerUs', spec.speedMmPerUs, 1, 4);
  within('attenuationDbPerCmMHz', spec.attenuationDbPerCmMHz, 0, 10);
  const { lines, rangeMm, sampleMm, scatterers } = spec;
  within('lines.startRad', lines.startRad, -7, 7);
  within('lines.stepRad', lines.stepRad, -1, 1);
  whole('lines.count', lines.count, 1, MAX_LINES);
  within('rangeMm.0', rangeMm[0], 0, MAX_DEPTH_MM);
  within('rangeMm.1', rangeMm[1], 0, MAX_DEPTH_MM);
  if (!(rangeMm[1] > rangeMm[0])) throw new PhantomError('rangeMm', 'must end beyond its start');
  within('sampleMm', sampleMm, 0.001, 1);
  if ((rangeMm[1] - rangeMm[0]) / sampleMm > MAX_SAMPLES) {
    throw new PhantomError('sampleMm', `is so small that a line has more than ${MAX_SAMPLES} samples`);
  }
  if (scatterers.length === 0) throw new PhantomError('scatterers', 'is empty: there is nothing to hear');
  if (scatterers.length > MAX_SCATTERERS) {
    throw new PhantomError('scatterers', `holds ${scatterers.length}, more than ${MAX_SCATTERERS}`);
  }
  scatterers.forEach((scatterer, i) => {
    if (!scatterer.every(Number.isFinite)) {
      throw new PhantomError(`scatterers.${i}`, 'has a number that is not finite');
    }
  });
};

const within = (field: string, value: number, min: number, max: number): void => {
  if (!(value >= min && value <= max)) {
    throw new PhantomError(field, `must lie between ${min} and ${max}, but is ${value}`);
  }
};

const whole = (field: string, value: number, min: number, max: number): void => {
  if (!Number.isInteger(value)) throw new PhantomError(field, `must be a whole number, but is ${value}`);
  within(field, value, min, max);
};
