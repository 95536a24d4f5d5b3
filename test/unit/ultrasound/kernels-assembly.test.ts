/** @file The build's compiler of AssemblyScript: what it makes of the kernels' sources, and of a mistake. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { compile } from '../../../.ci/assembly.mjs';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A program of the given files; answers the path of a.ts. */
const write = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'truelumen-assembly-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return path.join(folder, 'a.ts');
};

const kernels = fileURLToPath(
  new URL('../../../src/core/ultrasound/kernels/assembly/kernels.ts', import.meta.url),
);

test('the kernels need nothing of their host but the memory', async () => {
  const module = new WebAssembly.Module(Buffer.from(await compile(kernels), 'base64'));
  expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['beam', 'gather', 'addNoise', 'filter', 'detect']));
});

test('a program of several files, named with their extension', async () => {
  const a = write({
    'a.ts': "import { two } from './b.ts';\nexport function four(): i32 { return 2 * two(); }",
    'b.ts': 'export function two(): i32 { return 2; }',
  });
  const bytes = Buffer.from(await compile(a), 'base64');
  const memory = new WebAssembly.Memory({ initial: 1536, maximum: 1536 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  expect((exports.four as () => number)()).toBe(4);
});

test('the same sources are compiled once, changed ones again', async () => {
  const a = write({ 'a.ts': 'export function f(): i32 { return 1; }' });
  const first = compile(a);
  expect(compile(a)).toBe(first);
  writeFileSync(a, 'export function f(): i32 { return 2; }');
  expect(await compile(a)).not.toBe(await first);
});

test("a mistake is told in the compiler's words, with its place", async () => {
  const a = write({
    'a.ts': "import { one } from './b.ts';\nexport function f(): i32 { return one(); }",
    'b.ts': 'export function one(): i32 { return missing; }',
  });
  await expect(compile(a)).rejects.toThrow(
    /a\.ts does not compile.*Cannot find name 'missing'.*b\.ts\(1,37\)/s,
  );
});
