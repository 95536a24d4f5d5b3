/** @file A straight line through points by least squares. */

export interface LineFit {
  readonly slope: number;
  readonly intercept: number;
  /** Share of the variance of y that the line explains. */
  readonly r2: number;
  /** Standard error of the slope, if the residuals are independent. */
  readonly slopeError: number;
}

export const fitLine = (x: ArrayLike<number>, y: ArrayLike<number>): LineFit => {
  const n = x.length;
  let meanX = 0;
  let meanY = 0;
  for (let i = 0; i < n; i++) {
    meanX += x[i]! / n;
    meanY += y[i]! / n;
  }
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const slope = xy / xx;
  const residual = Math.max(0, yy - slope * xy);
  return {
    slope,
    intercept: meanY - slope * meanX,
    r2: yy > 0 ? 1 - residual / yy : 1,
    slopeError: n > 2 ? Math.sqrt(residual / (n - 2) / xx) : Number.NaN,
  };
};
