/** @file From the start page of the built app into the gallery, the bench and the physics page, one click each, with real workers. */
import type { Browser, Page } from 'playwright';
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

/** Mean grey of a canvas's pixels, 0 while it shows nothing. */
const meanGrey = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum += data[i]!;
      return sum / (data.length / 4);
    });

test('the gallery opens in one click and draws its scenes', async () => {
  const { page, errors } = await openPage(browser, app.url);
  await page.getByRole('link', { name: 'Recognition gallery' }).click();
  const card = page.getByRole('article', { name: 'Three-layer wall' });
  await card.locator('canvas').nth(1).waitFor();
  expect(await meanGrey(page, 'article canvas')).toBeGreaterThan(10);

  await card.getByRole('link').click();
  const dialog = page.getByRole('dialog', { name: 'Three-layer wall' });
  await dialog.getByRole('img', { name: /^Truth/ }).waitFor();
  await dialog.getByRole('radio', { name: /60 MHz/ }).check();
  await dialog.getByText('Computing the picture').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Back to the start page' }).click();
  await page.getByRole('button', { name: 'Start the flagship case' }).waitFor();
  expect(errors).toEqual([]);
});

test('the physics page opens in one click and runs a test of the validation', async () => {
  const { page, errors } = await openPage(browser, app.url);
  await page.getByRole('link', { name: 'The physics behind it' }).click();
  await page.getByRole('table', { name: 'Materials and what they do to sound' }).waitFor();
  await page.getByRole('link', { name: 'Validation' }).click();
  await page.getByRole('button', { name: 'Run: Same frame again' }).click();
  await page.getByRole('row', { name: /^23 Same frame again within tolerance/ }).waitFor();
  expect(errors).toEqual([]);
});

test('the wire bench opens in one click and pushes a wire', async () => {
  const { page, errors } = await openPage(browser, app.url);
  await page.getByRole('link', { name: 'Wire bench' }).click();
  await page.getByRole('img', { name: /pushed onto: Plate/ }).waitFor();
  await page.getByRole('radio', { name: 'Adventitia' }).check({ force: true });
  await page.getByText('bows before it pierces').waitFor();
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('link', { name: 'Back to the start page' }).click();
  await page.getByRole('button', { name: 'Start the flagship case' }).waitFor();
  expect(errors).toEqual([]);
});

test('both can be opened by their address, a scene and a section too', async () => {
  const gallery = await openPage(browser, `${app.url}#/gallery/6`);
  await gallery.page.getByRole('dialog', { name: 'Scene 6' }).waitFor();
  const physics = await openPage(browser, `${app.url}#/physics/limits`);
  await physics.page.getByRole('heading', { name: 'What is not modelled' }).waitFor();
  expect([...gallery.errors, ...physics.errors]).toEqual([]);
});
