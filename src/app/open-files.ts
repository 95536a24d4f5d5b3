/** @file Files that the user picks or drops, as the state takes them: name and bytes, or a notice. */
import { FileRefused, LARGEST_FILE_MB, pickFile, readBytes } from '../platform/files.ts';
import { notify } from '../state/notices.ts';
import { openFile } from '../state/open-file.ts';
import type { OpenedFile } from '../state/ports.ts';
import { errors } from '../ui/strings/en/errors.ts';

const open = async (file: File): Promise<OpenedFile | null> => {
  try {
    return { name: file.name, bytes: await readBytes(file) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    notify(
      'error',
      error.reason === 'too-large'
        ? errors.tooLarge(error.fileName, LARGEST_FILE_MB)
        : errors.unreadable(error.fileName),
    );
    return null;
  }
};

export const pickOpenedFile = async (): Promise<OpenedFile | null> => {
  const file = await pickFile();
  return file ? open(file) : null;
};

export const openDroppedFiles = async (files: readonly File[]): Promise<void> => {
  const file = files[0];
  if (!file) return;
  if (files.length > 1) {
    notify('warning', errors.oneFile);
    return;
  }
  const opened = await open(file);
  if (opened) await openFile(opened);
};
