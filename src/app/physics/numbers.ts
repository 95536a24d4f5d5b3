/** @file Numbers as the physics page prints them: as many digits as they need, a real minus, and ∞. */

const withMinus = (text: string): string => text.replace('-', '−');

/** The digits that a constant was given, four at most: no rounding noise, and levels made from ratios stay short. */
export const plainNumber = (value: number): string =>
  Number.isFinite(value) ? withMinus(String(Number(value.toPrecision(4)))) : value < 0 ? '−∞' : '∞';

/** A measurement to about three digits; whole numbers from 100 on. */
export const measuredNumber = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100) return withMinus(value.toFixed(0));
  if (size > 0 && size < 0.001) return withMinus(value.toExponential(1));
  const digits = size === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(size)));
  return withMinus(String(Number(value.toFixed(digits))));
};
