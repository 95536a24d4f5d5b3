/** @file What goes wrong from outside, in the built app: bad files become one sentence, a lost picture comes back. */
import { mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../helpers/browser.ts';
import { CATHETER_IN, FLAGSHIP } from '../helpers/play-session.ts';
import { type ServedApp, serveDist } from '../helpers/serve-dist.ts';

let app: ServedApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'truelumen-'));
  app = await serveDist();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, content: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

/** 200 MB that nobody should try to read. */
const noise = (name: string): string => {
  const file = path.join(folder, name);
  openSync(file, 'w');
  truncateSync(file, 200_000_000);
  return file;
};

const startFlagship = async (): Promise<{ page: Page; errors: readonly string[] }> => {
  const opened = await openPage(browser, `${app.url}?automation`);
  await opened.page.getByRole('button', { name: 'Start the flagship case' }).click();
  await opened.page.waitForFunction(() => window.trueLumen?.snapshot());
  return opened;
};

const pick = async (page: Page, file: string): Promise<void> => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a case or session file' }).click();
  await (await choosing).setFiles(file);
};

const tick = (page: Page): Promise<number> => page.evaluate(() => window.trueLumen!.snapshot()!.tick);

test('a bad file is one sentence that names file and field, and the running case goes on', async () => {
  const { page, errors } = await startFlagship();
  const { anatomy } = FLAGSHIP;
  const cases: readonly (readonly [file: string, sentence: RegExp])[] = [
    [fileOf('notes.json', 'not json at all'), /^notes\.json is not valid JSON.*\.$/],
    [fileOf('future.json', { ...FLAGSHIP, version: 99 }), /^future\.json: version is 99, newer than .*\.$/],
    [
      fileOf('too-long.json', {
        ...FLAGSHIP,
        anatomy: { ...anatomy, occlusion: { ...anatomy.occlusion, endMm: 9000 } },
      }),
      /^too-long\.json: anatomy\.occlusion.*\.$/,
    ],
    [noise('noise.json'), /^noise\.json: larger than 20 MB.*\.$/],
  ];
  for (const [file, sentence] of cases) {
    const before = await tick(page);
    await pick(page, file);
    const alert = page.getByRole('alert').filter({ hasText: path.basename(file) });
    await alert.waitFor();
    expect(await alert.locator('p').textContent()).toMatch(sentence);
    await alert.getByRole('button').click();
    await expect.poll(() => tick(page)).toBeGreaterThan(before);
  }
  expect(page.url()).toContain(FLAGSHIP.id);
  expect(errors).toEqual([]);
});

test('a dropped file is read, and refused with the same words', async () => {
  const { page, errors } = await startFlagship();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{"kind":"poem"}'], 'poem.json', { type: 'application/json' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    }
  });
  await page
    .getByRole('alert')
    .filter({ hasText: /^poem\.json: kind must be/ })
    .waitFor();
  expect(errors).toEqual([]);
});

test('the IVUS picture comes back after its graphics context was lost', async () => {
  const { page } = await startFlagship();
  await page.evaluate(async (script) => {
    for (const [command, ticks] of script) {
      window.trueLumen!.dispatch(command);
      await window.trueLumen!.run(ticks);
    }
  }, CATHETER_IN);
  await page.waitForFunction(() => window.trueLumen!.frame());
  const pane = page.getByRole('region', { name: 'IVUS cross-section', exact: true });
  const canvas = pane.locator('canvas');
  /** Bytes of the picture as a PNG: a black one is much smaller than speckle. */
  const weight = async (): Promise<number> => (await canvas.screenshot()).length;
  await expect.poll(weight, { timeout: 15_000 }).toBeGreaterThan(30_000);
  const full = await weight();
  await canvas.evaluate((element: HTMLCanvasElement) => {
    const loss = element.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
    element.addEventListener('webglcontextlost', () => setTimeout(() => loss.restoreContext(), 800), {
      once: true,
    });
    loss.loseContext();
  });
  await pane.getByText('The graphics were interrupted').waitFor();
  await pane.getByText('The graphics were interrupted').waitFor({ state: 'detached' });
  await expect.poll(weight, { timeout: 15_000 }).toBeGreaterThan(0.7 * full);
});
