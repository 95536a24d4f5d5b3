/**
 * @file Trigonometry, exp and log from +, -, *, / and sqrt only.
 *
 * ECMAScript leaves Math.sin and friends implementation-defined, so a session replayed in another engine
 * could diverge. Mechanics and session use these. Relative error below 1e-14 (measured 8e-16; exp 5e-15 at |x| = 50).
 */

export const { PI } = Math;
export const TAU = 6.283185307179586;
export const DEG = PI / 180;

// pi/2 split in three so that k*pi/2 can be subtracted without losing bits (Cody-Waite reduction).
const PIO2_HI = 1.5707963267341256;
const PIO2_MID = 6.077100506303966e-11;
const PIO2_LO = 2.0222662487959506e-21;

const sinKernel = (x: number): number => {
  const z = x * x;
  const p =
    -1.66666666666666324348e-1 +
    z *
      (8.33333333332248946124e-3 +
        z *
          (-1.98412698298579493134e-4 +
            z *
              (2.75573137070700676789e-6 +
                z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10))));
  return x + x * z * p;
};

const cosKernel = (x: number): number => {
  const z = x * x;
  const p =
    4.16666666666666019037e-2 +
    z *
      (-1.38888888888741095749e-3 +
        z *
          (2.48015872894767294178e-5 +
            z *
              (-2.75573143513906633035e-7 +
                z * (2.0875723212981748279e-9 - z * 1.13596475577881948265e-11))));
  return 1 - 0.5 * z + z * z * p;
};

const reduce = (x: number): { q: number; r: number } => {
  const k = Math.round(x / (PI / 2));
  return { q: ((k % 4) + 4) % 4, r: x - k * PIO2_HI - k * PIO2_MID - k * PIO2_LO };
};

/** Sine of x (rad), |x| < 1e6. */
export const sin = (x: number): number => {
  const { q, r } = reduce(x);
  if (q === 0) return sinKernel(r);
  if (q === 1) return cosKernel(r);
  if (q === 2) return -sinKernel(r);
  return -cosKernel(r);
};

/** Cosine of x (rad), |x| < 1e6. */
export const cos = (x: number): number => {
  const { q, r } = reduce(x);
  if (q === 0) return cosKernel(r);
  if (q === 1) return -sinKernel(r);
  if (q === 2) return -cosKernel(r);
  return sinKernel(r);
};

/** Arc tangent by three argument halvings and a Taylor series in |t| < 0.1. */
const atanPositive = (v: number): number => {
  const inverted = v > 1;
  let t = inverted ? 1 / v : v;
  let halvings = 0;
  while (t > 0.1) {
    t = t / (1 + Math.sqrt(1 + t * t));
    halvings++;
  }
  const z = t * t;
  let series = 0;
  for (let n = 19; n >= 1; n -= 2) series = (((n - 1) / 2) % 2 === 0 ? 1 : -1) / n + z * series;
  let angle = t * series;
  for (let i = 0; i < halvings; i++) angle *= 2;
  return inverted ? PI / 2 - angle : angle;
};

/** Angle of (x, y) in (-pi, pi]; 0 at the origin. */
export const atan2 = (y: number, x: number): number => {
  if (x === 0 && y === 0) return 0;
  const ax = x < 0 ? -x : x;
  const ay = y < 0 ? -y : y;
  const base = ax === 0 ? PI / 2 : atanPositive(ay / ax);
  const folded = x < 0 ? PI - base : base;
  return y < 0 ? -folded : folded;
};

const { LN2 } = Math;

/** e^x for |x| < 700, by range reduction to |r| < ln2/2 and a Taylor polynomial. */
export const exp = (x: number): number => {
  if (x > 709) return Number.POSITIVE_INFINITY;
  if (x < -745) return 0;
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (r * sum) / n;
  let power = 1;
  const step = k < 0 ? 0.5 : 2;
  for (let i = Math.abs(k); i > 0; i--) power *= step;
  return sum * power;
};

/** Natural logarithm of x > 0 (NaN below 0, -Infinity at 0), by the area-tangent series. */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  let m = x;
  let k = 0;
  while (m > 1.5) {
    m *= 0.5;
    k++;
  }
  while (m < 0.75) {
    m *= 2;
    k--;
  }
  const t = (m - 1) / (m + 1);
  const z = t * t;
  let series = 0;
  for (let n = 29; n >= 1; n -= 2) series = 1 / n + z * series;
  return 2 * t * series + k * LN2;
};

/** x^y for x >= 0. */
export const pow = (x: number, y: number): number => (x === 0 ? 0 : exp(y * log(x)));

export const hypot = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/** Angle folded into (-pi, pi]. */
export const wrapAngle = (a: number): number => {
  const r = a - TAU * Math.floor((a + PI) / TAU);
  return r <= -PI ? r + TAU : r;
};
