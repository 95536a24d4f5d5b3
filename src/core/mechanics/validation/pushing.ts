/** @file Tests 6, 17 and 18: what a wire's tip bears, pierces and opens. */
import { bucklingN, peelingN, pushBlockN, tipLoadGf } from '../bench/push.ts';
import { findWire, WIRE_CLASSES } from '../wires.ts';
import { absolute, checkOf, relative, rowOf, type ValidationRow } from './report.ts';

const BENCH_MM = 10;

export const tipLoadRow = (): ValidationRow =>
  rowOf(
    'tipLoad',
    WIRE_CLASSES.flatMap((wire) => {
      const coarse = tipLoadGf(wire, BENCH_MM, 20);
      return [
        checkOf({
          what: 'tipLoad',
          at: { wire: wire.id },
          measured: coarse,
          reference: wire.tipLoadGf,
          tolerance: relative(wire.tipLoadGf, 0.05),
          unit: 'gf',
          source: 'catalogue',
        }),
        checkOf({
          what: 'change',
          at: { wire: wire.id, elements: 80 },
          measured: tipLoadGf(wire, BENCH_MM, 80) / coarse - 1,
          reference: 0,
          tolerance: absolute(0, 0.02),
          unit: '1',
          source: 'self',
        }),
      ];
    }),
  );

/** Puncture forces below and above what a 12 gf wire can bring to bear. */
const PUNCTURES_N = [0.06, 0.3] as const;
const SUPPORTS_MM = [2.5, 5, 10, 20] as const;

export const pushBlockRow = (): ValidationRow => {
  const wire = findWire('tapered-12')!;
  return rowOf(
    'pushBlock',
    SUPPORTS_MM.flatMap((supportMm) => {
      const buckling = bucklingN(wire, supportMm);
      return [...PUNCTURES_N, 10].map((punctureN) => {
        const reference = Math.min(punctureN, buckling);
        return checkOf({
          what: 'peakForce',
          at: { supportMm, punctureN },
          measured: pushBlockN(wire, supportMm, punctureN),
          reference,
          tolerance: relative(reference, 0.05),
          unit: 'N',
          source: 'theory',
        });
      });
    }),
  );
};

export const peelRow = (): ValidationRow =>
  rowOf(
    'peel',
    [
      { energyJPerM2: 50, widthMm: 0.7 },
      { energyJPerM2: 50, widthMm: 2 },
      { energyJPerM2: 160, widthMm: 0.7 },
    ].map(({ energyJPerM2, widthMm }) => {
      const reference = 1e-3 * energyJPerM2 * widthMm;
      return checkOf({
        what: 'openingForce',
        at: { energyJPerM2, widthMm },
        measured: peelingN(energyJPerM2, widthMm),
        reference,
        tolerance: relative(reference, 0.02),
        unit: 'N',
        source: 'theory',
      });
    }),
  );
