/** @file The recorder: a frame every step of travel, in order whatever the workers do, one run at a time. */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import type { FrameRequest, ImagingPose, PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import { findCatheter, imagingOf } from '../../../src/core/ultrasound/presets.ts';
import { createPullbackRecorder, recordingStep } from '../../../src/engine/pullback-recorder.ts';
import type { Recording } from '../../../src/protocol/recording.ts';

const POSE: ImagingPose = {
  s: 0,
  x: 0,
  y: 0,
  dxds: 0,
  dyds: 0,
  rollRad: 0,
  sheathRadiusMm: 0.4,
  wires: [],
};

const setUp = () => {
  const asked: { request: FrameRequest; wanted: () => boolean; answer: (ok?: boolean) => Promise<void> }[] =
    [];
  const recordings: Recording[] = [];
  const recorder = createPullbackRecorder({
    requestFrame: (request, wanted) =>
      new Promise((resolve) => {
        asked.push({
          request,
          wanted,
          answer: async (ok = true) => {
            resolve(ok ? ({ pose: request.pose, frameSeed: request.frameSeed } as PolarFrame) : null);
            await new Promise((settled) => setTimeout(settled));
          },
        });
      }),
    onRecording: (recording) => recordings.push(recording),
    frameSeed: (tick) => tick,
    imaging: ({ imaging }) => imagingOf(findCatheter(imaging.catheter)!),
  });
  let tick = 0;
  let catheter = 'dual-rx-40';
  const at = (pulledBackMm: number, speed: number, pullbackId = 1): void => {
    tick += 4;
    const imaging = {
      catheter,
      pose: { ...POSE, s: -pulledBackMm },
      pulledBackMm,
      travelMm: 150,
      homeFromTipMm: 8,
      pullbackSpeed: speed,
      pullbackId,
    };
    recorder.observe({ tick, editsVersion: 3, imaging } as unknown as Snapshot);
  };
  const placesAsked = () => asked.map(({ request }) => -request.pose.s);
  const use = (id: string): void => {
    catheter = id;
  };
  return { asked, recordings, recorder, at, use, placesAsked };
};

describe('a pullback', () => {
  test('asks at its start and then at every step of its grid', () => {
    const { at, asked, placesAsked } = setUp();
    for (let i = 0; i <= 20; i++) at(2 + i * 0.15, 9);
    const places = placesAsked();
    expect(places[0]).toBe(2);
    places.slice(1).forEach((mm, i) => {
      const grid = 2.5 + i * 0.5;
      expect(mm).toBeGreaterThanOrEqual(grid - 1e-6);
      expect(mm).toBeLessThan(grid + 0.16);
    });
    expect(places).toHaveLength(7);
    expect(asked[0]!.request).toMatchObject({
      editsVersion: 3,
      settings: { lines: 256, samples: 256, mmPerSample: 0.02 },
    });
  });

  test('orders frames by place, and is complete when the last has come', async () => {
    const { at, asked, recordings } = setUp();
    for (const mm of [0, 0.5, 1]) at(mm, 9);
    at(1.1, 0);
    expect(recordings.at(-1)).toMatchObject({ pullbackId: 1, stepMm: 0.5, complete: false });
    await asked[2]!.answer();
    await asked[0]!.answer();
    expect(recordings.at(-1)!.frames.map(({ pulledBackMm }) => pulledBackMm)).toEqual([0, 1]);
    expect(recordings.at(-1)!.complete).toBe(false);
    // a frame that never comes leaves a gap and no wait
    await asked[1]!.answer(false);
    expect(recordings.at(-1)).toMatchObject({ complete: true });
    expect(recordings.at(-1)!.frames).toHaveLength(2);
  });

  test('a recording handed out is never changed afterwards', async () => {
    const { at, asked, recordings } = setUp();
    at(0, 1);
    at(0.25, 1);
    await asked[0]!.answer();
    const first = recordings.at(-1)!;
    await asked[1]!.answer();
    expect(first.frames).toHaveLength(1);
    expect(recordings.at(-1)!.frames).toHaveLength(2);
  });

  test('a new run takes the place of the old one, whose frames are no longer wanted', async () => {
    const { at, asked, recordings } = setUp();
    at(0, 9, 1);
    at(3, 9, 2);
    expect(asked.map(({ wanted }) => wanted())).toEqual([false, true]);
    await asked[0]!.answer();
    expect(recordings).toEqual([]);
    await asked[1]!.answer();
    expect(recordings.at(-1)).toMatchObject({ pullbackId: 2, frames: [{ pulledBackMm: 3 }] });
  });

  test('a slide by hand records nothing', () => {
    const { at, asked } = setUp();
    for (let i = 0; i < 10; i++) at(i, 0, 0);
    expect(asked).toEqual([]);
  });

  test('slow runs are recorded finer, and none finer than the element turns', () => {
    const at = (framesPerS: number) => [0.5, 1, 3, 9].map((speed) => recordingStep(speed, framesPerS));
    expect(at(30)).toEqual([0.25, 0.25, 0.5, 0.5]);
    expect(at(10)).toEqual([0.25, 0.25, 0.5, 0.9]);
  });

  test('frames are made as the catheter in use makes them, and the recording says which it was', async () => {
    const { at, use, asked, recordings } = setUp();
    use('array-20');
    at(0, 1, 1);
    const { settings } = asked[0]!.request;
    expect(settings).toMatchObject({ lines: 256, samples: 256, startMm: 0.933 });
    expect(settings.probe.frequencyMHz).toBe(20);
    expect(settings.mmPerSample).toBeCloseTo(0.036, 9);
    await asked[0]!.answer();
    expect(recordings.at(-1)).toMatchObject({ catheter: 'array-20' });
  });
});
