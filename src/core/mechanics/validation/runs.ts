/** @file Tests 14 to 16: a shaped wire pushed and turned along a winding tube comes out the same on any grid, at any step, again. */
import { runWinding, type WindingResult, type WindingRun } from '../bench/winding.ts';
import { atMost, checkOf, relative, rowOf, type ValidationRow } from './report.ts';

const known = new Map<string, WindingResult>();

const run = (how: WindingRun): WindingResult => {
  const key = JSON.stringify(how);
  const result = known.get(key) ?? runWinding(how);
  known.set(key, result);
  return result;
};

/** Largest distance between the tips of two runs at the same second, mm. */
const apartMm = (a: WindingResult, b: WindingResult): number =>
  a.tips.reduce((most, tip, i) => {
    const other = b.tips[i]!;
    const [dx, dy, dz] = [tip[0] - other[0], tip[1] - other[1], tip[2] - other[2]];
    return Math.max(most, Math.sqrt(dx * dx + dy * dy + dz * dz));
  }, 0);

export const gridConvergenceRow = (): ValidationRow =>
  rowOf('gridConvergence', [
    checkOf({
      what: 'tipShift',
      at: { finer: 2 },
      measured: apartMm(run({}), run({ finer: 2 })),
      reference: 0,
      tolerance: atMost(0.3),
      unit: 'mm',
      source: 'self',
    }),
  ]);

export const stepConvergenceRow = (): ValidationRow => {
  const reference = run({});
  return rowOf(
    'stepConvergence',
    [60, 120].flatMap((stepsPerS) => {
      const other = run({ stepsPerS });
      return [
        checkOf({
          what: 'tipShift',
          at: { stepsPerS },
          measured: apartMm(reference, other),
          reference: 0,
          tolerance: atMost(0.5),
          unit: 'mm',
          source: 'self',
        }),
        checkOf({
          what: 'peakForce',
          at: { stepsPerS },
          measured: other.peakN,
          reference: reference.peakN,
          tolerance: relative(reference.peakN, 0.1),
          unit: 'N',
          source: 'self',
        }),
      ];
    }),
  );
};

/** State of the standard run after each second: every machine must find the same. */
export const standardHashes = (): readonly string[] => runWinding({}).hashes;

export const determinismRow = (): ValidationRow => {
  const [a, b] = [runWinding({}), runWinding({})];
  return rowOf('determinism', [
    checkOf({
      what: 'differingHashes',
      measured: a.hashes.filter((hash, i) => hash !== b.hashes[i]).length,
      reference: 0,
      tolerance: atMost(0),
      unit: '1',
      source: 'self',
    }),
    checkOf({
      what: 'residual',
      measured: a.residualN,
      reference: null,
      tolerance: atMost(1e-3),
      unit: 'N',
      source: 'design',
    }),
  ]);
};
