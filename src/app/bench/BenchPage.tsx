/** @file The wire bench: one wire, or two, pushed from a support onto a plate or into tissue, and what that shows. */
import { useMemo, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { focusOnce } from '../../ui/focus-once.ts';
import { Pane } from '../../ui/Pane.tsx';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import { TeachingHeader } from '../TeachingHeader.tsx';
import { BenchControls } from './BenchControls.tsx';
import styles from './bench.module.css';
import { Findings, sentencesOf } from './Findings.tsx';
import { ForcePlot } from './ForcePlot.tsx';
import { allFindings } from './findings.ts';
import { PushPane } from './PushPane.tsx';
import { FIRST_SETTINGS, NONE } from './settings.ts';
import { useBench } from './use-bench.ts';
import { WireTable } from './WireTable.tsx';

export const BenchPage = () => {
  const { settings, change, pushes } = useBench();
  const { target, supportMm, wire } = settings;
  const [share, setShare] = useState(1);
  const findings = useMemo(() => allFindings(target, supportMm), [target, supportMm]);
  const own = findings.find((finding) => finding.wire.id === wire)!;
  const choose = (id: string): void =>
    change({ wire: id, ...(id === settings.other ? { other: NONE } : {}) });
  return (
    <div className={styles.page}>
      <TeachingHeader title={words.title}>
        <Button size="small" look="quiet" onClick={() => change(FIRST_SETTINGS)}>
          {words.reset}
        </Button>
      </TeachingHeader>
      <main ref={focusOnce} tabIndex={-1} className={styles.main}>
        <div className={styles.left}>
          <PushPane pushes={pushes} settings={settings} share={share} onShare={setShare} />
        </div>
        <section className={styles.plot} aria-label={words.plot}>
          <ForcePlot pushes={pushes} settings={settings} share={share} />
        </section>
        <div className={styles.side}>
          <Pane title={words.controls}>
            <BenchControls settings={settings} onChange={change} />
          </Pane>
          <Pane title={words.findings}>
            <Findings sentences={sentencesOf(own, settings)} />
          </Pane>
        </div>
        <div className={styles.shelf}>
          <Pane title={words.table} detail={words.targets[target]}>
            <WireTable findings={findings} chosen={wire} onChoose={choose} />
          </Pane>
          <p className={styles.honesty}>{words.honesty}</p>
        </div>
      </main>
    </div>
  );
};
