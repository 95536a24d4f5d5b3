/**
 * @file A quick e^x for the small exponents of sound: the same bits in every engine and in the compiled kernels.
 *
 * `trig.ts` is exact to the last bits and pays for it.
 */

/** Halvings of the exponent before the series, undone by squarings. */
const HALVINGS = 6;
const SCALE = 1 / (1 << HALVINGS);

/** e^x, relative error below 1e-8 for |x| < 20: the Taylor series of x / 64, squared six times. */
export const quickExp = (x: number): number => {
  const t = x * SCALE;
  let e =
    1 +
    t *
      (1 +
        t *
          (1 / 2 +
            t * (1 / 6 + t * (1 / 24 + t * (1 / 120 + t * (1 / 720 + t * (1 / 5040 + t * (1 / 40_320))))))));
  for (let i = 0; i < HALVINGS; i++) e *= e;
  return e;
};
