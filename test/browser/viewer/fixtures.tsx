/** @file Puts a viewer pane on a page with a synthetic catheter, frames and recording. */
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { page } from 'vitest/browser';
import type { Mark } from '../../../src/core/procedure/procedure.ts';
import type { Snapshot } from '../../../src/core/session/snapshot.ts';
import type { PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import type { Recording } from '../../../src/protocol/recording.ts';
import { cineStore } from '../../../src/state/cine.ts';
import { clearLive, live } from '../../../src/state/live.ts';
import { appStore, INITIAL_STATE } from '../../../src/state/store.ts';
import { frameOf, syntheticPose, vesselFrame } from '../../helpers/synthetic-frame.ts';
import '../../../src/ui/theme.css';

/** The parts of a snapshot that the viewer reads. */
export const snapshotAt = (pulledBackMm: number | null, marks: readonly Mark[] = []): Snapshot =>
  ({
    imaging: {
      pose: pulledBackMm === null ? null : syntheticPose(),
      pulledBackMm: pulledBackMm ?? 0,
      travelMm: 150,
      homeFromTipMm: 20,
      pullbackSpeed: 0,
      pullbackId: 1,
    },
    procedure: { marks },
  }) as unknown as Snapshot;

export const setLive = (snapshot: Snapshot, frame: PolarFrame | null): void => {
  live.snapshot = snapshot;
  live.frame = frame;
  live.shown = frame;
  appStore.setState({ page: 'case', slow: snapshot });
};

/** Frame k is a uniform grey that tells k, so that a picture says which frame it shows. */
export const countingRecording = (count: number, complete = true): Recording => ({
  pullbackId: 1,
  stepMm: 0.5,
  complete,
  frames: Array.from({ length: count }, (_, k) => ({
    pulledBackMm: 10 + 0.5 * k,
    frame: frameOf(() => -50 + (40 * k) / count, { lines: 16, samples: 64, mmPerSample: 0.08 }),
  })),
});

export const aFrame = (seed = 1): PolarFrame => vesselFrame(seed);

export interface Mounted {
  readonly host: HTMLElement;
  unmount(): void;
}

export const mount = (element: ReactElement, width = 560, height = 600): Mounted => {
  const host = document.createElement('div');
  Object.assign(host.style, {
    width: `${width}px`,
    height: `${height}px`,
    background: '#07090b',
    color: '#e6edf3',
  });
  document.body.append(host);
  const root = createRoot(host);
  root.render(element);
  return {
    host,
    unmount: () => {
      root.unmount();
      host.remove();
    },
  };
};

export const resetState = (): void => {
  clearLive();
  cineStore.setState({ run: null });
  appStore.setState(INITIAL_STATE, true);
};

/** Resolves after this many screen frames. */
export const frames = async (count = 2): Promise<void> => {
  for (let k = 0; k < count; k++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** What is really on the screen inside an element: grey (red channel) at fractions of its width and height. */
export const screenOf = async (element: Element): Promise<(fx: number, fy: number) => number> => {
  const base64 = await page.screenshot({ element, save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const copy = document.createElement('canvas');
  copy.width = image.width;
  copy.height = image.height;
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0);
  return (fx, fy) =>
    context.getImageData(Math.round(fx * copy.width), Math.round(fy * copy.height), 1, 1).data[0]!;
};
