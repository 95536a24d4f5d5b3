/** @file How long a case takes to grow, and a lookup in its tissue (10 000 lookups per round; target 0.8 ms). */
import { bench, describe, expect } from 'vitest';
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { designedEdits } from '../../src/core/cases/designed.ts';
import { anatomyOf, CASE_LIBRARY } from '../../src/core/cases/library.ts';

const flagship = CASE_LIBRARY[0]!;
const anatomy = anatomyOf(flagship);
const tissue = createTissue(anatomy);
tissue.apply(designedEdits(anatomy));
/** Keeps the lookups from being optimised away. */
let sum = 0;

describe('anatomy', () => {
  bench('createAnatomy, flagship (target 300 ms)', () => {
    sum += anatomyOf(flagship).target.calcium.length;
    expect(sum).toBeGreaterThan(0);
  });

  bench('10 000 x materialAt within 4 mm, plane open', () => {
    for (let i = 0; i < 10_000; i++) {
      const x = ((i % 100) - 49.5) * 0.08;
      const y = (Math.floor(i / 100) - 49.5) * 0.08;
      sum += tissue.materialAt(120 + (i % 7), x, y);
    }
    expect(sum).toBeGreaterThan(0);
  });
});
