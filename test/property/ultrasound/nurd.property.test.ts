/** @file Uneven rotation as a law: a whole turn stays a whole turn, nothing is drawn twice, and there is a way back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TAU } from '../../../src/core/math/trig.ts';
import type { Harmonic } from '../../../src/core/ultrasound/frame.ts';
import { drawnAngle, trueAngle } from '../../../src/core/ultrasound/nurd.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const angle = real(-20, 20);
const termsUpTo = (amplitudeRad: number): fc.Arbitrary<readonly Harmonic[]> =>
  fc.array(fc.record({ amplitudeRad: real(-amplitudeRad, amplitudeRad), phaseRad: real(-TAU, TAU) }), {
    maxLength: 3,
  });
/** Up to 20 deg a term, as consoles show, and far more than any element could do. */
const terms = fc.oneof(termsUpTo(0.35), termsUpTo(5));

test('there and back again is the same angle', () => {
  fc.assert(
    fc.property(angle, terms, (psi, nurd) => {
      expect(trueAngle(drawnAngle(psi, nurd), nurd)).toBeCloseTo(psi, 11);
      expect(drawnAngle(trueAngle(psi, nurd), nurd)).toBeCloseTo(psi, 9);
    }),
  );
});

test('a whole turn more is a whole turn more', () => {
  fc.assert(
    fc.property(angle, terms, (psi, nurd) => {
      expect(trueAngle(psi + TAU, nurd) - trueAngle(psi, nurd)).toBeCloseTo(TAU, 9);
      expect(drawnAngle(psi + TAU, nurd) - drawnAngle(psi, nurd)).toBeCloseTo(TAU, 9);
    }),
  );
});

test('the element never turns back, whatever is asked of it', () => {
  fc.assert(
    fc.property(angle, real(1e-4, 1), terms, (psi, further, nurd) => {
      expect(trueAngle(psi + further, nurd)).toBeGreaterThan(trueAngle(psi, nurd));
      expect(drawnAngle(psi + further, nurd)).toBeGreaterThan(drawnAngle(psi, nurd));
    }),
  );
});

test('terms that are possible are taken at their word', () => {
  fc.assert(
    fc.property(angle, termsUpTo(0.14), (psi, nurd) => {
      const lead = nurd.reduce(
        (sum, { amplitudeRad, phaseRad }, i) => sum + amplitudeRad * Math.sin((i + 1) * psi + phaseRad),
        0,
      );
      expect(trueAngle(psi, nurd)).toBeCloseTo(psi + lead, 12);
    }),
  );
});

test('even rotation changes no bit', () => {
  fc.assert(
    fc.property(angle, (psi) => {
      expect([trueAngle(psi, []), trueAngle(psi, undefined)]).toEqual([psi, psi]);
      expect([drawnAngle(psi, []), drawnAngle(psi, undefined)]).toEqual([psi, psi]);
    }),
  );
});
