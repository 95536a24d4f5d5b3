/** @file The built app's pages pass axe: start, a running case with guidance and truth, help, outcome. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../helpers/browser.ts';
import { CATHETER_IN } from '../helpers/play-session.ts';
import { type ServedApp, serveDist } from '../helpers/serve-dist.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  app = await serveDist();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Faults as `rule: element`; the text of axe is evaluated by the debugger, which no page policy forbids. */
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
};

test('start page, running case, help and outcome page', async () => {
  const { page, errors } = await openPage(browser, `${app.url}?automation`);
  await page.getByRole('button', { name: 'Start the flagship case' }).waitFor();
  expect(await faults(page), 'start page').toEqual([]);

  await page.getByRole('button', { name: 'Start the flagship case' }).click();
  await page.waitForFunction(() => window.trueLumen?.snapshot());
  await page.evaluate(async (script) => {
    const handle = window.trueLumen!;
    handle.dispatch({ type: 'fluoro', on: true });
    handle.dispatch({ type: 'contrast', ml: 2 });
    for (const [command, ticks] of script) {
      handle.dispatch(command);
      await handle.run(ticks);
    }
  }, CATHETER_IN);
  await page.waitForFunction(() => window.trueLumen!.frame());
  await page.keyboard.press('t');
  await page.getByText('truth shown').waitFor();
  expect(await faults(page), 'case page').toEqual([]);

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Controls' }).waitFor();
  expect(await faults(page), 'help').toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'End case' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End case' }).click();
  await page.getByRole('heading', { name: 'Stopped early' }).waitFor();
  expect(await faults(page), 'outcome page').toEqual([]);
  expect(errors).toEqual([]);
});
