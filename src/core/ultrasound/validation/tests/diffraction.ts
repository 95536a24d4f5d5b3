/** @file Test 7: in a uniform medium without loss, brightness by depth is the beam's alone. */
import { expectedSpeckle } from '../expected-speckle.ts';
import { bare, type Lab } from '../lab.ts';
import { depthProfileDb, powerDb, toPower } from '../picture.ts';
import { atMost, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { uniformFrames } from '../speckle-frames.ts';

const DEPTHS_MM = [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5] as const;
const FRAMES = 16;
/** Brightness at a depth is the mean over so many samples to each side. */
const SIDE = 10;
const TOLERANCE_DB = 0.5;

export const diffractionRow = (lab: Lab): ValidationRow => {
  const settings = bare();
  const { probe, startMm, mmPerSample } = settings;
  const profile = depthProfileDb(uniformFrames(lab, settings, FRAMES));
  const corrected = DEPTHS_MM.map((depth) => {
    const k = Math.round((depth + probe.orbitMm - startMm) / mmPerSample);
    let power = 0;
    for (let i = k - SIDE; i <= k + SIDE; i++) power += toPower(profile[i]!) / (2 * SIDE + 1);
    return powerDb(power) - 20 * Math.log10(expectedSpeckle(probe, depth).level);
  });
  const mean = corrected.reduce((sum, v) => sum + v, 0) / corrected.length;
  const off = corrected.map((v) => v - mean);
  const at = { frequencyMHz: probe.frequencyMHz, fromMm: DEPTHS_MM[0], toMm: DEPTHS_MM.at(-1)! };
  const worst = Math.max(...off.map(Math.abs));
  return rowOf(
    'diffraction',
    [
      checkOf({
        what: 'levelSpread',
        at,
        measured: worst,
        reference: 0,
        tolerance: atMost(TOLERANCE_DB),
        unit: 'dB',
        source: 'simulator',
      }),
    ],
    {
      x: { label: 'depthMm', unit: 'mm' },
      y: { label: 'level', unit: 'dB' },
      series: [
        { name: 'measured', x: DEPTHS_MM, y: off, style: 'line' },
        { name: 'lowest', x: DEPTHS_MM, y: DEPTHS_MM.map(() => -TOLERANCE_DB), style: 'line' },
        { name: 'highest', x: DEPTHS_MM, y: DEPTHS_MM.map(() => TOLERANCE_DB), style: 'line' },
      ],
    },
  );
};
