/** @file The readings: which marks are placed, a button to place each, and what the next click will do. */
import type { MarkKind } from '../core/procedure/procedure.ts';
import type { PressId } from '../state/actions/registry.ts';
import { markOf } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import { fixed } from '../ui/format.ts';
import { procedure } from '../ui/strings/en/procedure.ts';
import { ActionButton } from './ActionButton.tsx';
import styles from './Marks.module.css';

const ROWS: readonly { readonly kind: MarkKind; readonly action: PressId }[] = [
  { kind: 'true-lumen', action: 'mark-true-lumen' },
  { kind: 'plane', action: 'mark-plane' },
  { kind: 'wire2-tip', action: 'mark-wire2-tip' },
];

export const Marks = () => {
  const pending = useApp((s) => s.pendingMark);
  return (
    <section className={styles.marks} aria-labelledby="marks-heading">
      <h3 id="marks-heading" className={styles.heading}>
        {procedure.marksHeading}
      </h3>
      <ul>
        {ROWS.map(({ kind, action }) => (
          <MarkRow key={kind} kind={kind} action={action} />
        ))}
      </ul>
      <p className={styles.armed} role="status">
        {pending !== null && procedure.markArmed(procedure.marks[pending])}
      </p>
    </section>
  );
};

const MarkRow = ({ kind, action }: { readonly kind: MarkKind; readonly action: PressId }) => {
  const mark = useApp((s) => markOf(s.slow, kind));
  return (
    <li className={styles.row}>
      <ActionButton action={action} size="small" look="quiet" showKey>
        {procedure.marks[kind]}
      </ActionButton>
      <span className={mark ? styles.placed : styles.missing}>
        {mark ? procedure.markPlaced(fixed(mark.clock, 1), fixed(mark.rangeMm, 1)) : procedure.markMissing}
      </span>
    </li>
  );
};
