/** @file Pictures of one uniform medium at places far enough apart that their speckle has nothing in common. */
import type { StraightVesselSpec } from '../../anatomy/straight-spec.ts';
import type { ImagingSettings, PolarFrame } from '../frame.ts';
import type { Media } from '../media.ts';
import type { Lab } from './lab.ts';
import { losslessBut, UNIFORM } from './phantoms.ts';
import { depthProfileDb, envelopeOf, toAmplitude } from './picture.ts';
import { flattenDepth, type Patch } from './speckle-correlation.ts';

/** Slices are thinner than this beyond 1 mm, mm. */
const APART_MM = 1;
const FIRST_MM = 2;

/** What fills the picture, and the station of the first one, mm. */
interface Where {
  readonly vessel?: StraightVesselSpec;
  readonly firstMm?: number;
}

/** Frames of a uniform medium without loss, unless `media` says otherwise. */
export const uniformFrames = (
  lab: Lab,
  settings: ImagingSettings,
  count: number,
  media: Media = losslessBut(),
  { vessel = UNIFORM, firstMm = FIRST_MM }: Where = {},
): PolarFrame[] => {
  const scanner = lab.scanner(vessel, media);
  return Array.from({ length: count }, (_, i) => scanner.frame(settings, { s: firstMm + i * APART_MM }));
};

/** Envelopes between two ranges from the axis, with the fall of brightness by depth taken out. */
export const flatEnvelopes = (frames: readonly PolarFrame[], mm: readonly [number, number]): Patch[] =>
  frames.map((frame) => flattenDepth(envelopeOf(frame, { mm })));

/** Envelopes divided by the frames' common profile by depth: whatever differs from frame to frame stays. */
export const levelledEnvelopes = (frames: readonly PolarFrame[], mm: readonly [number, number]): Patch[] => {
  const frame = frames[0]!;
  const profile = depthProfileDb(frames).map(toAmplitude);
  const first = Math.round((mm[0] - frame.startMm) / frame.mmPerSample);
  return frames.map((each) => {
    const patch = envelopeOf(each, { mm });
    const values = Float64Array.from(
      { length: patch.lines * patch.samples },
      (_, i) => patch.values[i]! / profile[first + (i % patch.samples)]!,
    );
    return { ...patch, values };
  });
};

/** All values of some patches in one row. */
export const pooled = (patches: readonly Patch[]): Float64Array => {
  const out = new Float64Array(patches.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of patches) {
    out.set(Float64Array.from(values), at);
    at += values.length;
  }
  return out;
};
