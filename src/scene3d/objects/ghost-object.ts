/** @file What an angiogram tells anybody: the course of the arteries, faint, and the bones as landmarks. */
import { CatmullRomCurve3, Group, Mesh, TubeGeometry, Vector3 } from 'three';
import { FIBULA, TIBIA, toWorldPoint, type Waypoint } from '../../core/anatomy/leg-paths.ts';
import type { LegSide } from '../../core/anatomy/spec.ts';
import type { Anatomy } from '../../core/anatomy/tissue.ts';
import { legSide } from '../../core/fluoro/leg-shadow.ts';
import type { Curve } from '../../core/math/curve.ts';
import { PALETTE } from '../palette.ts';
import { tissueMaterial } from './tissue-material.ts';

const NODE_MM = 8;
const SIDES = 8;

export interface GhostObject {
  readonly group: Group;
  /** The target's own tube is hidden while the true wall is shown in its place. */
  showTarget(shown: boolean): void;
  /** Bones are landmarks for the far view; near by they would only fill the background. */
  showBones(shown: boolean): void;
  dispose(): void;
}

const points = (curve: Curve): Vector3[] => {
  const stride = Math.max(1, Math.round(NODE_MM / curve.stepMm));
  const out: Vector3[] = [];
  for (let i = 0; i < curve.frames.length; i += stride) {
    const { x, y, z } = curve.frames[i]!.origin;
    out.push(new Vector3(x, y, z));
  }
  const end = curve.frames[curve.frames.length - 1]!.origin;
  out.push(new Vector3(end.x, end.y, end.z));
  return out;
};

const tube = (path: Vector3[], radius: number, sides = SIDES): TubeGeometry =>
  new TubeGeometry(new CatmullRomCurve3(path), Math.min(64, Math.round(path.length * 1.6)), radius, sides);

/** A bone's shaft with the radius of each waypoint: a unit tube, then its rings are scaled. */
const bone = (side: LegSide, shape: typeof TIBIA): TubeGeometry => {
  const path = shape.map(([m, a, z]) => {
    const p = toWorldPoint(side, [m, a, z] as Waypoint);
    return new Vector3(p.x, p.y, p.z);
  });
  const curve = new CatmullRomCurve3(path);
  const rings = 40;
  const geometry = new TubeGeometry(curve, rings, 1, 20);
  const position = geometry.getAttribute('position');
  const centre = new Vector3();
  const vertex = new Vector3();
  const perRing = 21;
  for (let i = 0; i <= rings; i++) {
    curve.getPointAt(i / rings, centre);
    const radius = radiusAt(shape, centre.z);
    for (let k = 0; k < perRing; k++) {
      const v = i * perRing + k;
      vertex.fromBufferAttribute(position, v).sub(centre).multiplyScalar(radius).add(centre);
      position.setXYZ(v, vertex.x, vertex.y, vertex.z);
    }
  }
  return geometry;
};

const radiusAt = (shape: typeof TIBIA, z: number): number => {
  for (let i = 1; i < shape.length; i++) {
    const [, , z0, r0] = shape[i - 1]!;
    const [, , z1, r1] = shape[i]!;
    if (z <= z1) return r0 + ((r1 - r0) * Math.max(0, z - z0)) / (z1 - z0);
  }
  return shape[shape.length - 1]![3];
};

export const createGhostObject = (anatomy: Anatomy): GhostObject => {
  const group = new Group();
  const artery = tissueMaterial(PALETTE.ghost, 0.3, 'whole', 0.8);
  const targetMaterial = tissueMaterial(PALETTE.ghost, 0.4, 'whole', 0.9);
  const boneMaterial = tissueMaterial(PALETTE.bone, 0.2, 'whole', 0.75);
  const { target, leg } = anatomy;
  const targetMesh = new Mesh(tube(points(target.curve), target.rvdMm / 2, 16), targetMaterial);
  const meshes = [
    targetMesh,
    ...leg.vessels
      .filter((v) => v.filling !== 'occluded' && !v.id.startsWith(`${target.name.toLowerCase()}-distal`))
      .map(
        (v) => new Mesh(tube(points(v.curve), v.radiusMm[Math.floor(v.radiusMm.length / 2)] ?? 1), artery),
      ),
  ];
  const bones = [TIBIA, FIBULA].map((shape) => new Mesh(bone(legSide(anatomy), shape), boneMaterial));
  meshes.push(...bones);
  for (const mesh of meshes) {
    mesh.renderOrder = 1;
    group.add(mesh);
  }
  return {
    group,
    showTarget: (shown) => {
      targetMesh.visible = shown;
    },
    showBones: (shown) => {
      for (const mesh of bones) mesh.visible = shown;
    },
    dispose: () => {
      for (const mesh of meshes) mesh.geometry.dispose();
      for (const material of [artery, targetMaterial, boneMaterial]) material.dispose();
    },
  };
};
