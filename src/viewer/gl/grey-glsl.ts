/** @file GLSL shared by both pictures; the TypeScript twin is src/core/measure/{polar-image,scan-convert}.ts. */

export const GREY_GLSL = `
uniform float floorDb;
uniform float stepDb;
uniform float gainDb;
uniform float dynamicRangeDb;
uniform float gamma;

float greyOfLevel(float level) {
  float straight = (floorDb + level * stepDb + gainDb + dynamicRangeDb) / dynamicRangeDb;
  return pow(clamp(straight, 0.0, 1.0), gamma);
}`;

/**
 * Arc tangent from sqrt and a series: the built-in one may be off by 1e-3 rad, several grey levels on speckle.
 * Two half-angle steps bring the argument below tan(pi/16) = 0.199, where the first term left out is below 2e-9.
 */
export const ANGLE_GLSL = `
const float PI = 3.14159265358979;

float atanUnit(float t) {
  t = t / (1.0 + sqrt(1.0 + t * t));
  t = t / (1.0 + sqrt(1.0 + t * t));
  float z = t * t;
  float series = 1.0 + z * (-1.0 / 3.0 + z * (0.2 + z * (-1.0 / 7.0 + z * (1.0 / 9.0))));
  return 4.0 * t * series;
}

/** Angle of (x, y) in [0, 2 pi]. */
float angleOf(float y, float x) {
  float ax = abs(x);
  float ay = abs(y);
  float lower = min(ax, ay);
  float upper = max(ax, ay);
  float base = upper > 0.0 ? atanUnit(lower / upper) : 0.0;
  if (ay > ax) base = 0.5 * PI - base;
  if (x < 0.0) base = PI - base;
  return y < 0.0 ? 2.0 * PI - base : base;
}`;
