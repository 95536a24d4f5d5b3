/** @file Test 8: a smooth border seen at right angles is as bright as the step of impedance makes it. */
import type { PolarFrame } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { silentBut, tube } from '../phantoms.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { absolute, type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { peakOf } from '../width.ts';

/** Characteristic impedances on both sides, MRayl. */
const PAIRS = [
  { boundary: 'bloodCalcium', z: [1.65, 7] },
  { boundary: 'bloodSteel', z: [1.65, 46] },
  { boundary: 'bloodWall', z: [1.65, 1.79] },
  { boundary: 'bloodFibrous', z: [1.65, 1.98] },
  { boundary: 'bloodLipid', z: [1.65, 1.67] },
  { boundary: 'salineWindow', z: [1.52, 1.83] },
] as const;
const RADIUS_MM = 1.5;
const SIDE_SAMPLES = 12;

/** Mean over all lines of the highest amplitude near a range, dB. */
const brightest = (frame: PolarFrame, rangeMm: number): number => {
  const k = sampleAtMm(frame, rangeMm);
  let sum = 0;
  for (let l = 0; l < frame.lines; l++) {
    const along = Float64Array.from({ length: 2 * SIDE_SAMPLES }, (_, i) =>
      amplitudeAt(frame, l, k - SIDE_SAMPLES + i),
    );
    sum += peakOf(along).value / frame.lines;
  }
  return 20 * Math.log10(sum);
};

export const interfaceLevelsRow = (lab: Lab): ValidationRow => {
  const settings = bare();
  const shown = PAIRS.map(({ z }) => {
    const smooth = { specular: 1, border: 1 };
    // takes 13 dB off all of them: the receiver saturates 10 dB below a perfect mirror
    const dim = { alphaDbCmMHz: 1.5 };
    const media = silentBut({
      blood: { ...smooth, ...dim, impedanceMRayl: z[0] },
      intima: { ...smooth, impedanceMRayl: z[1] },
    });
    return brightest(lab.scanner(tube(RADIUS_MM), media).frame(settings), RADIUS_MM);
  });
  const theory = PAIRS.map(({ z }) => 20 * Math.log10((z[1] - z[0]) / (z[1] + z[0])));
  const checks: Check[] = PAIRS.slice(1).map(({ boundary }, i) =>
    checkOf({
      what: 'level',
      at: { boundary },
      measured: shown[i + 1]! - shown[0]!,
      reference: theory[i + 1]! - theory[0]!,
      tolerance: absolute(theory[i + 1]! - theory[0]!, 1),
      unit: 'dB',
      source: 'theory',
    }),
  );
  return rowOf('interfaceLevels', checks);
};
