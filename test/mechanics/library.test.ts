/** @file In every case of the library wire 1 ends subintimal beyond the distal cap, and the catheter follows it. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import type { CaseFile } from '../../src/core/cases/schema.ts';
import { createMechanics, load, unload } from '../../src/core/mechanics/mechanics.ts';
import { type Bench, catheterBody, drive, turnHub } from '../helpers/mechanics-bench.ts';

const benchOf = (file: CaseFile): Bench => {
  const tissue = createTissue(anatomyOf(file));
  return { state: createMechanics(tissue, catheterBody()), tissue, events: [], edits: [] };
};

/** Every case from no roll and from one more, a quarter of a turn on from case to case. */
const LIBRARY = CASE_LIBRARY.map((file, i) => [file.id, file, [0, 90 * (1 + ((i + 2) % 3))]] as const);

describe.each(LIBRARY)('%s', (_, file, rolls) => {
  test.each(rolls)(
    'wire 1 from %d degrees of roll; stopped in plaque, it is pulled back, turned, pushed',
    (deg) => {
      const bench = benchOf(file);
      const { wire1 } = bench.state;
      const end = bench.tissue.anatomy.target.occlusion.endMm + 20;
      turnHub(bench, 'wire1', (deg * Math.PI) / 180);
      drive(bench, 'wire1', { advance: 20 }, 40, () => wire1.stopped);
      if (deg === 0) expect(wire1.tip.s).toBeGreaterThan(end);
      for (let again = 0; again < 3 && wire1.tip.s < end; again++) {
        drive(bench, 'wire1', { advance: -10 }, 2);
        drive(bench, 'wire1', { torque: 2 }, 0.9 + 0.4 * again);
        drive(bench, 'wire1', { advance: 20 }, 40, () => wire1.stopped);
      }
      expect(wire1.phase).toBe('plane');
      expect(wire1.tip.s).toBeGreaterThan(end);
      if (deg !== 0) return;
      load(bench.state, bench.tissue, 'ivus');
      const { ivus } = bench.state;
      drive(bench, 'ivus', { advance: 20 }, 30, () => ivus.tipS >= end || ivus.stopped);
      expect(ivus.tipS).toBeGreaterThanOrEqual(end);
    },
  );
});

test('a complete calcified ring refuses the catheter', () => {
  const flagship = CASE_LIBRARY[0]!;
  const { calcium } = flagship.anatomy;
  const ring = {
    startMm: 120,
    endMm: 128,
    facing: 'cleft',
    arcDeg: 360,
    depthMm: 0.02,
    thicknessMm: 0.7,
  } as const;
  const plates = [
    ...calcium.plates,
    { ...ring, site: 'intimal' as const },
    { ...ring, site: 'medial' as const, depthMm: 0, thicknessMm: 0.4 },
  ];
  const bench = benchOf({ ...flagship, anatomy: { ...flagship.anatomy, calcium: { ...calcium, plates } } });
  const { wire1, ivus } = bench.state;
  drive(bench, 'wire1', { advance: 20 }, 40, () => wire1.stopped);
  load(bench.state, bench.tissue, 'ivus');
  drive(bench, 'ivus', { advance: 20 }, 30, () => ivus.stopped);
  expect(ivus.stopped).toBe(true);
  expect(ivus.tipS).toBeLessThan(132);
  expect(ivus.forceN).toBeLessThanOrEqual(2.5);
  expect(bench.events.at(-1)).toMatchObject({ kind: 'stopped', device: 'ivus' });
  // forced on, it kinks; a new one does not remember
  drive(bench, 'ivus', { advance: 5 }, 1);
  expect(ivus.kinked).toBe(false);
  drive(bench, 'ivus', { advance: 5 }, 2);
  expect(ivus.kinked).toBe(true);
  expect(bench.events.filter(({ kind }) => kind === 'kinked')).toHaveLength(1);
  drive(bench, 'ivus', { advance: -20 }, 30);
  unload(bench.state, 'ivus');
  load(bench.state, bench.tissue, 'ivus');
  expect(ivus.kinked).toBe(false);
});
