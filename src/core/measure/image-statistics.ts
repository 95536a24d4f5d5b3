/**
 * @file How bright an IVUS picture is: its grey histogram and its brightness by range, outside the catheter.
 *
 * Two numbers a person can hold a synthetic frame against a clinical one by, without the clinical frame at hand.
 */
import { type DbScale, type GreySettings, greyByte, greyOfDb, type PolarImage } from './polar-image.ts';

/** Greys 0 .. 255 in this many bins of equal width. */
export const GREY_BINS = 64;
/** Width of a ring of the brightness profile, mm. */
export const RING_MM = 0.1;

/** The part of the picture that is looked at, by range from the catheter axis, mm. */
export interface Annulus {
  readonly innerMm: number;
  readonly outerMm: number;
}

export interface ImageStatistics {
  /** Share of the annulus' area in each bin; adds up to 1. */
  readonly histogram: readonly number[];
  /** Mean grey 0 .. 255 of rings RING_MM wide, from innerMm outwards; the last may be narrower. */
  readonly profile: readonly number[];
  readonly meanGrey: number;
  readonly sdGrey: number;
}

/** One grey byte per pixel, row-major. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: ArrayLike<number>;
  /** Place of the catheter axis, pixels from the top left corner. */
  readonly centreX: number;
  readonly centreY: number;
  readonly mmPerPixel: number;
}

interface Tally {
  add(grey: number, rangeMm: number, weight: number): void;
  result(): ImageStatistics;
}

/** @throws RangeError for an annulus without width */
const createTally = ({ innerMm, outerMm }: Annulus): Tally => {
  if (!(innerMm >= 0 && outerMm > innerMm)) {
    throw new RangeError('image statistics: the annulus must have 0 <= innerMm < outerMm');
  }
  const bins = new Float64Array(GREY_BINS);
  const rings = Math.ceil((outerMm - innerMm) / RING_MM - 1e-9);
  const sums = new Float64Array(rings);
  const weights = new Float64Array(rings);
  let squares = 0;
  return {
    add: (grey, rangeMm, weight) => {
      if (!(rangeMm >= innerMm && rangeMm < outerMm)) return;
      bins[Math.min(GREY_BINS - 1, Math.floor((grey * GREY_BINS) / 256))]! += weight;
      const ring = Math.min(rings - 1, Math.floor((rangeMm - innerMm) / RING_MM));
      sums[ring]! += weight * grey;
      weights[ring]! += weight;
      squares += weight * grey * grey;
    },
    result: () => {
      const total = weights.reduce((a, b) => a + b, 0);
      if (total === 0) throw new RangeError('image statistics: no part of the picture lies in the annulus');
      const meanGrey = sums.reduce((a, b) => a + b, 0) / total;
      return {
        histogram: Array.from(bins, (w) => w / total),
        profile: Array.from(sums, (sum, k) => (weights[k]! > 0 ? sum / weights[k]! : 0)),
        meanGrey,
        sdGrey: Math.sqrt(Math.max(0, squares / total - meanGrey * meanGrey)),
      };
    },
  };
};

/** Of a round picture, as a screen shows it. */
export const pictureStatistics = (picture: GreyPicture, annulus: Annulus): ImageStatistics => {
  const { width, height, grey, centreX, centreY, mmPerPixel } = picture;
  const tally = createTally(annulus);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const rangeMm = mmPerPixel * Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY);
      tally.add(grey[y * width + x]!, rangeMm, 1);
    }
  }
  return tally.result();
};

/** Of a polar frame: samples count by the area they cover, so that the result is that of its round picture. */
export const polarStatistics = (
  image: PolarImage,
  scale: DbScale,
  grey: GreySettings,
  annulus: Annulus,
): ImageStatistics => {
  const tally = createTally(annulus);
  for (let i = 0; i < image.samples; i++) {
    const rangeMm = image.startMm + i * image.mmPerSample;
    for (let line = 0; line < image.lines; line++) {
      const db = scale.floorDb + image.data[line * image.samples + i]! * scale.stepDb;
      tally.add(greyByte(greyOfDb(db, grey)), rangeMm, rangeMm);
    }
  }
  return tally.result();
};
