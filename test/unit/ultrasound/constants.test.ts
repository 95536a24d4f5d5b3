/** @file The list of constants: complete, sourced, and worded. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONSTANT_GROUPS, ENGINE_CONSTANTS } from '../../../src/core/ultrasound/constants.ts';
import { physicsPage } from '../../../src/ui/strings/en/physics-page.ts';

test('every constant is a finite number with a source or the word ASSUMED', () => {
  for (const { name, value, source } of ENGINE_CONSTANTS) {
    expect(Number.isFinite(value), name).toBe(true);
    expect(source, name).toMatch(/\w{5}/);
  }
});

test('names are unique, worded, and their groups known', () => {
  const names = ENGINE_CONSTANTS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(ENGINE_CONSTANTS.map(({ group }) => group))).toEqual(new Set(CONSTANT_GROUPS));
  for (const name of names) expect(physicsPage.constants[name]).not.toBe('');
  const words = Object.values(physicsPage.constants);
  expect(new Set(words).size).toBe(words.length);
});

/** Numbers of the echoes are all in the list: whoever adds one there is told to give its source here. */
test('every exported number of the echoes is listed', () => {
  const folder = new URL('../../../src/core/ultrasound/echoes/', import.meta.url);
  const listing = readFileSync(new URL('../constants.ts', folder), 'utf8');
  const exported = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/^(?:export )?const ([A-Z][A-Z_]+) =/gm)].map(
      ([, name]) => name!,
    ),
  );
  const OTHER = ['FAINT', 'NOTHING', 'MATERIALS', 'FLUID'];
  expect(exported.length).toBeGreaterThan(20);
  expect(exported.filter((name) => !OTHER.includes(name) && !listing.includes(name))).toEqual([]);
});
