/** @file All wires beside one another: label, measurement, tip, and from how close each pierces what was chosen. */
import { NEWTON_PER_GF } from '../../core/mechanics/wires.ts';
import { fixed } from '../../ui/format.ts';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './bench.module.css';
import type { Finding } from './findings.ts';

const INCH_MM = 25.4;

const piercesText = ({ punctureN, piercesFromMm }: Finding): string => {
  if (punctureN === null) return words.plateCell;
  if (piercesFromMm === null) return words.not;
  return piercesFromMm === Number.POSITIVE_INFINITY ? words.any : words.from(fixed(piercesFromMm, 1));
};

interface WireTableProps {
  readonly findings: readonly Finding[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export const WireTable = ({ findings, chosen, onChoose }: WireTableProps) => {
  const { columns } = words;
  return (
    <section
      className={styles.tableHost}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={words.tableName}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.wire}</th>
            {[columns.label, columns.measured, columns.tip, columns.stiffness, columns.bears].map((name) => (
              <th key={name} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {columns.pierces}
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => {
            const { wire, benchGf, bearsN } = finding;
            const own = wire.id === chosen;
            return (
              <tr
                key={wire.id}
                className={own ? styles.own : undefined}
                aria-current={own ? 'true' : undefined}
              >
                <th scope="row">
                  <button type="button" className={styles.pick} onClick={() => onChoose(wire.id)}>
                    {devices.wires[wire.id] ?? wire.id}
                    {own && <span className={styles.chosen}>{words.chosen}</span>}
                  </button>
                </th>
                <td className={styles.number}>{fixed(wire.tipLoadGf, 1)}</td>
                <td className={styles.number}>{fixed(benchGf, 1)}</td>
                <td className={styles.number}>
                  {words.tip(fixed(wire.tipDiameterMm, 2), fixed(wire.tipDiameterMm / INCH_MM, 3))}
                </td>
                <td className={styles.number}>{fixed(wire.tipEi, 2)}</td>
                <td className={styles.number}>{fixed(bearsN / NEWTON_PER_GF, 1)}</td>
                <td className={styles.number}>{piercesText(finding)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
