/** @file A wire or catheter in the scene: true width, but never thinner than a line that can be seen. */
import { BufferAttribute, BufferGeometry, Color, DynamicDrawUsage, Mesh, ShaderMaterial } from 'three';
import { createTubeStrip, fillTubeStrip, indexCount, tubeIndices } from '../geometry/tube-strip.ts';

/** Line styles: wire 1 solid, catheter glassy with two bright edges (double), wire 2 dashed. */
export type DeviceStyle = 'solid' | 'double' | 'dashed';

const MOST_RINGS = 420;

const VERTEX = `
attribute vec3 outward;
attribute float fromTip;
uniform float radius;
uniform float leastPixels;
uniform float mmPerPixelAt1;
varying float arc;
varying vec3 facing;
varying vec3 toEye;
void main() {
  vec4 centre = modelViewMatrix * vec4(position, 1.0);
  float r = max(radius, 0.5 * leastPixels * mmPerPixelAt1 * -centre.z);
  facing = normalMatrix * outward;
  vec4 seen = centre + vec4(facing * r, 0.0);
  toEye = -seen.xyz;
  arc = fromTip;
  gl_Position = projectionMatrix * seen;
}`;

const FRAGMENT = `
uniform vec3 colour;
uniform int style;
uniform float coilMm;
varying float arc;
varying vec3 facing;
varying vec3 toEye;
void main() {
  float across = abs(dot(normalize(facing), normalize(toEye)));
  if (style == 1) {
    float edge = smoothstep(0.62, 0.22, across);
    gl_FragColor = vec4(colour * (0.45 + 0.55 * edge), mix(0.13, 0.95, edge));
    return;
  }
  vec3 lit = colour * (0.30 + 0.70 * across);
  // Wire 2 is dashed everywhere: bright dashes on a dark core, so that it still reads as one wire.
  if (style == 2 && fract(arc / 2.4) > 0.58) lit *= 0.22;
  float coil = 1.0 - smoothstep(coilMm - 0.5, coilMm, arc);
  lit += coil * (0.16 * colour + vec3(0.25) * pow(across, 12.0));
  gl_FragColor = vec4(lit, 1.0);
}`;

const STYLE: Readonly<Record<DeviceStyle, number>> = { solid: 0, double: 1, dashed: 2 };

export interface DeviceObject {
  readonly mesh: Mesh;
  /** @param world nodes x, y, z, proximal first, mm; null hides it. */
  set(world: Float32Array | null, radiusMm: number): void;
  /** Width of a pixel at distance 1, mm: follows from the camera and the size of the picture. */
  setPixel(mmPerPixelAt1: number): void;
  dispose(): void;
}

export const createDeviceObject = (colour: number, style: DeviceStyle, leastPixels: number): DeviceObject => {
  const strip = createTubeStrip(MOST_RINGS);
  const geometry = new BufferGeometry();
  const attribute = (array: Float32Array, size: number): BufferAttribute => {
    const a = new BufferAttribute(array, size);
    a.setUsage(DynamicDrawUsage);
    return a;
  };
  const centres = attribute(strip.centres, 3);
  const outward = attribute(strip.outward, 3);
  const fromTip = attribute(strip.fromTip, 1);
  geometry.setAttribute('position', centres);
  geometry.setAttribute('outward', outward);
  geometry.setAttribute('fromTip', fromTip);
  geometry.setIndex(new BufferAttribute(tubeIndices(MOST_RINGS), 1));
  const material = new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      colour: { value: new Color(colour).convertLinearToSRGB() },
      style: { value: STYLE[style] },
      radius: { value: 0.2 },
      leastPixels: { value: leastPixels },
      mmPerPixelAt1: { value: 0.001 },
      coilMm: { value: style === 'double' ? 0 : 3 },
    },
    transparent: style === 'double',
    depthWrite: style !== 'double',
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.visible = false;
  mesh.renderOrder = style === 'double' ? 10 : 0;
  let shown: Float32Array | null = null;
  return {
    mesh,
    set: (world, radiusMm) => {
      mesh.visible = world !== null;
      if (!world || world === shown) return;
      shown = world;
      fillTubeStrip(strip, world);
      geometry.setDrawRange(0, indexCount(strip.rings));
      centres.needsUpdate = true;
      outward.needsUpdate = true;
      fromTip.needsUpdate = true;
      material.uniforms.radius!.value = radiusMm;
    },
    setPixel: (mmPerPixelAt1) => {
      material.uniforms.mmPerPixelAt1!.value = mmPerPixelAt1;
    },
    dispose: () => {
      geometry.dispose();
      material.dispose();
    },
  };
};
