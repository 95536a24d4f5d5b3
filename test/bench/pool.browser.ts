/** @file How many frames a second IVUS workers make in Chromium when asked without a pause, as while a pullback is recorded. */
import { expect, it } from 'vitest';
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf } from '../../src/core/cases/anatomy-of.ts';
import { designedEdits, designedPose } from '../../src/core/cases/designed.ts';
import { CASE_LIBRARY } from '../../src/core/cases/library.ts';
import { DEFAULT_CATHETER, imagingOf } from '../../src/core/ultrasound/presets.ts';
import { createFramePool } from '../../src/engine/frame-pool.ts';
import { spawnIvus } from '../../src/engine/spawn.ts';

const STATION_MM = 140;
const STEP_MM = 0.5 / 30;
/** Asked for but not yet answered, so that no worker waits. */
const IN_FLIGHT = 6;

it.each([1, 2])('%i workers, 512 x 512, pullback at 0.5 mm/s', async (size) => {
  const caseFile = CASE_LIBRARY[0]!;
  const anatomy = anatomyOf(caseFile);
  const edits = designedEdits(anatomy);
  createTissue(anatomy).apply(edits);
  const pool = createFramePool({
    caseFile,
    size,
    spawn: spawnIvus,
    now: () => performance.now(),
    onFrame: () => {},
  });
  pool.addEdits(edits);
  const settings = imagingOf(DEFAULT_CATHETER);
  let next = 0;
  const run = async (frames: number): Promise<void> => {
    const end = next + frames;
    const worker = async (): Promise<void> => {
      while (next < end) {
        const i = next++;
        const pose = { ...designedPose(anatomy, STATION_MM - i * STEP_MM), advanceMm: -STEP_MM };
        const frame = await pool.requestKept({
          pose,
          settings,
          editsVersion: edits.length,
          frameSeed: i,
          timeS: i / 30,
        });
        expect(frame).not.toBeNull();
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  };
  await run(150);
  const rates: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    await run(120);
    rates.push((120 * 1000) / (performance.now() - start));
  }
  rates.sort((a, b) => a - b);
  const { renderP50Ms, renderP95Ms } = pool.stats();
  pool.dispose();
  console.log(
    `FIGURE ${size} worker(s), asked without a pause: ${rates[2]!.toFixed(1)} frames/s (median of 5 rounds, ${rates[0]!.toFixed(1)} - ${rates[4]!.toFixed(1)}), synthesis median ${renderP50Ms.toFixed(1)}, p95 ${renderP95Ms.toFixed(1)} ms`,
  );
});
