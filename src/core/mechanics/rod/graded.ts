/** @file Lengths of a device's edges: fine at the tip, where it bends and bites, coarse behind. */

/** Edge length, mm, over so many mm, from the tip backward (field measurement: 125 nodes for 350 mm). */
const GRADES = [
  { edgeMm: 0.5, overMm: 10 },
  { edgeMm: 1, overMm: 30 },
  { edgeMm: 2.5, overMm: 60 },
  { edgeMm: 5, overMm: Number.POSITIVE_INFINITY },
] as const;

/** Edges from the proximal end to the tip of a device of at least this length, mm. */
export const gradedEdges = (lengthMm: number, finer = 1): number[] => {
  const edges: number[] = [];
  let left = lengthMm;
  for (const { edgeMm, overMm } of GRADES) {
    const count = Math.ceil(Math.min(overMm, left) * (finer / edgeMm) - 1e-9);
    for (let i = 0; i < count; i++) edges.push(edgeMm / finer);
    left -= (count * edgeMm) / finer;
    if (left <= 1e-9) break;
  }
  return edges.reverse();
};
