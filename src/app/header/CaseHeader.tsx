/** @file The bar over the case page: where you are, how it is laid out, what it has cost so far. */
import { useState } from 'react';
import { ActionButton } from '../../procedure-ui/ActionButton.tsx';
import { perform } from '../../state/actions/registry.ts';
import { LAYOUTS, setLayout } from '../../state/actions/view-actions.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import { Brand } from '../Brand.tsx';
import { gradeOf } from '../case-facts.ts';
import styles from './CaseHeader.module.css';
import { Clocks } from './Clocks.tsx';

const LAYOUT_OPTIONS = LAYOUTS.map((value) => ({ value, label: caseScreen.layouts[value] }));

export const CaseHeader = () => {
  const caseFile = useApp((s) => s.caseFile);
  const layout = useApp((s) => s.layout);
  const truthShown = useApp((s) => s.view.truthShown);
  const paused = useApp((s) => s.paused);
  const [asking, setAsking] = useState(false);
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.home}
        aria-label={caseScreen.leave}
        title={caseScreen.leave}
        onClick={() => perform('leave')}
      >
        <Brand compact />
      </button>
      {caseFile && (
        <div className={styles.case}>
          <h1 className={styles.title}>{caseFile.title}</h1>
          <span className={styles.grade}>{caseScreen.jbtk(gradeOf(caseFile).grade)}</span>
        </div>
      )}
      <div className={styles.middle}>
        <Segmented
          label={caseScreen.layout}
          options={LAYOUT_OPTIONS}
          value={layout}
          onChange={setLayout}
          compact
        />
        <ActionButton action="truth" size="small">
          <Icon name="eye" />
          <span title={truthShown ? caseScreen.truthOnHelp : caseScreen.truthOffHelp}>
            {caseScreen.truth}
          </span>
        </ActionButton>
      </div>
      <Clocks />
      <div className={styles.tools}>
        <ActionButton action="pause" look="quiet" size="small" iconOnly>
          <Icon name={paused ? 'play' : 'pause'} />
        </ActionButton>
        <Button
          look="quiet"
          size="small"
          aria-label={caseScreen.restart}
          title={caseScreen.restart}
          onClick={() => setAsking(true)}
        >
          <Icon name="restart" />
        </Button>
        <ActionButton action="save" look="quiet" size="small" iconOnly>
          <Icon name="save" />
        </ActionButton>
        <ActionButton action="open" look="quiet" size="small" iconOnly>
          <Icon name="open" />
        </ActionButton>
        <ActionButton action="help" look="quiet" size="small" iconOnly>
          <Icon name="help" />
        </ActionButton>
      </div>
      <Dialog
        title={caseScreen.restartTitle}
        open={asking}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{caseScreen.cancel}</Button>
            <Button
              look="primary"
              onClick={() => {
                setAsking(false);
                perform('restart');
              }}
            >
              {caseScreen.restartConfirm}
            </Button>
          </>
        }
      >
        <p>{caseScreen.restartBody}</p>
      </Dialog>
    </header>
  );
};
