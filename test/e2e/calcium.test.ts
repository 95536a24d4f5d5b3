/** @file The built app: one click from the start page to the two images, a slider moves them, a link brings them back. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../helpers/browser.ts';
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

const says = (page: Page, text: string) =>
  page.getByRole('region', { name: 'What happens to the sound' }).getByText(text).waitFor();

test('one click from the start page, then the thickness by keyboard', async () => {
  const { page, errors } = await openPage(browser, app.url);
  await page.getByRole('link', { name: /Why calcium casts a shadow/ }).click();
  await says(page, 'At 40 MHz 0.30 mm of calcium takes 20 dB');
  expect(page.url()).toContain('#/calcium');
  await page.getByRole('slider', { name: 'Thickness' }).focus();
  await page.keyboard.press('End');
  await says(page, 'At 40 MHz 0.60 mm of calcium takes 32 dB');

  await page.evaluate(AXE);
  const faults = await page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    return (await checker.run(document)).violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);

  await page.waitForFunction(() => location.hash === '#/calcium?v=1&thickness=0.6');
  const link = page.url();
  await page.goBack();
  await page.getByRole('button', { name: 'Start the flagship case' }).waitFor();
  expect(errors).toEqual([]);

  const visitor = await openPage(browser, link);
  await says(visitor.page, 'At 40 MHz 0.60 mm of calcium takes 32 dB');
  expect(visitor.errors).toEqual([]);
});
