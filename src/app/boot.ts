/** @file Wires the browser to the state, once, before the first render. */
import { clearAutosave, readAutosave, writeAutosave } from '../platform/autosave-db.ts';
import { hasWebGl2 } from '../platform/capability.ts';
import { downloadText } from '../platform/files.ts';
import { isBetween, isBoolean, isOneOf, readSettings, writeSettings } from '../platform/settings.ts';
import { autosaveNow } from '../state/autosave.ts';
import { notify } from '../state/notices.ts';
import { type Autosave, plugPorts } from '../state/ports.ts';
import { findAutosave } from '../state/restore.ts';
import { setPaused } from '../state/session-runner.ts';
import { type AppState, appStore, type LayoutName, setView } from '../state/store.ts';
import { watchViewHistory } from '../state/undo.ts';
import { errors } from '../ui/strings/en/errors.ts';
import { events as sentences } from '../ui/strings/en/events.ts';
import { startAutomation } from './automation.ts';
import { startFeel } from './feel/feel-loop.ts';
import { rememberFeel } from './feel/remember-feel.ts';
import { listenToKeyboard } from './keyboard.ts';
import { pickOpenedFile } from './open-files.ts';
import { describeNotice, describeProblem } from './problem-words.ts';
import { openAtAddress, showAddress, startRouting } from './router.ts';

export const boot = (): void => {
  plugPorts({
    pickFile: pickOpenedFile,
    saveFile: downloadText,
    autosave: { write: writeAutosave, read: readStored, clear: clearAutosave },
    describeProblem,
    describeNotice,
    showAddress,
  });
  rememberSettings();
  rememberFeel();
  watchViewHistory();
  listenToKeyboard();
  startFeel();
  pauseWhenHidden();
  tellRefusals();
  if (!hasWebGl2()) notify('warning', errors.noWebGl);
  startAutomation();
  openAtAddress();
  void findAutosave().then(() => startRouting(offerRestore));
};

/** The session inside is checked when it is resumed; here only the label of the offer. */
const readStored = async (): Promise<Autosave | null> => {
  const stored = (await readAutosave()) as Partial<Autosave> | null;
  const info = stored?.info;
  const readable =
    typeof info?.caseId === 'string' &&
    typeof info.caseTitle === 'string' &&
    Number.isFinite(info.timeS) &&
    Number.isFinite(info.savedAtMs) &&
    typeof stored?.session === 'object';
  return readable ? (stored as Autosave) : null;
};

const offerRestore = (caseId: string): boolean => {
  if (appStore.getState().autosave?.caseId !== caseId) return false;
  appStore.setState({ restoreOffered: true });
  return true;
};

interface Remembered {
  readonly layout: LayoutName;
  readonly gainDb: number;
  readonly dynamicRangeDb: number;
  readonly depthMm: number;
  readonly mirrored: boolean;
  readonly roadmapShown: boolean;
  readonly coachShown: boolean;
}

const rememberedOf = ({ layout, view }: AppState): Remembered => ({
  layout,
  gainDb: view.gainDb,
  dynamicRangeDb: view.dynamicRangeDb,
  depthMm: view.depthMm,
  mirrored: view.mirrored,
  roadmapShown: view.roadmapShown,
  coachShown: view.coachShown,
});

const rememberSettings = (): void => {
  const { layout, ...view } = readSettings<Remembered>({
    layout: isOneOf('wiring', 'pullback', 'teach'),
    gainDb: isBetween(-40, 40),
    dynamicRangeDb: isBetween(20, 90),
    depthMm: isBetween(1, 10),
    mirrored: isBoolean,
    roadmapShown: isBoolean,
    coachShown: isBoolean,
  });
  setView(view);
  if (layout) appStore.setState({ layout });
  let timer: ReturnType<typeof setTimeout> | null = null;
  appStore.subscribe((state, before) => {
    if (state.view === before.view && state.layout === before.layout) return;
    // A slider being dragged is written once.
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => writeSettings(rememberedOf(appStore.getState())), 400);
  });
};

/** A hidden page gets no frames and no hands: the case waits, and is saved in case the page never comes back. */
const pauseWhenHidden = (): void => {
  let pausedByUs = false;
  document.addEventListener('visibilitychange', () => {
    const { page, paused } = appStore.getState();
    if (document.hidden && page === 'case') {
      void autosaveNow();
      if (!paused) {
        pausedByUs = true;
        setPaused(true);
      }
    } else if (pausedByUs) {
      pausedByUs = false;
      setPaused(false);
    }
  });
};

/** What the user asked for and did not get deserves more than a line in the event list. */
const tellRefusals = (): void => {
  appStore.subscribe((state, before) => {
    if (state.events === before.events) return;
    const known = new Set(before.events);
    for (const event of state.events) {
      if (known.has(event)) continue;
      if (event.code === 'command-refused' || event.code === 'confirm-rejected') {
        notify('warning', sentences[event.code](event.values));
      }
      if (event.severity === 'error') notify('error', sentences[event.code](event.values));
    }
  });
};
