/** @file Records a pullback: asks for a frame every step of travel and hands out the growing recording. */
import { TICK_HZ } from '../core/session/command.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import {
  DEFAULT_IMAGING,
  type FrameRequest,
  type ImagingSettings,
  type PolarFrame,
} from '../core/ultrasound/frame.ts';
import type { RecordedFrame, Recording } from '../protocol/recording.ts';

/** Half the live resolution each way: the longitudinal view needs no more, and a long run stays in memory. */
export const RECORDED_IMAGING: ImagingSettings = {
  ...DEFAULT_IMAGING,
  lines: 256,
  samples: 256,
  mmPerSample: (DEFAULT_IMAGING.samples * DEFAULT_IMAGING.mmPerSample) / 256,
};

/** Spacing of the frames, mm: fine for a slow, diagnostic run; a fast run is an overview. */
export const recordingStep = (speedMmS: number): number => (speedMmS <= 1 ? 0.25 : 0.5);

export interface RecorderOptions {
  /** `wanted` turns false when a newer pullback has begun. */
  readonly requestFrame: (request: FrameRequest, wanted: () => boolean) => Promise<PolarFrame | null>;
  readonly onRecording: (recording: Recording) => void;
  readonly frameSeed: (tick: number) => number;
}

export interface PullbackRecorder {
  observe(snapshot: Snapshot): void;
}

/** One run. `open` while the motor pulls; complete when all its frames have come. */
interface Run {
  readonly pullbackId: number;
  readonly stepMm: number;
  readonly frames: RecordedFrame[];
  nextMm: number;
  open: boolean;
  waiting: number;
}

export const createPullbackRecorder = (options: RecorderOptions): PullbackRecorder => {
  let run: Run | null = null;

  const publish = (of: Run): void => {
    if (of !== run) return;
    const { pullbackId, stepMm, frames, open, waiting } = of;
    options.onRecording({ pullbackId, stepMm, frames: [...frames], complete: !open && waiting === 0 });
  };

  const take = (of: Run, snapshot: Snapshot): void => {
    const { pose, pulledBackMm } = snapshot.imaging;
    if (!pose) return;
    of.nextMm = (Math.floor(pulledBackMm / of.stepMm + 1e-6) + 1) * of.stepMm;
    of.waiting++;
    const request: FrameRequest = {
      pose,
      settings: RECORDED_IMAGING,
      editsVersion: snapshot.editsVersion,
      frameSeed: options.frameSeed(snapshot.tick),
      timeS: snapshot.tick / TICK_HZ,
    };
    void options
      .requestFrame(request, () => of === run)
      .then((frame) => {
        of.waiting--;
        if (frame) insertSorted(of.frames, { pulledBackMm, frame });
        publish(of);
      });
  };

  return {
    observe: (snapshot) => {
      const { pullbackId, pullbackSpeed, pulledBackMm } = snapshot.imaging;
      const pulling = pullbackSpeed > 0;
      if (pulling && pullbackId !== run?.pullbackId) {
        run = {
          pullbackId,
          stepMm: recordingStep(pullbackSpeed),
          frames: [],
          nextMm: pulledBackMm,
          open: true,
          waiting: 0,
        };
      }
      if (!run?.open || run.pullbackId !== pullbackId) return;
      if (pulledBackMm >= run.nextMm - 1e-6) take(run, snapshot);
      if (!pulling) {
        run.open = false;
        publish(run);
      }
    },
  };
};

/** Workers may finish out of order; the newest usually belongs at the end. */
const insertSorted = (frames: RecordedFrame[], frame: RecordedFrame): void => {
  let i = frames.length;
  while (i > 0 && frames[i - 1]!.pulledBackMm > frame.pulledBackMm) i--;
  frames.splice(i, 0, frame);
};
