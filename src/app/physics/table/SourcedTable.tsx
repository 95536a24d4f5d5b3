/**
 * @file A table of numbers with their sources: shown for the number that is pointed at or has the focus, and for a whole
 * row below it. Arrow keys move among the numbers.
 */
import { Fragment, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Icon } from '../../../ui/Icon.tsx';
import { physicsPage as words } from '../../../ui/strings/en/physics-page.ts';
import {
  nextOrder,
  type Order,
  provenanceOf,
  type SourcedRow,
  type SourcedTableData,
  sortRows,
} from './model.ts';
import { NumberCell } from './NumberCell.tsx';
import { RowSources } from './RowSources.tsx';
import styles from './SourcedTable.module.css';

interface SourcedTableProps {
  readonly table: SourcedTableData;
  /** Those that the search leaves. */
  readonly rows: readonly SourcedRow[];
  readonly sortable: boolean;
  /** Prints each source in a column of its own: for tables of one number a row. */
  readonly sourceColumn: boolean;
}

/** How keys move the focus: rows, columns. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

export const SourcedTable = ({ table, rows, sortable, sourceColumn }: SourcedTableProps) => {
  const [order, setOrder] = useState<Order | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  /** The one number that Tab reaches. */
  const [reached, setReached] = useState<readonly [row: number, column: number]>([0, 0]);
  const body = useRef<HTMLTableElement>(null);
  const id = useId();
  const shown = sortRows(rows, order);
  const { columns } = table;
  const current = [Math.min(reached[0], shown.length - 1), reached[1]] as const;

  const toggle = (key: string): void =>
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = (event.target as HTMLElement).dataset.at?.split(' ').map(Number);
    const move = MOVES[event.key];
    if (!at || !move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = nextCell(shown, columns.length, at[0]!, at[1]!, move);
    setReached(to);
    body.current?.querySelector<HTMLElement>(`[data-at="${to[0]} ${to[1]}"]`)?.focus();
  };

  const sortButton = (by: Order['by'], label: string) =>
    sortable ? (
      <button type="button" className={styles.sort} onClick={() => setOrder(nextOrder(order, by))}>
        {label}
        <span aria-hidden="true" className={styles.arrow}>
          {order?.by === by ? (order.descending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    ) : (
      label
    );
  const sorted = (by: Order['by']) =>
    order?.by === by
      ? { 'aria-sort': order.descending ? ('descending' as const) : ('ascending' as const) }
      : {};

  return (
    <table ref={body} className={styles.table} aria-label={table.title} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" {...sorted('name')}>
            {sortButton('name', table.head)}
          </th>
          {columns.map((column, i) => (
            <th key={column.key} scope="col" className={styles.number} title={column.means} {...sorted(i)}>
              {sortButton(i, column.label)}
              {column.unit && <span className={styles.unit}>{column.unit}</span>}
            </th>
          ))}
          {sourceColumn && <th scope="col">{words.source}</th>}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, r) => (
          <Fragment key={row.key}>
            {row.group && row.group !== shown[r - 1]?.group && order === null && (
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={columns.length + 1 + Number(sourceColumn)}>
                  {row.group}
                </th>
              </tr>
            )}
            <tr className={styles.row}>
              <th scope="row" className={styles.name}>
                {row.colour && <span className={styles.swatch} style={{ background: row.colour }} />}
                {sourceColumn ? (
                  row.name
                ) : (
                  <button
                    type="button"
                    className={styles.disclosure}
                    aria-expanded={open.has(row.key)}
                    aria-controls={`${id}-${row.key}`}
                    onClick={() => toggle(row.key)}
                  >
                    {row.name}
                    <Icon name="right" />
                    <span className="visually-hidden">{words.allSources}</span>
                  </button>
                )}
              </th>
              {row.cells.map((cell, c) => (
                <NumberCell
                  key={columns[c]!.key}
                  cell={cell}
                  label={columns[c]!.label}
                  besideSource={sourceColumn}
                  place={`${r} ${c}`}
                  reached={r === current[0] && c === current[1]}
                  onReach={() => setReached([r, c])}
                  onPress={() => toggle(row.key)}
                />
              ))}
              {sourceColumn && (
                <td className={styles.source} data-provenance={provenanceOf(row.cells[0]?.source ?? '')}>
                  {row.cells[0]?.source}
                </td>
              )}
            </tr>
            {open.has(row.key) && !sourceColumn && (
              <tr>
                <td id={`${id}-${row.key}`} className={styles.details} colSpan={columns.length + 1}>
                  <RowSources columns={columns} row={row} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
};

/** The next number in that direction, or the one we are at. */
const nextCell = (
  rows: readonly SourcedRow[],
  columns: number,
  row: number,
  column: number,
  [down, right]: readonly [number, number],
): readonly [number, number] => {
  if (!Number.isFinite(right)) {
    const all = rows[row]!.cells.flatMap((cell, c) => (cell ? [c] : []));
    return [row, (right < 0 ? all[0] : all.at(-1)) ?? column];
  }
  let [r, c] = [row + down, column + right];
  while (r >= 0 && r < rows.length && c >= 0 && c < columns) {
    if (rows[r]!.cells[c]) return [r, c];
    r += down;
    c += right;
  }
  return [row, column];
};
