/** @file Full width at half maximum of a Gaussian, in standard deviations. */

export const FWHM = 2 * Math.sqrt(2 * Math.LN2);
