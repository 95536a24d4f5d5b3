/** @file Verb `gallery`: pictures beside their truth, statistics as JSON, and errors that name the option. */
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { MATERIAL_TABLE } from '../../../src/core/anatomy/material-table.ts';
import { SCENE_IDS } from '../../../src/core/cases/gallery/scene.ts';
import { cli } from '../../helpers/cli.ts';

interface Scene {
  readonly id: string;
  readonly file: string;
  readonly histogram: readonly number[];
  readonly profile: readonly number[];
  readonly meanGrey: number;
}
interface Answer {
  readonly sheet: string;
  readonly seed: number;
  readonly frequencyMHz: number;
  readonly scenes: readonly Scene[];
  readonly references: readonly { readonly id: string }[];
}

const gallery = (...argv: string[]) => {
  const ran = cli(['gallery', ...argv]);
  return { ...ran, answer: ran.status === 0 ? (ran.json as unknown as Answer) : null };
};

describe('one scene', () => {
  let ran: ReturnType<typeof gallery>;
  beforeAll(() => {
    ran = gallery('--out', 'pictures', '--scene', 'intimal-sheet', '--seed', '5', '--frequency', '60');
  });

  test('gives a picture, a sheet and the statistics', () => {
    const { status, written, folders, answer } = ran;
    expect(status).toBe(0);
    expect(folders).toEqual(['pictures']);
    expect([...written.keys()]).toEqual(['pictures/intimal-sheet.png', 'pictures/sheet.png']);
    expect(answer).toMatchObject({ seed: 5, frequencyMHz: 60, sheet: 'pictures/sheet.png' });
    expect(answer!.scenes.map(({ id, file }) => [id, file])).toEqual([
      ['intimal-sheet', 'pictures/intimal-sheet.png'],
    ]);
    expect(answer!.references.map(({ id }) => id)).toEqual(['clinical', '20mhz-1', '20mhz-2']);
    const [scene] = answer!.scenes;
    expect(scene!.histogram.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(scene!.meanGrey).toBeGreaterThan(10);
    expect(scene!.meanGrey).toBeLessThan(140);
  });

  test('shows calcium and catheter in the truth half, and greys in the image half', () => {
    const png = PNG.sync.read(Buffer.from(ran.written.get('pictures/intimal-sheet.png')!));
    const colours = { left: new Set<string>(), right: new Set<string>() };
    let grey = true;
    for (let y = 40; y < png.height; y++) {
      for (let x = 0; x < png.width; x++) {
        const [r, g, b] = png.data.subarray(4 * (y * png.width + x), 4 * (y * png.width + x) + 3);
        const hex = `#${[r, g, b].map((v) => v!.toString(16).padStart(2, '0')).join('')}`;
        colours[x < png.width / 2 ? 'left' : 'right'].add(hex);
        const inImage = x > 30 && x < png.width / 2 - 30 && y > 60 && y < png.height - 30;
        if (inImage && (r !== g || g !== b)) grey = false;
      }
    }
    expect(grey).toBe(true);
    expect(colours.left.size).toBeGreaterThan(50);
    for (const material of ['calcium', 'media', 'adventitia', 'blood'] as const) {
      expect(colours.right).toContain(MATERIAL_TABLE[material].colour);
    }
    expect(colours.right).toContain('#5ad1e6');
  });
});

test('the same seed gives the same bytes, another one other bytes', () => {
  const bytes = (seed: string) =>
    gallery('--out', 'o', '--scene', 'normal-wall', '--seed', seed).written.get('o/normal-wall.png');
  const once = bytes('1');
  expect(bytes('1')).toEqual(once);
  expect(bytes('2')).not.toEqual(once);
});

describe('bad input names the option', () => {
  const bad = (...argv: string[]): string => {
    const { status, err, written } = gallery(...argv);
    expect(status).toBe(2);
    expect(written.size).toBe(0);
    expect(err).toMatch(/^[^\n]+\.\n$/);
    return err;
  };

  test('no folder, or one that cannot be made', () => {
    expect(bad()).toBe('--out is needed.\n');
    expect(bad('--out', '/nowhere/at/all')).toBe('/nowhere/at/all cannot be written: EACCES.\n');
  });

  test('an unknown scene is answered with the known ones', () => {
    const err = bad('--out', 'o', '--scene', 'sunset');
    expect(err).toMatch(/^--scene is not "sunset"; it is one of normal-wall, /);
    for (const id of SCENE_IDS) expect(err).toContain(id);
  });

  test('numbers out of range, options that are none, words too many', () => {
    expect(bad('--out', 'o', '--frequency', '90')).toMatch(/^--frequency must be a number from 20 to 60/);
    expect(bad('--out', 'o', '--seed', '1.5')).toMatch(/^--seed must be a whole number/);
    expect(bad('--out', 'o', '--case', 'x')).toMatch(/^--case is no option here/);
    expect(bad('more', '--out', 'o')).toBe('more is one word too many.\n');
  });
});
