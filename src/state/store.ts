/** @file The application's state at human speed: page, case, view settings, messages. Usable in Node. */
import { createStore } from 'zustand/vanilla';
import type { Anatomy } from '../core/anatomy/tissue.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import type { SessionEvent } from '../core/procedure/event.ts';
import type { MarkKind } from '../core/procedure/procedure.ts';
import type { Charge } from '../core/session/charge.ts';
import type { Command } from '../core/session/command.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { DEFAULT_FEEL, type FeelSettings, type Gear } from './feel/feel-settings.ts';
import { DEFAULT_VIEW, type ViewSettings } from './view-settings.ts';

/** Pages to teach with, each under the address of its name; no session runs there. */
export const TEACHING_PAGES = ['calcium', 'gallery', 'bench', 'physics'] as const;
export type TeachingPage = (typeof TEACHING_PAGES)[number];

export type Page = 'start' | 'case' | 'outcome' | TeachingPage;

export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** Arrangements of the case page for wiring, for reading a pullback, and for a lecture. */
export type LayoutName = 'wiring' | 'pullback' | 'teach';

/** What an autosave holds, without the session itself. */
export interface AutosaveInfo {
  readonly caseId: string;
  readonly caseTitle: string;
  /** Simulated seconds. */
  readonly timeS: number;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
}

export interface AppState {
  readonly page: Page;
  readonly caseFile: CaseFile | null;
  readonly anatomy: Anatomy | null;
  readonly paused: boolean;
  /** The newest snapshot, at most ten times a second. */
  readonly slow: Snapshot | null;
  /** Newest last, capped. */
  readonly events: readonly SessionEvent[];
  /** Work at the table charged to the case clock; the array changes only when something is charged. */
  readonly charges: readonly Charge[];
  readonly view: ViewSettings;
  /** How the hands work; kept from case to case. */
  readonly feel: FeelSettings;
  /** A speed that a modifier key or trigger holds for the moment. */
  readonly gearHeld: Gear | null;
  readonly notices: readonly Notice[];
  /** Device that keyboard and gamepad drive. */
  readonly selected: 'wire1' | 'ivus' | 'wire2';
  /** The mark that the next click on the image places. */
  readonly pendingMark: MarkKind | null;
  readonly layout: LayoutName;
  /** A session that can be continued; null when there is none. */
  readonly autosave: AutosaveInfo | null;
  /** From the click that starts a case until its first snapshot. */
  readonly starting: boolean;
  /** Share of a saved session that has been played again, 0 .. 1; null when nothing is resumed. */
  readonly resumed: number | null;
  readonly helpOpen: boolean;
  /** The page was opened at a case that an autosave belongs to: ask whether to go on. */
  readonly restoreOffered: boolean;
  /** A finished session being watched again: nobody's hands are on the devices. */
  readonly playback: Playback | null;
}

export interface Playback {
  /** Length of the session, s. */
  readonly endS: number;
  /** Times real time; 0 is paused. */
  readonly speed: number;
}

export const INITIAL_STATE: AppState = {
  page: 'start',
  caseFile: null,
  anatomy: null,
  paused: false,
  slow: null,
  events: [],
  charges: [],
  view: DEFAULT_VIEW,
  feel: DEFAULT_FEEL,
  gearHeld: null,
  notices: [],
  selected: 'wire1',
  pendingMark: null,
  layout: 'wiring',
  autosave: null,
  starting: false,
  resumed: null,
  helpOpen: false,
  restoreOffered: false,
  playback: null,
};

export const appStore = createStore<AppState>(() => INITIAL_STATE);

export const setView = (change: Partial<ViewSettings>): void =>
  appStore.setState((s) => ({ view: { ...s.view, ...change } }));

export const setFeel = (change: Partial<FeelSettings>): void =>
  appStore.setState((s) => ({ feel: { ...s.feel, ...change } }));

/** Set by the running session; panes and actions send every change of the world through it. */
export type Dispatch = (command: Command) => void;
let dispatchTarget: Dispatch = () => {};
export const setDispatchTarget = (target: Dispatch): void => {
  dispatchTarget = target;
};
export const dispatch: Dispatch = (command) => dispatchTarget(command);
