/** @file The steps in order; the current one says what to do, why and with which controls. */
import { type RefObject, useEffect, useRef } from 'react';
import { STEP_IDS, type StepId } from '../core/procedure/procedure.ts';
import { procedureS } from '../core/session/time-ledger.ts';
import { currentStep } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import { clock } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { procedure } from '../ui/strings/en/procedure.ts';
import { StepBody } from './StepBody.tsx';
import styles from './StepList.module.css';

/** Height of one finished step that stays visible above the current one. */
const KEEP_ABOVE_PX = 34;

export const StepList = () => {
  const current = useApp(currentStep);
  const currentItem = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is what asks for scrolling
  useEffect(() => {
    const item = currentItem.current;
    const scroller = item?.closest('[data-scroller]');
    // Only the list scrolls: on a phone scrollIntoView would carry the whole page away from the pictures.
    if (item && scroller)
      scroller.scrollTop +=
        item.getBoundingClientRect().top - scroller.getBoundingClientRect().top - KEEP_ABOVE_PX;
  }, [current]);
  return (
    <ol className={styles.list}>
      {STEP_IDS.map((id, index) => (
        <Step key={id} id={id} number={index + 1} itemRef={id === current ? currentItem : null} />
      ))}
    </ol>
  );
};

interface StepProps {
  readonly id: StepId;
  readonly number: number;
  readonly itemRef: RefObject<HTMLLIElement | null> | null;
}

const Step = ({ id, number, itemRef }: StepProps) => {
  const isCurrent = useApp((s) => currentStep(s) === id);
  const doneTick = useApp((s) => s.slow?.procedure.doneTicks[number - 1] ?? null);
  const charges = useApp((s) => s.charges);
  const done = doneTick !== null;
  const state = isCurrent ? procedure.current : done ? procedure.done : procedure.upcoming;
  return (
    <li
      ref={itemRef}
      className={`${styles.step} ${isCurrent ? styles.current : done ? styles.done : styles.upcoming}`}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <div className={styles.head}>
        <span className={styles.badge} aria-hidden="true">
          {done ? <Icon name="check" /> : number}
        </span>
        <h3 className={styles.title}>{procedure.steps[id].title}</h3>
        <span className="visually-hidden">{state}</span>
        {done && <span className={styles.time}>{clock(procedureS(doneTick, charges))}</span>}
      </div>
      {isCurrent && <StepBody id={id} />}
    </li>
  );
};
