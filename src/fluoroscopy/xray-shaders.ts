/** @file The shaders of the X-ray picture: path lengths, exposure meter, detector, monitor. */
import { SPECTRUM } from '../core/fluoro/attenuation.ts';

/** Ribbons: vertices are mm in the isocentre's plane, v down. */
export const PATH_VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 across;
layout(location = 2) in vec2 perChord;
layout(location = 3) in vec2 along;
uniform vec2 fieldMm;
out vec2 lateral;
out vec2 depth;
out vec2 grain;
void main() {
  lateral = across;
  depth = perChord;
  grain = along;
  gl_Position = vec4(vec2(2.0, -2.0) * place / fieldMm, 0.0, 1.0);
}`;

/** Optical depth of a tube's chord; for thin tubes the exact mean over the pixel, so that no wire breaks up. */
export const PATH_FRAGMENT = `#version 300 es
precision highp float;
in vec2 lateral;
in vec2 depth;
in vec2 grain;
uniform float pixelMm;
uniform float amount;
out vec4 sum;

float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

float valueNoise(vec2 p) {
  vec2 i = floor(p);
  vec2 f = p - i;
  f = f * f * (3.0 - 2.0 * f);
  float lower = mix(hash(i), hash(i + vec2(1.0, 0.0)), f.x);
  float upper = mix(hash(i + vec2(0.0, 1.0)), hash(i + vec2(1.0, 1.0)), f.x);
  return mix(lower, upper, f.y);
}

float sectorArea(float x, float r) {
  float q = clamp(x / r, -1.0, 1.0);
  return r * r * (q * sqrt(max(0.0, 1.0 - q * q)) + asin(q));
}

void main() {
  float x = lateral.x;
  float r = lateral.y;
  float chord = r > 3.0 * pixelMm
    ? 2.0 * sqrt(max(0.0, r * r - x * x))
    : (sectorArea(x + 0.5 * pixelMm, r) - sectorArea(x - 0.5 * pixelMm, r)) / pixelMm;
  float texture1 = 1.0;
  if (grain.y > 0.0) {
    float n = 0.6 * valueNoise(vec2(grain.x, x * 0.9)) + 0.4 * valueNoise(vec2(grain.x * 2.3, x * 2.1));
    texture1 += grain.y * (2.0 * n - 1.0);
  }
  sum = vec4(depth * (chord * texture1 * amount), 0.0, 1.0);
}`;

const TRANSMISSION = `
float transmission(vec2 depth) {
  return ${SPECTRUM.low.toFixed(4)} * exp(-depth.x) + ${SPECTRUM.high.toFixed(4)} * exp(-depth.y);
}`;

/** Exposure meter: transmission on a coarse grid, read back once per view. */
export const METER_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
uniform sampler2D still;
out vec4 light;
${TRANSMISSION}
void main() {
  ivec2 size = textureSize(still, 0);
  light = vec4(transmission(texelFetch(still, ivec2(at * vec2(size)), 0).xy));
}`;

/** One pulse: Beer-Lambert, scatter, quantum noise, and the lag of the recursive filter. */
export const DETECTOR_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
uniform sampler2D still;
uniform sampler2D moving;
uniform sampler2D before;
uniform float output1;
uniform float scatter;
uniform float photons;
uniform float keep;
uniform int seed;
out vec4 light;
${TRANSMISSION}

uint mixBits(uint x) {
  x ^= x >> 16u; x *= 0x85ebca6bu;
  x ^= x >> 13u; x *= 0xc2b2ae35u;
  return x ^ (x >> 16u);
}

/** Normal to a good approximation: the four bytes of a hash of the pixel and the pulse, summed. */
float gauss(ivec2 p) {
  uint a = mixBits(uint(p.x) * 0x9e3779b1u ^ uint(p.y) * 0x85ebca77u ^ uint(seed) * 0xc2b2ae3du);
  uvec4 bytes = uvec4(a, a >> 8u, a >> 16u, a >> 24u) & 255u;
  return (dot(vec4(bytes), vec4(1.0)) - 510.0) / 147.8;
}

void main() {
  ivec2 p = ivec2(gl_FragCoord.xy);
  vec2 depth = texelFetch(still, p, 0).xy + texelFetch(moving, p, 0).xy;
  float primary = transmission(max(depth, vec2(0.0))) * output1;
  float seen = (primary + scatter) / (1.0 + scatter);
  // A pixel shares light with its neighbours: correlated grain instead of snow.
  float noise = 0.62 * gauss(p) + 0.42 * gauss((p + ivec2(1)) / 2) + 0.45 * gauss(p / 3);
  seen = max(0.004, seen + sqrt(seen / photons) * noise);
  float kept = mix(seen, texelFetch(before, p, 0).x, keep);
  // The monitor works on the logarithm; taken here once instead of at every look.
  light = vec4(kept, log(kept), 0.0, 1.0);
}`;

/** What the monitor shows of the held image: move with the table, soften, sharpen edges, grey curve, roadmap. */
export const MONITOR_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
uniform sampler2D held;
uniform sampler2D roadmap;
uniform vec2 shift;
uniform float zoom;
uniform float roadmapStrength;
uniform float rounding;
uniform float edgeSoft;
uniform vec2 shape;
out vec4 colour;

void main() {
  vec2 size = vec2(textureSize(held, 0));
  vec2 uv = (at - 0.5) * zoom + 0.5 + shift;
  vec2 reach = 2.0 / size;
  float middle = texture(held, uv).y;
  float around = 0.25 * (texture(held, uv + vec2(reach.x, 0.0)).y + texture(held, uv - vec2(reach.x, 0.0)).y
    + texture(held, uv + vec2(0.0, reach.y)).y + texture(held, uv - vec2(0.0, reach.y)).y);
  vec2 wide = 3.0 * reach;
  float field = 0.125 * (texture(held, uv + vec2(wide.x, 0.0)).y + texture(held, uv - vec2(wide.x, 0.0)).y
    + texture(held, uv + 0.7 * wide).y + texture(held, uv - 0.7 * wide).y
    + texture(held, uv + vec2(0.7, -0.7) * wide).y + texture(held, uv + vec2(-0.7, 0.7) * wide).y
    + texture(held, uv + vec2(0.0, wide.y)).y + texture(held, uv - vec2(0.0, wide.y)).y);
  // Detail over a flattened field, as consoles show it: a wire stays a dark line in front of bone and muscle alike.
  float sharp = 0.72 * field + 0.7 * (middle - around) + 1.7 * (middle - field);
  // Straight about the exposure's aim; air beside the leg is held back as by the wedge filters of a real system:
  // it fills most of a wide picture and must not outshine it.
  float grey = sharp < 0.0 ? 0.02 + 0.58 * exp(1.75 * sharp) : 0.6 + 0.12 * (1.0 - exp(-5.0 * sharp));
  if (roadmapStrength > 0.0) {
    float mask = 1.0 - exp(-5.0 * max(0.0, texture(roadmap, at).x));
    // Lifts what lies there by a factor, so that a wire in the vessel stays dark against it.
    grey = min(0.96, grey * (1.0 + roadmapStrength * mask));
  }
  // Outside the held image nothing was exposed.
  vec2 inside = step(vec2(0.0), uv) * step(uv, vec2(1.0));
  grey *= mix(0.25, 1.0, inside.x * inside.y);
  // Collimator: a rounded field with the penumbra of its leaves; lengths are shares of the shorter side.
  vec2 d = abs(at - 0.5) * shape - (0.5 * shape - rounding - edgeSoft);
  float outside = length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - rounding;
  grey *= 1.0 - smoothstep(-edgeSoft, edgeSoft, outside);
  colour = vec4(vec3(grey) * vec3(0.985, 1.0, 1.0), 1.0);
}`;
