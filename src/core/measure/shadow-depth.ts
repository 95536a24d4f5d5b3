/** @file How bright one part of an image is, in power, and how much darker the same tissue is on another image. */
import { TAU } from '../math/trig.ts';
import type { Sector } from './calcium-arc.ts';
import type { DbScale, PolarImage } from './polar-image.ts';

export interface RangeSpan {
  readonly innerMm: number;
  readonly outerMm: number;
}

/** Part of an image: some directions between two ranges. */
export interface Patch extends RangeSpan {
  readonly sector: Sector;
  /** Left out: bright lines that belong to something else. */
  readonly skipped?: readonly RangeSpan[];
}

/** Level of the mean power, dB; null where the patch holds no sample. */
export const patchLevelDb = (image: PolarImage, scale: DbScale, patch: Patch): number | null => {
  const { lines, samples, startMm, mmPerSample, data } = image;
  const { fromRad, widthRad } = patch.sector;
  const firstLine = Math.ceil((fromRad * lines) / TAU - 1e-9);
  const lastLine = Math.min(firstLine + lines - 1, Math.floor(((fromRad + widthRad) * lines) / TAU + 1e-9));
  let sum = 0;
  let count = 0;
  for (let k = 0; k < samples; k++) {
    const mm = startMm + k * mmPerSample;
    if (!within(patch, mm) || patch.skipped?.some((span) => within(span, mm))) continue;
    for (let line = firstLine; line <= lastLine; line++) {
      const row = (((line % lines) + lines) % lines) * samples;
      sum += 10 ** ((scale.floorDb + data[row + k]! * scale.stepDb) / 10);
      count++;
    }
  }
  return count === 0 ? null : 10 * Math.log10(sum / count);
};

const within = ({ innerMm, outerMm }: RangeSpan, mm: number): boolean =>
  mm >= innerMm - 1e-9 && mm <= outerMm + 1e-9;

/** The same tissue where it is drawn `mm` further out: what lies behind something fast is drawn too near. */
export const movedPatch = (patch: Patch, mm: number): Patch => {
  const moved = ({ innerMm, outerMm }: RangeSpan): RangeSpan => ({
    innerMm: innerMm + mm,
    outerMm: outerMm + mm,
  });
  return { sector: patch.sector, ...moved(patch), skipped: (patch.skipped ?? []).map(moved) };
};
