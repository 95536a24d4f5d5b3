/** @file Going on after a reload or a crash: the autosave is read, checked like any file, and resumed. */
import { InputError } from '../io/errors.ts';
import type { JsonObject } from '../io/read-json.ts';
import { sessionFromJson } from '../io/session-file.ts';
import { notify } from './notices.ts';
import { ports } from './ports.ts';
import { resumeSession } from './session-runner.ts';
import { appStore } from './store.ts';

/** Looks for an autosave and tells the start page of it. Never throws. */
export const findAutosave = async (): Promise<void> => {
  try {
    const autosave = await ports().autosave.read();
    appStore.setState({ autosave: autosave?.info ?? null });
  } catch {
    // No storage, no offer: nothing that the user could do about it.
    appStore.setState({ autosave: null });
  }
};

/** Resumes the autosave; one that does not pass the checks is thrown away with a notice. */
export const continueAutosave = async (): Promise<void> => {
  const autosave = await ports().autosave.read();
  if (!autosave) return;
  try {
    // An older program may have written it, so it is upgraded and checked like a file.
    const stored = autosave.session as unknown as JsonObject;
    await resumeSession(sessionFromJson(stored, autosave.info.caseTitle));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    await forgetAutosave();
    notify('error', ports().describeNotice('restore-failed', error.sentence));
  }
};

export const forgetAutosave = async (): Promise<void> => {
  appStore.setState({ autosave: null, restoreOffered: false });
  await ports().autosave.clear();
};
