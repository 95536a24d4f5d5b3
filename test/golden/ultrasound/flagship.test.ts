/**
 * @file Three frames of the flagship case against recorded statistics: what a change of physics or anatomy does to
 * the picture shows up here as dB. After an intended change: `UPDATE_GOLDEN=1 npx vitest run --project node test/golden`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type FrameStatistics, flagshipStatistics } from './stations.ts';

const FILE = fileURLToPath(new URL('flagship.json', import.meta.url));
/** Speckle averages out to a few tenths of a dB over these regions. */
const MEAN_TOLERANCE_DB = 1;
const QUANTILE_TOLERANCE_DB = 1.5;

const measured = flagshipStatistics();
if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, `${JSON.stringify(measured, null, 2)}\n`);
const golden = JSON.parse(readFileSync(FILE, 'utf8')) as FrameStatistics[];

it.each(golden.map((g, i) => [g.stationMm, g, measured[i]!] as const))(
  'at station %i mm the levels are the recorded ones',
  (_station, expected, got) => {
    expect(got.stationMm).toBe(expected.stationMm);
    expect(Object.keys(got.meanDb)).toEqual(Object.keys(expected.meanDb));
    for (const [name, db] of Object.entries(expected.meanDb)) {
      const value = got.meanDb[name as keyof typeof got.meanDb]!;
      expect(Math.abs(value - db), `${name}: ${value} dB, recorded ${db} dB`).toBeLessThan(MEAN_TOLERANCE_DB);
    }
    expected.quantilesDb.forEach((db, i) => {
      expect(Math.abs(got.quantilesDb[i]! - db), `quantile ${i}`).toBeLessThan(QUANTILE_TOLERANCE_DB);
    });
  },
);
