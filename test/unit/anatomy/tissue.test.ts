/** @file The tissue as its readers see it: versions, holes and what fills them, order of application. */
import { describe, expect, test } from 'vitest';
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import type { TissueEdit } from '../../../src/core/anatomy/edit.ts';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import type { Tissue } from '../../../src/core/anatomy/tissue.ts';
import { designedEdits, designedPath } from '../../../src/core/cases/designed.ts';
import { anatomyOf, CASE_LIBRARY } from '../../../src/core/cases/library.ts';

const anatomy = anatomyOf(CASE_LIBRARY[0]!);
const edits = designedEdits(anatomy);
const { occlusion } = anatomy.target;

/** Everything a reader can ask, on a coarse grid. */
const survey = (tissue: Tissue): number[] => {
  const out: number[] = [];
  for (let s = occlusion.startMm - 12; s < occlusion.endMm + 32; s += 2.7) {
    for (let x = -2.4; x <= 2.4; x += 0.4) {
      for (let y = -2.4; y <= 2.4; y += 0.4) out.push(tissue.materialAt(s, x, y));
    }
  }
  return out;
};

test('the version counts edits', () => {
  const tissue = createTissue(anatomy);
  expect(tissue.version).toBe(0);
  tissue.apply(edits.slice(0, 3));
  tissue.apply([]);
  tissue.apply(edits.slice(3, 4));
  expect(tissue.version).toBe(4);
});

test('edits applied one by one and in one go give the same tissue', () => {
  const atOnce = createTissue(anatomy);
  atOnce.apply(edits);
  const oneByOne = createTissue(anatomy);
  for (const edit of edits) oneByOne.apply([edit]);
  expect(survey(oneByOne)).toEqual(survey(atOnce));
  expect(oneByOne.version).toBe(atOnce.version);
});

test('two tissues over one anatomy do not touch each other', () => {
  const still = createTissue(anatomy);
  const before = survey(still);
  createTissue(anatomy).apply(edits);
  expect(survey(still)).toEqual(before);
});

describe('the opened plane', () => {
  const tissue = createTissue(anatomy);
  tissue.apply(edits);

  test('holds blood at rest', () => {
    for (let s = occlusion.startMm + 5; s < occlusion.endMm + 25; s += 5) {
      const c = designedPath(anatomy, s);
      expect(tissue.materialAt(s, c.x, c.y)).toBe(MATERIAL.stasis);
      expect(tissue.materialAt(s, c.x + 0.6, c.y)).toBe(MATERIAL.stasis);
      expect(tissue.toReference(s, c.x, c.y, { x: 0, y: 0, hole: null }).hole).toBe('plane');
    }
  });

  test('joins the flowing blood where its middle is still in the lumen', () => {
    const s = occlusion.startMm - 6;
    const c = designedPath(anatomy, s);
    expect(tissue.materialAt(s, c.x, c.y)).toBe(MATERIAL.blood);
  });

  test('does not change the reference tissue', () => {
    const fresh = createTissue(anatomy);
    for (let x = -2; x <= 2; x += 0.1) {
      expect(tissue.referenceMaterialAt(120, x, 0.3)).toBe(fresh.referenceMaterialAt(120, x, 0.3));
    }
  });

  test('compresses the plug into less than its old width and pushes the adventitia out', () => {
    const s = 140;
    const c = designedPath(anatomy, s);
    const r = Math.hypot(c.x, c.y);
    const out = { x: 0, y: 0 };
    const inwards = tissue.toDeformed(s, 0, 0, out);
    expect(inwards.x * c.x + inwards.y * c.y).toBeLessThan(0);
    const k = (r + 0.3) / r;
    const outwards = tissue.toDeformed(s, c.x * k, c.y * k, out);
    expect(Math.hypot(outwards.x, outwards.y)).toBeGreaterThan(r + 0.3 + 0.3);
  });

  test('is closed by edits of radius zero, and then all is as before', () => {
    const closed = createTissue(anatomy);
    closed.apply(edits);
    closed.apply(edits.map((e): TissueEdit => ({ ...e, radiusMm: 0 })));
    expect(survey(closed)).toEqual(survey(createTissue(anatomy)));
  });
});

test('lookups beyond the ends of the route answer with the ends, never with nonsense', () => {
  const tissue = createTissue(anatomy);
  for (const s of [-500, -120, anatomy.target.curve.endMm, 900]) {
    for (const x of [0, 1.3, 5.9, 40]) {
      expect(tissue.materialAt(s, x, 0)).toBeLessThanOrEqual(MATERIAL.vein);
      const d = tissue.distances(s, x, 0, { lumen: 0, iel: 0, eem: 0, adventitia: 0 });
      expect(Number.isFinite(d.lumen + d.adventitia)).toBe(true);
    }
  }
});
