/**
 * @file The automation handle: with `?automation` in the address, scripts may do on `window.trueLumen` what a user
 * could do by hand, and see what a user could see.
 */
import type { Command } from '../core/session/command.ts';
import { type PublicSnapshot, publicSnapshot } from '../core/session/public-snapshot.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import type { ImagingPose, PolarFrame } from '../core/ultrasound/frame.ts';
import type { Engine, EngineStats } from '../engine/engine.ts';
import { live } from '../state/live.ts';
import { runningEngine } from '../state/session-runner.ts';
import { appStore } from '../state/store.ts';

export type PublicFrame = Omit<PolarFrame, 'pose'> & {
  /** Position of the transducer, mm pulled back from home. */
  readonly pulledBackMm: number;
  /** Only while truth is shown: it tells the catheter's roll and place in the vessel. */
  readonly pose: ImagingPose | null;
};

export interface Automation {
  readonly version: string;
  /** Takes effect at the next tick. @throws when no case is running */
  dispatch(command: Command): void;
  /** Runs so many ticks as fast as the machine allows; resolves with the snapshot after the last. */
  run(ticks: number): Promise<PublicSnapshot | Snapshot>;
  /** Null before the first. The truth is in it only while it is shown. */
  snapshot(): PublicSnapshot | Snapshot | null;
  /** The newest live frame; null before the first. */
  frame(): PublicFrame | null;
  /** `heapBytes` is null where the browser does not tell. */
  stats(): EngineStats & { readonly heapBytes: number | null };
  save(): Promise<SessionFile>;
}

declare global {
  interface Window {
    trueLumen?: Automation;
  }
}

const engine = (): Engine => {
  const running = runningEngine();
  if (!running) throw new Error('No case is running: start one first.');
  return running;
};

const visible = (snapshot: Snapshot): PublicSnapshot | Snapshot =>
  appStore.getState().view.truthShown ? snapshot : publicSnapshot(snapshot);

const heapBytes = (): number | null =>
  (performance as { readonly memory?: { readonly usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;

export const createAutomation = (): Automation => ({
  version: __VERSION__,
  dispatch: (command) => engine().send(command),
  run: async (ticks) => visible(await engine().run(ticks)),
  snapshot: () => (live.snapshot ? visible(live.snapshot) : null),
  frame: () => {
    if (!live.frame || !live.snapshot) return null;
    const { pose, ...frame } = live.frame;
    const { truthShown } = appStore.getState().view;
    return { ...frame, pulledBackMm: live.snapshot.imaging.pulledBackMm, pose: truthShown ? pose : null };
  },
  stats: () => ({ ...engine().stats(), heapBytes: heapBytes() }),
  save: () => engine().save(),
});

/** Puts the handle on the window if the address asks for it. */
export const startAutomation = (): void => {
  if (new URLSearchParams(location.search).has('automation')) window.trueLumen = createAutomation();
};
