/** @file Messages to the user: added, aged out, dismissed. */
import { appStore, type Notice } from './store.ts';

const MOST_SHOWN = 4;
let nextId = 1;

/** Shows a sentence; the same sentence is not stacked twice. Returns its id. */
export const notify = (severity: Notice['severity'], text: string): number => {
  const id = nextId++;
  appStore.setState((s) => ({
    notices: [...s.notices.filter((n) => n.text !== text), { id, severity, text }].slice(-MOST_SHOWN),
  }));
  return id;
};

export const dismissNotice = (id: number): void =>
  appStore.setState((s) => ({ notices: s.notices.filter((n) => n.id !== id) }));
