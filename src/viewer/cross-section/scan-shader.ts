/** @file Scan conversion in the fragment shader; formulas as in src/core/measure/scan-convert.ts, its tested twin. */
import { ANGLE_GLSL, GREY_GLSL } from '../gl/grey-glsl.ts';

export const SCAN_FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;

/** One row per A-line, one column per sample. */
uniform usampler2D levels;
uniform int lineCount;
uniform int sampleCount;
uniform float startMm;
uniform float mmPerSample;
/** Size of the picture, px, and tissue across one pixel, mm. */
uniform vec2 pictureSize;
uniform float mmPerPixel;
uniform float depthMm;
/** Turns of the picture, clockwise on the unmirrored screen. */
uniform float rotationTurns;
/** -1 mirrors left and right, 1 does not. */
uniform float side;
${GREY_GLSL}
${ANGLE_GLSL}
out vec4 colour;

float levelOf(int line, int i) {
  return float(texelFetch(levels, ivec2(i, line), 0).r);
}

void main() {
  vec2 mm = (gl_FragCoord.xy - 0.5 * pictureSize) * mmPerPixel;
  float x = mm.x * side;
  float range = sqrt(x * x + mm.y * mm.y);
  float v = (range - startMm) / mmPerSample;
  float grey = 0.0;
  if (range <= depthMm && v >= 0.0 && v <= float(sampleCount - 1)) {
    float turns = angleOf(mm.y, -x) / (2.0 * PI) - rotationTurns;
    float u = (turns - floor(turns)) * float(lineCount);
    float lower = floor(u);
    int a = int(lower) % lineCount;
    int b = (int(lower) + 1) % lineCount;
    int i = min(sampleCount - 2, int(floor(v)));
    float fv = v - float(i);
    float onA = mix(levelOf(a, i), levelOf(a, i + 1), fv);
    float onB = mix(levelOf(b, i), levelOf(b, i + 1), fv);
    grey = greyOfLevel(mix(onA, onB, u - lower));
  }
  colour = vec4(vec3(grey), 1.0);
}`;
