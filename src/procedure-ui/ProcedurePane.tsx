/** @file The procedure pane: what to do now and why, the steps around it, decisions, and what has happened. */
import { STEP_IDS } from '../core/procedure/procedure.ts';
import { perform } from '../state/actions/registry.ts';
import { currentStep } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { Pane } from '../ui/Pane.tsx';
import { caseScreen } from '../ui/strings/en/case-screen.ts';
import { procedure } from '../ui/strings/en/procedure.ts';
import { ActionButton } from './ActionButton.tsx';
import { EventList } from './EventList.tsx';
import { FinishButton } from './FinishButton.tsx';
import { Marks } from './Marks.tsx';
import styles from './ProcedurePane.module.css';
import { StepList } from './StepList.tsx';

export const ProcedurePane = () => {
  const current = useApp(currentStep);
  const coachShown = useApp((s) => s.view.coachShown);
  return (
    <Pane
      title={caseScreen.panes.procedure}
      detail={procedure.stepOf(STEP_IDS.indexOf(current) + 1, STEP_IDS.length)}
      actions={
        <Button look="quiet" size="small" aria-expanded={coachShown} onClick={() => perform('hint')}>
          {coachShown ? procedure.guideHide : procedure.guideShow}
        </Button>
      }
    >
      <div className={styles.column}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={styles.scroll} data-scroller tabIndex={0} aria-label={procedure.stepsName}>
          <StepList />
          <Marks />
          <EventList />
        </section>
        <footer className={styles.foot}>
          <ActionButton action="confirm" look={current === 'confirm' ? 'primary' : 'plain'}>
            {procedure.confirm}
          </ActionButton>
          <FinishButton />
        </footer>
      </div>
    </Pane>
  );
};
