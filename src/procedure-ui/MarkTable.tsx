/** @file The user's readings beside the truth. */
import type { Mark } from '../core/procedure/procedure.ts';
import type { Charge } from '../core/session/charge.ts';
import { procedureS } from '../core/session/time-ledger.ts';
import { clock, fixed } from '../ui/format.ts';
import { procedure } from '../ui/strings/en/procedure.ts';
import styles from './OutcomePage.module.css';

const words = procedure.outcome;

interface MarkTableProps {
  readonly marks: readonly Mark[];
  readonly charges: readonly Charge[];
}

export const MarkTable = ({ marks, charges }: MarkTableProps) =>
  marks.length === 0 ? (
    <p className={styles.note}>{words.noMarks}</p>
  ) : (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.markColumns.mark}</th>
          <th scope="col">{words.markColumns.at}</th>
          <th scope="col">{words.markColumns.clock}</th>
          <th scope="col">{words.markColumns.error}</th>
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <tr key={`${mark.tick}-${mark.kind}`}>
            <th scope="row">{procedure.marks[mark.kind]}</th>
            <td>{clock(procedureS(mark.tick, charges))}</td>
            <td>{procedure.markPlaced(fixed(mark.clock, 1), fixed(mark.rangeMm, 1))}</td>
            <td>{fixed(mark.errorDeg)}°</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
