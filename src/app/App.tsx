/** @file The page that is open, with what lies over every page: messages, help, spoken events, dropped files. */
import { leaveCase } from '../state/session-runner.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { app } from '../ui/strings/en/app.ts';
import styles from './App.module.css';
import { CasePage } from './CasePage.tsx';
import { DropTarget } from './DropTarget.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Notices } from './Notices.tsx';
import { OutcomeScreen } from './OutcomeScreen.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { StartPage } from './start/StartPage.tsx';

const PAGES = { start: StartPage, case: CasePage, outcome: OutcomeScreen } as const;

export const App = () => {
  const page = useApp((s) => s.page);
  const Page = PAGES[page];
  return (
    <>
      <ErrorBoundary
        key={page}
        fallback={(error, retry) => (
          <main className={styles.failed} role="alert">
            <h1>{app.pageFailed}</h1>
            <p>{app.pageFailedHelp}</p>
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
        <Page />
      </ErrorBoundary>
      <Notices />
      <LiveRegion />
      <HelpDialog />
      <RestoreDialog />
      <DropTarget />
    </>
  );
};
