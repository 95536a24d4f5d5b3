/** @file Test 5: pictures of patchy tissue are as uneven as its material says. */
import type { MaterialName } from '../../../anatomy/material.ts';
import { kShape } from '../envelope-statistics.ts';
import { bare, type Lab } from '../lab.ts';
import type { Word } from '../names.ts';
import { losslessBut, surroundedBy, UNIFORM } from '../phantoms.ts';
import { type Check, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';
import { levelledEnvelopes, pooled, uniformFrames } from '../speckle-frames.ts';

const SHAPES = [0.7, 1.5, 3] as const;
const FRAMES = 36;
/** From the axis, mm. */
const RANGE = [1.3, 3.6] as const;

/** Media whose patches are of three sizes, and what fills a picture with them. */
const PATCHES = [
  { which: 'plaque', medium: 'denseFibrous', vessel: UNIFORM },
  { which: 'wall', medium: 'adventitia', vessel: surroundedBy('adventitia') },
  { which: 'bed', medium: 'fat', vessel: surroundedBy('fat') },
] as const satisfies readonly { which: Word; medium: MaterialName; vessel: typeof UNIFORM }[];

export const sparseMediaRow = (lab: Lab): ValidationRow => {
  const checks = PATCHES.flatMap(({ which, medium, vessel }) =>
    SHAPES.map((gammaShape): Check => {
      const media = losslessBut({ [medium]: { gammaShape } });
      const frames = uniformFrames(lab, bare({ samples: 400 }), FRAMES, media, { vessel });
      return checkOf({
        what: 'kShape',
        at: { which, gammaShape },
        measured: kShape(pooled(levelledEnvelopes(frames, RANGE))).value,
        reference: gammaShape,
        tolerance: relative(gammaShape, 0.15),
        unit: '1',
        source: 'theory',
      });
    }),
  );
  return rowOf('sparseMedia', checks);
};
