/** @file Records a pullback: asks for a frame every step of travel and hands out the growing recording. */
import { TICK_HZ } from '../core/session/command.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { FrameRequest, ImagingSettings, PolarFrame } from '../core/ultrasound/frame.ts';
import type { CatheterId } from '../core/ultrasound/presets.ts';
import type { RecordedFrame, Recording } from '../protocol/recording.ts';

/** Half the live resolution each way: the longitudinal view needs no more, and a long run stays in memory. */
export const recordedImaging = (live: ImagingSettings): ImagingSettings => ({
  ...live,
  lines: 256,
  samples: 256,
  mmPerSample: (live.samples * live.mmPerSample) / 256,
  smoothLines: Math.round((live.smoothLines * 256) / live.lines),
});

/** Spacing of the frames, mm: fine for a slow, diagnostic run; a fast run is an overview, and no finer than the turns
 *  of the element. */
export const recordingStep = (speedMmS: number, framesPerS: number): number =>
  Math.max(speedMmS <= 1 ? 0.25 : 0.5, speedMmS / framesPerS);

export interface RecorderOptions {
  /** `wanted` turns false when a newer pullback has begun. */
  readonly requestFrame: (request: FrameRequest, wanted: () => boolean) => Promise<PolarFrame | null>;
  readonly onRecording: (recording: Recording) => void;
  readonly frameSeed: (tick: number) => number;
  /** How the live frames of a moment are made. */
  readonly imaging: (snapshot: Snapshot) => ImagingSettings;
}

export interface PullbackRecorder {
  observe(snapshot: Snapshot): void;
}

/** One run. `open` while the motor pulls; complete when all its frames have come. */
interface Run {
  readonly pullbackId: number;
  readonly catheter: CatheterId;
  readonly settings: ImagingSettings;
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
    const { pullbackId, catheter, stepMm, frames, open, waiting } = of;
    const complete = !open && waiting === 0;
    options.onRecording({ pullbackId, catheter, stepMm, frames: [...frames], complete });
  };

  const take = (of: Run, snapshot: Snapshot): void => {
    const { pose, pulledBackMm } = snapshot.imaging;
    if (!pose) return;
    of.nextMm = (Math.floor(pulledBackMm / of.stepMm + 1e-6) + 1) * of.stepMm;
    of.waiting++;
    const request: FrameRequest = {
      pose,
      settings: of.settings,
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
      const { catheter, pullbackId, pullbackSpeed, pulledBackMm } = snapshot.imaging;
      const pulling = pullbackSpeed > 0;
      if (pulling && pullbackId !== run?.pullbackId) {
        const settings = recordedImaging(options.imaging(snapshot));
        run = {
          pullbackId,
          catheter,
          settings,
          stepMm: recordingStep(pullbackSpeed, settings.framesPerS),
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
