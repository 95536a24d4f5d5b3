/** @file What the command line needs of the machine; tests bring their own. */

export interface CliHost {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** @throws Error when the file cannot be read, or is larger than any input may be */
  readonly read: (file: string) => Uint8Array;
  readonly write: (file: string, bytes: Uint8Array) => void;
  /** Time since some moment, ms, and memory in use, bytes. */
  readonly nowMs: () => number;
  readonly heapBytes: () => number;
  /** Makes a folder and those above it, if they are not there. */
  readonly makeFolder: (folder: string) => void;
}

/** Exit status. */
export const EXIT = { fine: 0, checkFailed: 1, badInput: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
