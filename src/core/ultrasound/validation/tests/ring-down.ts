/** @file Test 18: ring-down dies away exponentially, and subtracting the stored copy removes it. */
import type { Effects, PolarFrame } from '../../frame.ts';
import { bare, type Lab, type Scanner } from '../lab.ts';
import { fitLine } from '../line-fit.ts';
import { silentBut, UNIFORM } from '../phantoms.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { atLeast, atMost, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';

/** A wide window, whose own echoes do not lie among the ring-down. */
const WINDOW_MM = 2;
/** From the axis, mm. */
const FIT_MM = [0.36, 0.86] as const;
/** Stated in MODEL.md: the range over which it falls to a tenth. */
const STATED_MM = 0.2;

export const ringDownRow = (lab: Lab): ValidationRow => {
  const scanner = lab.scanner(UNIFORM, silentBut({}));
  const raw = ringing(scanner, 'raw');
  const left = ringing(scanner, 'subtracted');
  const first = sampleAtMm(raw, FIT_MM[0]);
  const last = sampleAtMm(raw, FIT_MM[1]);
  const mm: number[] = [];
  const db: number[] = [];
  let worst = 0;
  for (let k = first; k <= last; k++) {
    const amplitude = amplitudeAt(raw, 0, k);
    mm.push(raw.startMm + k * raw.mmPerSample);
    db.push(20 * Math.log10(amplitude));
    for (let l = 0; l < raw.lines; l += 8) worst = Math.max(worst, amplitudeAt(left, l, k) / amplitude);
  }
  const { slope, r2 } = fitLine(mm, db);
  return rowOf(
    'ringDown',
    [
      checkOf({
        what: 'fitR2',
        measured: r2,
        reference: 1,
        tolerance: atLeast(0.95),
        unit: '1',
        source: 'theory',
      }),
      checkOf({
        what: 'extent',
        measured: -20 / slope,
        reference: STATED_MM,
        tolerance: relative(STATED_MM, 0.1),
        unit: 'mm',
        source: 'design',
      }),
      checkOf({
        what: 'residual',
        measured: worst,
        reference: 0,
        tolerance: atMost(0.03),
        unit: '1',
        source: 'design',
      }),
    ],
    {
      x: { label: 'rangeMm', unit: 'mm' },
      y: { label: 'level', unit: 'dB' },
      series: [{ name: 'measured', x: mm, y: db, style: 'line' }],
    },
  );
};

const ringing = (scanner: Scanner, ringDown: Effects['ringDown']): PolarFrame =>
  scanner.frame(bare({ samples: 128, effects: { ringDown } }), { sheathRadiusMm: WINDOW_MM });
