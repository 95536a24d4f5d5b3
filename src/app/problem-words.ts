/** @file Sentences for what the engine and the state report. */
import { TICK_S } from '../core/session/command.ts';
import type { EngineProblem } from '../engine/engine.ts';
import type { NoticeCode } from '../state/ports.ts';
import type { Notice } from '../state/store.ts';
import { fixed } from '../ui/format.ts';
import { errors } from '../ui/strings/en/errors.ts';

export const describeProblem = (problem: EngineProblem): Pick<Notice, 'severity' | 'text'> => {
  switch (problem.kind) {
    case 'worker-restarted':
      return { severity: 'warning', text: errors.workerRestarted[problem.worker] };
    case 'worker-failed':
      return { severity: 'error', text: errors.workerFailed[problem.worker] };
    case 'command-refused':
      return { severity: 'warning', text: errors.refused[problem.reason] };
    case 'replay-differs':
      return { severity: 'warning', text: errors.replayDiffers(fixed(problem.tick * TICK_S, 1)) };
  }
};

export const describeNotice = (code: NoticeCode, detail: string): string => {
  switch (code) {
    case 'saved':
      return errors.saved(detail);
    case 'save-failed':
      return errors.saveFailed(detail);
    case 'autosave-failed':
      return errors.autosaveFailed;
    case 'restore-failed':
      return errors.restoreFailed(detail);
    case 'start-failed':
      return errors.startFailed(detail);
  }
};
