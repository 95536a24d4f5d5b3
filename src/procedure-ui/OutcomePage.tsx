/** @file After the case: what came of it, figures, steps, readings, and what none of this says. */
import { type Outcome, STEP_IDS } from '../core/procedure/procedure.ts';
import { procedureS } from '../core/session/time-ledger.ts';
import { watchReplay } from '../state/playback.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { focusOnce } from '../ui/focus-once.ts';
import { clock, fixed } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { app } from '../ui/strings/en/app.ts';
import { caseScreen } from '../ui/strings/en/case-screen.ts';
import { procedure } from '../ui/strings/en/procedure.ts';
import { ActionButton } from './ActionButton.tsx';
import { MarkTable } from './MarkTable.tsx';
import styles from './OutcomePage.module.css';

const words = procedure.outcome;

const reentryText = (mm: number | null): string =>
  mm === null ? words.reentryNone : mm >= 0 ? words.distalOf(fixed(mm, 1)) : words.proximalOf(fixed(-mm, 1));

const perforationText = ({ perforations, harm: { worst } }: Outcome): string =>
  worst === null
    ? String(perforations)
    : words.perforationWith(
        perforations,
        words.severities[worst.severity],
        words.layers[worst.layer],
        fixed(worst.bledMl, 1),
      );

const figuresOf = (o: Outcome): readonly (readonly [string, string])[] => [
  [words.markError, o.meanMarkErrorDeg === null ? words.markErrorNone : `${fixed(o.meanMarkErrorDeg)}°`],
  [words.calcium, String(o.calciumStrikes)],
  [words.perforations, perforationText(o)],
  [words.haematoma, `${fixed(o.harm.haematomaMm3, 1)} mm³`],
  [words.sticks, String(o.harm.mostSticksAtOneSite)],
  [words.reentry, reentryText(o.reentryFromCapMm)],
  [words.lumenLength, `${fixed(o.lumenLengthMm, 1)} mm`],
  [words.time, clock(o.timeS)],
  [words.fluoro, clock(o.fluoroS)],
  [words.contrast, caseScreen.clocks.ml(fixed(o.contrastMl, 1))],
];

export const OutcomePage = () => {
  const snapshot = useApp((s) => s.slow);
  const caseTitle = useApp((s) => s.caseFile?.title ?? '');
  const outcome = snapshot?.procedure.outcome;
  if (!snapshot || !outcome) return null;
  const { charges } = snapshot.clocks;
  const verdict = words.reasons[outcome.reason];
  return (
    <main ref={focusOnce} tabIndex={-1} className={styles.page}>
      <div className={styles.column}>
        <header className={styles.verdict} data-success={outcome.success}>
          <span className={styles.mark} aria-hidden="true">
            <Icon name={outcome.success ? 'check' : 'close'} />
          </span>
          <div>
            <p className={styles.case}>{caseTitle}</p>
            <h1 className={styles.title}>{verdict.title}</h1>
            <p className={styles.text}>{verdict.text}</p>
          </div>
        </header>
        <div className={styles.actions}>
          <ActionButton action="restart" look="primary">
            {words.again}
          </ActionButton>
          <Button onClick={() => void watchReplay()}>
            <Icon name="play" />
            {words.replay}
          </Button>
          <ActionButton action="save">{words.save}</ActionButton>
          <ActionButton action="leave" look="quiet">
            {words.start}
          </ActionButton>
        </div>
        <section className={styles.card} aria-labelledby="figures">
          <h2 id="figures">{words.figures}</h2>
          <dl className={styles.figures}>
            {figuresOf(outcome).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.note}>{words.processNote}</p>
        </section>
        <div className={styles.pair}>
          <section className={styles.card} aria-labelledby="outcome-steps">
            <h2 id="outcome-steps">{words.stepsHeading}</h2>
            <ol className={styles.steps}>
              {STEP_IDS.map((id, index) => {
                const tick = snapshot.procedure.doneTicks[index] ?? null;
                return (
                  <li key={id} data-done={tick !== null}>
                    <span>{procedure.steps[id].title}</span>
                    <span>{tick === null ? words.stepSkipped : clock(procedureS(tick, charges))}</span>
                  </li>
                );
              })}
            </ol>
          </section>
          <div className={styles.stack}>
            <section className={styles.card} aria-labelledby="outcome-marks">
              <h2 id="outcome-marks">{words.marksHeading}</h2>
              <MarkTable marks={snapshot.procedure.marks} charges={charges} />
            </section>
            <section className={styles.card} aria-labelledby="not-modelled">
              <h2 id="not-modelled">{words.notModelledHeading}</h2>
              <ul className={styles.limits}>
                {words.notModelled.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p className={styles.note}>{words.validity}</p>
            </section>
          </div>
        </div>
        <footer className={styles.honesty}>{app.honesty}</footer>
      </div>
    </main>
  );
};
