/** @file A fellow's first minutes in the built app, with keyboard and mouse only, in real time; then a reload. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../helpers/browser.ts';
import { type ServedApp, serveDist } from '../helpers/serve-dist.ts';

const SHOTS = 'test-results/by-hand';

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  app = await serveDist();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Waits until the procedure pane has come to a step. */
const stepReached = (page: Page, step: number): Promise<void> =>
  pane(page, 'Procedure').getByText(`Step ${step} of 11`).waitFor({ timeout: 60_000 });

test('angiogram, wire 1 past the distal cap, catheter and its image, and all of it back after a reload', async () => {
  const { page, errors } = await openPage(browser, app.url);
  await page.getByRole('button', { name: 'Start the flagship case' }).click();
  await stepReached(page, 1);
  await page.locator('main[aria-busy="false"]').waitFor();

  await page.keyboard.press('f');
  await pane(page, 'Fluoroscopy').getByText('X-ray on').waitFor();
  await pane(page, 'Procedure').getByText('Now inject contrast').waitFor();
  await page.keyboard.press('c');
  await stepReached(page, 2);
  await page.screenshot({ path: `${SHOTS}/angiogram.png` });

  await page.keyboard.down('ArrowUp');
  await stepReached(page, 3);
  await page.keyboard.up('ArrowUp');

  await page.getByRole('button', { name: 'Load IVUS catheter' }).click();
  await page.getByRole('button', { name: 'Take out IVUS catheter' }).waitFor();
  await page.keyboard.down('ArrowUp');
  await pane(page, 'IVUS cross-section').getByText('LIVE', { exact: true }).waitFor({ timeout: 30_000 });
  await page.keyboard.up('ArrowUp');
  await pane(page, 'IVUS cross-section')
    .getByText(/pulled back/)
    .first()
    .waitFor();
  await page.screenshot({ path: `${SHOTS}/catheter-in.png` });

  // leaving the page writes the autosave
  await page.getByRole('button', { name: 'TrueLumen: back to start' }).click();
  await page.getByRole('button', { name: /^Continue at/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Continue at/ }).click();
  await stepReached(page, 3);
  await pane(page, 'IVUS cross-section').getByText('LIVE', { exact: true }).waitFor({ timeout: 30_000 });
  await expect.poll(() => pane(page, 'Device bay').getByText('not loaded').count()).toBe(1);
  expect(errors).toEqual([]);
});
