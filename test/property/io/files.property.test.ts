/** @file Whatever comes in as a file: either it is good, or one InputError says why. Nothing else is ever thrown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { InputError } from '../../../src/io/errors.ts';
import { openFile } from '../../../src/io/open-file.ts';

const tryOpen = (input: Uint8Array | string): void => {
  try {
    openFile(input, 'my.json');
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).sentence).toMatch(/^my\.json[ :].*\.$/s);
    expect((error as InputError).sentence).not.toContain('\n');
  }
};

describe('openFile', () => {
  test('bears any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), tryOpen));
  });

  test('bears any text and any JSON', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), tryOpen));
    fc.assert(fc.property(fc.json(), tryOpen));
  });

  test('bears a good case with any one value replaced by anything', () => {
    const paths: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    walk(CASE_LIBRARY[0], []);
    const replaced = (root: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown => {
      if (key === undefined) return to;
      const copy = (Array.isArray(root) ? [...root] : { ...(root as object) }) as Record<string, unknown>;
      copy[key] = replaced(copy[key], rest, to);
      return copy;
    };
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, to) => {
        tryOpen(JSON.stringify(replaced(CASE_LIBRARY[0], path, to) ?? null));
      }),
      { numRuns: 400 },
    );
  });
});
