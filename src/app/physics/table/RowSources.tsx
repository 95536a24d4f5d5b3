/** @file All numbers of a row with what each rests on, one below the other. */
import { physicsPage as words } from '../../../ui/strings/en/physics-page.ts';
import { provenanceOf, type SourcedColumn, type SourcedRow } from './model.ts';
import styles from './SourcedTable.module.css';

interface RowSourcesProps {
  readonly columns: readonly SourcedColumn[];
  readonly row: SourcedRow;
}

export const RowSources = ({ columns, row }: RowSourcesProps) => (
  <dl className={styles.sources} aria-label={words.sourcesOf(row.name)}>
    {row.cells.map((cell, i) => {
      if (!cell) return null;
      const provenance = provenanceOf(cell.source);
      return (
        <div key={columns[i]!.key}>
          <dt>
            {columns[i]!.label} <b>{cell.unit ? `${cell.text} ${cell.unit}` : cell.text}</b>
          </dt>
          <dd data-provenance={provenance}>
            {(provenance === 'adjusted' || provenance === 'unconfirmed') && (
              <span className={styles.mark}>{words.provenance[provenance]}</span>
            )}
            {cell.source}
          </dd>
        </div>
      );
    })}
  </dl>
);
