/** @file Test 16: when the catheter turns or shifts, speckle stays with the tissue. */
import type { PolarFrame } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { losslessBut, UNIFORM } from '../phantoms.ts';
import { amplitudeAt } from '../picture.ts';
import { atLeast, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { correlation } from '../speckle-correlation.ts';

const TURN_LINES = 10;
const SHIFT_MM = 0.02;
/** From the axis, mm. */
const RANGE_MM = [1.5, 3.5] as const;
/** Points at which pictures are compared: a tenth of a grain apart would tell nothing new. */
const STEP_MM = 0.02;

/** Intensity at a place, bilinear. */
const intensityAt = (frame: PolarFrame, angleRad: number, rangeMm: number): number => {
  const u = (((angleRad / (2 * Math.PI)) % 1) + 1) * frame.lines;
  const v = (rangeMm - frame.startMm) / frame.mmPerSample;
  const l = Math.floor(u);
  const k = Math.floor(v);
  const on = (line: number): number =>
    amplitudeAt(frame, line, k) * (1 - v + k) + amplitudeAt(frame, line, k + 1) * (v - k);
  return (on(l) * (1 - u + l) + on(l + 1) * (u - l)) ** 2;
};

/** Intensities of a picture on a grid that stays with the tissue, seen from a catheter that has moved and turned. */
const seenFrom = (frame: PolarFrame, xMm: number, rollRad: number): Float64Array => {
  const out: number[] = [];
  for (let l = 0; l < frame.lines; l++) {
    const angle = (2 * Math.PI * l) / frame.lines;
    for (let r = RANGE_MM[0]; r < RANGE_MM[1]; r += STEP_MM) {
      const x = r * Math.cos(angle) - xMm;
      const y = r * Math.sin(angle);
      out.push(intensityAt(frame, Math.atan2(y, x) - rollRad, Math.hypot(x, y)));
    }
  }
  return Float64Array.from(out);
};

export const rigidMotionRow = (lab: Lab): ValidationRow => {
  const settings = bare({ samples: 352 });
  const scanner = lab.scanner(UNIFORM, losslessBut());
  const rollRad = (2 * Math.PI * TURN_LINES) / settings.lines;
  const still = seenFrom(scanner.frame(settings), 0, 0);
  const turned = seenFrom(scanner.frame(settings, { rollRad }), 0, rollRad);
  const shifted = seenFrom(scanner.frame(settings, { x: SHIFT_MM }), SHIFT_MM, 0);
  return rowOf('rigidMotion', [
    checkOf({
      what: 'intensityCorrelation',
      at: { angleDeg: (rollRad * 180) / Math.PI },
      measured: correlation(still, turned),
      reference: 1,
      tolerance: atLeast(0.98),
      unit: '1',
      source: 'theory',
    }),
    checkOf({
      what: 'intensityCorrelation',
      at: { shiftMm: SHIFT_MM },
      measured: correlation(still, shifted),
      reference: 1,
      tolerance: atLeast(0.9),
      unit: '1',
      source: 'theory',
    }),
  ]);
};
