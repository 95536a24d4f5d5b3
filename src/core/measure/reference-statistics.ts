/**
 * @file What three clinical IVUS frames measure by `image-statistics.ts`: numbers only, taken once from the published files.
 *
 * None of the frames states its scale or its console settings, so they say how greys spread, not how bright tissue is.
 */
import type { Annulus, ImageStatistics } from './image-statistics.ts';

export interface ReferenceFrame {
  readonly id: string;
  readonly origin: string;
  readonly licence: string;
  readonly frequencyMHz: number | null;
  /** Millimetres across one pixel, which had to be ASSUMED, and why this value. */
  readonly mmPerPixel: number;
  readonly scaleFrom: string;
  readonly annulus: Annulus;
  readonly statistics: ImageStatistics;
}

/** Shares were printed in ten-thousandths. */
const shares = (tenThousandths: readonly number[]): number[] => {
  const total = tenThousandths.reduce((a, b) => a + b, 0);
  return tenThousandths.map((share) => share / total);
};

export const REFERENCE_FRAMES: readonly ReferenceFrame[] = [
  {
    id: 'clinical',
    origin: 'github.com/dmolony3/DeepIVUS, Media/thumbnail.png',
    licence: 'repository Apache-2.0; no separate statement for the image',
    frequencyMHz: null,
    mmPerPixel: 4 / 256,
    scaleFrom: 'inner ring of the catheter 30-34 px, taken for a sheath of 0.53 mm radius',
    annulus: { innerMm: 0.6, outerMm: 3.98 },
    statistics: {
      histogram: shares([
        4063, 961, 577, 388, 310, 259, 206, 176, 166, 161, 150, 146, 136, 131, 126, 88, 115, 114, 107, 101,
        96, 91, 85, 85, 81, 78, 78, 70, 72, 69, 61, 61, 55, 55, 50, 44, 43, 38, 35, 29, 28, 24, 20, 18, 14,
        14, 11, 11, 9, 10, 9, 9, 7, 6, 5, 6, 5, 4, 4, 5, 5, 4, 5, 9,
      ]),
      profile: [
        48, 53, 62, 71, 90, 104, 120, 117, 106, 95, 93, 82, 83, 81, 67, 53, 50, 38, 30, 21, 17, 11, 10, 8, 8,
        6, 4, 3, 2, 2, 2, 1, 1, 1,
      ],
      meanGrey: 31.4,
      sdGrey: 46.2,
    },
  },
  {
    id: '20mhz-1',
    origin: 'github.com/lucaslovercio/IVUSprocessing, external',
    licence: 'MIT',
    frequencyMHz: 20,
    mmPerPixel: 5 / 192,
    scaleFrom: 'the picture taken to be 10 mm across',
    annulus: { innerMm: 0.9, outerMm: 4.98 },
    statistics: {
      histogram: shares([
        333, 0, 6, 266, 236, 230, 208, 267, 229, 286, 299, 260, 329, 333, 272, 344, 260, 333, 336, 252, 316,
        317, 243, 299, 238, 296, 292, 225, 264, 258, 210, 245, 191, 216, 202, 149, 162, 143, 99, 105, 74, 78,
        63, 40, 47, 38, 23, 21, 15, 11, 9, 4, 4, 4, 2, 3, 2, 11, 0, 0, 0, 0, 0, 0,
      ]),
      profile: [
        14, 14, 21, 33, 36, 36, 51, 66, 72, 85, 93, 98, 99, 99, 99, 96, 103, 114, 123, 123, 122, 118, 114,
        107, 103, 103, 94, 87, 91, 86, 78, 77, 74, 72, 71, 66, 60, 59, 54, 50, 48,
      ],
      meanGrey: 81.1,
      sdGrey: 45.2,
    },
  },
  {
    id: '20mhz-2',
    origin: 'github.com/lucaslovercio/IVUSprocessing, external',
    licence: 'MIT',
    frequencyMHz: 20,
    mmPerPixel: 5 / 192,
    scaleFrom: 'the picture taken to be 10 mm across',
    annulus: { innerMm: 0.9, outerMm: 4.98 },
    statistics: {
      histogram: shares([
        382, 0, 6, 336, 374, 382, 308, 397, 315, 392, 425, 333, 431, 411, 308, 402, 312, 387, 367, 279, 330,
        306, 222, 268, 180, 219, 199, 144, 169, 174, 133, 146, 103, 117, 100, 75, 81, 76, 51, 60, 41, 47, 40,
        27, 31, 23, 18, 16, 8, 10, 8, 6, 5, 6, 3, 4, 3, 5, 0, 0, 0, 0, 0, 0,
      ]),
      profile: [
        3, 7, 20, 33, 28, 39, 53, 70, 81, 90, 100, 97, 98, 104, 108, 107, 104, 96, 95, 95, 93, 88, 85, 81, 78,
        75, 74, 71, 66, 70, 61, 59, 59, 53, 57, 52, 47, 45, 41, 39, 35,
      ],
      meanGrey: 67.5,
      sdGrey: 42.0,
    },
  },
];
