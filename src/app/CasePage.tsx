/** @file The case page: header, the four pictures, the procedure and the device bay, in one of three layouts. */
import { lazy, Suspense } from 'react';
import { FluoroscopyPane } from '../fluoroscopy/FluoroscopyPane.tsx';
import { ProcedurePane } from '../procedure-ui/ProcedurePane.tsx';
import { useApp } from '../state/use-app.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Pane } from '../ui/Pane.tsx';
import { app } from '../ui/strings/en/app.ts';
import { caseScreen } from '../ui/strings/en/case-screen.ts';
import { CrossSectionPane } from '../viewer/CrossSectionPane.tsx';
import { LongitudinalPane } from '../viewer/LongitudinalPane.tsx';
import styles from './CasePage.module.css';
import { CoachLine } from './CoachLine.tsx';
import { DeviceBay } from './device-bay/DeviceBay.tsx';
import { CaseHeader } from './header/CaseHeader.tsx';
import { ReplayBar } from './header/ReplayBar.tsx';

/** Three.js is most of the program's weight and nothing else needs it: it comes when the pane does. */
const Scene3DPane = lazy(() =>
  import('../scene3d/Scene3DPane.tsx').then((module) => ({ default: module.Scene3DPane })),
);

const SceneLoading = () => (
  <Pane title={caseScreen.panes.scene}>
    <p className={styles.loading}>{app.loading3d}</p>
  </Pane>
);

export const CasePage = () => {
  const layout = useApp((s) => s.layout);
  const starting = useApp((s) => s.starting);
  const resumed = useApp((s) => s.resumed);
  // Stacked on a phone, the picture that leads comes first: X-ray until there is an image.
  const leads = useApp((s) => (s.slow?.imaging.pose ? 'ivus' : 'fluoroscopy'));
  return (
    <div className={styles.page} data-layout={layout} data-leads={leads}>
      <CaseHeader />
      <CoachLine />
      <ReplayBar />
      <main ref={focusOnce} tabIndex={-1} className={styles.panes} aria-busy={starting}>
        <div className={styles.ivus}>
          <CrossSectionPane />
        </div>
        <div className={styles.long}>
          <LongitudinalPane />
        </div>
        <div className={styles.fluoro}>
          <FluoroscopyPane />
        </div>
        {/* A pullback is read on image and X-ray; without the scene a small laptop has its cores for the frames. */}
        {layout !== 'pullback' && (
          <div className={styles.scene}>
            <Suspense fallback={<SceneLoading />}>
              <Scene3DPane />
            </Suspense>
          </div>
        )}
        {layout !== 'teach' && (
          <div className={styles.procedure}>
            <ProcedurePane />
          </div>
        )}
        {starting && (
          <div className={styles.starting} role="status">
            <p className={styles.startingTitle}>
              {resumed === null ? caseScreen.starting : caseScreen.resuming}
            </p>
            <p>{resumed === null ? caseScreen.startingDetail : caseScreen.resumingDetail}</p>
            {resumed !== null && (
              <progress className={styles.resumed} max={1} value={resumed} aria-label={caseScreen.resuming} />
            )}
          </div>
        )}
      </main>
      <div className={styles.bay}>
        <DeviceBay />
      </div>
    </div>
  );
};
