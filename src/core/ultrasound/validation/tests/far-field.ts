/** @file Test 2: far away the width is 0.886 lambda / a of the distance, and follows the wavelength. */
import { bare, type Lab } from '../lab.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { createPointBench } from '../point-bench.ts';
import { absolute, type Check, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';
import { TISSUE_SPEED } from '../two-way-spectrum.ts';
import { fullWidth, peakOf } from '../width.ts';

/** Two-way half-amplitude width of a square aperture: sinc^2 falls to a half at 0.443 lambda / a to either side. */
const SINC_SQUARED = 0.886;
const ORBIT_MM = 0.3;
const DEPTHS_MM = [4, 5, 10] as const;
const FREQUENCIES = [40, 60] as const;
const APERTURES = [0.35, 0.5] as const;
const FARTHEST_MM = 10;
const UM = 1000;

/** Widths as arcs at the targets, um. */
const widthsUm = (lab: Lab, frequencyMHz: number, apertureMm: number): number[] => {
  const settings = bare({ startMm: 4, samples: 644, probe: { frequencyMHz, apertureMm } });
  const bench = createPointBench(settings, lab.path, DEPTHS_MM.length);
  const frame = bench.frame(
    DEPTHS_MM.map((depth) => ({ x: depth + ORBIT_MM, y: 0, along: 0, amplitude: 1 })),
  );
  const half = frame.lines / 8;
  return DEPTHS_MM.map((depth) => {
    const k = sampleAtMm(frame, depth + ORBIT_MM);
    const across = Float64Array.from({ length: 2 * half + 1 }, (_, i) => {
      const line = Float64Array.from({ length: 24 }, (__, j) => amplitudeAt(frame, i - half, k - 12 + j));
      return peakOf(line).value;
    });
    return ((fullWidth(across) * 2 * Math.PI) / frame.lines) * (depth + ORBIT_MM) * UM;
  });
};

export const farFieldRow = (lab: Lab): ValidationRow => {
  const checks: Check[] = [];
  for (const apertureMm of APERTURES) {
    const farthest: number[] = [];
    for (const frequencyMHz of FREQUENCIES) {
      const wave = TISSUE_SPEED / frequencyMHz;
      const widths = widthsUm(lab, frequencyMHz, apertureMm);
      farthest.push(widths[DEPTHS_MM.indexOf(FARTHEST_MM)]!);
      DEPTHS_MM.forEach((depthMm, i) => {
        const reference = ((SINC_SQUARED * wave) / apertureMm) * depthMm * UM;
        const far = depthMm >= (apertureMm * apertureMm) / wave;
        checks.push(
          checkOf({
            what: 'lateralWidth',
            at: { frequencyMHz, apertureMm, depthMm },
            measured: widths[i]!,
            reference,
            tolerance: relative(reference, 0.05),
            unit: 'um',
            source: 'theory',
            ...(far ? {} : { extra: true, note: 'farEnough' }),
          }),
        );
      });
    }
    checks.push(
      checkOf({
        what: 'widthRatio',
        at: { apertureMm, depthMm: FARTHEST_MM },
        measured: farthest[1]! / farthest[0]!,
        reference: 40 / 60,
        tolerance: absolute(40 / 60, 0.03),
        unit: '1',
        source: 'theory',
      }),
    );
  }
  return rowOf('farField', checks);
};
