/** @file Frames of a case without a session: one IVUS worker that lays the devices as the case designs them. */
import type { CaseFile } from '../core/cases/schema.ts';
import { DEFAULT_IMAGING, type PolarFrame } from '../core/ultrasound/frame.ts';
import type { IvusOps, LoadedTissue } from '../protocol/ivus.ts';
import { spawnIvus } from './spawn.ts';
import { createSupervisor } from './supervisor.ts';
import type { Preview } from './types.ts';
import type { WorkerPort } from './worker-link.ts';

export interface PreviewHost {
  readonly spawnIvus: () => WorkerPort;
  readonly backOffMs?: readonly number[];
}

interface Wish {
  readonly s: number;
  readonly rollRad: number;
  readonly done: (frame: PolarFrame | null) => void;
}

/** The newest wish wins: one that waits is given up (null) when another comes. */
export const createPreview = (caseFile: CaseFile, host: PreviewHost = { spawnIvus }): Preview => {
  let waiting: Wish | null = null;
  let busy = false;
  let disposed = false;
  let frameSeed = 0;
  let found: (range: LoadedTissue) => void = () => {};
  const range = new Promise<LoadedTissue>((resolve) => {
    found = resolve;
  });

  const supervisor = createSupervisor<IvusOps>({
    name: 'preview',
    spawn: host.spawnIvus,
    load: async (link) =>
      found(await link.call('load', { caseFile, designed: true }, { deadlineMs: 60_000 })),
    onUp: () => void serve(),
    onGiveUp: () => {
      disposed = true;
      waiting?.done(null);
      waiting = null;
    },
    ...(host.backOffMs ? { backOffMs: host.backOffMs } : {}),
  });

  const serve = async (): Promise<void> => {
    const { link } = supervisor;
    if (!link || busy || !waiting) return;
    const wish = waiting;
    waiting = null;
    busy = true;
    const { s, rollRad } = wish;
    const settings = DEFAULT_IMAGING;
    const reply = await link
      .call('renderDesigned', { s, rollRad, settings, frameSeed: frameSeed++ })
      .catch(() => null);
    busy = false;
    if (reply?.ok) supervisor.healthy();
    wish.done(reply?.ok && !disposed ? reply.frame : null);
    void serve();
  };

  return {
    frameAt: (s, rollRad = 0) =>
      new Promise((resolve) => {
        if (disposed) return resolve(null);
        waiting?.done(null);
        waiting = { s, rollRad, done: resolve };
        void serve();
      }),
    range,
    dispose: () => {
      disposed = true;
      supervisor.dispose();
      waiting?.done(null);
      waiting = null;
    },
  };
};
