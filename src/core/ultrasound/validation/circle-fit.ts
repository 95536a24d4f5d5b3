/** @file The circle through points by least squares (Kasa): x^2 + y^2 = 2 a x + 2 b y + c is linear in a, b, c. */

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export const fitCircle = (points: readonly { readonly x: number; readonly y: number }[]): Circle => {
  const n = points.length;
  const mx = points.reduce((sum, { x }) => sum + x, 0) / n;
  const my = points.reduce((sum, { y }) => sum + y, 0) / n;
  let uu = 0;
  let uv = 0;
  let vv = 0;
  let uq = 0;
  let vq = 0;
  let qq = 0;
  for (const { x, y } of points) {
    const u = x - mx;
    const v = y - my;
    const q = u * u + v * v;
    uu += u * u;
    uv += u * v;
    vv += v * v;
    uq += (u * q) / 2;
    vq += (v * q) / 2;
    qq += q / n;
  }
  const scale = uu * vv - uv * uv;
  const a = (uq * vv - vq * uv) / scale;
  const b = (vq * uu - uq * uv) / scale;
  return { x: mx + a, y: my + b, radius: Math.sqrt(a * a + b * b + qq) };
};
