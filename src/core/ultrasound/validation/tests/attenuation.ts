/** @file Test 6: without time gain, brightness falls by twice the one-way attenuation. */

import { bare, type Lab } from '../lab.ts';
import { fitLine } from '../line-fit.ts';
import { losslessBut } from '../phantoms.ts';
import { depthProfileDb } from '../picture.ts';
import { type Check, checkOf, rowOf, type Series, type ValidationRow } from '../report.ts';
import { uniformFrames } from '../speckle-frames.ts';

const ALPHAS = [0.2, 0.5, 1] as const;
const FRAMES = 8;
/** Depth from the element over which the line is fitted, mm. */
const FIT_MM = [1.5, 4.5] as const;
/** Beyond this a share would ask for less than is wanted, dB / mm. */
const MOST_DB_MM = 0.5;
/** Points of the plot: every so many samples. */
const EVERY = 10;
const MM_PER_CM = 10;

/** The lossless phantom shows what diffraction does, other slices of it, so that no grain cancels. */
export const attenuationRow = (lab: Lab): ValidationRow => {
  const settings = bare();
  const { startMm, mmPerSample, probe } = settings;
  const { frequencyMHz, orbitMm } = probe;
  const diffraction = depthProfileDb(uniformFrames(lab, settings, FRAMES, losslessBut(), { firstMm: 20 }));
  const first = Math.round((FIT_MM[0] + orbitMm - startMm) / mmPerSample);
  const last = Math.round((FIT_MM[1] + orbitMm - startMm) / mmPerSample);
  const checks: Check[] = [];
  const series: Series[] = [];
  for (const alpha of ALPHAS) {
    const media = losslessBut({ denseFibrous: { alphaDbCmMHz: alpha } });
    const profile = depthProfileDb(uniformFrames(lab, settings, FRAMES, media));
    const depths: number[] = [];
    const levels: number[] = [];
    for (let k = first; k <= last; k++) {
      depths.push(startMm + k * mmPerSample - orbitMm);
      levels.push(profile[k]! - diffraction[k]!);
    }
    const expected = (2 * alpha * frequencyMHz) / MM_PER_CM;
    const off = Math.min(0.05 * expected, MOST_DB_MM);
    checks.push(
      checkOf({
        what: 'attenuationSlope',
        at: { frequencyMHz, alphaDbCmMHz: alpha, fromMm: FIT_MM[0], toMm: FIT_MM[1] },
        measured: -fitLine(depths, levels).slope,
        reference: expected,
        tolerance: { lo: expected - off, hi: expected + off },
        unit: 'dB/mm',
        source: 'theory',
      }),
    );
    const some = depths.filter((_, i) => i % EVERY === 0);
    const at = { alphaDbCmMHz: alpha };
    const top = levels[0]!;
    series.push(
      {
        name: 'measured',
        at,
        x: some,
        y: levels.filter((_, i) => i % EVERY === 0).map((v) => v - top),
        style: 'points',
      },
      { name: 'theory', at, x: some, y: some.map((d) => -expected * (d - FIT_MM[0])), style: 'line' },
    );
  }
  return rowOf('attenuation', checks, {
    x: { label: 'depthMm', unit: 'mm' },
    y: { label: 'level', unit: 'dB' },
    series,
  });
};
