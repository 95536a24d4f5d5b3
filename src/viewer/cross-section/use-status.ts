/** @file The hook that tells the cross-section's state to React: what is shown, where it was taken, how fast it comes. */
import { useRef } from 'react';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { DEFAULT_CATHETER, findCatheter } from '../../core/ultrasound/presets.ts';
import { type Shown, shownFrame } from '../../state/shown-frame.ts';
import { appStore } from '../../state/store.ts';
import { useFrameLoop } from '../../ui/use-frame-loop.ts';
import { createFrameRateMeter } from '../frame-rate.ts';
import { useSlowValue } from '../use-slow-value.ts';
import { type Status, sameStatus } from './status.ts';

const shownNow = (): Shown => shownFrame(performance.now(), appStore.getState().view.reviewMm);

/** The frame to draw now. */
export const frameNow = (): PolarFrame | null => shownNow().frame;

export const useStatus = (): Status => {
  const meter = useRef(createFrameRateMeter());
  useFrameLoop((nowMs) => {
    const shown = shownNow();
    meter.current.note(shown.mode === 'live' ? shown.frame : null, nowMs);
  });
  return useSlowValue((nowMs) => {
    const shown = shownNow();
    const rate = shown.mode === 'live' ? meter.current.perSecond(nowMs) : null;
    return {
      mode: shown.mode,
      catheterIn: shown.pulledBackMm !== null,
      frequencyMHz: (findCatheter(shown.catheter) ?? DEFAULT_CATHETER).probe.frequencyMHz,
      pulledBackMm: shown.pulledBackMm === null ? null : Math.round(shown.pulledBackMm * 10) / 10,
      stationMm: shown.frame ? Math.round(shown.frame.pose.s * 10) / 10 : null,
      framesPerSecond: rate === null ? null : Math.round(rate),
    };
  }, sameStatus);
};
