/**
 * @file The field of the element on the grid of a picture: what one scatterer at each depth leaves on the columns
 * beside it (a complex kernel, kept as its spectrum), how it fades out of the plane, and how strong and long its echo is.
 *
 * Columns are equally spaced directions of a turn. Ranges go in blocks of four (BLOCK): the kernel is the same within
 * a block, 40 um deep, over which it changes by less than 2 % beyond 1 mm.
 */
import type { Probe } from '../frame.ts';
import { createField, type Echo, over } from './field.ts';

/** Ranges that share a kernel; also the processor's four lanes (kernels/). */
export const BLOCK = 4;
/** Steps of the table of the field across the plane, between 0 and the slab's edge. */
export const ELEVATION_STEPS = 48;

export interface BeamGrid {
  readonly columns: number;
  readonly samples: number;
  readonly startMm: number;
  readonly mmPerSample: number;
}

export interface BeamTable {
  readonly blocks: number;
  /** Spectrum of the kernel, [block][bin][4 real, 4 imaginary], 1 at bin 0 but for 1 / columns. */
  readonly spectra: Float32Array;
  /** Field across the plane, [block][step][amplitude, phase in turns], relative to the axis. */
  readonly elevation: Float32Array;
  /** Per block: widths at half amplitude in the plane, rad and mm, and across it, mm. */
  readonly widthRad: Float32Array;
  readonly widthMm: Float32Array;
  readonly elevationWidthMm: Float32Array;
  /** Elevation beyond which nothing is heard, mm. */
  readonly reachMm: Float32Array;
  /** Half-height length of the wave packet, mm. */
  readonly pulseMm: Float32Array;
  /** How far behind their range packets are laid, mm. */
  readonly lateMm: Float32Array;
  /** Echo of a point on the axis, largest 1. */
  readonly peak: Float32Array;
  /** A reflector on one column must be this much stronger than one on all of them to be drawn as strong. */
  readonly pointGain: Float32Array;
  /** Sum over columns of the kernel's squared magnitude, and integral over elevation of the field's, mm. */
  readonly columnPower: Float32Array;
  readonly elevationPowerMm: Float32Array;
}

/** Share of the beam's peak at which the field across the plane is cut off: 26 dB, both ways. At 23 dB speckle would
 *  already last too long along a pullback (validation, test 15). */
export const EDGE = 0.05;
const EDGE_STEP_MM = 0.04;
/** Packets are laid this share of the way between their range and the peak of the packet from the axis. Echoes from the
 *  side of the beam are less late than those on the axis; at this share widths agree best with the exact field, to 8 %
 *  (agreement with it grain by grain hardly depends on it). */
export const LATENESS = 0.75;

/** Where packets are laid behind their range, mm, if the one from the axis peaks at `lateMm`. Where that is early, in the
 *  first ripple of the near field, the beam's width comes out right only all of the way. */
export const laidBehind = (lateMm: number): number => Math.min(lateMm, LATENESS * lateMm);
/** Packets from beside the axis peak up to 8 um earlier or later, which one packet per depth cannot show; with packets this
 *  much longer speckle is as long as they make it (validation, test 4). */
const SPREAD = 1.015;
/** No echo is followed further to the side than this, mm and rad. */
const SIDE_MM = 1;
const SIDE_RAD = 1.2;

/** Tables that were made last, newest at the end: sliders and switches come back to the same ones. */
const kept: { readonly key: string; readonly table: BeamTable }[] = [];
const KEEP = 4;

/** The field of `probe`, tabulated; about 40 ms for 512 x 512 if it was not among the last few. */
export const beamTable = (probe: Probe, grid: BeamGrid): BeamTable => {
  const { frequencyMHz, apertureMm, focusMm, bandwidthPercent, orbitMm } = probe;
  const { columns, samples, startMm, mmPerSample } = grid;
  const key = [
    frequencyMHz,
    apertureMm,
    focusMm,
    bandwidthPercent,
    orbitMm,
    columns,
    samples,
    startMm,
    mmPerSample,
  ].join();
  const at = kept.findIndex((one) => one.key === key);
  const [known = { key, table: tabulate(probe, grid) }] = at < 0 ? [] : kept.splice(at, 1);
  kept.push(known);
  if (kept.length > KEEP) kept.shift();
  return known.table;
};

const tabulate = (probe: Probe, grid: BeamGrid): BeamTable => {
  const { columns, samples, startMm, mmPerSample } = grid;
  const field = createField(probe);
  const blocks = Math.ceil(samples / BLOCK);
  const columnRad = (2 * Math.PI) / columns;
  const table = () => new Float32Array(blocks);
  const out = {
    blocks,
    spectra: new Float32Array(blocks * columns * 2 * BLOCK),
    elevation: new Float32Array(blocks * ELEVATION_STEPS * 2),
    widthRad: table(),
    widthMm: table(),
    elevationWidthMm: table(),
    reachMm: table(),
    pulseMm: table(),
    lateMm: table(),
    peak: table(),
    pointGain: table(),
    columnPower: table(),
    elevationPowerMm: table(),
  };
  const cosines = Float64Array.from({ length: columns }, (_, i) => Math.cos(i * columnRad));
  const echo: Echo = { re: 0, im: 0 };
  const re = new Float64Array((columns >> 1) + 1);
  const im = new Float64Array((columns >> 1) + 1);

  for (let b = 0; b < blocks; b++) {
    const range = startMm + (b * BLOCK + (BLOCK - 1) / 2) * mmPerSample;
    const packet = field.packet(range);
    const late = laidBehind(packet.lateMm);
    const axis = { ...field.inPlane(range, 0, late, echo) };

    // the kernel: even about the line, so half of it
    const reachRad = Math.min(SIDE_RAD, SIDE_MM / range);
    const half = Math.min(columns >> 1, Math.ceil(reachRad / columnRad));
    re[0] = 1;
    im[0] = 0;
    let sumRe = 1;
    let sumIm = 0;
    let columnPower = 1;
    for (let c = 1; c <= half; c++) {
      field.inPlane(range, c * columnRad, late, echo);
      const v = over(echo, axis);
      // fades out over the last fifth, lest its end ring
      const fade = Math.min(1, (5 * (half + 1 - c)) / (half + 1));
      re[c] = v.re * fade;
      im[c] = v.im * fade;
      const both = 2 * c === columns ? 1 : 2;
      sumRe += both * re[c]!;
      sumIm += both * im[c]!;
      columnPower += both * (re[c]! * re[c]! + im[c]! * im[c]!);
    }
    writeSpectrum(out.spectra, b, columns, half, re, im, cosines, sumRe, sumIm);
    out.columnPower[b] = columnPower;
    out.pointGain[b] = Math.hypot(sumRe, sumIm);
    out.widthRad[b] = fullWidth((c) => Math.hypot(re[c]!, im[c]!), half) * columnRad;
    out.widthMm[b] = out.widthRad[b]! * range;
    out.peak[b] = magnitude(axis);

    // across the plane: first where it ends, then the table up to there
    const slice = field.slice(range, late);
    let reach = EDGE_STEP_MM;
    while (reach < SIDE_MM && magnitude(slice(reach, echo)) > EDGE) reach += EDGE_STEP_MM;
    const step = reach / ELEVATION_STEPS;
    const amplitudes = [1];
    let integral = 0;
    for (let i = 0; i < ELEVATION_STEPS; i++) {
      const amplitude = magnitude(slice((i + 0.5) * step, echo));
      const turns = Math.atan2(echo.im, echo.re) / (2 * Math.PI);
      const at = 2 * (b * ELEVATION_STEPS + i);
      out.elevation[at] = amplitude;
      out.elevation[at + 1] = turns - Math.floor(turns);
      integral += 2 * amplitude * amplitude * step;
      amplitudes.push(amplitude);
    }
    out.reachMm[b] = reach;
    out.elevationPowerMm[b] = integral;
    out.elevationWidthMm[b] = (fullWidth((i) => amplitudes[i]!, ELEVATION_STEPS) - 1) * step;
    out.pulseMm[b] = SPREAD * packet.lengthMm;
    out.lateMm[b] = late;
  }
  const strongest = out.peak.reduce((a, b) => Math.max(a, b), 0);
  for (let b = 0; b < blocks; b++) out.peak[b] = out.peak[b]! / strongest;
  return out;
};

/** Spectrum of an even kernel, turned and scaled to 1 at bin 0, with the 1 / columns of the transform folded in. */
const writeSpectrum = (
  spectra: Float32Array,
  block: number,
  columns: number,
  half: number,
  re: Float64Array,
  im: Float64Array,
  cosines: Float64Array,
  sumRe: number,
  sumIm: number,
): void => {
  const scale = 1 / columns / (sumRe * sumRe + sumIm * sumIm);
  for (let bin = 0; bin <= columns >> 1; bin++) {
    let a = re[0]!;
    let b = im[0]!;
    let turn = 0;
    for (let c = 1; c <= half; c++) {
      turn += bin;
      if (turn >= columns) turn -= columns;
      const both = 2 * c === columns ? 1 : 2;
      a += both * re[c]! * cosines[turn]!;
      b += both * im[c]! * cosines[turn]!;
    }
    const wr = (a * sumRe + b * sumIm) * scale;
    const wi = (b * sumRe - a * sumIm) * scale;
    for (const n of bin === 0 ? [0] : [bin, columns - bin]) {
      const at = (block * columns + n) * 2 * BLOCK;
      spectra.fill(wr, at, at + BLOCK);
      spectra.fill(wi, at + BLOCK, at + 2 * BLOCK);
    }
  }
};

const magnitude = ({ re, im }: Echo): number => Math.hypot(re, im);

/** Full width at half height of a curve that falls from 1 at 0, in steps. */
const fullWidth = (at: (i: number) => number, last: number): number => {
  for (let i = 1; i <= last; i++) {
    const v = at(i);
    if (v > 0.5) continue;
    const before = at(i - 1);
    return 2 * (i - 1 + (before - 0.5) / (before - v));
  }
  return 2 * last;
};
