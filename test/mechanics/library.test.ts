/** @file In every case of the library wire 1, pushed without torque, ends subintimal beyond the distal cap. */
import { expect, test } from 'vitest';
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';
import { createMechanics } from '../../src/core/mechanics/mechanics.ts';
import { drive } from '../helpers/mechanics-bench.ts';

test.each(CASE_LIBRARY.map((file) => [file.id, file] as const))('%s', (_, file) => {
  const tissue = createTissue(anatomyOf(file));
  const bench = { state: createMechanics(tissue), tissue, events: [], edits: [] };
  const { wire1 } = bench.state;
  drive(bench, 'wire1', { advance: 20 }, 40, () => wire1.stopped);
  expect(wire1.phase).toBe('plane');
  expect(wire1.tip.s).toBeGreaterThan(tissue.anatomy.target.occlusion.endMm + 20);
});
