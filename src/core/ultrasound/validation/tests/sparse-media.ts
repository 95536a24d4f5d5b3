/** @file Test 5: patchy tissue is as uneven as was put in, where its patches are larger than a speckle cell. */
import { kShape } from '../envelope-statistics.ts';
import { bare, type Lab } from '../lab.ts';
import { losslessBut } from '../phantoms.ts';
import { type Check, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';
import { levelledEnvelopes, pooled, uniformFrames } from '../speckle-frames.ts';

const SHAPES = [0.7, 1.5, 3] as const;
/** Patches this much larger than in soft plaque (0.5, 0.3, 0.25 mm): the cell no longer averages over them. */
const SCALE = 3;
const FRAMES = 36;
/** From the axis, mm. */
const RANGE = [1.3, 3.6] as const;

/** Shape that pictures of a medium show. */
const shown = (lab: Lab, gammaShape: number, patchScale: number): number => {
  const media = losslessBut({ denseFibrous: { gammaShape, patchScale } });
  const frames = uniformFrames(lab, bare({ samples: 400 }), FRAMES, media);
  return kShape(pooled(levelledEnvelopes(frames, RANGE))).value;
};

export const sparseMediaRow = (lab: Lab): ValidationRow => {
  const check = (gammaShape: number, patchScale: number): Check =>
    checkOf({
      what: 'kShape',
      at: { gammaShape, patchScale },
      measured: shown(lab, gammaShape, patchScale),
      reference: gammaShape,
      tolerance: relative(gammaShape, 0.15),
      unit: '1',
      source: 'theory',
      ...(patchScale === SCALE ? {} : { extra: true, note: 'cellAverages' }),
    });
  return rowOf('sparseMedia', [...SHAPES.map((shape) => check(shape, SCALE)), check(1.5, 1)]);
};
