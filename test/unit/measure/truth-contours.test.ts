/** @file Truth on the image: closed forms in undisturbed tissue, area kept when a hole is opened. */
import { describe, expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import type { Hole, Tissue, WallMaps } from '../../../src/core/anatomy/tissue.ts';
import { imagePoint } from '../../../src/core/measure/clock.ts';
import {
  type ImageContour,
  type ImagePlane,
  truthContours,
  wallRadius,
} from '../../../src/core/measure/truth-contours.ts';

const STATIONS = 11;
const ANGLES = 64;
const map = (radius: (station: number) => number): Float32Array =>
  Float32Array.from({ length: STATIONS * ANGLES }, (_, k) => radius(Math.floor(k / ANGLES)));
const wall: WallMaps = {
  startMm: -5,
  stepMm: 1,
  stations: STATIONS,
  angles: ANGLES,
  lumen: map(() => 1),
  iel: map(() => 1.5),
  eem: map((station) => 1.6 + 0.05 * station),
  adventitia: map(() => 2),
};

/** A straight round vessel; calcium is a 90-degree plate; a hole pushes everything away from its centre. */
const tissueWith = (hole: Hole | null): Tissue => {
  const away = (x: number, y: number, sense: 1 | -1): { x: number; y: number } => {
    if (!hole) return { x, y };
    const dx = x - hole.x;
    const dy = y - hole.y;
    const rho = Math.hypot(dx, dy);
    const next = Math.sqrt(Math.max(0, rho * rho + sense * hole.radiusMm * hole.radiusMm));
    return rho > 0 ? { x: hole.x + (dx * next) / rho, y: hole.y + (dy * next) / rho } : { x, y };
  };
  return {
    anatomy: { target: { wall } },
    toDeformed: (_s: number, x: number, y: number, out: { x: number; y: number }) =>
      Object.assign(out, away(x, y, 1)),
    materialAt: (_s: number, x: number, y: number) => {
      const p = away(x, y, -1);
      const r = Math.hypot(p.x, p.y);
      const plate = Math.abs(Math.atan2(p.y, p.x)) < Math.PI / 4 && r > 1.2 && r < 1.4;
      return plate ? MATERIAL.calcium : MATERIAL.denseFibrous;
    },
    holeAt: (channel: string, _s: number, out: Hole) => {
      if (channel !== 'plane' || !hole) return false;
      Object.assign(out, hole);
      return true;
    },
  } as unknown as Tissue;
};

const PLANE: ImagePlane = { s: 0, x: 0, y: 0, rollRad: 0, dxds: 0, dyds: 0 };

const points = (contour: ImageContour) =>
  Array.from({ length: contour.length / 2 }, (_, k) => imagePoint(contour[2 * k]!, contour[2 * k + 1]!));

/** Shoelace; positive or negative by sense, so taken without sign. */
const area = (contour: ImageContour): number => {
  const p = points(contour);
  return Math.abs(
    p.reduce((sum, a, k) => {
      const b = p[(k + 1) % p.length]!;
      return sum + (a.x * b.y - a.y * b.x) / 2;
    }, 0),
  );
};

describe('surfaces', () => {
  it('are circles about the vessel axis when the catheter lies on it', () => {
    const truth = truthContours(tissueWith(null), PLANE, 4);
    for (let k = 1; k < truth.lumen.length; k += 2) expect(truth.lumen[k]).toBeCloseTo(1, 5);
    expect(area(truth.iel)).toBeCloseTo(Math.PI * 1.5 ** 2, 2);
  });

  it('are seen off centre from a catheter off the axis, turned by its roll', () => {
    const rollRad = 0.7;
    const truth = truthContours(tissueWith(null), { ...PLANE, x: 0.6, y: 0.2, rollRad }, 4);
    for (let k = 0; k < truth.lumen.length; k += 2) {
      const azimuth = truth.lumen[k]! + rollRad;
      const x = 0.6 + truth.lumen[k + 1]! * Math.cos(azimuth);
      const y = 0.2 + truth.lumen[k + 1]! * Math.sin(azimuth);
      expect(Math.hypot(x, y)).toBeCloseTo(1, 5);
    }
  });

  it('are met further on where a sloping catheter’s plane leans that way', () => {
    const dxds = 0.2;
    const truth = truthContours(tissueWith(null), { ...PLANE, dxds }, 4);
    const at = (psi: number): number => {
      let best = 0;
      for (let k = 0; k < truth.eem.length; k += 2) {
        const far = (i: number) => 1 - Math.cos(truth.eem[i]! - psi);
        if (far(k) < far(best)) best = k;
      }
      return truth.eem[best + 1]!;
    };
    // The radius grows by 0.05 mm per mm: r = 1.85 -+ 0.05 * 0.2 r at psi = 0 and pi, seen along a line of slope 0.2.
    expect(at(0)).toBeCloseTo((1.85 / 1.01) * Math.hypot(1, dxds), 2);
    expect(at(Math.PI)).toBeCloseTo((1.85 / 0.99) * Math.hypot(1, dxds), 2);
  });

  it('enclose the same area plus the hole that was opened inside them', () => {
    const hole = { x: 1.25, y: 0, radiusMm: 0.665 };
    const truth = truthContours(tissueWith(hole), { ...PLANE, x: 1.25 }, 4);
    // The lumen lies beside the hole: pushed aside, not shrunk. The EEM contains it.
    expect(area(truth.lumen)).toBeCloseTo(Math.PI, 1);
    expect(area(truth.eem)).toBeCloseTo(Math.PI * 1.85 ** 2 + Math.PI * 0.665 ** 2, 1);
    expect(truth.holes).toEqual([{ channel: 'plane', psi: expect.any(Number), rangeMm: 0, radiusMm: 0.665 }]);
  });

  it('leave no long straight steps where a surface wraps about a hole', () => {
    const truth = truthContours(tissueWith({ x: 1.02, y: 0.01, radiusMm: 0.6 }), { ...PLANE, x: 1 }, 4);
    const p = points(truth.lumen);
    const longest = Math.max(
      ...p.map((a, k) => Math.hypot(a.x - p[(k + 1) % p.length]!.x, a.y - p[(k + 1) % p.length]!.y)),
    );
    expect(longest).toBeLessThan(0.2);
  });
});

describe('calcium', () => {
  it('fills its arc between its inner and outer edge', () => {
    const { calcium } = truthContours(tissueWith(null), PLANE, 4);
    expect(calcium.length).toBeGreaterThan(55);
    expect(calcium.length).toBeLessThan(65);
    for (const run of calcium) {
      expect(Math.cos(run.psi)).toBeGreaterThan(Math.cos(Math.PI / 4) - 1e-9);
      expect(Math.abs(run.innerMm - 1.2)).toBeLessThanOrEqual(0.031);
      expect(Math.abs(run.outerMm - 1.4)).toBeLessThanOrEqual(0.031);
    }
  });

  it('ends at the displayed depth', () => {
    for (const run of truthContours(tissueWith(null), PLANE, 1.3).calcium)
      expect(run.outerMm).toBeLessThanOrEqual(1.3);
  });
});

it('reads wall radii between stations and angles, across the seam, and holds them at the ends', () => {
  expect(wallRadius(wall, wall.eem, 0.5, 6.25)).toBeCloseTo(1.875, 5);
  expect(wallRadius(wall, wall.eem, -100, 1)).toBeCloseTo(1.6, 5);
  expect(wallRadius(wall, wall.eem, 100, 1)).toBeCloseTo(2.1, 5);
});
