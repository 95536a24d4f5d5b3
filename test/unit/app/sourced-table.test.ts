/** @file Searching, sorting and CSV of the tables of constants. */
import { describe, expect, test } from 'vitest';
import { constantsTable, materialsTable, presetsTable } from '../../../src/app/physics/table/data.ts';
import {
  csvOf,
  filterRows,
  nextOrder,
  provenanceOf,
  type SourcedTableData,
  sortRows,
} from '../../../src/app/physics/table/model.ts';

const cell = (value: number, source: string) => ({ value, text: String(value), unit: 'mm', source });
const TABLE: SourcedTableData = {
  title: 'T',
  head: 'Name',
  columns: [
    { key: 'a', label: 'A', unit: 'mm' },
    { key: 'b', label: 'B', unit: 'mm' },
  ],
  rows: [
    { key: 'x', name: 'Beta', group: 'G', cells: [cell(2, 'Hoffman 2011'), null] },
    {
      key: 'y',
      name: 'alpha',
      group: '',
      cells: [cell(Number.POSITIVE_INFINITY, 'ASSUMED'), cell(1, 'a "b", c')],
    },
    { key: 'z', name: 'Gamma', group: '', cells: [cell(-1, 'lowered: tuned to the look'), cell(3, 'book')] },
  ],
};
const keys = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key).join('');

test('provenance is read from the words of a source', () => {
  expect(
    ['XCOM', 'ASSUMED, tuned to x', 'lowered: tuned to x', 'not confirmed in a text'].map(provenanceOf),
  ).toEqual(['sourced', 'assumed', 'adjusted', 'unconfirmed']);
});

describe('filter', () => {
  const found = (query: string, onlyAssumed = false) => keys(filterRows(TABLE, { query, onlyAssumed }));

  test('looks at names, values, sources and provenance, all words anywhere', () => {
    expect(found('')).toBe('xyz');
    expect(found('  HOFFMAN beta ')).toBe('x');
    expect(found('hoffman gamma')).toBe('');
    expect(found('adjusted')).toBe('z');
    expect(found('assumed')).toBe('y');
  });

  test('keeps the assumed alone', () => {
    expect(found('', true)).toBe('y');
    expect(found('beta', true)).toBe('');
  });
});

describe('order', () => {
  test('by a column, infinities in place and the empty last both ways', () => {
    expect(keys(sortRows(TABLE.rows, { by: 0, descending: false }))).toBe('zxy');
    expect(keys(sortRows(TABLE.rows, { by: 0, descending: true }))).toBe('yxz');
    expect(keys(sortRows(TABLE.rows, { by: 1, descending: false }))).toBe('yzx');
    expect(keys(sortRows(TABLE.rows, { by: 1, descending: true }))).toBe('zyx');
    expect(keys(sortRows(TABLE.rows, { by: 'name', descending: false }))).toBe('yxz');
  });

  test('goes up, down and back', () => {
    const up = nextOrder(null, 0);
    const down = nextOrder(up, 0);
    expect([up, down, nextOrder(down, 0), nextOrder(down, 1)]).toEqual([
      { by: 0, descending: false },
      { by: 0, descending: true },
      null,
      { by: 1, descending: false },
    ]);
  });
});

test('CSV: one line a number, quotes doubled', () => {
  const lines = csvOf(TABLE.columns, TABLE.rows).split('\r\n');
  expect(lines[0]).toBe('name,part,quantity,value,unit,provenance,source');
  expect(lines[1]).toBe('Beta,G,A,2,mm,sourced,Hoffman 2011');
  expect(lines[2]).toBe('alpha,,A,Infinity,mm,assumed,ASSUMED');
  expect(lines[3]).toBe('alpha,,B,1,mm,sourced,"a ""b"", c"');
  expect(lines).toHaveLength(7);
});

test('the tables of the program: every number has a source, every row as many cells as there are columns', () => {
  for (const { columns, rows, title } of [materialsTable(), presetsTable(), constantsTable()]) {
    expect(rows.length, title).toBeGreaterThan(15);
    for (const row of rows) {
      expect(row.cells, row.key).toHaveLength(columns.length);
      expect(row.cells[0], row.key).not.toBeNull();
      for (const one of row.cells) if (one) expect(one.source, row.key).toMatch(/\w{3}/);
    }
  }
});

test('media alone has a level along its layers', () => {
  const { columns, rows } = materialsTable();
  const along = columns.findIndex(({ key }) => key === 'alongLevelDb');
  expect(keys(rows.filter(({ cells }) => cells[along]))).toBe('media');
});
