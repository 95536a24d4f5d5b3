/** @file Tables of numbers that each have a source: searching, sorting and writing them as CSV. */

/** Whether a number was measured by someone, and how sure we are. */
export type Provenance = 'sourced' | 'adjusted' | 'unconfirmed' | 'assumed';

/** Read from the words of the source, which follow CONTRIBUTING.md. */
export const provenanceOf = (source: string): Provenance => {
  if (/\bASSUMED\b/.test(source)) return 'assumed';
  if (/not confirmed/.test(source)) return 'unconfirmed';
  return /tuned to/.test(source) ? 'adjusted' : 'sourced';
};

export interface SourcedCell {
  /** For sorting; NaN for what is no number. */
  readonly value: number;
  /** As printed, without unit. */
  readonly text: string;
  readonly unit: string;
  readonly source: string;
}

export interface SourcedColumn {
  readonly key: string;
  readonly label: string;
  /** '' where it differs from row to row. */
  readonly unit: string;
  readonly means?: string;
}

export interface SourcedRow {
  readonly key: string;
  readonly name: string;
  /** Part of the table it belongs to, '' where there are none. */
  readonly group: string;
  /** CSS colour of a sample beside the name. */
  readonly colour?: string;
  /** One per column; null where the column does not apply. */
  readonly cells: readonly (SourcedCell | null)[];
}

export interface SourcedTableData {
  readonly title: string;
  /** Heading of the names. */
  readonly head: string;
  readonly columns: readonly SourcedColumn[];
  readonly rows: readonly SourcedRow[];
}

export interface Filter {
  readonly query: string;
  readonly onlyAssumed: boolean;
}

const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  sourced: '',
  adjusted: 'adjusted',
  unconfirmed: 'unconfirmed',
  assumed: 'assumed',
};

const textOf = (cell: SourcedCell): string =>
  `${cell.text} ${cell.unit} ${cell.source} ${PROVENANCE_WORDS[provenanceOf(cell.source)]}`;

/** Rows in which every word of the query occurs somewhere, and, if asked, something is ASSUMED. */
export const filterRows = ({ columns, rows }: SourcedTableData, filter: Filter): readonly SourcedRow[] => {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const cells = row.cells.filter((cell) => cell !== null);
    if (filter.onlyAssumed && !cells.some(({ source }) => provenanceOf(source) === 'assumed')) return false;
    const labels = columns.length > 1 ? '' : (columns[0]?.label ?? '');
    const all = [row.name, row.group, labels, ...cells.map(textOf)].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
};

export interface Order {
  /** Index of the column, or 'name'. */
  readonly by: number | 'name';
  readonly descending: boolean;
}

const numberIn = (row: SourcedRow, by: number): number => row.cells[by]?.value ?? Number.NaN;

/** Sorted; what has no number comes last either way. Null keeps the table's own order. */
export const sortRows = (rows: readonly SourcedRow[], order: Order | null): readonly SourcedRow[] => {
  if (!order) return rows;
  const { by, descending } = order;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (by === 'name') return sign * a.name.localeCompare(b.name);
    const [x, y] = [numberIn(a, by), numberIn(b, by)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    // Infinity - Infinity is no order
    return x === y ? 0 : sign * (x < y ? -1 : 1);
  });
};

/** First ascending, then descending, then the table's own order again. */
export const nextOrder = (now: Order | null, by: Order['by']): Order | null => {
  if (now?.by !== by) return { by, descending: false };
  return now.descending ? null : { by, descending: true };
};

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const CSV_HEAD = ['name', 'part', 'quantity', 'value', 'unit', 'provenance', 'source'];

/** One line per number, as plain as a statistics program wants it. */
export const csvOf = (columns: readonly SourcedColumn[], rows: readonly SourcedRow[]): string => {
  const lines = rows.flatMap((row) =>
    row.cells.flatMap((cell, i) => {
      if (cell === null) return [];
      const value = Number.isNaN(cell.value) ? cell.text : String(cell.value);
      const { unit, source } = cell;
      return [[row.name, row.group, columns[i]!.label, value, unit, provenanceOf(source), source]];
    }),
  );
  return `${[CSV_HEAD, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
};

/** Numbers in the rows. */
export const countValues = (rows: readonly SourcedRow[]): number =>
  rows.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0);
