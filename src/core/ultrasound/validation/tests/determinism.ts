/** @file Test 23: the same request gives the same bytes, from another engine and after other frames too. */
import { DEFAULT_IMAGING, type PolarFrame } from '../../frame.ts';
import type { Lab, Scanner } from '../lab.ts';
import { plate, tube } from '../phantoms.ts';
import { atLeast, checkOf, rowOf, type ValidationRow } from '../report.ts';

const REQUESTS = [
  { pose: { s: 12, x: 0.3 }, change: { frameSeed: 7, timeS: 0.5 } },
  { pose: { s: 12.02, x: 0.3, advanceMm: -0.02 }, change: { frameSeed: 8, timeS: 0.6 } },
  { pose: { s: 25, y: -0.2, flowMmS: 20 }, change: { frameSeed: 9, timeS: 2 } },
] as const;

const differing = (a: PolarFrame, b: PolarFrame): number =>
  a.data.reduce((sum, word, i) => sum + Number(word !== b.data[i]), 0);

export const determinismRow = (lab: Lab): ValidationRow => {
  const vessel = tube(1.4, { calcium: [plate(0.4, 1.5)] });
  const ask = (scanner: Scanner, i: number): PolarFrame =>
    scanner.frame(DEFAULT_IMAGING, REQUESTS[i]!.pose, REQUESTS[i]!.change);
  const one = lab.scanner(vessel);
  const first = [0, 1, 2].map((i) => ask(one, i));
  const again = [2, 0, 1].map((i) => differing(first[i]!, ask(one, i)));
  const other = lab.scanner(vessel);
  const elsewhere = [1, 2, 0].map((i) => differing(first[i]!, ask(other, i)));
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const otherSeed = one.frame(DEFAULT_IMAGING, REQUESTS[0].pose, { ...REQUESTS[0].change, frameSeed: 1 });
  const same = {
    what: 'differingWords',
    reference: 0,
    tolerance: { lo: 0, hi: 0 },
    unit: '1',
    source: 'theory',
  } as const;
  return rowOf('determinism', [
    checkOf({ ...same, at: { which: 'otherOrder' }, measured: sum(again) }),
    checkOf({ ...same, at: { which: 'otherEngine' }, measured: sum(elsewhere) }),
    checkOf({
      ...same,
      at: { which: 'otherSeed' },
      measured: differing(first[0]!, otherSeed),
      reference: null,
      tolerance: atLeast(1),
    }),
  ]);
};
