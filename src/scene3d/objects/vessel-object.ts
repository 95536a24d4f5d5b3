/** @file The truth: the layered vessel laid open, its calcium, plane, true lumen, branches and veins. */
import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  DoubleSide,
  Group,
  LinearFilter,
  Mesh,
  RGBAFormat,
  ShaderMaterial,
} from 'three';
import type { Tissue } from '../../core/anatomy/tissue.ts';
import type { Cut } from '../geometry/cut.ts';
import { joinSurfaces } from '../geometry/grid-surface.ts';
import { facePicture, faceRibbon } from '../geometry/section-face.ts';
import {
  branchSurface,
  calciumSurface,
  openingSurface,
  openLumenSurface,
  plugSurface,
  veinSurface,
  wallSurface,
} from '../geometry/vessel-surfaces.ts';
import { PALETTE } from '../palette.ts';
import { createSurface, surfaceGeometry } from './surface-object.ts';
import { tissueMaterial } from './tissue-material.ts';

export const LAYER_IDS = ['wall', 'lumen', 'plane', 'calcium', 'veins'] as const;
export type LayerId = (typeof LAYER_IDS)[number];
export type Layers = Readonly<Record<LayerId, boolean>>;

export interface VesselObject {
  readonly group: Group;
  /** Rebuilds every surface from the tissue as it is now. */
  rebuild(tissue: Tissue, cut: Cut): void;
  show(layers: Layers): void;
  triangles(): number;
  dispose(): void;
}

export const createVesselObject = (): VesselObject => {
  const group = new Group();
  const surfaces = {
    outside: createSurface(tissueMaterial(PALETTE.adventitia, 1, 'kept')),
    lumen: createSurface(tissueMaterial(PALETTE.lumen, 1, 'kept')),
    lumenFront: createSurface(tissueMaterial(PALETTE.lumen, 0.3, 'removed', 0.55), 4),
    plug: createSurface(tissueMaterial(PALETTE.lumen, 0.5, 'removed', 0.92), 3),
    branches: createSurface(tissueMaterial(PALETTE.lumen, 1, 'kept')),
    plane: createSurface(tissueMaterial(PALETTE.plane, 1, 'kept')),
    planeFront: createSurface(tissueMaterial(PALETTE.plane, 0.3, 'removed', 0.92), 5),
    calcium: createSurface(tissueMaterial(PALETTE.calcium, 1, 'kept')),
    calciumFront: createSurface(tissueMaterial(PALETTE.calcium, 0.34, 'removed', 0.3), 6),
    veins: createSurface(tissueMaterial(PALETTE.vein, 0.3, 'whole', 0.7), 2),
  };
  const face = createFace();
  for (const { mesh } of Object.values(surfaces)) group.add(mesh);
  group.add(face.mesh);

  return {
    group,
    rebuild: (tissue, cut) => {
      surfaces.outside.set(surfaceGeometry(wallSurface(tissue, cut, 'adventitia')));
      const lumen = surfaceGeometry(openLumenSurface(tissue, cut));
      surfaces.lumen.set(lumen);
      surfaces.lumenFront.set(lumen.clone());
      surfaces.plug.set(surfaceGeometry(plugSurface(tissue, cut)));
      surfaces.branches.set(surfaceGeometry(branchSurface(tissue, cut)));
      const plane = surfaceGeometry(
        joinSurfaces([openingSurface(tissue, cut, 'plane'), openingSurface(tissue, cut, 'track')]),
      );
      surfaces.plane.set(plane);
      surfaces.planeFront.set(plane.clone());
      const calcium = surfaceGeometry(calciumSurface(tissue, cut));
      surfaces.calcium.set(calcium);
      surfaces.calciumFront.set(calcium.clone());
      const { veins } = tissue.anatomy.target;
      surfaces.veins.set(surfaceGeometry(joinSurfaces(veins.map((vein) => veinSurface(tissue, cut, vein)))));
      face.set(tissue, cut);
    },
    show: (layers) => {
      surfaces.outside.mesh.visible = layers.wall;
      face.mesh.visible = layers.wall;
      surfaces.branches.mesh.visible = layers.wall;
      for (const s of [surfaces.lumen, surfaces.lumenFront, surfaces.plug]) s.mesh.visible = layers.lumen;
      for (const s of [surfaces.plane, surfaces.planeFront]) s.mesh.visible = layers.plane;
      for (const s of [surfaces.calcium, surfaces.calciumFront]) s.mesh.visible = layers.calcium;
      surfaces.veins.mesh.visible = layers.veins;
    },
    triangles: () => Object.values(surfaces).reduce((n, s) => n + (s.mesh.geometry.index?.count ?? 0) / 3, 0),
    dispose: () => {
      for (const surface of Object.values(surfaces)) surface.dispose();
      face.dispose();
    },
  };
};

const FACE_VERTEX = `
varying vec2 at;
void main() {
  at = uv;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** Evenly lit, so that the colours of the materials can be compared along the vessel. */
const FACE_FRAGMENT = `
uniform sampler2D picture;
varying vec2 at;
void main() {
  vec4 c = texture2D(picture, at);
  if (c.a < 0.5) discard;
  gl_FragColor = vec4(c.rgb * 0.92, 1.0);
}`;

const createFace = (): { mesh: Mesh; set(tissue: Tissue, cut: Cut): void; dispose(): void } => {
  const material = new ShaderMaterial({
    vertexShader: FACE_VERTEX,
    fragmentShader: FACE_FRAGMENT,
    uniforms: { picture: { value: null } },
    side: DoubleSide,
  });
  const mesh = new Mesh(new BufferGeometry(), material);
  mesh.frustumCulled = false;
  let texture: DataTexture | null = null;
  return {
    mesh,
    set: (tissue, cut) => {
      const ribbon = faceRibbon(tissue, cut);
      const geometry = surfaceGeometry(ribbon);
      geometry.setAttribute('uv', new BufferAttribute(ribbon.uvs, 2));
      mesh.geometry.dispose();
      mesh.geometry = geometry;
      const { width, height, pixels } = facePicture(tissue, cut);
      texture?.dispose();
      texture = new DataTexture(pixels, width, height, RGBAFormat);
      texture.magFilter = LinearFilter;
      texture.minFilter = LinearFilter;
      texture.needsUpdate = true;
      material.uniforms.picture!.value = texture;
    },
    dispose: () => {
      mesh.geometry.dispose();
      texture?.dispose();
      material.dispose();
    },
  };
};
