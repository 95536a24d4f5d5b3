/** @file The material of every tissue surface: one headlight, cut along the section plane, optionally glassy. */
import { Color, DoubleSide, ShaderMaterial } from 'three';

/** `kept`: only behind the cut. `removed`: only in front of it. `whole`: not cut. */
export type CutPart = 'kept' | 'removed' | 'whole';

const VERTEX = `
attribute float side;
varying vec3 toEye;
varying vec3 facing;
varying float cutSide;
void main() {
  vec4 seen = modelViewMatrix * vec4(position, 1.0);
  toEye = -seen.xyz;
  facing = normalMatrix * normal;
  cutSide = side;
  gl_Position = projectionMatrix * seen;
}`;

const FRAGMENT = `
uniform vec3 colour;
uniform float opacity;
uniform float rim;
uniform int part;
varying vec3 toEye;
varying vec3 facing;
varying float cutSide;
void main() {
  if (part == 1 && cutSide > 0.0) discard;
  if (part == 2 && cutSide < 0.0) discard;
  float across = abs(dot(normalize(facing), normalize(toEye)));
  vec3 lit = colour * (0.28 + 0.72 * across) + vec3(0.10) * pow(across, 24.0);
  float edge = mix(1.0, 1.0 - across, rim);
  gl_FragColor = vec4(lit, opacity * edge);
}`;

const PART: Readonly<Record<CutPart, number>> = { whole: 0, kept: 1, removed: 2 };

/** @param rim 0 evenly filled .. 1 only the silhouette shows, as of glass. */
export const tissueMaterial = (
  colour: number,
  opacity = 1,
  part: CutPart = 'whole',
  rim = 0,
): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      colour: { value: new Color(colour).convertLinearToSRGB() },
      opacity: { value: opacity },
      rim: { value: rim },
      part: { value: PART[part] },
    },
    side: DoubleSide,
    transparent: opacity < 1 || rim > 0,
    depthWrite: opacity >= 1 && rim === 0,
  });
