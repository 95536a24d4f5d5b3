/** @file The built app's pages pass axe: start, a running case with guidance and truth, help, outcome, pages to teach with. */
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

test('gallery, with a scene open, bench, and physics page, every section', async () => {
  const { page, errors } = await openPage(browser, `${app.url}#/bench`);
  await page.getByRole('img', { name: /pushed onto: Plate/ }).waitFor();
  expect(await faults(page), 'bench').toEqual([]);

  await page.goto(`${app.url}#/gallery`);
  await page.getByRole('article').first().locator('canvas').nth(1).waitFor();
  expect(await faults(page), 'gallery').toEqual([]);
  await page.getByRole('article').first().getByRole('link').click();
  await page
    .getByRole('dialog')
    .getByRole('img', { name: /^Truth/ })
    .waitFor();
  expect(await faults(page), 'scene').toEqual([]);

  await page.goto(`${app.url}#/physics`);
  await page.getByRole('table').first().waitFor();
  expect(await faults(page), 'constants').toEqual([]);
  await page.getByRole('link', { name: 'Validation' }).click();
  await page.getByRole('button', { name: 'Run: Far field' }).click();
  await page.getByRole('row', { name: /^2 Far field within tolerance/ }).waitFor();
  await page.getByRole('button', { name: 'Far field', exact: true }).click();
  expect(await faults(page), 'validation').toEqual([]);
  await page.getByRole('link', { name: 'What is not modelled' }).click();
  await page.getByRole('heading', { name: 'What is not modelled' }).waitFor();
  expect(await faults(page), 'limits').toEqual([]);
  expect(errors).toEqual([]);
});
