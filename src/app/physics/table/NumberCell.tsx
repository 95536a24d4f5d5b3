/** @file One number of a table: a button whose source is shown while it is pointed at or has the focus. */
import { type KeyboardEvent, type SyntheticEvent, useId, useState } from 'react';
import { physicsPage as words } from '../../../ui/strings/en/physics-page.ts';
import { provenanceOf, type SourcedCell } from './model.ts';
import styles from './SourcedTable.module.css';

interface NumberCellProps {
  readonly cell: SourcedCell | null;
  /** Of its column. */
  readonly label: string;
  /** The source stands beside it: its own unit is printed, and no mark is needed. */
  readonly besideSource: boolean;
  /** 'row column', by which the table finds it. */
  readonly place: string;
  /** Tab reaches this one. */
  readonly reached: boolean;
  readonly onReach: () => void;
  readonly onPress: () => void;
}

/** The tip's widest, px: kept inside the window. */
const TIP_WIDTH = 300;
const GAP = 4;

export const NumberCell = ({
  cell,
  label,
  besideSource,
  place,
  reached,
  onReach,
  onPress,
}: NumberCellProps) => {
  const [tip, setTip] = useState<{ readonly left: number; readonly top: number } | null>(null);
  const tipId = useId();
  if (!cell) return <td className={styles.number} />;
  const provenance = provenanceOf(cell.source);

  const show = (event: SyntheticEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(window.innerWidth - TIP_WIDTH - GAP, box.right - TIP_WIDTH));
    setTip({ left, top: box.bottom });
  };
  const hide = (): void => setTip(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide();
  };

  return (
    <td className={styles.number} onMouseEnter={show} onMouseLeave={hide}>
      <button
        type="button"
        className={styles.value}
        data-at={place}
        data-provenance={provenance}
        tabIndex={reached ? 0 : -1}
        aria-describedby={tip ? tipId : undefined}
        onFocus={(event) => {
          onReach();
          show(event);
        }}
        onBlur={hide}
        onKeyDown={onKeyDown}
        onClick={onPress}
      >
        <span className="visually-hidden">{`${label}: `}</span>
        {cell.text}
        {besideSource && cell.unit && <span className={styles.inline}> {cell.unit}</span>}
        {!besideSource && provenance !== 'sourced' && (
          <span className={styles.mark}>{words.provenance[provenance]}</span>
        )}
      </button>
      {tip && (
        <span id={tipId} role="tooltip" className={styles.tip} style={{ ...tip, maxWidth: TIP_WIDTH }}>
          {cell.source}
        </span>
      )}
    </td>
  );
};
