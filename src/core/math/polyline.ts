/** @file Polylines: cutting by arc length, and smoothing where the points lie unevenly. */
import { distance, lerp, scale, sub, type Vec3 } from './vec3.ts';

/** Arc length at each point of a polyline, mm; the first is 0. */
export const arcLengths = (points: readonly Vec3[]): Float64Array => {
  const out = new Float64Array(points.length);
  for (let i = 1; i < points.length; i++) out[i] = out[i - 1]! + distance(points[i - 1]!, points[i]!);
  return out;
};

/** The part of a polyline between two arc lengths, ends interpolated; clamped to the polyline. */
export const cutPolyline = (points: readonly Vec3[], fromMm: number, toMm: number): Vec3[] => {
  const arc = arcLengths(points);
  const total = arc[arc.length - 1]!;
  const from = Math.max(0, Math.min(total, fromMm));
  const to = Math.max(from, Math.min(total, toMm));
  const at = (mm: number): Vec3 => {
    let i = 1;
    while (i < points.length - 1 && arc[i]! < mm) i++;
    const span = arc[i]! - arc[i - 1]!;
    return lerp(points[i - 1]!, points[i]!, span > 0 ? (mm - arc[i - 1]!) / span : 0);
  };
  const inside = points.filter((_, i) => arc[i]! > from && arc[i]! < to);
  return [at(from), ...inside, at(to)];
};

/**
 * Centripetal Catmull-Rom spline through the points, `perSegment` samples each. Unlike the uniform spline it makes
 * no loops where closely set points meet far ones (Yuksel et al., CAD 2011). The ends are mirrored.
 */
export const smoothCentripetal = (points: readonly Vec3[], perSegment = 24): Vec3[] => {
  const n = points.length;
  const at = (i: number): Vec3 => {
    if (i < 0) return sub(scale(points[0]!, 2), points[1]!);
    if (i >= n) return sub(scale(points[n - 1]!, 2), points[n - 2]!);
    return points[i]!;
  };
  const out: Vec3[] = [];
  for (let i = 0; i < n - 1; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const t1 = Math.sqrt(distance(p0, p1));
    const t2 = t1 + Math.sqrt(distance(p1, p2));
    const t3 = t2 + Math.sqrt(distance(p2, p3));
    for (let k = 0; k < perSegment; k++) {
      const t = t1 + ((t2 - t1) * k) / perSegment;
      const a1 = lerp(p0, p1, t / t1);
      const a2 = lerp(p1, p2, (t - t1) / (t2 - t1));
      const a3 = lerp(p2, p3, (t - t2) / (t3 - t2));
      const b1 = lerp(a1, a2, t / t2);
      const b2 = lerp(a2, a3, (t - t1) / (t3 - t1));
      out.push(lerp(b1, b2, (t - t1) / (t2 - t1)));
    }
  }
  out.push(points[n - 1]!);
  return out;
};
