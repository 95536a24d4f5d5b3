/** @file The fluoroscopy pane's logic without a picture: pulses, last image hold, table, roadmap, tags. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { createFluoroModel } from '../../../src/fluoroscopy/fluoro-model.ts';
import { interestOf, lesionCentre } from '../../../src/fluoroscopy/interest.ts';
import { describe as describePicture, readingsOf } from '../../../src/fluoroscopy/readings.ts';
import { clampField, FIELDS_MM, followTable, steppedField } from '../../../src/fluoroscopy/table.ts';
import { placeLabels } from '../../../src/fluoroscopy/tip-labels.ts';
import { heldTransform } from '../../../src/fluoroscopy/xray-view.ts';
import { fluoro } from '../../../src/ui/strings/en/fluoro.ts';
import { fakeSnapshot } from '../../helpers/fake-snapshot.ts';

// The same examples on every run.
fc.configureGlobal({ seed: 20261122 });

const tissue = caseTissue(CASE_LIBRARY[0]!);
const { anatomy } = tissue;
const FRAME_S = 1 / 60;

describe('pulses', () => {
  test('come at the chosen rate while the pedal is down, and not at all while it is up', () => {
    for (const rate of [7.5, 15] as const) {
      const model = createFluoroModel();
      model.setPulseRate(rate);
      const on = fakeSnapshot(anatomy, { fluoroOn: true });
      const off = fakeSnapshot(anatomy);
      let pulses = 0;
      for (let i = 0; i < 240; i++) if (model.advance(on, tissue, FRAME_S)) pulses++;
      expect(Math.abs(pulses - 4 * rate)).toBeLessThanOrEqual(2);
      expect(model.advance(off, tissue, 10)).toBeNull();
    }
  });

  test('the last image is held with the angle it was taken at', () => {
    const model = createFluoroModel();
    expect(model.heldView).toBeNull();
    model.advance(fakeSnapshot(anatomy, { fluoroOn: true, angleDeg: 12 }), tissue, FRAME_S);
    const turned = fakeSnapshot(anatomy, { angleDeg: 30 });
    model.advance(turned, tissue, FRAME_S);
    expect(model.heldView?.angleDeg).toBe(12);
    const readings = readingsOf(turned, model, true);
    expect(readings.angle).toBe('RAO 30°');
    expect(readings.state).toBe(fluoro.lastImageAt('RAO 12°'));
  });

  test('a new case starts dark', () => {
    const model = createFluoroModel();
    model.advance(fakeSnapshot(anatomy, { fluoroOn: true }), tissue, FRAME_S);
    const other = caseTissue(CASE_LIBRARY[CASE_LIBRARY.length - 1]!);
    model.advance(fakeSnapshot(other.anatomy), other, FRAME_S);
    expect(model.heldView).toBeNull();
  });

  test('the still tubes are kept while the wall does not change', () => {
    const model = createFluoroModel();
    const on = fakeSnapshot(anatomy, { fluoroOn: true });
    const first = model.advance(on, tissue, 1);
    const second = model.advance(on, tissue, 1);
    expect(second?.still).toBe(first?.still);
    expect(second?.iodine).toBe(first?.iodine);
  });
});

describe('roadmap', () => {
  test('is there after a puff, fits at its own angle, and is flagged when the C-arm has moved', () => {
    const model = createFluoroModel();
    const show = (moment: Parameters<typeof fakeSnapshot>[1]) => {
      const snapshot = fakeSnapshot(anatomy, moment);
      model.advance(snapshot, tissue, 1);
      return { snapshot, roadmap: model.roadmap(snapshot) };
    };
    expect(show({ fluoroOn: true }).roadmap).toBeNull();
    const fresh = show({ fluoroOn: true, roadmapAngleDeg: 0 });
    expect(fresh.roadmap?.fits).toBe(true);
    expect(fresh.roadmap?.roadmap.strength).toBeGreaterThan(0.3);
    const moved = show({ fluoroOn: true, roadmapAngleDeg: 0, angleDeg: 20 });
    expect(moved.roadmap?.fits).toBe(false);
    expect(moved.roadmap?.roadmap.view.angleDeg).toBe(0);
    expect(readingsOf(moved.snapshot, model, true).roadmap).toBe(fluoro.roadmapMoved('AP'));
    expect(readingsOf(moved.snapshot, model, false).roadmap).toBe('');
  });

  test('gives way while the vessels are full of contrast', () => {
    const model = createFluoroModel();
    const full = fakeSnapshot(anatomy, { fluoroOn: true, roadmapAngleDeg: 0, opacity: 1 });
    model.advance(full, tissue, 1);
    expect(model.roadmap(full)?.roadmap.strength).toBe(0);
  });
});

describe('table', () => {
  const start = { centre: { x: 0, y: 0, z: 100 }, moving: false };

  test('stands still while the tip is well inside, then brings it to the middle', () => {
    expect(followTable(start, { x: 0, y: 0, z: 110 }, 100, FRAME_S)).toBe(start);
    const far = { x: 2, y: 0, z: 140 };
    let table = followTable(start, far, 100, FRAME_S);
    expect(table.moving).toBe(true);
    for (let i = 0; i < 300; i++) table = followTable(table, far, 100, FRAME_S);
    expect(table.moving).toBe(false);
    expect(table.centre.z).toBeCloseTo(140, 0);
  });

  test('dragging moves picture and finger together and ends following', () => {
    const model = createFluoroModel();
    model.advance(fakeSnapshot(anatomy, { fluoroOn: true, angleDeg: 25 }), tissue, FRAME_S);
    const before = model.view()!;
    model.drag(7, -4);
    const after = model.view()!;
    expect(model.following).toBe(false);
    const { u, v } = heldTransform(before, after);
    expect(u * before.fieldMm).toBeCloseTo(-7, 6);
    expect(v * before.fieldMm).toBeCloseTo(-4, 6);
    model.follow();
    expect(model.following).toBe(true);
  });

  test('fields step through the fixed sizes and stay within bounds', () => {
    expect(steppedField(FIELDS_MM[0], 1)).toBe(FIELDS_MM[1]);
    expect(steppedField(FIELDS_MM[1], -1)).toBe(FIELDS_MM[0]);
    expect(steppedField(60, 1)).toBe(50);
    expect(clampField(1)).toBe(30);
    expect(clampField(1000)).toBe(360);
  });
});

describe('what the table follows', () => {
  const at = (moment: Parameters<typeof fakeSnapshot>[1]) =>
    interestOf(fakeSnapshot(anatomy, moment), anatomy);

  test('the lesion for the angiogram, the transducer with the catheter in, wire 2 as it goes ahead', () => {
    const lesion = lesionCentre(anatomy);
    expect(at({}).point).toEqual(lesion);
    expect(at({ wire1Mm: -100, opacity: 1 }).point).toEqual(lesion);
    const close = at({ wire1Mm: 230, transducerMm: 205, wire2Mm: 8 });
    const open = at({ wire1Mm: 230, transducerMm: 205 });
    expect(close.point).toEqual(open.point);
    expect(open.fieldMm).toBeLessThan(at({}).fieldMm);
    const ahead = at({ wire1Mm: 230, transducerMm: 205, wire2Mm: 60 });
    expect(ahead.point.z - open.point.z).toBeGreaterThan(45);
  });

  test('not a wire that has gone astray', () => {
    const site = at({ wire1Mm: 230, transducerMm: 60 });
    expect(at({ wire1Mm: 230, transducerMm: 60, wire2Mm: 200 }).point).toEqual(site.point);
  });
});

describe('words', () => {
  test('angles as an operator says them', () => {
    expect([0, 12, -30, 0.3].map(fluoro.angle)).toEqual(['AP', 'RAO 12°', 'LAO 30°', 'AP']);
  });

  test('the description names tips and the gap that the held picture shows', () => {
    const model = createFluoroModel();
    const snapshot = fakeSnapshot(anatomy, { fluoroOn: true, wire1Mm: 230, transducerMm: 205, wire2Mm: 8 });
    expect(describePicture(snapshot, anatomy, model)).toBe(fluoro.dark);
    model.advance(snapshot, tissue, 1);
    const text = describePicture(snapshot, anatomy, model);
    expect(text).toMatch(/^AP\. X-ray on\. Wire 1 tip .* mm/);
    expect(text).toMatch(/Wire 2 tip is \d\.\d mm to the screen (left|right) of the transducer/);
  });
});

test('tip tags never overlap', () => {
  const at = fc.record({ x: fc.integer({ min: 0, max: 330 }), y: fc.integer({ min: 0, max: 330 }) });
  fc.assert(
    fc.property(fc.array(at, { minLength: 1, maxLength: 3 }), (points) => {
      const placed = placeLabels(
        points.map((p, i) => ({ id: String(i), ...p })),
        { width: 28, height: 20, offset: 14, picture: { width: 330, height: 330 } },
      );
      for (const a of placed) {
        for (const b of placed) {
          if (a.id >= b.id) continue;
          expect(Math.abs(a.left - b.left) >= 28 || Math.abs(a.top - b.top) >= 20 - 1e-9).toBe(true);
        }
      }
    }),
  );
});
