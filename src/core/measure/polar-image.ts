/** @file What the viewer's pure functions need to know of an IVUS frame, so that they depend on no other part of core. */

/** Log envelope by line and sample; every polar frame of the program fits this shape. */
export interface PolarImage {
  readonly lines: number;
  readonly samples: number;
  /** Range of the first sample from the catheter axis, mm. */
  readonly startMm: number;
  readonly mmPerSample: number;
  /** Line-major, `lines * samples` values; what a step means is said by `DbScale`. */
  readonly data: Uint16Array;
}

/** dB = floorDb + value * stepDb, 0 dB = full scale. */
export interface DbScale {
  readonly floorDb: number;
  readonly stepDb: number;
}

/** How levels become grey: grey = clamp((dB + gain + range) / range) ^ gamma. */
export interface GreySettings {
  readonly gainDb: number;
  readonly dynamicRangeDb: number;
  /** 1 is straight; above 1 darkens the middle greys. */
  readonly gamma: number;
}

/** Grey of a level, 0 .. 1. */
export const greyOfDb = (db: number, grey: GreySettings): number => {
  const straight = (db + grey.gainDb + grey.dynamicRangeDb) / grey.dynamicRangeDb;
  return Math.min(1, Math.max(0, straight)) ** grey.gamma;
};

/** Byte that a screen shows for a grey 0 .. 1; rounds as WebGL does when it writes an 8-bit target. */
export const greyByte = (grey: number): number => Math.round(255 * grey);

/** Range of the last sample from the catheter axis, mm. */
export const lastRangeMm = (image: PolarImage): number =>
  image.startMm + (image.samples - 1) * image.mmPerSample;
