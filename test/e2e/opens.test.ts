/** @file The built app opens, from a plain file server and under its security policy, without an error. */
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../helpers/browser.ts';
import { type ServedApp, serveDist } from '../helpers/serve-dist.ts';

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

test('the start page shows its title and reports no error', async () => {
  const { page, errors } = await openPage(browser, app.url);
  await page.getByText('TrueLumen').first().waitFor();
  expect(await page.title()).toContain('TrueLumen');
  expect(errors).toEqual([]);
});

test('the page carries the content security policy', async () => {
  const { page } = await openPage(browser, app.url);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'self'");
});
