/** @file Opening a case or session file: checked completely before anything of the running case is touched. */
import { InputError } from '../io/errors.ts';
import { openFile as checkFile } from '../io/open-file.ts';
import { notify } from './notices.ts';
import { type OpenedFile, ports } from './ports.ts';
import { resumeSession, startCase } from './session-runner.ts';

const checked = (file: OpenedFile): ReturnType<typeof checkFile> | null => {
  try {
    return checkFile(file.bytes, file.name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    notify('error', error.sentence);
    return null;
  }
};

/** Starts the case or resumes the session in a file; a file that is neither becomes a notice. Returns success. */
export const openFile = async (file: OpenedFile): Promise<boolean> => {
  const content = checked(file);
  if (!content) return false;
  if (content.kind === 'session') await resumeSession(content.session);
  else await startCase(content.caseFile);
  return true;
};

export const openPickedFile = async (): Promise<void> => {
  const file = await ports().pickFile();
  if (file) await openFile(file);
};
