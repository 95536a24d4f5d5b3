/** @file The scene's geometry: cut, surfaces, section face, tubes and labels, without three. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { designedEdits } from '../../../src/core/cases/designed.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { fromWorld } from '../../../src/core/math/curve.ts';
import { createCut } from '../../../src/scene3d/geometry/cut.ts';
import { evenStations, type SurfaceData } from '../../../src/scene3d/geometry/grid-surface.ts';
import { lumenSection } from '../../../src/scene3d/geometry/lumen-section.ts';
import { FACE_HALF_MM, facePicture, faceRibbon } from '../../../src/scene3d/geometry/section-face.ts';
import { createTubeStrip, fillTubeStrip, TUBE_SIDES } from '../../../src/scene3d/geometry/tube-strip.ts';
import {
  calciumSurface,
  openingSurface,
  openLumenSurface,
  wallSurface,
} from '../../../src/scene3d/geometry/vessel-surfaces.ts';
import { placeLabels } from '../../../src/scene3d/labels.ts';

// The same examples on every run.
fc.configureGlobal({ seed: 20261122 });

const tissue = caseTissue(CASE_LIBRARY[0]!);
const { target } = tissue.anatomy;
const END = target.occlusion.endMm;
const window = { startMm: END - 35, endMm: END + 25 };

const routeOf = (data: SurfaceData, v: number) =>
  fromWorld(target.curve, {
    x: data.positions[3 * v]!,
    y: data.positions[3 * v + 1]!,
    z: data.positions[3 * v + 2]!,
  });

describe('cut', () => {
  test('runs through the cleft: the opening faces a quarter turn away from it', () => {
    const { cleft } = target;
    for (const facing of [1, -1] as const) {
      const cut = createCut(tissue.anatomy, window, facing);
      for (let s = window.startMm; s < window.endMm; s += 7) {
        const i = Math.round((s - cleft.startMm) / cleft.stepMm);
        const azimuth = Math.atan2(cleft.y[i]!, cleft.x[i]!);
        expect(Math.cos(cut.openingAt(s) - azimuth)).toBeCloseTo(0, 1);
      }
    }
  });

  test('has a direction everywhere, also where the cleft runs in the middle of the lumen or not at all', () => {
    const cut = createCut(tissue.anatomy, { startMm: -50, endMm: 290 }, 1);
    for (let s = -50; s < 290; s += 3) expect(Number.isFinite(cut.openingAt(s))).toBe(true);
  });
});

describe('surfaces', () => {
  const cut = createCut(tissue.anatomy, window, 1);

  test('vertices lie on the wall, normals are unit, sides tell the halves apart', () => {
    const data = wallSurface(tissue, cut, 'eem');
    let front = 0;
    for (let v = 0; v < data.sides.length; v += 37) {
      const p = routeOf(data, v);
      const distances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };
      expect(Math.abs(tissue.distances(p.s, p.x, p.y, distances).eem)).toBeLessThan(0.03);
      const opening = cut.openingAt(p.s);
      expect(data.sides[v]!).toBeCloseTo(p.x * Math.cos(opening) + p.y * Math.sin(opening), 2);
      expect(Math.hypot(...data.normals.subarray(3 * v, 3 * v + 3))).toBeCloseTo(1, 4);
      if (data.sides[v]! > 0) front++;
    }
    expect(front).toBeGreaterThan(0);
  });

  test('the lumen is drawn only where it is open', () => {
    const data = openLumenSurface(tissue, cut);
    expect(data.indices.length).toBeGreaterThan(0);
    for (const v of data.indices.filter((_, k) => k % 11 === 0)) {
      expect(routeOf(data, v).s).toBeGreaterThan(END - 0.6);
    }
  });

  test('openings appear with the edits, and push the calcium along', () => {
    const opened = caseTissue(CASE_LIBRARY[0]!);
    expect(openingSurface(opened, cut, 'plane').indices.length).toBe(0);
    const before = calciumSurface(opened, cut).positions;
    opened.apply(designedEdits(opened.anatomy));
    expect(openingSurface(opened, cut, 'plane').indices.length).toBeGreaterThan(0);
    const after = calciumSurface(opened, cut).positions;
    expect(after.length).toBe(before.length);
    expect(after.some((x, i) => Math.abs(x - before[i]!) > 0.02)).toBe(true);
  });

  test('the whole laid-open vessel stays within the budget of 60 000 triangles', () => {
    const opened = caseTissue(CASE_LIBRARY[0]!);
    opened.apply(designedEdits(opened.anatomy));
    const long = createCut(tissue.anatomy, { startMm: 140, endMm: 220 }, 1);
    const parts = [
      wallSurface(opened, long, 'adventitia'),
      openLumenSurface(opened, long),
      openingSurface(opened, long, 'plane'),
      calciumSurface(opened, long),
    ];
    // Lumen, plane and calcium are drawn twice: kept half and glassy front.
    const triangles = parts.reduce((n, part, i) => n + (part.indices.length / 3) * (i === 0 ? 1 : 2), 0);
    expect(triangles).toBeLessThan(45_000);
  });
});

describe('section face', () => {
  const cut = createCut(tissue.anatomy, window, 1);

  test('is open where blood is and outside the vessel, solid in the plug', () => {
    const picture = facePicture(tissue, cut);
    const alphaAt = (s: number, h: number): number => {
      const i = Math.round(((s - window.startMm) / (window.endMm - window.startMm)) * (picture.width - 1));
      const k = Math.floor(((h / FACE_HALF_MM + 1) / 2) * picture.height);
      return picture.pixels[4 * (k * picture.width + i) + 3]!;
    };
    expect(alphaAt(END - 20, 0)).toBe(255);
    expect(tissue.materialAt(END + 15, 0, 0)).toBe(MATERIAL.blood);
    expect(alphaAt(END + 15, 0)).toBe(0);
    expect(alphaAt(END - 20, FACE_HALF_MM - 0.05)).toBe(0);
  });

  test('its ribbon passes through the axis', () => {
    const ribbon = faceRibbon(tissue, cut);
    for (let v = 0; v < ribbon.sides.length; v += 2) {
      const a = routeOf(ribbon, v);
      const b = routeOf(ribbon, v + 1);
      expect(a.x + b.x).toBeCloseTo(0, 2);
      expect(a.y + b.y).toBeCloseTo(0, 2);
    }
  });
});

describe('lumen section', () => {
  test('an eccentric circle gives its own centre and radius', () => {
    const angles = 360;
    const [e, radius] = [0.3, 1.2];
    const lumen = Float32Array.from({ length: angles * 2 }, (_, k) => {
      const a = (2 * Math.PI * (k % angles)) / angles;
      return e * Math.cos(a) + Math.sqrt(radius * radius - (e * Math.sin(a)) ** 2);
    });
    const wall = {
      startMm: 0,
      stepMm: 1,
      stations: 2,
      angles,
      lumen,
      iel: lumen,
      eem: lumen,
      adventitia: lumen,
    };
    const section = lumenSection(wall, 0.4);
    expect(section.x).toBeCloseTo(e, 3);
    expect(section.y).toBeCloseTo(0, 3);
    expect(section.radius).toBeCloseTo(radius, 3);
  });
});

describe('tube strip', () => {
  test('rings stand square on the axis at unit length, whatever the path', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
          {
            minLength: 3,
            maxLength: 900,
          },
        ),
        (steps) => {
          const world = new Float32Array(3 * steps.length);
          let [x, y] = [0, 0];
          steps.forEach(([dx, dy], i) => {
            x += dx;
            y += dy;
            world.set([x, y, i], 3 * i);
          });
          const strip = createTubeStrip(420);
          fillTubeStrip(strip, world);
          expect(strip.rings).toBeLessThanOrEqual(420);
          const per = TUBE_SIDES + 1;
          for (let v = 0; v < strip.rings * per; v += 5) {
            expect(Math.hypot(...strip.outward.subarray(3 * v, 3 * v + 3))).toBeCloseTo(1, 3);
          }
          // The last ring is the tip.
          expect(strip.fromTip[(strip.rings - 1) * per]).toBe(0);
          expect(strip.centres[3 * (strip.rings - 1) * per + 2]).toBe(steps.length - 1);
          expect(strip.centres[2]).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('labels', () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: 560, noNaN: true }),
    y: fc.double({ min: 0, max: 330, noNaN: true }),
  });

  test('never cover each other and stay inside', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 5 }), (points) => {
        const widths = Object.fromEntries(points.map((_, i) => [`p${i}`, 60 + 5 * i]));
        const boxes = placeLabels(
          points.map((at, i) => ({ id: `p${i}`, at })),
          widths,
          18,
          { width: 560, height: 330 },
        );
        expect(boxes.length).toBe(points.length);
        for (const a of boxes) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.left + widths[a.id]!).toBeLessThanOrEqual(560);
          expect(a.top).toBeGreaterThanOrEqual(0);
          expect(a.top + 18).toBeLessThanOrEqual(330);
          for (const b of boxes) {
            if (a.id >= b.id) continue;
            const apart =
              Math.abs(a.top - b.top) >= 18 ||
              a.left >= b.left + widths[b.id]! ||
              b.left >= a.left + widths[a.id]!;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  test('a point that is not visible has no label', () => {
    expect(placeLabels([{ id: 'a', at: null }], {}, 18, { width: 100, height: 100 })).toEqual([]);
  });
});

test('even stations reach both ends', () => {
  const stations = evenStations(3, 9.7, 1);
  expect(stations[0]).toBe(3);
  expect(stations.at(-1)).toBeCloseTo(9.7, 5);
});
