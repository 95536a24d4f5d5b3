/**
 * @file Tubes as ribbons on the screen: the mesh the X-ray shader fills with path lengths.
 *
 * A ribbon follows the projected axis; across it the shader knows the distance from the axis and integrates the
 * chord of the section over the pixel, so that a wire thinner than a pixel keeps its exact mass.
 */
import { type CArm, cArmBasis, type Projected, projectInto, SOD_MM } from './c-arm.ts';
import { nodeCount, type Tube } from './tube.ts';

/** Floats per vertex: u, v (mm), distance from the axis (mm), half width (mm), optical depth per mm of a circle's
 *  chord at the two energies, arc length (in grains), grain. */
export const RIBBON_STRIDE = 8;

export interface RibbonMesh {
  vertices: Float32Array;
  indices: Uint32Array;
  vertexCount: number;
  indexCount: number;
}

export const createRibbonMesh = (): RibbonMesh => ({
  vertices: new Float32Array(0),
  indices: new Uint32Array(0),
  vertexCount: 0,
  indexCount: 0,
});

/** A tube seen along its axis would be infinitely deep; beyond this slope the real end caps limit it (ASSUMED). */
const MIN_SINE = 0.25;

const reserve = (mesh: RibbonMesh, nodes: number): void => {
  const floats = nodes * 2 * RIBBON_STRIDE;
  if (mesh.vertices.length < floats) mesh.vertices = new Float32Array(Math.ceil(floats * 1.3));
  if (mesh.indices.length < nodes * 6) mesh.indices = new Uint32Array(Math.ceil(nodes * 6 * 1.3));
};

const point: Projected = { u: 0, v: 0, depth: 0, magnification: 1 };
let axis = new Float32Array(3 * 1024);

/**
 * Writes the ribbons of `tubes` seen by `cArm` into `mesh` (grown as needed) and returns it.
 * @param padMm half a pixel's diagonal in the isocentre's plane: the ribbon is that much wider on either side.
 */
export const buildRibbons = (
  mesh: RibbonMesh,
  tubes: readonly Tube[],
  cArm: CArm,
  padMm: number,
): RibbonMesh => {
  let nodes = 0;
  for (const tube of tubes) nodes += nodeCount(tube);
  reserve(mesh, nodes);
  mesh.vertexCount = 0;
  mesh.indexCount = 0;
  const basis = cArmBasis(cArm.angleDeg);
  for (const tube of tubes) {
    const n = nodeCount(tube);
    if (n < 2) continue;
    if (axis.length < 3 * n) axis = new Float32Array(3 * n * 2);
    for (let i = 0; i < n; i++) {
      projectInto(
        basis,
        cArm.centre,
        tube.world[3 * i]!,
        tube.world[3 * i + 1]!,
        tube.world[3 * i + 2]!,
        point,
      );
      axis[3 * i] = point.u;
      axis[3 * i + 1] = point.v;
      axis[3 * i + 2] = point.depth;
    }
    writeTube(mesh, tube, n, (cArm.angleDeg * Math.PI) / 180, padMm);
  }
  return mesh;
};

const writeTube = (mesh: RibbonMesh, tube: Tube, n: number, phi: number, padMm: number): void => {
  const { vertices, indices } = mesh;
  const c = Math.cos(phi - (tube.axisRad ?? 0));
  const s = Math.sin(phi - (tube.axisRad ?? 0));
  let du = 0;
  let dv = 1;
  let arc = 0;
  for (let i = 0; i < n; i++) {
    const a = 3 * Math.max(0, i - 1);
    const b = 3 * Math.min(n - 1, i + 1);
    const eu = axis[b]! - axis[a]!;
    const ev = axis[b + 1]! - axis[a + 1]!;
    const ed = axis[b + 2]! - axis[a + 2]!;
    const flat = Math.sqrt(eu * eu + ev * ev);
    const span = Math.sqrt(flat * flat + ed * ed);
    if (flat > 1e-6) {
      du = eu / flat;
      dv = ev / flat;
    }
    const sine = span > 1e-9 ? Math.max(MIN_SINE, flat / span) : 1;
    const shrink = SOD_MM / (SOD_MM + axis[3 * i + 2]!);
    const r1 = tube.radius[i]!;
    const r2 = tube.radius2?.[i] ?? r1;
    // Half width and depth of an ellipse seen from the side: h * (half depth) = r1 * r2.
    const half = r1 === r2 ? r1 : Math.sqrt(r1 * r1 * c * c + r2 * r2 * s * s);
    const perChord = half > 1e-6 ? (r1 * r2) / (half * half) / sine / shrink : 0;
    const wide = half * shrink;
    if (i > 0) {
      const pu = axis[3 * i]! - axis[3 * i - 3]!;
      const pv = axis[3 * i + 1]! - axis[3 * i - 2]!;
      const pd = axis[3 * i + 2]! - axis[3 * i - 1]!;
      arc += Math.sqrt(pu * pu + pv * pv + pd * pd) / (tube.grainMm ?? 1);
    }
    for (const side of [-1, 1]) {
      const lateral = side * (wide + padMm);
      const o = (mesh.vertexCount + 2 * i + (side > 0 ? 1 : 0)) * RIBBON_STRIDE;
      vertices[o] = axis[3 * i]! - dv * lateral;
      vertices[o + 1] = axis[3 * i + 1]! + du * lateral;
      vertices[o + 2] = lateral;
      vertices[o + 3] = wide;
      vertices[o + 4] = tube.mu.low * perChord;
      vertices[o + 5] = tube.mu.high * perChord;
      vertices[o + 6] = arc;
      vertices[o + 7] = tube.grain ?? 0;
    }
    if (i > 0) {
      const v = mesh.vertexCount + 2 * i;
      const k = mesh.indexCount;
      indices[k] = v - 2;
      indices[k + 1] = v - 1;
      indices[k + 2] = v;
      indices[k + 3] = v;
      indices[k + 4] = v - 1;
      indices[k + 5] = v + 1;
      mesh.indexCount = k + 6;
    }
  }
  mesh.vertexCount += 2 * n;
};

/**
 * Mean chord of a circle of radius r over a pixel of width p whose centre lies x off the axis, all mm: what the
 * shader computes, here for its test.
 */
export const meanChord = (x: number, r: number, p: number): number => {
  const area = (t: number): number => {
    const q = Math.min(1, Math.max(-1, t / r));
    return r * r * (q * Math.sqrt(1 - q * q) + Math.asin(q));
  };
  return (area(x + p / 2) - area(x - p / 2)) / p;
};
