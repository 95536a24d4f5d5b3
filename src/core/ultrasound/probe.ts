/**
 * @file The transducer: beam width, slice thickness, sensitivity and pulse length by depth and frequency.
 *
 * A flat square 0.5 mm element. For a fixed aperture a the pulse-echo field depends on depth and frequency only
 * through z / f (Fresnel scaling: z lambda / a^2), so one curve serves 20 .. 60 MHz. Its points are the
 * -6 dB widths computed with a frequency-domain field simulator at 40 and 60 MHz (MODEL.md, table 2).
 */

/** Speed with which ranges are computed from times, mm/us. */
export const SPEED_MM_PER_US = 1.54;
/** Distance of the element's face from the catheter axis, mm. */
export const ORBIT_MM = 0.3;
/** Frequency at which the curves below are tabulated, MHz. */
const TABLE_MHZ = 40;

/** Depth from the element at 40 MHz (mm), two-way width at half amplitude (mm). At the face: 0.75 of the aperture. */
const WIDTH: readonly (readonly [number, number])[] = [
  [0, 0.375],
  [0.667, 0.386],
  [1, 0.348],
  [1.333, 0.321],
  [1.5, 0.285],
  [1.667, 0.224],
  [2, 0.197],
  [2.5, 0.211],
  [2.667, 0.217],
  [3, 0.236],
  [3.333, 0.256],
  [4, 0.297],
  [5, 0.362],
];

/**
 * Angle over which speckle stays the same when the element turns (intensity autocovariance at half height), at the
 * equivalent depth: field simulator, 2.7 / 3.0 / 3.7 deg. It is finer than the beam where the wall lies: there the
 * beam is as wide as the element, but its phase is curved, so neighbouring lines hear different sums of the same
 * scatterers. Far out it meets the beam's own 3.9 deg.
 */
const SPECKLE_DEG: readonly (readonly [number, number])[] = [
  [0, 2.6],
  [1.5, 2.7],
  [2.3, 3.0],
  [3.1, 3.6],
  [4, 3.9],
];

/** Peak echo of a point target, relative; at the same depths as the field simulator printed it (40 MHz). */
const POINT_PEAK: readonly (readonly [number, number])[] = [
  [0, 0.73],
  [1, 0.79],
  [1.5, 1],
  [2, 0.93],
  [2.5, 0.72],
  [3, 0.53],
  [4, 0.28],
  [5, 0.16],
];

/** Beam width at half amplitude (-6 dB, two-way) at a depth from the element, mm; in plane and across it. */
export const beamWidthMm = (frequencyMHz: number, depthMm: number): number => {
  const z = equivalentDepth(frequencyMHz, depthMm);
  // far field: 0.886 lambda / a is 0.068 rad at 40 MHz
  return z <= 5 ? interpolate(WIDTH, z) : 0.362 + 0.068 * (z - 5);
};

/** Angular width of the speckle cell at half height, rad. Scales with wavelength. */
export const speckleWidthRad = (frequencyMHz: number, depthMm: number): number => {
  const degrees =
    interpolate(SPECKLE_DEG, equivalentDepth(frequencyMHz, depthMm)) * (TABLE_MHZ / frequencyMHz);
  return (degrees * Math.PI) / 180;
};

/**
 * Sensitivity to a volume of scatterers, 1 at its best. The field simulator gives the echo of a point;
 * point echo times width is what remains once the growing resolution cell is taken into account.
 */
export const sensitivity = (frequencyMHz: number, depthMm: number): number => {
  const z = equivalentDepth(frequencyMHz, depthMm);
  const near = interpolate(POINT_PEAK, Math.min(z, 5)) * beamWidthMm(TABLE_MHZ, Math.min(z, 5));
  const far = z > 5 ? 5 / z : 1;
  return Math.min(1, (near * far) / SENSITIVITY_PEAK);
};

/** Length of the pulse-echo envelope at half amplitude, mm: 40 um at 40 MHz, 27 um at 60 MHz (field simulator). */
export const pulseLengthMm = (frequencyMHz: number): number => 1.6 / frequencyMHz;

/** Radius of curvature of the wave front at a depth, mm: z (1 + (1 mm / z)^2) fits the simulator best at 40 MHz. */
export const frontRadiusMm = (frequencyMHz: number, depthMm: number): number => {
  const rayleighMm = frequencyMHz / TABLE_MHZ;
  const z = Math.max(depthMm, 0.05);
  return z * (1 + (rayleighMm / z) ** 2);
};

/** Half-amplitude width of a Gaussian in standard deviations. */
export const FWHM = 2.3548;

const equivalentDepth = (frequencyMHz: number, depthMm: number): number =>
  (Math.max(0, depthMm) * TABLE_MHZ) / frequencyMHz;

const interpolate = (points: readonly (readonly [number, number])[], at: number): number => {
  let i = 1;
  while (i < points.length - 1 && points[i]![0] < at) i++;
  const [x0, y0] = points[i - 1]!;
  const [x1, y1] = points[i]!;
  const u = Math.min(1, Math.max(0, (at - x0) / (x1 - x0)));
  return y0 + (y1 - y0) * u;
};

const SENSITIVITY_PEAK = interpolate(POINT_PEAK, 1.5) * interpolate(WIDTH, 1.5);
