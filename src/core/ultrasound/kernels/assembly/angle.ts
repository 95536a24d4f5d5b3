/** @file Angles and exponentials, operation for operation those of core/math/angle.ts and core/math/quick-exp.ts. */

export const PI: f64 = Math.PI;
export const TAU: f64 = 2.0 * PI;
const TAN_PI_8: f64 = 0.41421356237309503;

/** Angles of two points (x, y) in [0, 2 pi); 0 at the origin. */
export function polarAngles(y: v128, x: v128): v128 {
  const zero = f64x2.splat(0.0);
  const ax = f64x2.abs(x);
  const ay = f64x2.abs(y);
  const small = f64x2.pmin(ax, ay);
  const large = f64x2.pmax(ax, ay);
  // one division: tan(a - pi/4) = (tan a - 1) / (tan a + 1)
  const steep = f64x2.gt(small, f64x2.mul(f64x2.splat(TAN_PI_8), large));
  const top = v128.bitselect(f64x2.sub(small, large), small, steep);
  const bottom = v128.bitselect(f64x2.add(small, large), large, steep);
  const base = v128.and(f64x2.splat(PI / 4.0), steep);
  const a = f64x2.add(base, atanSmall(f64x2.div(top, bottom)));
  const first = v128.bitselect(a, f64x2.sub(f64x2.splat(PI / 2.0), a), f64x2.le(ay, ax));
  const upper = v128.bitselect(f64x2.sub(f64x2.splat(PI), first), first, f64x2.lt(x, zero));
  const tau = f64x2.splat(TAU);
  const full = f64x2.sub(tau, upper);
  const lower = v128.and(full, f64x2.lt(full, tau));
  const angle = v128.bitselect(upper, lower, f64x2.ge(y, zero));
  return v128.and(angle, f64x2.gt(large, zero));
}

/** atan(t) by its Taylor series. */
function atanSmall(t: v128): v128 {
  const z = f64x2.mul(t, t);
  let p = f64x2.mul(z, f64x2.splat(1.0 / 13.0));
  p = f64x2.mul(z, f64x2.add(f64x2.splat(-1.0 / 11.0), p));
  p = f64x2.mul(z, f64x2.add(f64x2.splat(1.0 / 9.0), p));
  p = f64x2.mul(z, f64x2.add(f64x2.splat(-1.0 / 7.0), p));
  p = f64x2.mul(z, f64x2.add(f64x2.splat(1.0 / 5.0), p));
  p = f64x2.mul(z, f64x2.add(f64x2.splat(-1.0 / 3.0), p));
  return f64x2.mul(t, f64x2.add(f64x2.splat(1.0), p));
}

/** An angle folded into [-pi, pi), for any below 4 pi either way. */
export function fold(a: f64): f64 {
  if (a >= PI) return a - TAU * floor((a + PI) / TAU);
  if (a < -PI) return a + TAU * ceil((-a - PI) / TAU);
  return a;
}

/** An angle folded into (-pi, pi]. */
export function wrapAngle(a: f64): f64 {
  const r = a - TAU * floor((a + PI) / TAU);
  return r <= -PI ? r + TAU : r;
}

/** e^x for |x| < 20. */
export function quickExp(x: f64): f64 {
  const t = x * (1.0 / 64.0);
  let e =
    1.0 +
    t *
      (1.0 +
        t *
          (1.0 / 2.0 +
            t *
              (1.0 / 6.0 +
                t *
                  (1.0 / 24.0 +
                    t * (1.0 / 120.0 + t * (1.0 / 720.0 + t * (1.0 / 5040.0 + t * (1.0 / 40320.0))))))));
  e *= e;
  e *= e;
  e *= e;
  e *= e;
  e *= e;
  e *= e;
  return e;
}
