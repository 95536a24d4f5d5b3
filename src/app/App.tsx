/** @file The page that is open, with what lies over every page: messages, help, spoken events, dropped files. */
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { leaveCase } from '../state/session-runner.ts';
import type { Page } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { app } from '../ui/strings/en/app.ts';
import styles from './App.module.css';
import { DropTarget } from './DropTarget.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Notices } from './Notices.tsx';
import { OutcomeScreen } from './OutcomeScreen.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { StartPage } from './start/StartPage.tsx';

/** The panes of a case: not part of the first screen, but fetched behind it, so that the one click finds them there. */
const loadCasePage = () => import('./CasePage.tsx');
const BEHIND_MS = 1000;

/** What teaches comes when it is asked for: the first screen stays light. */
const PAGES: Readonly<Record<Page, ComponentType>> = {
  start: StartPage,
  case: lazy(() => loadCasePage().then((module) => ({ default: module.CasePage }))),
  outcome: OutcomeScreen,
  physics: lazy(() =>
    import('./physics/PhysicsPage.tsx').then((module) => ({ default: module.PhysicsPage })),
  ),
  calcium: lazy(() =>
    import('./calcium/CalciumPage.tsx').then((module) => ({ default: module.CalciumPage })),
  ),
  bench: lazy(() => import('./bench/BenchPage.tsx').then((module) => ({ default: module.BenchPage }))),
  gallery: lazy(() =>
    import('./gallery/GalleryPage.tsx').then((module) => ({ default: module.GalleryPage })),
  ),
};

export const App = () => {
  const page = useApp((s) => s.page);
  const Page = PAGES[page];
  useEffect(() => {
    const timer = setTimeout(() => void loadCasePage(), BEHIND_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <ErrorBoundary
        key={page}
        fallback={(error, retry) => (
          <main className={styles.failed} role="alert">
            <h1>{app.pageFailed}</h1>
            {page === 'case' && <p>{app.pageFailedHelp}</p>}
            <p className={styles.reason}>{error instanceof Error ? error.message : String(error)}</p>
            <div className={styles.ways}>
              <Button look="primary" onClick={retry}>
                {app.tryAgain}
              </Button>
              <Button onClick={leaveCase}>{app.backToStart}</Button>
            </div>
          </main>
        )}
      >
        <Suspense
          fallback={
            <main className={styles.loading} role="status">
              {app.loadingPage}
            </main>
          }
        >
          <Page />
        </Suspense>
      </ErrorBoundary>
      <Notices />
      <LiveRegion />
      <HelpDialog />
      <RestoreDialog />
      <DropTarget />
    </>
  );
};
