/** @file The library as a table: what each case is, and a way in. */
import { CASE_LIBRARY } from '../../core/cases/library.ts';
import type { CaseFile } from '../../core/cases/schema.ts';
import { startCase } from '../../state/session-runner.ts';
import { Button } from '../../ui/Button.tsx';
import { fixed } from '../../ui/format.ts';
import { start } from '../../ui/strings/en/start.ts';
import { calciumText, gradeOf, occlusionMm } from '../case-facts.ts';
import styles from './CaseLibrary.module.css';

export const CaseLibrary = ({ cases }: { readonly cases: readonly CaseFile[] }) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col">{start.columns.title}</th>
        <th scope="col">{start.columns.vessel}</th>
        <th scope="col" className={styles.number}>
          {start.columns.occlusion}
        </th>
        <th scope="col" className={styles.number}>
          {start.columns.rvd}
        </th>
        <th scope="col">{start.columns.jbtk}</th>
        <th scope="col">{start.columns.calcium}</th>
        <th scope="col">
          <span className="visually-hidden">{start.columns.start}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {cases.map((caseFile) => (
        <CaseRow key={caseFile.id} caseFile={caseFile} />
      ))}
    </tbody>
  </table>
);

const CaseRow = ({ caseFile }: { readonly caseFile: CaseFile }) => {
  const { grade, score } = gradeOf(caseFile);
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.title}>
        <span className={styles.name}>
          {caseFile.title}
          {caseFile === CASE_LIBRARY[0] && <span className={styles.tag}>{start.flagship}</span>}
        </span>
        <span className={styles.briefing}>{caseFile.briefing}</span>
      </th>
      <td data-label={start.columns.vessel}>{start.vessel[caseFile.anatomy.vessel]}</td>
      <td data-label={start.columns.occlusion} className={styles.number}>
        {start.mm(fixed(occlusionMm(caseFile)))}
      </td>
      <td data-label={start.columns.rvd} className={styles.number}>
        {start.mm(fixed(caseFile.anatomy.wall.lumenDiameterMm, 1))}
      </td>
      <td data-label={start.columns.jbtk}>
        <span className={styles.grade} data-grade={grade} title={start.gradeName(grade, score)}>
          {grade}
        </span>
        <span className="visually-hidden">{start.gradeName(grade, score)}</span>
      </td>
      <td data-label={start.columns.calcium}>{calciumText(caseFile)}</td>
      <td className={styles.action}>
        <Button aria-label={start.startCase(caseFile.title)} onClick={() => void startCase(caseFile)}>
          {start.startShort}
        </Button>
      </td>
    </tr>
  );
};
