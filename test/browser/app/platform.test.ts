/** @file What the app keeps and opens in a real browser: settings, autosave, files, address, automation handle. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAutomation } from '../../../src/app/automation.ts';
import { openDroppedFiles } from '../../../src/app/open-files.ts';
import { addressOf, caseIdOf } from '../../../src/app/router.ts';
import { clearAutosave, readAutosave, writeAutosave } from '../../../src/platform/autosave-db.ts';
import { FileRefused, LARGEST_FILE_MB, readBytes } from '../../../src/platform/files.ts';
import {
  isBetween,
  isBoolean,
  isOneOf,
  readSettings,
  writeSettings,
} from '../../../src/platform/settings.ts';
import { live } from '../../../src/state/live.ts';
import { leaveCase, setEngineFactory, startCase } from '../../../src/state/session-runner.ts';
import { appStore, INITIAL_STATE, setView } from '../../../src/state/store.ts';
import { fakeEngines } from '../../helpers/fake-engine.ts';
import { flagship } from './fixtures.tsx';

beforeEach(() => appStore.setState(INITIAL_STATE, true));
afterEach(() => localStorage.clear());

describe('settings', () => {
  interface Kept {
    readonly layout: 'a' | 'b';
    readonly depthMm: number;
    readonly mirrored: boolean;
  }
  const read = () =>
    readSettings<Kept>({ layout: isOneOf('a', 'b'), depthMm: isBetween(1, 10), mirrored: isBoolean });

  test('come back as they were', () => {
    const kept: Kept = { layout: 'b', depthMm: 5, mirrored: true };
    expect(writeSettings(kept)).toBe(true);
    expect(read()).toEqual(kept);
  });

  test.each([
    'nonsense',
    'null',
    '[]',
    '{"version":99,"layout":"a"}',
    '{"version":1,"layout":"c","depthMm":"5","mirrored":1,"__proto__":{"depthMm":5}}',
  ])('that are damaged are ignored: %s', (text) => {
    localStorage.setItem('truelumen.settings', text);
    expect(read()).toEqual({});
  });
});

test('the autosave is stored, replaced and cleared', async () => {
  await writeAutosave({ a: 1 });
  await writeAutosave({ a: new Float32Array([2, 3]) });
  expect(await readAutosave()).toEqual({ a: new Float32Array([2, 3]) });
  await clearAutosave();
  expect(await readAutosave()).toBeNull();
});

describe('files', () => {
  test('larger than any case are refused before they are read', async () => {
    const big = new File([new Uint8Array(1)], 'noise.json');
    Object.defineProperty(big, 'size', { value: (LARGEST_FILE_MB + 180) * 1024 * 1024 });
    await expect(readBytes(big)).rejects.toThrow(FileRefused);
    await openDroppedFiles([big]);
    expect(appStore.getState().notices[0]?.text).toBe(
      'noise.json: larger than 20 MB, so it is no case or session file.',
    );
  });

  test('that are no case leave one sentence with the name of the file', async () => {
    await openDroppedFiles([new File(['{"kind":"recipe"}'], 'soup.json')]);
    expect(appStore.getState().notices).toHaveLength(1);
    expect(appStore.getState().notices[0]?.text).toContain('soup.json');
    expect(appStore.getState().page).toBe('start');
  });
});

test('an address names a case and nothing else', () => {
  expect(caseIdOf(addressOf(flagship))).toBe(flagship.id);
  for (const hash of ['', '#/', '#/case/', '#/case/../x', '#/case/a b', '#/cases/x']) {
    expect(caseIdOf(hash)).toBeNull();
  }
});

describe('the automation handle', () => {
  afterEach(leaveCase);

  test('needs a running case', () => {
    const handle = createAutomation();
    expect(handle.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(handle.snapshot()).toBeNull();
    expect(handle.frame()).toBeNull();
    expect(() => handle.dispatch({ type: 'confirm' })).toThrow(/No case is running/);
  });

  test('sends commands and shows no truth until truth is shown', async () => {
    const engines = fakeEngines();
    setEngineFactory(engines.create);
    await startCase(flagship);
    const fake = engines.newest();
    const snapshot = fake.show({ wire1Mm: 230, transducerMm: 215 });
    live.frame = {
      lines: 1,
      samples: 1,
      startMm: 0,
      mmPerSample: 1,
      data: new Uint16Array(1),
      pose: snapshot.imaging.pose!,
      editsVersion: 0,
      frameSeed: 0,
    };
    const handle = createAutomation();
    handle.dispatch({ type: 'fluoro', on: true });
    expect(fake.sent).toEqual([{ type: 'fluoro', on: true }]);
    const text = JSON.stringify(handle.snapshot());
    for (const secret of ['route', 'tipRollRad', 'phase', 'material', 'rollRad"']) {
      expect(text).not.toContain(`"${secret}`);
    }
    expect(handle.frame()).toMatchObject({ lines: 1, pulledBackMm: 0, pose: null });
    expect(handle.stats()).toMatchObject({ framesPerSecond: 30 });
    setView({ truthShown: true });
    expect(handle.snapshot()).toBe(snapshot);
    expect(handle.frame()?.pose).toBe(snapshot.imaging.pose);
  });
});
