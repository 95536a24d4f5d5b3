/** @file How complex numbers lie in memory, and the sines of the butterflies. */

/** Bytes of a column within a block of four ranges: four real parts, then four imaginary parts. */
export const COLUMN: usize = 32;

/** Bytes of a twiddle factor: real part, imaginary part. */
export const FACTOR: usize = 8;

/** sin of 2 pi / 3; the cosine is -1/2. */
export const SIN_3: f32 = 0.8660254037844386;

/** cos and sin of 2 pi / 5 and of twice that angle. */
export const COS_5: f32 = 0.30901699437494745;
export const SIN_5: f32 = 0.9510565162951535;
export const COS_5_TWICE: f32 = -0.8090169943749475;
export const SIN_5_TWICE: f32 = 0.5877852522924731;
