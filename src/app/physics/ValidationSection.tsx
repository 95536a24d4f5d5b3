/** @file The validation, run in this browser: progress, the tests with their verdicts, and the results as a file. */
import { useCallback, useState } from 'react';
import { TEST_TITLES } from '../../core/ultrasound/validation/names.ts';
import { downloadText } from '../../platform/files.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { app } from '../../ui/strings/en/app.ts';
import { physics } from '../../ui/strings/en/physics.ts';
import { physicsPage } from '../../ui/strings/en/physics-page.ts';
import { TestRow } from './TestRow.tsx';
import { countPassed, stateOf, TEST_IDS, type Validation } from './use-validation.ts';
import styles from './Validation.module.css';

const words = physicsPage.validation;

/** What is saved: results that are there, with what they are results of. */
const reportOf = (tests: Validation['tests']): string =>
  JSON.stringify(
    {
      program: `${app.name} ${__VERSION__}`,
      note: app.honesty,
      tests: TEST_IDS.flatMap((id) => stateOf(tests, id).row ?? []),
    },
    null,
    2,
  );

export const ValidationSection = ({ validation }: { readonly validation: Validation }) => {
  const { tests, progress, outcome, run, cancel } = validation;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const { passed, all } = countPassed(tests);
  const onToggle = useCallback(
    (id: number) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const onRun = useCallback((id: number) => run([id]), [run]);
  const allOpen = open.size === TEST_IDS.length;
  return (
    <section className={styles.section} aria-labelledby="validation-heading">
      <h2 id="validation-heading" className="visually-hidden">
        {physicsPage.tabs.validation}
      </h2>
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.tools}>
        {progress ? (
          <Button onClick={cancel}>
            <Icon name="stop" />
            {words.cancel}
          </Button>
        ) : (
          <Button look="primary" onClick={() => run(TEST_IDS)}>
            <Icon name="play" filled />
            {all === 0 ? words.run : words.again}
          </Button>
        )}
        <Button
          disabled={all === 0}
          onClick={() => downloadText('truelumen-validation.json', reportOf(tests))}
        >
          <Icon name="save" />
          {words.download}
        </Button>
        <Button onClick={() => setOpen(new Set(allOpen ? [] : TEST_IDS))}>
          {allOpen ? words.closeAll : words.openAll}
        </Button>
        {progress && (
          <span className={styles.progress}>
            <progress max={progress.all} value={progress.done} aria-label={words.progressName} />
            {progress.now !== null && words.running(physics.tests[TEST_TITLES[progress.now - 1]!].title)}
          </span>
        )}
        {/* told as it changes: the count of a run, then its outcome */}
        <span className={styles.summary} role="status">
          {progress && words.progress(progress.done, progress.all)}
          {!progress && outcome === 'cancelled' && words.cancelled}
          {!progress && outcome === 'ended' && words.ended(passed, all)}
        </span>
      </div>
      <table className={styles.table} aria-label={physicsPage.tabs.validation}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {words.number}
            </th>
            <th scope="col">{words.test}</th>
            <th scope="col">{words.verdict}</th>
            <th scope="col" className={styles.number}>
              {words.checksHead}
            </th>
            <th scope="col" className={styles.number}>
              {words.took}
            </th>
            <th scope="col">
              <span className="visually-hidden">{words.one}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {TEST_IDS.map((id) => (
            <TestRow
              key={id}
              id={id}
              test={stateOf(tests, id)}
              open={open.has(id)}
              busy={progress !== null}
              onToggle={onToggle}
              onRun={onRun}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};
