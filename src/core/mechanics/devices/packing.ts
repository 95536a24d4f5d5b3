/**
 * @file Circles side by side in a circle: how wide a bore several devices need, and how they lie in it.
 *
 * Up to three circles the answer is exact. The two widest need the sum of their diameters. A third that is no larger
 * than the gap beside them needs nothing more; a larger one lies against both, and the bore is the outer circle of
 * Soddy around three circles that touch one another (Descartes 1643). Four and more are laid one by one where each
 * touches two others or one and the wall, which is never better than the best packing: then the answer is on the safe side.
 */

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Relative slack with which circles may touch. */
const TOUCH = 1e-9;
/** Relative width to which a bore for four and more circles is sought. */
const FOUND = 1e-7;

/** Diameter of the smallest circle that holds circles of these diameters side by side; any order, same answer. */
export const boreFor = (diametersMm: readonly number[]): number => {
  const sorted = diametersMm.filter((d) => d > 0).sort((a, b) => b - a);
  return need(sorted);
};

/** @param d diameters, widest first */
const need = (d: readonly number[]): number => {
  if (d.length < 2) return d[0] ?? 0;
  if (d.length === 2) return d[0]! + d[1]!;
  if (d.length === 3) return threeNeed(d[0]!, d[1]!, d[2]!);
  // no more room than without any of them: what the search finds may not be so, so it is made so
  const least = d.reduce((widest, _, i) => Math.max(widest, need(d.filter((__, k) => k !== i))), 0);
  return Math.max(least, searched(d, least));
};

const threeNeed = (a: number, b: number, c: number): number => {
  // a sits beside b in a bore a + b: the gap left on either side takes a circle as wide as this
  const gap = (a * b * (a + b)) / (a * a + a * b + b * b);
  if (c <= gap) return a + b;
  const [k1, k2, k3] = [1 / a, 1 / b, 1 / c];
  // Descartes: the circle around three that touch has the negative curvature
  return 1 / (2 * Math.sqrt(k1 * k2 + k2 * k3 + k3 * k1) - (k1 + k2 + k3));
};

/** The narrowest bore into which the circles can be laid one by one, from `least` on. */
const searched = (d: readonly number[], least: number): number => {
  const radii = d.map((diameter) => diameter / 2);
  let lo = least;
  let hi = d.reduce((sum, diameter) => sum + diameter, 0);
  if (lay(radii, (lo / 2) * (1 + FOUND))) return lo;
  while (hi - lo > FOUND * hi) {
    const mid = (lo + hi) / 2;
    if (lay(radii, mid / 2)) hi = mid;
    else lo = mid;
  }
  return hi;
};

/**
 * Lays circles side by side into a bore, in the order given; null when this finds no way.
 * The first lies at the left wall; the bore's middle is the origin.
 */
export const arrange = (diametersMm: readonly number[], boreMm: number): readonly Place[] | null => {
  const order = diametersMm.map((_, i) => i).sort((i, k) => diametersMm[k]! - diametersMm[i]!);
  const laid = lay(
    order.map((i) => diametersMm[i]! / 2),
    boreMm / 2,
  );
  return laid && diametersMm.map((_, i) => laid[order.indexOf(i)]!);
};

/** @param radii widest first */
const lay = (radii: readonly number[], bore: number): Place[] | null => {
  const [first] = radii;
  if (first === undefined) return [];
  if (first > bore * (1 + TOUCH)) return null;
  return layNext(radii, bore, [{ x: Math.min(0, first - bore), y: 0, r: first }]);
};

const layNext = (radii: readonly number[], bore: number, laid: Place[]): Place[] | null => {
  const r = radii[laid.length];
  if (r === undefined) return laid;
  for (const place of corners(r, bore, laid)) {
    if (!isFree(place, bore, laid)) continue;
    const done = layNext(radii, bore, [...laid, place]);
    if (done) return done;
  }
  return null;
};

const isFree = ({ x, y, r }: Place, bore: number, laid: readonly Place[]): boolean => {
  const slack = TOUCH * bore;
  if (Math.sqrt(x * x + y * y) + r > bore + slack) return false;
  return laid.every((p) => Math.sqrt((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) >= r + p.r - slack);
};

/** Where a circle touches the wall and one that is laid, two that are laid, or lies across from one. */
const corners = (r: number, bore: number, laid: readonly Place[]): Place[] => {
  const out: Place[] = [];
  const wall = { x: 0, y: 0, reach: bore - r };
  laid.forEach((a, i) => {
    const besideA = { x: a.x, y: a.y, reach: a.r + r };
    for (const p of crossings(wall, besideA)) out.push({ ...p, r });
    for (const b of laid.slice(i + 1)) {
      for (const p of crossings(besideA, { x: b.x, y: b.y, reach: b.r + r })) out.push({ ...p, r });
    }
    const far = Math.sqrt(a.x * a.x + a.y * a.y);
    if (far > 0) out.push({ x: (-a.x * wall.reach) / far, y: (-a.y * wall.reach) / far, r });
  });
  return out;
};

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

/** The points at both distances. */
const crossings = (a: Ring, b: Ring): { x: number; y: number }[] => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const d2 = dx * dx + dy * dy;
  if (d2 === 0 || a.reach < 0) return [];
  const along = (a.reach * a.reach - b.reach * b.reach + d2) / (2 * d2);
  const across2 = (a.reach * a.reach) / d2 - along * along;
  // circles that just touch, across a bore that just holds them
  if (across2 < -1e-7) return [];
  const across = Math.sqrt(Math.max(0, across2));
  const x = a.x + along * dx;
  const y = a.y + along * dy;
  return across === 0
    ? [{ x, y }]
    : [
        { x: x - across * dy, y: y + across * dx },
        { x: x + across * dy, y: y - across * dx },
      ];
};
