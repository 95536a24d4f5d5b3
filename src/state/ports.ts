/**
 * @file What the state needs from the world outside and may not import: files, storage, sentences.
 *
 * The app plugs the browser in at start; tests plug in what they like; in Node nothing is plugged in and nothing fails.
 */

import type { CaseFile } from '../core/cases/schema.ts';
import type { SessionFile } from '../core/session/session-file.ts';
import type { EngineProblem } from '../engine/engine.ts';
import type { AutosaveInfo } from './store.ts';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Autosave {
  readonly info: AutosaveInfo;
  readonly session: SessionFile;
}

export interface AutosaveStore {
  write(autosave: Autosave): Promise<void>;
  read(): Promise<Autosave | null>;
  clear(): Promise<void>;
}

/** Occasions for a notice whose words the app owns. */
export type NoticeCode = 'saved' | 'save-failed' | 'autosave-failed' | 'restore-failed' | 'start-failed';

export interface Ports {
  /** Asks the user for a file; null when they change their mind. */
  pickFile(): Promise<OpenedFile | null>;
  saveFile(name: string, text: string): void;
  readonly autosave: AutosaveStore;
  /** Sentence and weight of an engine's problem. */
  describeProblem(problem: EngineProblem): { severity: 'info' | 'warning' | 'error'; text: string };
  describeNotice(code: NoticeCode, detail: string): string;
  /** Tells the address bar which case is open; null for the start page. */
  showAddress(caseFile: CaseFile | null): void;
}

const NOTHING: Ports = {
  pickFile: async () => null,
  saveFile: () => {},
  autosave: { write: async () => {}, read: async () => null, clear: async () => {} },
  describeProblem: (problem) => ({ severity: 'warning', text: String(problem) }),
  describeNotice: (code, detail) => `${code} ${detail}`.trim(),
  showAddress: () => {},
};

let plugged: Ports = NOTHING;
export const ports = (): Ports => plugged;
export const plugPorts = (change: Partial<Ports>): void => {
  plugged = { ...plugged, ...change };
};
export const unplugPorts = (): void => {
  plugged = NOTHING;
};
