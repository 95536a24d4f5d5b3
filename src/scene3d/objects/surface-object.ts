/** @file Meshes from plain surface arrays, and their end. */
import { BufferAttribute, BufferGeometry, Mesh, type ShaderMaterial } from 'three';
import type { SurfaceData } from '../geometry/grid-surface.ts';

export const surfaceGeometry = (data: SurfaceData): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(data.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(data.normals, 3));
  geometry.setAttribute('side', new BufferAttribute(data.sides, 1));
  geometry.setIndex(new BufferAttribute(data.indices, 1));
  return geometry;
};

/** A mesh whose geometry is replaced as the tissue changes; empty until then. */
export interface SurfaceObject {
  readonly mesh: Mesh;
  set(geometry: BufferGeometry): void;
  dispose(): void;
}

/** Surfaces of a scene are few and always near: culling by bounds would cost more than it saves. */
export const createSurface = (material: ShaderMaterial, order = 0): SurfaceObject => {
  const mesh = new Mesh(new BufferGeometry(), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = order;
  return {
    mesh,
    set: (geometry) => {
      if (geometry !== mesh.geometry) mesh.geometry.dispose();
      mesh.geometry = geometry;
    },
    dispose: () => {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};
