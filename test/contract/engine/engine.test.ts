/** @file The engine over real message channels: frames come, recordings grow, dead workers come back. */
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import type { Command } from '../../../src/core/session/command.ts';
import { replay } from '../../../src/core/session/replay.ts';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import {
  DEFAULT_IMAGING,
  type ImagingSettings,
  type PolarFrame,
} from '../../../src/core/ultrasound/frame.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import type { Engine, EngineOptions, EngineProblem } from '../../../src/engine/types.ts';
import type { Recording } from '../../../src/protocol/recording.ts';
import { type LocalWorker, localIvus, localSimulation, until } from '../../helpers/local-workers.ts';

const caseFile = CASE_LIBRARY[0]!;
/** Small frames: these tests are about their ways, not their looks. */
const SMALL: ImagingSettings = { ...DEFAULT_IMAGING, lines: 64, samples: 64, mmPerSample: 0.06 };

interface Seen {
  readonly snapshots: Snapshot[];
  readonly frames: PolarFrame[];
  recording: Recording | null;
  readonly problems: EngineProblem[];
  readonly simulations: LocalWorker[];
  readonly renderers: LocalWorker[];
}

/** `imaging: null` leaves the settings to the catheter. */
type Changes = Partial<Omit<EngineOptions, 'imaging'>> & { readonly imaging?: ImagingSettings | null };

const engines: Engine[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

const start = ({ imaging = SMALL, ...more }: Changes = {}, beatHz = 0): { engine: Engine; seen: Seen } => {
  const seen: Seen = {
    snapshots: [],
    frames: [],
    recording: null,
    problems: [],
    simulations: [],
    renderers: [],
  };
  const keep = (list: LocalWorker[], worker: LocalWorker): LocalWorker => {
    list.push(worker);
    return worker;
  };
  const engine = createEngine(
    {
      caseFile,
      ...(imaging ? { imaging } : {}),
      onSnapshot: (snapshot) => seen.snapshots.push(snapshot),
      onFrame: (frame) => seen.frames.push(frame),
      onRecording: (recording) => {
        seen.recording = recording;
      },
      onProblem: (problem) => seen.problems.push(problem),
      ...more,
    },
    {
      spawnSimulation: () => keep(seen.simulations, localSimulation(beatHz)),
      spawnIvus: () => keep(seen.renderers, localIvus()),
      cores: 2,
      now: () => performance.now(),
      backOffMs: [0, 0, 0],
    },
  );
  engines.push(engine);
  return { engine, seen };
};

/** Wire 1 some way down the leg and the catheter after it: short, for the frames cost more than the ticks. */
const SETUP: readonly (readonly [Command, number])[] = [
  [{ type: 'hub', device: 'wire1', advance: 20, torque: 0 }, 720],
  [{ type: 'load', device: 'ivus' }, 12],
  [{ type: 'hub', device: 'ivus', advance: 20, torque: 0 }, 360],
  [{ type: 'hub', device: 'ivus', advance: 0, torque: 0 }, 12],
];
const SETUP_TICKS = 1104;

const play = async (engine: Engine, script: readonly (readonly [Command, number])[]): Promise<void> => {
  for (const [command, ticks] of script) {
    engine.send(command);
    await engine.run(ticks);
  }
};

describe('the engine', () => {
  test('delivers a first snapshot, then frames once the transducer is in the body', async () => {
    const { engine, seen } = start();
    await engine.ready;
    expect(seen.snapshots).toHaveLength(1);
    expect(seen.snapshots[0]!.tick).toBe(0);
    await play(engine, SETUP);
    const newest = seen.snapshots.at(-1)!;
    expect(newest.tick).toBe(SETUP_TICKS);
    await until(() => isDeepStrictEqual(seen.frames.at(-1)?.pose, newest.imaging.pose));
    const { lines, samples, pose, editsVersion } = seen.frames.at(-1)!;
    expect({ lines, samples, pose }).toEqual({ lines: 64, samples: 64, pose: newest.imaging.pose });
    expect(editsVersion).toBe(newest.editsVersion);
    expect(seen.snapshots.reduce((sum, { newEdits }) => sum + newEdits.length, 0)).toBe(newest.editsVersion);
    expect(engine.stats()).toMatchObject({ tick: SETUP_TICKS, ivusWorkers: 2, restarts: 0 });
  });

  test('records a pullback in even steps, distal first, while it runs ahead of real time', async () => {
    const { engine, seen } = start();
    await play(engine, SETUP);
    await play(engine, [[{ type: 'pullback', speed: 9 }, 240]]);
    await play(engine, [[{ type: 'pullback', speed: 0 }, 12]]);
    await until(() => seen.recording?.complete === true);
    const recording = seen.recording!;
    expect(recording).toMatchObject({ pullbackId: 1, stepMm: 0.5 });
    const places = recording.frames.map(({ pulledBackMm }) => pulledBackMm);
    expect(places.length).toBeGreaterThanOrEqual(18);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    places.forEach((mm, i) => {
      expect(Math.abs(mm - i * 0.5)).toBeLessThan(0.16);
    });
    expect(recording.frames[0]!.frame).toMatchObject({ lines: 256, samples: 256 });
  });

  test('makes frames as the catheter in use makes them', async () => {
    const { engine, seen } = start({ imaging: null });
    await play(engine, [[{ type: 'catheter', id: 'array-20' }, 1], ...SETUP]);
    await until(() => seen.frames.length > 0);
    expect(seen.frames.at(-1)).toMatchObject({ startMm: 0.933, mmPerSample: 0.018, lines: 512 });
    expect(seen.frames.at(-1)!.pose.wires).toEqual([]);
    await play(engine, [[{ type: 'pullback', speed: 1 }, 120]]);
    await until(() => (seen.recording?.frames.length ?? 0) > 0);
    expect(seen.recording).toMatchObject({ catheter: 'array-20', stepMm: 0.25 });
    expect(seen.recording!.frames[0]!.frame).toMatchObject({ startMm: 0.933, lines: 256 });
  });

  test('a session keeps the rules it was played by, also after its worker died', async () => {
    const { engine } = start();
    await play(engine, [SETUP[0]!]);
    const file = { ...(await engine.save()), rules: 1, hashes: [] };
    const old = start({ session: file });
    await old.engine.ready;
    expect((await old.engine.save()).rules).toBe(1);
    old.seen.simulations[0]!.die();
    expect((await old.engine.save()).rules).toBe(1);
  });

  test('saves a session that replays to the same hash, and resumes it where it was', async () => {
    const { engine, seen } = start();
    await play(engine, SETUP);
    const file = await engine.save();
    const again = replay(file);
    expect(again.firstDifference).toBeNull();
    expect(again.hash).toBe(file.hashes.at(-1)!.hash);

    const resumed = start({ session: file });
    await resumed.engine.ready;
    expect(resumed.seen.problems).toEqual([]);
    expect(resumed.seen.snapshots.at(-1)).toMatchObject({
      tick: file.endTick,
      imaging: seen.snapshots.at(-1)!.imaging,
    });
  });

  test('says at which tick a resumed session differs', async () => {
    const { engine } = start();
    await play(engine, [SETUP[0]!]);
    const file = await engine.save();
    const hashes = file.hashes.map((entry) =>
      entry.tick === 480 ? { ...entry, hash: '0'.repeat(16) } : entry,
    );
    const resumed = start({ session: { ...file, hashes } });
    await resumed.engine.ready;
    expect(resumed.seen.problems).toEqual([{ kind: 'replay-differs', tick: 480, fatal: false }]);
  });

  test('a dead IVUS worker is restarted and the next frame comes', async () => {
    const { engine, seen } = start();
    await play(engine, SETUP);
    await until(() => seen.frames.length > 0);
    for (const worker of [...seen.renderers]) worker.die();
    expect(seen.problems).toHaveLength(2);
    expect(seen.problems[0]).toMatchObject({ kind: 'worker-restarted', worker: 'ivus', fatal: false });
    const before = seen.frames.length;
    await engine.run(24);
    await until(() => seen.frames.length > before);
    expect(seen.frames.at(-1)!.editsVersion).toBe(seen.snapshots.at(-1)!.editsVersion);
    expect(engine.stats().restarts).toBe(2);
  });

  test('a dead simulation comes back in the same state, and tells nothing twice', async () => {
    const { engine, seen } = start();
    await play(engine, SETUP);
    const before = await engine.save();
    seen.simulations[0]!.die();
    const after = await engine.save();
    expect(seen.simulations).toHaveLength(2);
    expect(after.commands).toEqual(before.commands);
    expect(after.hashes.at(-1)).toEqual(before.hashes.at(-1));
    expect(seen.snapshots.reduce((sum, { newEdits }) => sum + newEdits.length, 0)).toBe(
      seen.snapshots.at(-1)!.editsVersion,
    );
  });

  test('gives up on a worker that dies again and again, and says so', async () => {
    const { engine, seen } = start({}, 0);
    await engine.ready;
    for (let i = 0; i < 4; i++) {
      await until(() => seen.simulations.length === i + 1);
      seen.simulations[i]!.die('broken');
    }
    expect(seen.problems.at(-1)).toMatchObject({ kind: 'worker-failed', worker: 'simulation', fatal: true });
  });

  test('refuses a command that is none without disturbing the session', async () => {
    const { engine, seen } = start();
    await engine.ready;
    engine.send({ type: 'dance' } as unknown as Command);
    engine.send({ type: 'c-arm', angleDeg: Number.NaN });
    await until(() => seen.problems.length === 2);
    expect(seen.problems).toEqual([
      { kind: 'command-refused', reason: 'not-a-command', fatal: false },
      { kind: 'command-refused', reason: 'not-a-number', fatal: false },
    ]);
    expect((await engine.save()).commands).toEqual([]);
  });

  test('keeps real time, pauses and goes on', async () => {
    const { engine, seen } = start({}, 60);
    await engine.ready;
    await until(() => seen.snapshots.at(-1)!.tick > 24);
    engine.pause();
    // calls are answered in order: whatever is saved now was saved after the pause
    const { endTick } = await engine.save();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await engine.save()).endTick).toBe(endTick);
    engine.resume();
    await until(() => seen.snapshots.at(-1)!.tick > endTick);
  });

  test('after dispose nothing is delivered and nothing hangs', async () => {
    const { engine, seen } = start();
    await engine.ready;
    const run = engine.run(240);
    engine.dispose();
    await expect(run).rejects.toThrow();
    await expect(engine.save()).rejects.toThrow();
    const { length } = seen.snapshots;
    engine.send({ type: 'fluoro', on: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen.snapshots).toHaveLength(length);
    expect([...seen.simulations, ...seen.renderers].every(({ ended }) => ended)).toBe(true);
  });
});
