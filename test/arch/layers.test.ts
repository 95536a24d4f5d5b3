/** @file The source tree keeps the design's layers; and the rules that say so can themselves fail. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LAYERS, MAX_LINES } from './layers.ts';
import * as rules from './rules.ts';
import { parse, type Source } from './source.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function readSources(folder: string): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => parse(file, readFileSync(path.join(root, file), 'utf8')));
}

describe('the source tree', () => {
  const sources = [...readSources('src'), ...readSources('workers')];

  test('was found', () => expect(sources.length).toBeGreaterThan(10));

  test.each(Object.entries(rules))('%s', (_, rule) => expect(rule(sources)).toEqual([]));
});

describe('the table of layers', () => {
  test('names only layers that it has', () => {
    const named = Object.values(LAYERS).flatMap(({ uses = [], types = [] }) => [...uses, ...types]);
    expect(named.filter((layer) => !LAYERS[layer])).toEqual([]);
  });

  test('has no cycle, so the order of the design exists', () => {
    const reaches = (layer: string, goal: string): boolean => {
      const { uses = [], types = [] } = LAYERS[layer] ?? {};
      return [...uses, ...types].some((next) => next !== layer && (next === goal || reaches(next, goal)));
    };
    expect(Object.keys(LAYERS).filter((layer) => reaches(layer, layer))).toEqual([]);
  });
});

describe('the rules', () => {
  /** What `rule` says of a tree written as { path: text }. */
  const judge = (rule: (sources: readonly Source[]) => string[], files: Record<string, string>) =>
    rule(Object.entries(files).map(([file, text]) => parse(file, text)));

  test('a file outside the layers', () => {
    expect(judge(rules.everyFileHasALayer, { 'src/loose.ts': '', 'src/core/loose.ts': '' })).toHaveLength(2);
    expect(judge(rules.everyFileHasALayer, { 'src/misc/a.ts': '', 'workers/a.worker.ts': '' })).toEqual([
      'src/misc/a.ts:1 lies in no folder that layers.ts knows',
    ]);
  });

  test.each([
    ['a value', "import { a } from '../anatomy/a.ts';"],
    ['a type', "import type { A } from '../anatomy/a.ts';"],
    ['a re-export', "export { a } from '../anatomy/a.ts';"],
    ['a lazy import', "const a = () => import('../anatomy/a.ts');"],
    ['an import type', "type A = import('../anatomy/a.ts').A;"],
    ['an import for its effect', "import '../anatomy/a.ts';"],
  ])('an import up the layers: %s', (_, text) => {
    expect(judge(rules.importsFollowTheLayers, { 'src/core/math/m.ts': `\n${text}` })).toEqual([
      'src/core/math/m.ts:2 core/math may not import core/anatomy',
    ]);
  });

  test('an import down the layers is fine, and so is one in a comment', () => {
    const text = "import { m } from '../math/m.ts';\n// import { a } from '../session/s.ts';";
    expect(judge(rules.importsFollowTheLayers, { 'src/core/anatomy/a.ts': text })).toEqual([]);
  });

  test('an import of more than types', () => {
    const file = 'src/ui/button.tsx';
    const [values, types] = ['A, type B', 'type A, type B'].map((names) =>
      judge(rules.importsFollowTheLayers, { [file]: `import { ${names} } from '../core/math/m.ts';` }),
    );
    expect(values).toEqual([`${file}:1 ui may import only types of core/math`]);
    expect(types).toEqual([]);
  });

  test('an import that leaves the layers, or reaches another pane', () => {
    expect(
      judge(rules.importsFollowTheLayers, {
        'src/viewer/v.ts': "import a from '../../test/a.ts';\nimport { s } from '../scene3d/s.tsx';",
      }),
    ).toHaveLength(2);
  });

  test.each([
    ['comlink', 'state', 'engine'],
    ['three', 'viewer', 'scene3d'],
    ['three/addons/controls/OrbitControls.js', 'app', 'scene3d'],
    ['@react-three/fiber', 'app', 'scene3d'],
    ['react', 'state', 'viewer'],
    ['react-dom/client', 'engine', 'app'],
    ['react-aria-components', 'io', 'ui'],
    ['node:fs', 'io', 'cli'],
  ])('a package in the wrong place: %s in %s', (name, wrong, right) => {
    const text = `import { x } from '${name}';`;
    expect(judge(rules.packagesStayInTheirLayers, { [`src/${wrong}/a.ts`]: text })).toHaveLength(1);
    expect(judge(rules.packagesStayInTheirLayers, { [`src/${right}/a.ts`]: text })).toEqual([]);
  });

  test('an import without its extension', () => {
    const text = "import './a';\nimport './a.ts';\nimport './a.glsl?raw';\nimport 'three';";
    expect(judge(rules.importsNameTheFile, { 'src/viewer/v.ts': text })).toEqual([
      "src/viewer/v.ts:1 './a' lacks its extension",
    ]);
  });

  test('a cycle', () => {
    const files = {
      'src/io/a.ts': "import './b.ts';",
      'src/io/b.ts': "import './c.ts';",
      'src/io/c.ts': "\nimport type { B } from './b.ts';",
    };
    expect(judge(rules.noCycles, files)).toEqual([
      'src/io/c.ts:2 closes src/io/b.ts > src/io/c.ts > src/io/b.ts',
    ]);
    expect(judge(rules.noCycles, { ...files, 'src/io/c.ts': '' })).toEqual([]);
  });

  test.each(['export default 1;', 'export default function f() {}', 'const a = 1; export { a as default };'])(
    'a default export: %s',
    (text) => {
      expect(judge(rules.noDefaultExports, { 'src/ui/a.ts': text })).toHaveLength(1);
    },
  );

  test('the default of a switch and of an import is none', () => {
    const text = "import a from './a.css';\nswitch (a) { default: }\nexport const b = a.default;";
    expect(judge(rules.noDefaultExports, { 'src/ui/a.ts': text })).toEqual([]);
  });

  test('a long file', () => {
    const file = 'src/ui/a.ts';
    expect(judge(rules.filesStayShort, { [file]: 'let a;\n'.repeat(MAX_LINES) })).toEqual([]);
    expect(judge(rules.filesStayShort, { [file]: 'let a;\n'.repeat(MAX_LINES + 1) })).toHaveLength(1);
  });

  test.each(['Math.random()', 'Date.now()', 'new Date()', 'performance.now()', 'document.body', 'window'])(
    'an impure core: %s',
    (text) => {
      expect(judge(rules.coreIsPure, { 'src/core/fluoro/a.ts': `export const a = ${text};` })).toHaveLength(
        1,
      );
      expect(judge(rules.coreIsPure, { 'src/platform/a.ts': `export const a = ${text};` })).toEqual([]);
    },
  );

  test('a name of its own is not the global', () => {
    const text = 'const window = hann(8); export const a = { window, performance: b.document };';
    expect(judge(rules.coreIsPure, { 'src/core/ultrasound/a.ts': text })).toEqual([]);
  });

  test.each(['Math.sin(1)', 'Math.hypot(3, 4)', 'Math.exp(1)', 'Math', '2 ** 3', "Math['pow'](2, 3)"])(
    'arithmetic that engines round differently: %s',
    (text) => {
      const source = `export const a = ${text};`;
      expect(judge(rules.deterministicMath, { 'src/core/mechanics/a.ts': source })).toHaveLength(1);
      expect(judge(rules.deterministicMath, { 'src/core/session/a.ts': source })).toHaveLength(1);
      expect(judge(rules.deterministicMath, { 'src/core/math/a.ts': source })).toEqual([]);
    },
  );

  test('arithmetic that the standard fixes is fine', () => {
    const text = 'export const a = Math.sqrt(2) + Math.max(1, Math.PI);';
    expect(judge(rules.deterministicMath, { 'src/core/mechanics/a.ts': text })).toEqual([]);
  });
});
