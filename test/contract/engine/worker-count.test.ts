/** @file The same frames from one worker and from three, over real message channels. */
import { expect, test } from 'vitest';
import { anatomyOf } from '../../../src/core/cases/anatomy-of.ts';
import { designedEdits, designedPose } from '../../../src/core/cases/designed.ts';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { DEFAULT_IMAGING } from '../../../src/core/ultrasound/frame.ts';
import { createFramePool } from '../../../src/engine/frame-pool.ts';
import { localIvus } from '../../helpers/local-workers.ts';

const SMALL = { ...DEFAULT_IMAGING, lines: 128, samples: 128, mmPerSample: 0.04 };
const FRAMES = 7;

test('frames do not depend on how many workers share them', async () => {
  const caseFile = CASE_LIBRARY[0]!;
  const anatomy = anatomyOf(caseFile);
  const edits = designedEdits(anatomy);

  const framesOf = async (size: number): Promise<Buffer[]> => {
    const pool = createFramePool({ caseFile, size, spawn: localIvus, now: () => 0, onFrame: () => {} });
    pool.addEdits(edits);
    const frames = await Promise.all(
      Array.from({ length: FRAMES }, (_, i) =>
        pool.requestKept({
          pose: { ...designedPose(anatomy, 150 - 0.4 * i), advanceMm: -0.1 },
          settings: SMALL,
          editsVersion: edits.length,
          frameSeed: i,
          timeS: i / 30,
        }),
      ),
    );
    pool.dispose();
    return frames.map((frame) => Buffer.from(frame!.data.buffer));
  };

  const one = await framesOf(1);
  const three = await framesOf(3);
  expect(three.map((bytes, i) => Buffer.compare(bytes, one[i]!))).toEqual(Array(FRAMES).fill(0));
  expect(Buffer.compare(one[0]!, one[1]!)).not.toBe(0);
});
