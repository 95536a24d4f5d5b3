/** @file The checks of one test: what was measured, what it should be, and whether it is. */
import type { ValidationRow } from '../../core/ultrasound/validation/report.ts';
import { physics } from '../../ui/strings/en/physics.ts';
import { physicsPage } from '../../ui/strings/en/physics-page.ts';
import styles from './CheckTable.module.css';
import { checkTexts } from './condition-text.ts';
import { Verdict } from './Verdict.tsx';

const words = physicsPage.validation;

export const CheckTable = ({ row }: { readonly row: ValidationRow }) => {
  const { columns } = words;
  return (
    // a scrolling region must be reachable by keyboard
    <section
      className={styles.checks}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label={words.checksOf(physics.tests[row.title].title)}
    >
      <table className={styles.checkTable}>
        <thead>
          <tr>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col" className={styles.number}>
              {columns.measured}
            </th>
            <th scope="col" className={styles.number}>
              {columns.reference}
            </th>
            <th scope="col" className={styles.number}>
              {columns.tolerance}
            </th>
            <th scope="col">{columns.verdict}</th>
            <th scope="col">{columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {row.checks.map((check) => {
            const texts = checkTexts(check);
            return (
              <tr key={`${check.what} ${texts.at} ${check.source} ${check.reference}`}>
                <th scope="row">
                  {texts.what}
                  {check.extra && <span className={styles.extra}>{words.extra}</span>}
                </th>
                <td>{texts.at || words.none}</td>
                <td className={styles.number}>{texts.measured}</td>
                <td className={styles.number}>{texts.reference || words.none}</td>
                <td className={styles.number}>{texts.tolerance}</td>
                <td>
                  <Verdict state={check.pass ? 'good' : 'bad'}>{texts.verdict}</Verdict>
                </td>
                <td>
                  {texts.source}
                  {check.note && <span className={styles.noteText}>{physics.notes[check.note]}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
