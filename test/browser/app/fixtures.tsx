/** @file Puts the app on a page with a fake engine and preview. */
import axe from 'axe-core';
import { createRoot, type Root } from 'react-dom/client';
import { App } from '../../../src/app/App.tsx';
import { listenToKeyboard } from '../../../src/app/keyboard.ts';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { unplugPorts } from '../../../src/state/ports.ts';
import { leaveCase, setEngineFactory, startCase } from '../../../src/state/session-runner.ts';
import { appStore, INITIAL_STATE } from '../../../src/state/store.ts';
import { type FakeEngine, type FakeEngines, fakeEngines } from '../../helpers/fake-engine.ts';
import '../../../src/ui/base.css';

export const flagship = CASE_LIBRARY[0]!;

export interface OpenApp {
  readonly engines: FakeEngines;
  /** Starts the flagship on the fake engine. */
  begin(): Promise<FakeEngine>;
  close(): void;
}

export const openApp = (): OpenApp => {
  appStore.setState(INITIAL_STATE, true);
  const engines = fakeEngines();
  setEngineFactory(engines.create);
  const host = document.createElement('div');
  host.id = 'root';
  document.body.append(host);
  const root: Root = createRoot(host);
  const stopKeys = listenToKeyboard();
  root.render(<App />);
  return {
    engines,
    begin: async () => {
      await startCase(flagship);
      return engines.newest();
    },
    close: () => {
      leaveCase();
      stopKeys();
      unplugPorts();
      root.unmount();
      host.remove();
    },
  };
};

/** Everything axe finds against WCAG 2.2 A and AA, as short lines. */
export const accessibilityProblems = async (): Promise<string[]> => {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    // The page's own language and title live in index.html, which tests do not load.
    rules: { 'html-has-lang': { enabled: false }, 'document-title': { enabled: false } },
  });
  return violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.failureSummary}`),
  );
};

/** Resolves after this many screen frames. */
export const frames = async (count = 2): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};
