/** @file Draws the assembled longitudinal cut; formulas as in src/core/measure/longitudinal.ts, its tested twin. */
import { GREY_GLSL } from '../gl/grey-glsl.ts';

export const CUT_FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;

/** One texture row per column of the cut (a station), one texel per value along it; 0 is no data. */
uniform usampler2D levels;
uniform int columnCount;
uniform int rowCount;
uniform vec2 pictureSize;
/** Columns at the left and right edge of the picture (fractional). */
uniform vec2 columnRange;
${GREY_GLSL}
out vec4 colour;

const vec3 NOTHING_RECORDED = vec3(14.0, 18.0, 22.0) / 255.0;

float levelOf(int column, int row, float f) {
  if (column < 0 || column >= columnCount) return 0.0;
  float a = float(texelFetch(levels, ivec2(row, column), 0).r);
  float b = float(texelFetch(levels, ivec2(row + 1, column), 0).r);
  return a == 0.0 ? 0.0 : mix(a, b, f);
}

void main() {
  float u = mix(columnRange.x, columnRange.y, gl_FragCoord.x / pictureSize.x);
  float fromTop = 1.0 - gl_FragCoord.y / pictureSize.y;
  float row = clamp(fromTop * float(rowCount) - 0.5, 0.0, float(rowCount - 1));
  int upper = min(rowCount - 2, int(floor(row)));
  int left = int(floor(u));
  float f = u - floor(u);
  float a = levelOf(left, upper, row - float(upper));
  float b = levelOf(left + 1, upper, row - float(upper));
  float level = a > 0.0 && b > 0.0 ? mix(a, b, f) : (f < 0.5 ? a : b);
  colour = vec4(level > 0.0 ? vec3(greyOfLevel(level)) : NOTHING_RECORDED, 1.0);
}`;
