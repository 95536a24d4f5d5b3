/** @file The engine with real workers in a real browser: frames come, and the session hashes as it does in Node. */
import { afterEach, describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import type { Command } from '../../../src/core/session/command.ts';
import { replay } from '../../../src/core/session/replay.ts';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import type { PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { createPreview } from '../../../src/engine/preview.ts';
import type { Engine, EngineProblem } from '../../../src/engine/types.ts';

const caseFile = CASE_LIBRARY[0]!;
const disposables: { dispose(): void }[] = [];
afterEach(() => {
  for (const it of disposables.splice(0)) it.dispose();
});

const script: readonly (readonly [Command, number])[] = [
  [{ type: 'hub', device: 'wire1', advance: 20, torque: 0 }, 840],
  [{ type: 'hub', device: 'wire1', advance: 0, torque: 0 }, 12],
  [{ type: 'load', device: 'ivus' }, 12],
  [{ type: 'hub', device: 'ivus', advance: 20, torque: 0.5 }, 480],
  [{ type: 'hub', device: 'ivus', advance: 0, torque: 0 }, 12],
];

const until = async (ready: () => boolean): Promise<void> => {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('in Chromium', () => {
  test('plays a case: frames come from the pool, and the saved session replays on this thread', async () => {
    const snapshots: Snapshot[] = [];
    const frames: PolarFrame[] = [];
    const problems: EngineProblem[] = [];
    const engine: Engine = createEngine({
      caseFile,
      onSnapshot: (snapshot) => snapshots.push(snapshot),
      onFrame: (frame) => frames.push(frame),
      onRecording: () => {},
      onProblem: (problem) => problems.push(problem),
    });
    disposables.push(engine);
    await engine.ready;
    engine.pause();
    for (const [command, ticks] of script) {
      engine.send(command);
      await engine.run(ticks);
    }
    engine.resume();
    const from = frames.length;
    await until(() => frames.length >= from + 10);
    engine.pause();
    const file = await engine.save();
    expect(problems).toEqual([]);
    expect(frames.at(-1)!.data.some((value) => value > 0)).toBe(true);
    expect(replay(file)).toMatchObject({ ticks: file.endTick, firstDifference: null });
  });

  test('a preview gives frames of the designed case', async () => {
    const preview = createPreview(caseFile);
    disposables.push(preview);
    const { startMm, endMm } = await preview.range;
    const frame = await preview.frameAt((startMm + endMm) / 2, 1);
    expect(frame).toMatchObject({ lines: 512, samples: 512 });
  });
});
