/** @file Keeps the assembled longitudinal cut in step with a recording: new frames cost one column each. */
import { LongitudinalAssembler, type LongitudinalImage } from '../../core/measure/longitudinal.ts';
import type { RecordedFrame, Recording } from '../../protocol/recording.ts';

/** Values along a column: finer than any pane is high in CSS pixels. */
const ROWS = 320;

export interface LongitudinalFeed {
  /** The cut through the recording as it is now, or null without frames. `===` while nothing has changed. */
  sync(recording: Recording | null, clock: number, depthMm: number): LongitudinalImage | null;
}

export const createLongitudinalFeed = (): LongitudinalFeed => {
  let assembler: LongitudinalAssembler | null = null;
  let pullbackId = -1;
  /** Frames may arrive out of order, so it is the frames that are remembered, not how many there were. */
  let seen = new WeakSet<RecordedFrame>();
  let source: Recording | null = null;
  let image: LongitudinalImage | null = null;

  const fits = (recording: Recording, clock: number, depthMm: number): boolean =>
    assembler !== null &&
    pullbackId === recording.pullbackId &&
    assembler.cut.stepMm === recording.stepMm &&
    assembler.cut.clock === clock &&
    assembler.cut.depthMm === depthMm &&
    assembler.cut.firstMm <= recording.frames[0]!.pulledBackMm;

  return {
    sync: (recording, clock, depthMm) => {
      const first = recording?.frames[0];
      if (!recording || !first) {
        assembler = null;
        source = null;
        image = null;
        return null;
      }
      if (assembler === null || !fits(recording, clock, depthMm)) {
        const cut = { stepMm: recording.stepMm, firstMm: first.pulledBackMm, clock, depthMm, rows: ROWS };
        assembler = new LongitudinalAssembler(cut, recording.frames.length + 64);
        pullbackId = recording.pullbackId;
        seen = new WeakSet();
        source = null;
      }
      if (image !== null && source === recording) return image;
      source = recording;
      let added = image === null || image.cut !== assembler.cut;
      for (const placed of recording.frames) {
        if (seen.has(placed)) continue;
        seen.add(placed);
        assembler.add(placed);
        added = true;
      }
      if (added) image = assembler.takeImage();
      return image;
    },
  };
};
