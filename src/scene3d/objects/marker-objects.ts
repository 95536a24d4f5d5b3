/** @file Small solid things: the transducer, and the arrow that points from it to the true lumen. */
import { ConeGeometry, CylinderGeometry, Group, Mesh, Quaternion, Vector3 } from 'three';
import type { Vec3 } from '../../core/math/vec3.ts';
import { PALETTE } from '../palette.ts';
import { tissueMaterial } from './tissue-material.ts';

const UP = new Vector3(0, 1, 0);

export interface TransducerObject {
  readonly group: Group;
  /** @param axis unit vector of the catheter. */
  set(at: Vec3 | null, axis: Vec3): void;
  dispose(): void;
}

/** Housing of 1.4 mm by 0.6 mm (ASSUMED). */
export const createTransducer = (): TransducerObject => {
  const geometry = new CylinderGeometry(0.26, 0.26, 1.4, 20);
  const material = tissueMaterial(PALETTE.metal);
  const group = new Group();
  group.add(new Mesh(geometry, material));
  group.visible = false;
  return {
    group,
    set: (at, axis) => {
      group.visible = at !== null;
      if (!at) return;
      group.position.set(at.x, at.y, at.z);
      group.quaternion.setFromUnitVectors(UP, new Vector3(axis.x, axis.y, axis.z));
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
};

export interface ArrowObject {
  readonly group: Group;
  set(from: Vec3 | null, to: Vec3): void;
  dispose(): void;
}

/** Below this the transducer is in the lumen already and an arrow would point nowhere, mm. */
const LEAST_MM = 0.35;
const HEAD_MM = 0.42;

export const createArrow = (colour: number): ArrowObject => {
  const shaft = new CylinderGeometry(0.055, 0.055, 1, 10);
  const head = new ConeGeometry(0.19, HEAD_MM, 18);
  const material = tissueMaterial(colour);
  // Drawn over everything: a direction must not hide behind what it points through.
  material.depthTest = false;
  material.transparent = true;
  const shaftMesh = new Mesh(shaft, material);
  const headMesh = new Mesh(head, material);
  const group = new Group();
  group.add(shaftMesh, headMesh);
  for (const mesh of [shaftMesh, headMesh]) mesh.renderOrder = 20;
  group.visible = false;
  const direction = new Vector3();
  const turn = new Quaternion();
  return {
    group,
    set: (from, to) => {
      group.visible = false;
      if (!from) return;
      direction.set(to.x - from.x, to.y - from.y, to.z - from.z);
      const length = direction.length();
      if (length < LEAST_MM) return;
      group.visible = true;
      direction.normalize();
      group.position.set(from.x, from.y, from.z);
      group.quaternion.copy(turn.setFromUnitVectors(UP, direction));
      const stem = Math.max(0.05, length - HEAD_MM);
      shaftMesh.scale.set(1, stem, 1);
      shaftMesh.position.set(0, stem / 2, 0);
      headMesh.position.set(0, stem + HEAD_MM / 2, 0);
    },
    dispose: () => {
      shaft.dispose();
      head.dispose();
      material.dispose();
    },
  };
};
