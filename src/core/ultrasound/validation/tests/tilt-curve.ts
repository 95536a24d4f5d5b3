/** @file Test 9: a smooth surface fades with its tilt as the beam lets it, alike on both sides. */
import type { PolarFrame } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { silentBut, tube } from '../phantoms.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { atMost, type Check, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';
import { TISSUE_SPEED } from '../two-way-spectrum.ts';
import { peakOf } from '../width.ts';

/** The catheter lies off the middle of a tube: the wall is tilted by asin(e sin(angle) / R), to both sides of the
 *  nearest and of the farthest point. */
const RADIUS_MM = 2;
const OFFSET_MM = 0.28;
const SIDE_SAMPLES = 12;
const DEG = 180 / Math.PI;
/** Half amplitude of exp(-(tilt / phi0)^2). */
const HALF = Math.sqrt(Math.LN2);
/** phi0: 0.6 of the one-way beam angle at half amplitude, 1.207 lambda / a. */
const PHI0 = 0.6 * 1.207;

/** Where the wall lies in a direction from the catheter, mm. */
const rangeAt = (angle: number): number =>
  Math.sqrt(RADIUS_MM ** 2 - (OFFSET_MM * Math.sin(angle)) ** 2) - OFFSET_MM * Math.cos(angle);

const tiltAt = (angle: number): number => Math.asin((OFFSET_MM * Math.sin(angle)) / RADIUS_MM);

const brightness = (frame: PolarFrame, line: number): number => {
  const k = sampleAtMm(frame, rangeAt((2 * Math.PI * line) / frame.lines));
  return peakOf(
    Float64Array.from({ length: 2 * SIDE_SAMPLES }, (_, i) => amplitudeAt(frame, line, k - SIDE_SAMPLES + i)),
  ).value;
};

/** Tilts, rad, at which the echo about `middle` (a line) has fallen to a half: on one side and on the other. */
const halfTilts = (frame: PolarFrame, middle: number): readonly [number, number] => {
  const top = brightness(frame, middle);
  const side = (direction: number): number => {
    let before = top;
    for (let n = 1; n < frame.lines / 4; n++) {
      const here = brightness(frame, middle + direction * n);
      if (here <= top / 2) {
        const at = n - 1 + (before - top / 2) / (before - here);
        return Math.abs(tiltAt((2 * Math.PI * at) / frame.lines));
      }
      before = here;
    }
    return Number.NaN;
  };
  return [side(1), side(-1)];
};

export const tiltCurveRow = (lab: Lab): ValidationRow => {
  const smooth = { specular: 1, border: 1 };
  const media = silentBut({ blood: smooth, intima: { ...smooth, impedanceMRayl: 1.9 } });
  const settings = bare();
  const { frequencyMHz, apertureMm } = settings.probe;
  const frame = lab.scanner(tube(RADIUS_MM), media).frame(settings, { x: OFFSET_MM });
  const expected = HALF * PHI0 * (TISSUE_SPEED / frequencyMHz / apertureMm) * DEG;
  const checks: Check[] = [0, frame.lines / 2].flatMap((middle) => {
    const [one, other] = halfTilts(frame, middle);
    const at = { frequencyMHz, angleDeg: (360 * middle) / frame.lines };
    return [
      checkOf({
        what: 'tiltHalfAngle',
        at,
        measured: ((one + other) / 2) * DEG,
        reference: expected,
        tolerance: relative(expected, 0.2),
        unit: 'deg',
        source: 'theory',
      }),
      checkOf({
        what: 'tiltAsymmetry',
        at,
        measured: Math.abs(one - other) * DEG,
        reference: 0,
        tolerance: atMost(0.1 * expected),
        unit: 'deg',
        source: 'theory',
      }),
    ];
  });
  const lines = Array.from({ length: 97 }, (_, i) => i - 48);
  const top = brightness(frame, 0);
  const x = lines.map((line) => tiltAt((2 * Math.PI * line) / frame.lines) * DEG);
  return rowOf('tiltCurve', checks, {
    x: { label: 'angleDeg', unit: 'deg' },
    y: { label: 'level', unit: '1' },
    series: [
      { name: 'measured', x, y: lines.map((line) => brightness(frame, line) / top), style: 'points' },
      { name: 'theory', x, y: x.map((deg) => Math.exp(-Math.LN2 * (deg / expected) ** 2)), style: 'line' },
    ],
  });
};
