/**
 * @file An independent reference for the engine: the pulse-echo field of a square element by the Rayleigh integral.
 *
 * Double precision, exact distances from points all over the face, every frequency of the echo; transmit and receive are
 * the same integral, so an echo is its square: echo(f) = S(f) [sum w e^{-j 2 pi f (r - lead) / c} / r]^2.
 * A scatterer on the axis so far away that the whole face is in phase has the size 1 / r^2. No attenuation, no noise.
 * The complex baseband at depth z is the analytic signal at t = 2 z / c, times e^{-j 4 pi fc z / c}: an echo at
 * distance r has the phase -4 pi fc r / c.
 */
import type { Probe } from '../frame.ts';
import { elementFace } from './element-face.ts';
import { bandOf, TISSUE_SPEED, twoWaySpectrum } from './two-way-spectrum.ts';

/** Samples of an A-line; depth counted from the element's face along the line, mm. */
export interface DepthGrid {
  readonly startMm: number;
  readonly mmPerSample: number;
  readonly samples: number;
}

export interface FieldOptions {
  readonly speedMmPerUs?: number;
  /** What surrounds the face. A soft one lets the face radiate with the cosine of the angle, a rigid one does not. */
  readonly baffle?: 'soft' | 'rigid';
  /** Points of the face per wavelength at the centre frequency. */
  readonly pointsPerWave?: number;
}

export interface FieldSimulator {
  /** Adds the echo of a scatterer to a complex line (re, im interleaved). Place in the element's own frame, mm. */
  addEcho(
    line: Float64Array,
    grid: DepthGrid,
    lateralMm: number,
    elevationMm: number,
    depthMm: number,
    amplitude: number,
  ): void;
  /**
   * Complex line of an element turned to `angleRad` about the catheter axis (z), its face orbitMm from it.
   * Scatterers are [x, y, z, amplitude, ...] in mm from the axis; a line at angle 0 looks along x.
   */
  line(grid: DepthGrid, angleRad: number, scatterers: ArrayLike<number>): Float64Array;
}

/** Room for the pulse on both sides of an echo's first and last arrival, wavelengths of range. */
const PULSE_ROOM = 4;

export const createFieldSimulator = (probe: Probe, options: FieldOptions = {}): FieldSimulator => {
  const speed = options.speedMmPerUs ?? TISSUE_SPEED;
  const soft = (options.baffle ?? 'soft') === 'soft';
  const face = elementFace(probe, speed, options.pointsPerWave ?? 2);
  const band = bandOf(probe);
  const room = (PULSE_ROOM * speed) / probe.frequencyMHz;

  // one scatterer's distances, and the sum over the face with its phase at every frequency
  const path = new Float64Array(face.count);
  const size = new Float64Array(face.count);
  const echo = spectrumRoom(1);

  /** First and last arrival, as depths. */
  const measurePaths = (u: number, v: number, w: number): readonly [number, number] => {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < face.count; i++) {
      const du = u - face.lateral[i]!;
      const dv = v - face.elevation[i]!;
      const r = Math.sqrt(du * du + dv * dv + w * w);
      const p = r - face.lead[i]!;
      path[i] = p;
      size[i] = (face.weight[i]! / r) * (soft ? w / r : 1);
      if (p < first) first = p;
      if (p > last) last = p;
    }
    return [first, last];
  };

  /** Spectrum of the echo, phases relative to the range `centre`, at `count` frequencies from `low` on. */
  const integrate = (centre: number, low: number, step: number, count: number): void => {
    echo.reserve(count);
    const { re, im } = echo;
    re.fill(0, 0, count);
    im.fill(0, 0, count);
    const toPhase = (-2 * Math.PI) / speed;
    for (let i = 0; i < face.count; i++) {
      const phase = toPhase * (path[i]! - centre);
      const turnRe = Math.cos(phase * step);
      const turnIm = Math.sin(phase * step);
      let a = size[i]! * Math.cos(phase * low);
      let b = size[i]! * Math.sin(phase * low);
      for (let k = 0; k < count; k++) {
        re[k] = re[k]! + a;
        im[k] = im[k]! + b;
        const next = a * turnRe - b * turnIm;
        b = a * turnIm + b * turnRe;
        a = next;
      }
    }
    for (let k = 0; k < count; k++) {
      const weight = (twoWaySpectrum(probe, low + k * step) * step) / band.area;
      const square = re[k]! * re[k]! - im[k]! * im[k]!;
      im[k] = 2 * re[k]! * im[k]! * weight;
      re[k] = square * weight;
    }
  };

  const addEcho: FieldSimulator['addEcho'] = (line, grid, u, v, w, amplitude) => {
    if (w <= 0) return;
    const [first, last] = measurePaths(u, v, w);
    const from = Math.max(0, Math.ceil((first - room - grid.startMm) / grid.mmPerSample));
    const to = Math.min(grid.samples - 1, Math.floor((last + room - grid.startMm) / grid.mmPerSample));
    if (to < from) return;
    const centre = (first + last) / 2;
    // an inverse DFT repeats after speed / (2 step): that must hold the whole echo
    const step = speed / 2 / (last - first + 2 * room);
    const count = Math.ceil((band.highMHz - band.lowMHz) / step) + 1;
    integrate(centre, band.lowMHz, step, count);
    const { re, im } = echo;
    for (let n = from; n <= to; n++) {
      const z = grid.startMm + n * grid.mmPerSample;
      const turn = ((4 * Math.PI) / speed) * (z - centre);
      const turnRe = Math.cos(turn * step);
      const turnIm = Math.sin(turn * step);
      const start = turn * band.lowMHz - ((4 * Math.PI) / speed) * probe.frequencyMHz * z;
      let a = Math.cos(start);
      let b = Math.sin(start);
      let sumRe = 0;
      let sumIm = 0;
      for (let k = 0; k < count; k++) {
        sumRe += re[k]! * a - im[k]! * b;
        sumIm += re[k]! * b + im[k]! * a;
        const next = a * turnRe - b * turnIm;
        b = a * turnIm + b * turnRe;
        a = next;
      }
      line[2 * n] = line[2 * n]! + amplitude * sumRe;
      line[2 * n + 1] = line[2 * n + 1]! + amplitude * sumIm;
    }
  };

  const line: FieldSimulator['line'] = (grid, angleRad, scatterers) => {
    const out = new Float64Array(2 * grid.samples);
    const c = Math.cos(angleRad);
    const s = Math.sin(angleRad);
    for (let i = 0; i + 3 < scatterers.length; i += 4) {
      const x = scatterers[i]!;
      const y = scatterers[i + 1]!;
      const depth = x * c + y * s - probe.orbitMm;
      addEcho(out, grid, y * c - x * s, scatterers[i + 2]!, depth, scatterers[i + 3]!);
    }
    return out;
  };

  return { addEcho, line };
};

/** Two arrays that grow to the number of frequencies asked for. */
const spectrumRoom = (count: number) => {
  const room = {
    re: new Float64Array(count),
    im: new Float64Array(count),
    reserve: (needed: number): void => {
      if (room.re.length >= needed) return;
      room.re = new Float64Array(2 * needed);
      room.im = new Float64Array(2 * needed);
    },
  };
  return room;
};
