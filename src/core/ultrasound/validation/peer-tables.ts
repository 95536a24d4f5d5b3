/**
 * @file Widths and statistics that another simulator gave for the same elements, to compare with.
 *
 * creatis-ULTIM/PyMUST (commit c605195), function `simus`, as our field notes measured it: one square element (flat), or
 * sixteen strips with delays and an elevation focus, on a 0.3 mm orbit; band 60 %, 1540 m/s, no attenuation. Widths are
 * full widths at half of the envelope's peak. It divides the face into strips, each in far-field approximation, and
 * treats elevation paraxially as a sum of four Gaussians, which blur the edges of the face. Beside the Rayleigh
 * integral that shows near the element: the length of an echo up to 1 mm (1.5 mm at 60 MHz), the slice at 1.5 mm.
 */

/** Depths from the element's face of all widths below, mm. */
export const PEER_DEPTHS_MM = [1, 1.5, 2, 2.5, 3, 4, 5] as const;

/** One value for each of PEER_DEPTHS_MM. */
type ByDepth = readonly [number, number, number, number, number, number, number];

export interface PeerWidths {
  readonly frequencyMHz: 40 | 60;
  readonly apertureMm: 0.5 | 0.35;
  readonly focusMm: null | 2.5;
  /** Angle about the catheter axis. */
  readonly lateralDeg: ByDepth;
  /** The same as an arc at the target, um. */
  readonly lateralUm: ByDepth;
  readonly axialUm?: ByDepth;
  readonly elevationUm?: ByDepth;
  /**
   * Echo of a point, 1 at its largest, as printed. From 4 to 5 mm it falls by 0.57, more than the 0.64 of 1 / z^2 which it
   * should approach from above (Fresnel's integral of the square: 0.71): do not take levels by depth from here.
   */
  readonly peak?: ByDepth;
}

export const PEER_WIDTHS: readonly PeerWidths[] = [
  {
    frequencyMHz: 40,
    apertureMm: 0.5,
    focusMm: null,
    lateralDeg: [15.4, 9.1, 4.9, 4.3, 4.1, 3.95, 3.9],
    lateralUm: [350, 285, 197, 210, 236, 297, 362],
    axialUm: [46, 47, 41, 40, 39, 38, 38],
    elevationUm: [356, 249, 197, 212, 236, 298, 365],
    peak: [0.79, 1, 0.93, 0.72, 0.53, 0.28, 0.16],
  },
  {
    frequencyMHz: 40,
    apertureMm: 0.5,
    focusMm: 2.5,
    lateralDeg: [5.6, 3.65, 3.5, 3.6, 3.65, 3.8, 3.9],
    lateralUm: [126, 115, 142, 175, 210, 284, 360],
  },
  {
    frequencyMHz: 40,
    apertureMm: 0.35,
    focusMm: null,
    lateralDeg: [6.1, 5.4, 5.3, 5.3, 5.3, 5.4, 5.4],
    lateralUm: [139, 169, 212, 258, 306, 403, 501],
  },
  {
    frequencyMHz: 60,
    apertureMm: 0.5,
    focusMm: null,
    lateralDeg: [17, 11, 8, 4.6, 3.4, 2.9, 2.8],
    lateralUm: [386, 346, 321, 222, 196, 218, 255],
    axialUm: [25, 30, 34, 30, 28, 26, 25.5],
  },
  {
    frequencyMHz: 60,
    apertureMm: 0.5,
    focusMm: 2.5,
    lateralDeg: [9.2, 2.7, 2.4, 2.4, 2.45, 2.6, 2.7],
    lateralUm: [209, 86, 96, 117, 141, 195, 253],
  },
  {
    frequencyMHz: 60,
    apertureMm: 0.35,
    focusMm: null,
    lateralDeg: [9.8, 4.4, 3.85, 3.7, 3.7, 3.65, 3.7],
    lateralUm: [222, 139, 155, 182, 211, 274, 338],
  },
];

/** Lateral width of an element at a tabulated depth, degrees; undefined where the peer was not asked. */
export const peerLateralDeg = (
  element: Pick<PeerWidths, 'frequencyMHz' | 'apertureMm' | 'focusMm'>,
  depthMm: (typeof PEER_DEPTHS_MM)[number],
): number | undefined =>
  PEER_WIDTHS.find(
    (row) =>
      row.frequencyMHz === element.frequencyMHz &&
      row.apertureMm === element.apertureMm &&
      row.focusMm === element.focusMm,
  )?.lateralDeg[PEER_DEPTHS_MM.indexOf(depthMm)];

export interface PeerSpeckle {
  readonly fromMm: number;
  readonly toMm: number;
  /** Mean / SD of the envelope. 300 - 500 cells per band: standard error about 0.06. */
  readonly snr: number;
  /** Full width at half of the intensity's autocovariance across lines, degrees. */
  readonly lateralDeg: number;
}

/** Speckle of the 40 MHz flat 0.5 mm element: 62 504 points in +-14 deg, 1 - 4 mm, 0.3 mm thick; 96 lines. */
export const PEER_SPECKLE: readonly PeerSpeckle[] = [
  { fromMm: 1.2, toMm: 1.8, snr: 1.91, lateralDeg: 2.7 },
  { fromMm: 2, toMm: 2.6, snr: 1.9, lateralDeg: 3 },
  { fromMm: 2.8, toMm: 3.4, snr: 1.81, lateralDeg: 3.7 },
];

/** Full width at half of the same along the line, um: between these in all three bands. */
export const PEER_SPECKLE_AXIAL_UM = [34, 37] as const;

/** Complex correlation of an engine with the peer that is asked for, same scatterers, 40 MHz flat. */
export const PEER_AGREEMENT = [
  { fromMm: 1.8, toMm: 2.4, complex: 0.8 },
  { fromMm: 2.5, toMm: 3.5, complex: 0.9 },
] as const;
