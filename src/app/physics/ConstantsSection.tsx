/** @file All constants in three tables with one search, and how to read them. */
import { useId, useState } from 'react';
import { copyText } from '../../platform/clipboard.ts';
import { downloadText } from '../../platform/files.ts';
import { notify } from '../../state/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { physicsPage as words } from '../../ui/strings/en/physics-page.ts';
import styles from './PhysicsPage.module.css';
import { constantsTable, materialsTable, presetsTable } from './table/data.ts';
import { countValues, csvOf, type Filter, filterRows, type SourcedTableData } from './table/model.ts';
import { SourcedTable } from './table/SourcedTable.tsx';

interface Part {
  readonly id: string;
  readonly table: SourcedTableData;
  readonly sortable: boolean;
  readonly sourceColumn: boolean;
}

const parts = (): readonly Part[] => [
  { id: 'materials', table: materialsTable(), sortable: true, sourceColumn: false },
  { id: 'catheters', table: presetsTable(), sortable: false, sourceColumn: false },
  { id: 'constants', table: constantsTable(), sortable: true, sourceColumn: true },
];

const EVERYTHING: Filter = { query: '', onlyAssumed: false };

export const ConstantsSection = () => {
  const [tables] = useState(parts);
  const [filter, setFilter] = useState(EVERYTHING);
  const hintId = useId();
  return (
    <>
      <search className={styles.filter}>
        <label className={styles.search}>
          <span>{words.search}</span>
          <input
            type="search"
            value={filter.query}
            aria-describedby={hintId}
            onChange={(event) => setFilter({ ...filter, query: event.currentTarget.value })}
          />
        </label>
        <Button
          pressed={filter.onlyAssumed}
          onClick={() => setFilter({ ...filter, onlyAssumed: !filter.onlyAssumed })}
        >
          {words.onlyAssumed}
        </Button>
        <span id={hintId} className={styles.hint}>
          {words.searchHint}
        </span>
      </search>
      {tables.map((part) => (
        <TablePart key={part.id} part={part} filter={filter} onClear={() => setFilter(EVERYTHING)} />
      ))}
      <section className={styles.read} aria-labelledby="how-to-read">
        <h2 id="how-to-read">{words.readHeading}</h2>
        <ul>
          {words.read.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <dl className={styles.means}>
          {Object.values(words.acoustic).map(({ label, means }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
};

interface TablePartProps {
  readonly part: Part;
  readonly filter: Filter;
  readonly onClear: () => void;
}

const TablePart = ({ part, filter, onClear }: TablePartProps) => {
  const { id, table, sortable, sourceColumn } = part;
  const rows = filterRows(table, filter);
  const copy = async (): Promise<void> => {
    const csv = csvOf(table.columns, rows);
    if (await copyText(csv)) {
      notify('info', words.copied(table.title, countValues(rows)));
      return;
    }
    const name = `truelumen-${id}.csv`;
    downloadText(name, csv, 'text/csv');
    notify('info', words.saved(name));
  };
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{table.title}</h2>
        <span className={styles.count} role="status">
          {words.shown(rows.length, table.rows.length)}
        </span>
        <Button
          size="small"
          disabled={rows.length === 0}
          aria-label={words.copyName(table.title)}
          onClick={() => void copy()}
        >
          {words.copy}
        </Button>
      </div>
      {rows.length > 0 ? (
        <div className={styles.scroll}>
          <SourcedTable table={table} rows={rows} sortable={sortable} sourceColumn={sourceColumn} />
        </div>
      ) : (
        <p className={styles.nothing}>
          {words.nothing}{' '}
          <Button size="small" onClick={onClear}>
            {words.clear}
          </Button>
        </p>
      )}
    </section>
  );
};
