/** @file Files in and out of the browser, without any server. */

/** No case or session comes near this; a larger file is refused before it is read. */
export const LARGEST_FILE_MB = 20;

/** A file that cannot be taken; `reason` is for the caller's words. */
export class FileRefused extends Error {
  readonly fileName: string;
  readonly reason: 'too-large' | 'unreadable';

  constructor(fileName: string, reason: 'too-large' | 'unreadable') {
    super(`${fileName}: ${reason}`);
    this.fileName = fileName;
    this.reason = reason;
  }
}

/** The whole file. @throws FileRefused */
export const readBytes = async (file: File): Promise<Uint8Array> => {
  if (file.size > LARGEST_FILE_MB * 1024 * 1024) throw new FileRefused(file.name, 'too-large');
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileRefused(file.name, 'unreadable');
  }
};

/** Asks the user for one JSON file; null when they change their mind. */
export const pickFile = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

/** Hands the user a text file to keep. */
export const downloadText = (name: string, text: string, type = 'application/json'): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has to have begun before the address may go.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
