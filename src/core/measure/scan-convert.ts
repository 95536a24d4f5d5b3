/**
 * @file Scan conversion from polar frame to screen: the reference that the fragment shader is tested against,
 * and the drawing code where there is no WebGL2.
 *
 * Line l looks along psi = 2 pi l / lines, sample i lies at startMm + i mmPerSample. Between the four nearest values
 * the level (in dB) is interpolated linearly; the seam between the last and the first line is no edge.
 */
import { TAU } from '../math/trig.ts';
import { polarOf, wrapTurn } from './clock.ts';
import { type DbScale, type GreySettings, greyByte, greyOfDb, type PolarImage } from './polar-image.ts';

export interface ScanView extends GreySettings {
  /** Radius that fills the shorter side of the picture, mm. */
  readonly depthMm: number;
  /** Turns the picture clockwise on the unmirrored screen, rad. */
  readonly rotationRad: number;
  /** Flips left and right, after the rotation. */
  readonly mirrored: boolean;
}

/** Stored level (0 .. 65535, interpolated) at psi (rad) and range (mm), or null outside the sampled range. */
export const levelAt = (image: PolarImage, psi: number, rangeMm: number): number | null => {
  const v = (rangeMm - image.startMm) / image.mmPerSample;
  if (!(v >= 0 && v <= image.samples - 1)) return null;
  const u = (wrapTurn(psi) * image.lines) / TAU;
  const i = Math.min(image.samples - 2, Math.floor(v));
  const lower = Math.floor(u);
  const fu = u - lower;
  const fv = v - i;
  const a = (lower % image.lines) * image.samples + i;
  const b = ((lower + 1) % image.lines) * image.samples + i;
  const { data } = image;
  const onA = data[a]! * (1 - fv) + data[a + 1]! * fv;
  const onB = data[b]! * (1 - fv) + data[b + 1]! * fv;
  return onA * (1 - fu) + onB * fu;
};

/** Millimetres of tissue across one pixel of a picture of this size. */
export const mmPerPixel = (width: number, height: number, depthMm: number): number =>
  (2 * depthMm) / Math.min(width, height);

/** psi (rad) and range (mm) at a point of the picture in pixels from its top left corner. */
export const polarOfPixel = (
  px: number,
  py: number,
  width: number,
  height: number,
  view: Pick<ScanView, 'depthMm' | 'rotationRad' | 'mirrored'>,
): { psi: number; rangeMm: number } => {
  const mm = mmPerPixel(width, height, view.depthMm);
  const polar = polarOf({ x: (px - width / 2) * mm, y: (height / 2 - py) * mm }, view.mirrored);
  return { psi: wrapTurn(polar.psi - view.rotationRad), rangeMm: polar.rangeMm };
};

/**
 * Draws `image` into `out`, one grey byte per pixel, row-major from the top left.
 * Outside the disc of radius depthMm and outside the sampled range the picture is 0.
 * @throws RangeError when `out` is not width * height long.
 */
export const scanConvert = (
  image: PolarImage,
  scale: DbScale,
  view: ScanView,
  width: number,
  height: number,
  out: Uint8Array | Uint8ClampedArray,
): void => {
  if (out.length !== width * height) throw new RangeError('scanConvert: the picture has another size');
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { psi, rangeMm } = polarOfPixel(x + 0.5, y + 0.5, width, height, view);
      const level = rangeMm <= view.depthMm ? levelAt(image, psi, rangeMm) : null;
      out[y * width + x] =
        level === null ? 0 : greyByte(greyOfDb(scale.floorDb + level * scale.stepDb, view));
    }
  }
};
