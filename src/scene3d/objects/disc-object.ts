/** @file The live IVUS frame where it was taken: a disc across the vessel, every echo at its own azimuth. */
import {
  CircleGeometry,
  DataTexture,
  DoubleSide,
  GLSL3,
  type Matrix4,
  Mesh,
  NearestFilter,
  RedIntegerFormat,
  ShaderMaterial,
  UnsignedShortType,
  Vector3,
} from 'three';
import type { TargetVessel } from '../../core/anatomy/tissue.ts';
import { frameAt, toWorld } from '../../core/math/curve.ts';
import { addScaled, cross, dot, normalize } from '../../core/math/vec3.ts';
import { DB_RANGE, DB_STEP, type ImagingPose, type PolarFrame } from '../../core/ultrasound/frame.ts';

const VERTEX = `
uniform float depthMm;
out vec2 at;
void main() {
  at = position.xy * depthMm;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0);
}`;

/** Lines advance right-handed about the distal axis; the disc's own x and y are n1 and n2, so azimuth = atan(y, x). */
const FRAGMENT = `
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D levels;
uniform bool hasFrame;
uniform float rollRad;
uniform float startMm;
uniform float mmPerSample;
uniform float depthMm;
uniform float sheathMm;
uniform float gainDb;
uniform float rangeDb;
in vec2 at;
out vec4 colour;
const float TAU = 6.283185307179586;
const float FLOOR_DB = ${(-DB_RANGE).toFixed(1)};
const float STEP_DB = ${DB_STEP.toFixed(9)};

float level(int line, int sample1, ivec2 size) {
  int l = line - size.y * int(floor(float(line) / float(size.y)));
  return float(texelFetch(levels, ivec2(clamp(sample1, 0, size.x - 1), l), 0).r);
}

float greyAt(float line, float deep, ivec2 size) {
  int l = int(floor(line));
  int i = int(floor(deep));
  float u = line - float(l);
  float v = deep - float(i);
  float a = mix(level(l, i, size), level(l, i + 1, size), v);
  float b = mix(level(l + 1, i, size), level(l + 1, i + 1, size), v);
  float db = FLOOR_DB + STEP_DB * mix(a, b, u);
  return clamp((db + gainDb + rangeDb) / rangeDb, 0.0, 1.0);
}

void main() {
  float r = length(at);
  float rim = smoothstep(0.07, 0.02, abs(r - depthMm + 0.06));
  vec3 ring = vec3(0.353, 0.820, 0.898);
  if (r > depthMm) discard;
  if (!hasFrame) {
    colour = vec4(ring, 0.06 + 0.9 * rim);
    return;
  }
  ivec2 size = textureSize(levels, 0);
  float line = (atan(at.y, at.x) - rollRad) / TAU * float(size.y);
  float deep = (r - startMm) / mmPerSample;
  // A pixel covers many samples when the disc is small: average over its footprint instead of picking one.
  float pixelMm = length(fwidth(at)) * 0.7;
  float deepStep = pixelMm / mmPerSample / 3.0;
  float lineStep = pixelMm / max(r, 0.2) / TAU * float(size.y) / 3.0;
  float sum = 0.0;
  for (int p = -1; p <= 1; p++) {
    for (int q = -1; q <= 1; q++) {
      sum += greyAt(line + float(p) * lineStep, deep + float(q) * deepStep, size);
    }
  }
  float grey = sum / 9.0;
  if (r < sheathMm || deep > float(size.x - 1)) grey = 0.0;
  float alpha = r < sheathMm ? 0.0 : 0.45 + 0.53 * smoothstep(0.02, 0.22, grey);
  colour = mix(vec4(vec3(grey), alpha), vec4(ring, 1.0), rim);
}`;

export interface DiscObject {
  readonly mesh: Mesh;
  /** @param pose where the transducer is; used as long as there is no frame. */
  set(target: TargetVessel, pose: ImagingPose | null, frame: PolarFrame | null): void;
  setGrey(gainDb: number, rangeDb: number, depthMm: number): void;
  dispose(): void;
}

/** Columns n1, n2, t of the vessel at the transducer, leaned to stand square on the catheter's axis. */
export const discMatrix = (target: TargetVessel, pose: ImagingPose, out: Matrix4): Matrix4 => {
  const f = frameAt(target.curve, pose.s);
  const axis = normalize(addScaled(addScaled(f.t, f.n1, pose.dxds), f.n2, pose.dyds));
  const x = normalize(addScaled(f.n1, axis, -dot(f.n1, axis)));
  const y = cross(axis, x);
  const p = toWorld(target.curve, pose);
  out.makeBasis(new Vector3(x.x, x.y, x.z), new Vector3(y.x, y.y, y.z), new Vector3(axis.x, axis.y, axis.z));
  return out.setPosition(p.x, p.y, p.z);
};

/** 16-bit levels read by texelFetch: a row per line. */
const levelTexture = (data: Uint16Array, samples: number, lines: number): DataTexture => {
  const texture = new DataTexture(data, samples, lines, RedIntegerFormat, UnsignedShortType);
  texture.internalFormat = 'R16UI';
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  // Rows of an odd number of 16-bit values are not aligned to the default four bytes.
  texture.unpackAlignment = 2;
  texture.needsUpdate = true;
  return texture;
};

export const createDiscObject = (): DiscObject => {
  const geometry = new CircleGeometry(1, 96);
  const uniforms = {
    // An integer sampler needs an integer texture even while nothing reads it.
    levels: { value: levelTexture(new Uint16Array(1), 1, 1) },
    hasFrame: { value: false },
    rollRad: { value: 0 },
    startMm: { value: 0 },
    mmPerSample: { value: 0.01 },
    depthMm: { value: 4 },
    sheathMm: { value: 0.435 },
    gainDb: { value: 0 },
    rangeDb: { value: 50 },
  };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms,
    transparent: true,
    side: DoubleSide,
    depthWrite: false,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 8;
  mesh.visible = false;
  mesh.matrixAutoUpdate = false;
  let shown: PolarFrame | null = null;

  const upload = (frame: PolarFrame): void => {
    const old = uniforms.levels.value;
    if (old.image.width === frame.samples && old.image.height === frame.lines) {
      old.image.data = frame.data;
      old.needsUpdate = true;
    } else {
      old.dispose();
      uniforms.levels.value = levelTexture(frame.data, frame.samples, frame.lines);
    }
    uniforms.startMm.value = frame.startMm;
    uniforms.mmPerSample.value = frame.mmPerSample;
  };

  return {
    mesh,
    set: (target, pose, frame) => {
      const at = pose && frame ? frame.pose : pose;
      mesh.visible = at !== null;
      if (!at) return;
      if (frame && frame !== shown) upload(frame);
      shown = frame;
      uniforms.hasFrame.value = frame !== null;
      uniforms.rollRad.value = at.rollRad;
      uniforms.sheathMm.value = at.sheathRadiusMm;
      discMatrix(target, at, mesh.matrix);
      mesh.matrixWorldNeedsUpdate = true;
    },
    setGrey: (gainDb, rangeDb, depthMm) => {
      uniforms.gainDb.value = gainDb;
      uniforms.rangeDb.value = rangeDb;
      uniforms.depthMm.value = depthMm;
    },
    dispose: () => {
      geometry.dispose();
      uniforms.levels.value.dispose();
      material.dispose();
    },
  };
};
