/** @file Test 15: along the catheter speckle changes as fast as the slice leaves the tissue behind. */
import { byBlock } from '../../plan.ts';
import { expectedSpeckle } from '../expected-speckle.ts';
import { bare, type Lab, type Scanner } from '../lab.ts';
import { losslessBut, UNIFORM } from '../phantoms.ts';
import { filtered } from '../point-bench.ts';
import { absolute, type Check, checkOf, rowOf, type Series, type ValidationRow } from '../report.ts';
import { complexCorrelation } from '../speckle-correlation.ts';

const DEPTHS_MM = [1.5, 2, 2.5, 3] as const;
/** Half of the range around a depth that is compared, mm. */
const HALF_MM = 0.15;
const SHIFTS_MM = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3] as const;
const STARTS_MM = Array.from({ length: 16 }, (_, i) => 2 + 2 * i);
const TOLERANCE = 0.03;
/** Standard deviations in a full width at half amplitude. */
const FWHM = 2 * Math.sqrt(2 * Math.LN2);

/** Complex field about a depth on every column, as the receiver has it before the envelope. */
const fieldAt = (scanner: Scanner, depthMm: number): Float64Array => {
  const bench = scanner.bench();
  const { columns, settings } = bench.plan;
  const { startMm, mmPerSample, probe } = settings;
  const first = Math.round((depthMm + probe.orbitMm - HALF_MM - startMm) / mmPerSample);
  const count = Math.round((2 * HALF_MM) / mmPerSample);
  const out = new Float64Array(2 * count * columns);
  for (let c = 0; c < columns; c++) out.set(filtered(bench, c, first, count), 2 * count * c);
  return out;
};

/** Correlation by depth and shift, the mean over several places. */
const measure = (lab: Lab): number[][] => {
  const settings = bare({ samples: 352 });
  const scanner = lab.scanner(UNIFORM, losslessBut());
  const sums = DEPTHS_MM.map(() => SHIFTS_MM.map(() => 0));
  for (const start of STARTS_MM) {
    const heard = [0, ...SHIFTS_MM].map((shift) => {
      scanner.frame(settings, { s: start + shift });
      return DEPTHS_MM.map((depth) => fieldAt(scanner, depth));
    });
    const [first, ...later] = heard;
    DEPTHS_MM.forEach((_, d) => {
      later.forEach((fields, i) => {
        sums[d]![i]! += complexCorrelation(first![d]!, fields[d]!).re / STARTS_MM.length;
      });
    });
  }
  return sums;
};

export const pullbackCorrelationRow = (lab: Lab): ValidationRow => {
  const measured = measure(lab);
  const { probe } = bare();
  const scanner = lab.scanner(UNIFORM, losslessBut());
  scanner.frame(bare({ samples: 352 }));
  const { plan } = scanner.bench();
  const checks: Check[] = [];
  const series: Series[] = [];
  DEPTHS_MM.forEach((depthMm, d) => {
    const { shifted } = expectedSpeckle(probe, depthMm);
    const k = (depthMm + probe.orbitMm - plan.settings.startMm) / plan.settings.mmPerSample;
    const sd = byBlock(plan.beam.elevationWidthMm, k) / FWHM;
    const at = { frequencyMHz: probe.frequencyMHz, depthMm };
    const exact = SHIFTS_MM.map((shift) => interpolated(shifted.values, shift / shifted.stepMm));
    SHIFTS_MM.forEach((shiftMm, i) => {
      const law = Math.exp(-(shiftMm * shiftMm) / (4 * sd * sd));
      const shared = {
        what: 'complexCorrelation',
        at: { ...at, shiftMm },
        measured: measured[d]![i]!,
        unit: '1',
      } as const;
      checks.push(
        checkOf({
          ...shared,
          reference: exact[i]!,
          tolerance: absolute(exact[i]!, TOLERANCE),
          source: 'simulator',
        }),
        checkOf({
          ...shared,
          reference: law,
          tolerance: absolute(law, TOLERANCE),
          source: 'theory',
          extra: true,
          note: 'curvedFront',
        }),
      );
    });
    const x = [0, ...SHIFTS_MM];
    series.push(
      { name: 'measured', at, x, y: [1, ...measured[d]!], style: 'points' },
      { name: 'simulator', at, x, y: [1, ...exact], style: 'line' },
    );
  });
  return rowOf('pullbackCorrelation', checks, {
    x: { label: 'shiftMm', unit: 'mm' },
    y: { label: 'complexCorrelation', unit: '1' },
    series,
  });
};

const interpolated = (values: ArrayLike<number>, at: number): number => {
  const i = Math.min(values.length - 2, Math.floor(at));
  return values[i]! + (values[i + 1]! - values[i]!) * (at - i);
};
