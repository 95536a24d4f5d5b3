/** @file Saves the running session every few seconds, so that a crash or a reload loses next to nothing. */
import type { CaseFile } from '../core/cases/schema.ts';
import type { Engine } from '../engine/engine.ts';
import { live } from './live.ts';
import { notify } from './notices.ts';
import { ports } from './ports.ts';
import { appStore } from './store.ts';

const EVERY_MS = 5000;
/** A session younger than this is not worth an offer to continue, s. */
const WORTH_S = 3;

interface Running {
  readonly engine: Engine;
  readonly caseFile: CaseFile;
  readonly timer: ReturnType<typeof setInterval>;
  savedTick: number;
  busy: boolean;
}

let running: Running | null = null;
let complained = false;

export const startAutosave = (engine: Engine, caseFile: CaseFile): void => {
  stopAutosave();
  const timer = setInterval(() => void autosaveNow(), EVERY_MS);
  running = { engine, caseFile, timer, savedTick: live.snapshot?.tick ?? 0, busy: false };
};

export const stopAutosave = (): void => {
  if (running) clearInterval(running.timer);
  running = null;
};

/** Saves at once if the session has moved since the last time. Never throws. */
export const autosaveNow = async (): Promise<void> => {
  const now = running;
  const snapshot = live.snapshot;
  if (!now || now.busy || !snapshot) return;
  if (snapshot.tick === now.savedTick || snapshot.clocks.timeS < WORTH_S) return;
  now.busy = true;
  try {
    const session = await now.engine.save();
    // The case may have been left or finished meanwhile; its autosave is not revived.
    if (running !== now) return;
    const info = {
      caseId: now.caseFile.id,
      caseTitle: now.caseFile.title,
      timeS: snapshot.clocks.timeS,
      savedAtMs: Date.now(),
    };
    await ports().autosave.write({ info, session });
    now.savedTick = snapshot.tick;
    if (running === now) appStore.setState({ autosave: info });
  } catch (error) {
    // Once: a full or forbidden storage fails every five seconds.
    if (!complained) {
      complained = true;
      notify('warning', ports().describeNotice('autosave-failed', String(error)));
    }
  } finally {
    now.busy = false;
  }
};
