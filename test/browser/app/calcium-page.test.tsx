/** @file The calcium page in a real browser with its real workers: both images, sliders, A-line, arcs, link, keyboard. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CALCIUM_KEY } from '../../../src/platform/settings.ts';
import { openTeachingPage } from '../../../src/state/session-runner.ts';
import { appStore } from '../../../src/state/store.ts';
import { screenOf } from '../viewer/fixtures.tsx';
import { accessibilityProblems, type OpenApp, openApp } from './fixtures.tsx';

let app: OpenApp;
const open = (address = '#/calcium'): void => {
  history.replaceState(null, '', address);
  app = openApp();
  openTeachingPage('calcium');
};
beforeEach(async () => {
  await page.viewport(1440, 900);
  localStorage.removeItem(CALCIUM_KEY);
});
afterEach(() => {
  app.close();
  history.replaceState(null, '', location.pathname + location.search);
});

/** The first images may take a while: workers start, tables are made. */
const SLOW = { timeout: 25_000, interval: 50 };
const platePicture = page.getByRole('img', { name: 'IVUS image of the vessel with the plate' });
const plainPicture = page.getByRole('img', { name: 'IVUS image of the same vessel without the plate' });
const sentences = page.getByRole('region', { name: 'What happens to the sound' });
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const arcRow = (name: RegExp) => page.getByRole('term').filter({ hasText: name });
const pairShown = (text: string | RegExp) => expect.element(sentences, SLOW).toHaveTextContent(text);

test('shows both images: bright edge and darkness above the catheter on one, wall on the other', async () => {
  open();
  await pairShown('0.30');
  const [plate, plain] = await Promise.all([
    screenOf(platePicture.element()),
    screenOf(plainPicture.element()),
  ]);
  /** Mean grey of a patch in the direction of 12 o'clock, between two radii in mm, beside the A-line's own line. */
  const mean = (grey: (fx: number, fy: number) => number, fromMm: number, toMm: number): number => {
    let sum = 0;
    let count = 0;
    for (let mm = fromMm; mm <= toMm; mm += 0.01) {
      for (const side of [-0.02, -0.012, 0.012, 0.02]) {
        sum += grey(0.5 + side, 0.5 - mm / 6.5);
        count++;
      }
    }
    return sum / count;
  };
  expect(mean(plate, 0.92, 0.97)).toBeGreaterThan(mean(plain, 0.92, 0.97) + 40);
  expect(mean(plate, 1.65, 2.2)).toBeLessThan(mean(plain, 1.65, 2.2) - 40);
});

test('a thicker plate and a higher frequency take more, and the numbers follow', async () => {
  open();
  await pairShown('At 40 MHz 0.30 mm of calcium takes 20 dB');
  slider('Thickness').element().focus();
  await userEvent.keyboard('{End}');
  await pairShown('At 40 MHz 0.60 mm of calcium takes 32 dB');
  slider('Frequency').element().focus();
  await userEvent.keyboard('{End}');
  await pairShown('At 60 MHz 0.60 mm of calcium takes 44 dB');
  await pairShown('no gain brings the wall back');
});

test('the arc read off the image stands beside the true one and follows the slider', async () => {
  open('#/calcium?v=1&arc=180&offset=0');
  await pairShown('0.30');
  await expect.element(arcRow(/as the catheter sees it/)).toBeVisible();
  const read = (): number => Number.parseInt(document.querySelectorAll('dd')[2]!.textContent, 10);
  expect(Math.abs(read() - 180)).toBeLessThan(12);
  slider('Arc').element().focus();
  await userEvent.keyboard('{Home}');
  await expect.poll(read, SLOW).toBeLessThan(40);
});

test('the A-line turns by keyboard and pointer, and names what must be on it', async () => {
  open();
  await pairShown('0.30');
  const line = slider('Direction of the A-line');
  const plot = page.getByRole('figure', { name: /^A-line at/ });
  await expect
    .element(plot)
    .toHaveAccessibleDescription(/faces are expected at 0\.\d\d\smm and 1\.\d\d\smm, repeats at/);
  line.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(line).toHaveAttribute('aria-valuenow', '5');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  await expect.element(line).toHaveAttribute('aria-valuenow', '4');
  await expect.element(line).toHaveAttribute('aria-valuetext', expect.stringContaining('4° clockwise'));
  // a press at 9 o'clock of the other picture
  const box = plainPicture.element().getBoundingClientRect();
  await plainPicture.click({ position: { x: 0.2 * box.width, y: 0.5 * box.height }, force: true });
  await expect.element(line).toHaveAttribute('aria-valuenow', '270');
  await expect.element(plot).toHaveAccessibleDescription(/does not lie on this line/);
});

test('shadow, multiples and wire shadow are switched off one by one', async () => {
  open();
  await pairShown('0.30');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('Shadow');
  await pairShown('Shadow is off');
  await press('Multiples');
  await pairShown('Multiples are off');
  await press('Wire shadow');
  await pairShown('Wire shadow is off');
  await expect.poll(() => location.hash, SLOW).toBe('#/calcium?v=1&off=shadow.multiples.wire');
});

test('measuring by hand hides the answers until they are compared', async () => {
  open();
  await pairShown('0.30');
  await page.getByRole('button', { name: 'Measure by hand' }).click();
  const from = slider('Start of your arc');
  from.element().focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(from).toHaveAttribute('aria-valuenow', '310');
  expect(document.querySelector('dl')!.textContent).not.toContain('134°');
  expect(document.querySelectorAll('dd')[3]!.textContent).toBe('90°');
  await page.getByRole('button', { name: 'Compare' }).click();
  expect(document.querySelector('dl')!.textContent).toContain('134°');
  expect(document.querySelectorAll('dd')[3]!.textContent).toBe('90° (−44°)');
  await page.getByRole('button', { name: 'Remove handles' }).click();
  expect(from.query()).toBeNull();
});

test('an address out of range is shown within range, and says so', async () => {
  open('#/calcium?v=1&mhz=500&depth=x');
  await expect.element(slider('Frequency')).toHaveValue('60');
  const message = page.getByText(/The link could not be taken as it was/);
  await expect.element(message).toHaveTextContent('500 is out of range, 60 MHz is shown');
  await expect.element(message).toHaveTextContent('“depth=x” could not be read');
});

test('the last settings are there on the next visit; a link has the last word; reset goes back', async () => {
  open();
  await expect.element(slider('Gain')).toBeVisible();
  slider('Gain').element().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(() => location.hash, SLOW).toBe('#/calcium?v=1&gain=2');
  app.close();
  open('#/calcium');
  await expect.element(slider('Gain')).toHaveValue('2');
  app.close();
  open('#/calcium?v=1&arc=90');
  await expect.element(slider('Gain')).toHaveValue('0');
  await expect.element(slider('Arc')).toHaveValue('90');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.element(slider('Arc')).toHaveValue('120');
});

test('an example sets the plate, and the way home leads to the start page', async () => {
  open();
  await page.getByRole('button', { name: 'Nodule' }).click();
  await expect.element(page.getByRole('radio', { name: 'Nodule' })).toBeChecked();
  await expect.element(slider('Depth in the wall')).toBeDisabled();
  await page.getByRole('button', { name: /back to the start page/ }).click();
  await expect.poll(() => appStore.getState().page).toBe('start');
});

test.each([
  [1440, 900],
  [1280, 720],
  [1920, 1080],
  [768, 1024],
  [390, 844],
])('passes axe and does not scroll sideways at %i x %i', async (width, height) => {
  await page.viewport(width, height);
  open();
  await pairShown('0.30');
  expect(await accessibilityProblems()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
