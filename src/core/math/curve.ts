/**
 * @file Centrelines: polylines resampled at an even step, with rotation-minimising frames.
 *
 * Stations are arc lengths in mm; the first sample may lie at a negative station (design: the target vessel's
 * origin is station 0, the access route proximal to it has negative stations).
 * Frames by double reflection (Wang et al., ACM TOG 2008).
 */
import { add, addScaled, cross, dot, length, lerp, normalize, scale, sub, type Vec3 } from './vec3.ts';

/** Orthonormal, right-handed: n1 x n2 = t; t points distally. */
export interface Frame {
  readonly origin: Vec3;
  readonly n1: Vec3;
  readonly n2: Vec3;
  readonly t: Vec3;
}

export interface Curve {
  /** Station of the first sample, mm. */
  readonly startMm: number;
  /** Station of the last sample, mm. */
  readonly endMm: number;
  readonly stepMm: number;
  readonly frames: readonly Frame[];
}

/** Arc length of a polyline, mm. */
export const polylineLength = (points: readonly Vec3[]): number => {
  let total = 0;
  for (let i = 1; i < points.length; i++) total += length(sub(points[i]!, points[i - 1]!));
  return total;
};

/** Points at even arc length along a polyline; at least two. */
export const resample = (points: readonly Vec3[], stepMm: number): Vec3[] => {
  const total = polylineLength(points);
  const count = Math.max(1, Math.round(total / stepMm));
  const out: Vec3[] = [];
  let segment = 1;
  let before = 0;
  for (let i = 0; i <= count; i++) {
    const target = (total * i) / count;
    let span = length(sub(points[segment]!, points[segment - 1]!));
    while (segment < points.length - 1 && before + span < target) {
      before += span;
      segment++;
      span = length(sub(points[segment]!, points[segment - 1]!));
    }
    const t = span > 0 ? Math.min(1, (target - before) / span) : 0;
    out.push(lerp(points[segment - 1]!, points[segment]!, t));
  }
  return out;
};

/** Centripetal-free Catmull-Rom spline through the points, `perSegment` samples each; ends are clamped. */
export const smoothThrough = (points: readonly Vec3[], perSegment = 12): Vec3[] => {
  const out: Vec3[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const p0 = points[Math.max(0, i - 1)]!;
    const p1 = points[i]!;
    const p2 = points[i + 1]!;
    const p3 = points[Math.min(points.length - 1, i + 2)]!;
    for (let k = 0; k < perSegment; k++) {
      const t = k / perSegment;
      const a = scale(p1, 2);
      const b = scale(sub(p2, p0), t);
      const c = scale(sub(add(add(scale(p0, 2), scale(p1, -5)), scale(p2, 4)), p3), t * t);
      const d = scale(add(sub(scale(sub(p1, p2), 3), p0), p3), t * t * t);
      out.push(scale(add(add(a, b), add(c, d)), 0.5));
    }
  }
  out.push(points[points.length - 1]!);
  return out;
};

/**
 * Curve through the points with samples `stepMm` apart.
 * @param firstNormalHint direction from which the first normal is made (projected off the tangent).
 */
export const createCurve = (
  points: readonly Vec3[],
  startMm: number,
  stepMm: number,
  firstNormalHint: Vec3 = { x: 1, y: 0, z: 0 },
): Curve => {
  const p = resample(points, stepMm);
  const step = polylineLength(p) / (p.length - 1);
  const tangent = (i: number): Vec3 =>
    normalize(sub(p[Math.min(p.length - 1, i + 1)]!, p[Math.max(0, i - 1)]!));
  const frames: Frame[] = [];
  let t = tangent(0);
  let n1 = normalize(addScaled(firstNormalHint, t, -dot(firstNormalHint, t)));
  frames.push({ origin: p[0]!, n1, n2: cross(t, n1), t });
  for (let i = 1; i < p.length; i++) {
    const v1 = sub(p[i]!, p[i - 1]!);
    const c1 = dot(v1, v1);
    const nextT = tangent(i);
    const nL = c1 > 0 ? addScaled(n1, v1, (-2 * dot(v1, n1)) / c1) : n1;
    const tL = c1 > 0 ? addScaled(t, v1, (-2 * dot(v1, t)) / c1) : t;
    const v2 = sub(nextT, tL);
    const c2 = dot(v2, v2);
    const reflected = c2 > 0 ? addScaled(nL, v2, (-2 * dot(v2, nL)) / c2) : nL;
    n1 = normalize(addScaled(reflected, nextT, -dot(reflected, nextT)));
    t = nextT;
    frames.push({ origin: p[i]!, n1, n2: cross(t, n1), t });
  }
  return { startMm, endMm: startMm + step * (p.length - 1), stepMm: step, frames };
};

/** Frame at a station, interpolated; clamped to the ends. */
export const frameAt = (curve: Curve, s: number): Frame => {
  const last = curve.frames.length - 1;
  const f = Math.min(last, Math.max(0, (s - curve.startMm) / curve.stepMm));
  const i = Math.min(last - 1, Math.floor(f));
  const a = curve.frames[i]!;
  const b = curve.frames[i + 1]!;
  const u = f - i;
  const t = normalize(lerp(a.t, b.t, u));
  const n = lerp(a.n1, b.n1, u);
  const n1 = normalize(addScaled(n, t, -dot(n, t)));
  return { origin: lerp(a.origin, b.origin, u), n1, n2: cross(t, n1), t };
};

/** A point given by station and transverse offsets along the two normals, all mm. */
export interface CurvePoint {
  readonly s: number;
  readonly x: number;
  readonly y: number;
}

/** World position of (s, x, y). */
export const toWorld = (curve: Curve, p: CurvePoint): Vec3 => {
  const f = frameAt(curve, p.s);
  return addScaled(addScaled(f.origin, f.n1, p.x), f.n2, p.y);
};

/** (s, x, y) of a world point: nearest plane through the curve, by fixed-point steps from `hintS` (or a scan). */
export const fromWorld = (curve: Curve, world: Vec3, hintS?: number): CurvePoint => {
  let s = hintS ?? nearestStation(curve, world);
  for (let i = 0; i < 6; i++) {
    const f = frameAt(curve, s);
    const ds = dot(sub(world, f.origin), f.t);
    s = Math.min(curve.endMm, Math.max(curve.startMm, s + ds));
    if (Math.abs(ds) < 1e-6) break;
  }
  const f = frameAt(curve, s);
  const d = sub(world, f.origin);
  return { s, x: dot(d, f.n1), y: dot(d, f.n2) };
};

const nearestStation = (curve: Curve, world: Vec3): number => {
  let best = 0;
  let bestSq = Number.POSITIVE_INFINITY;
  for (let i = 0; i < curve.frames.length; i++) {
    const d = sub(world, curve.frames[i]!.origin);
    const sq = dot(d, d);
    if (sq < bestSq) {
      bestSq = sq;
      best = i;
    }
  }
  return curve.startMm + best * curve.stepMm;
};
