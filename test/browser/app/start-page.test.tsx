/** @file The start page in a real browser: one click into a case, the library, continuing, accessibility. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { appStore } from '../../../src/state/store.ts';
import { app as words } from '../../../src/ui/strings/en/app.ts';
import { accessibilityProblems, flagship, type OpenApp, openApp } from './fixtures.tsx';

// The live picture is tested with the engine; here it would only cost time.
vi.mock('../../../src/engine/engine.ts', () => ({
  createEngine: () => {
    throw new Error('replaced by a fake');
  },
  createPreview: () => ({
    frameAt: () => new Promise(() => {}),
    range: new Promise(() => {}),
    dispose: () => {},
  }),
}));

let app: OpenApp;
beforeEach(async () => {
  await page.viewport(1440, 900);
  app = openApp();
});
afterEach(() => app.close());

test('says what this is and what it is not', async () => {
  await expect.element(page.getByText(words.oneSentence)).toBeVisible();
  await expect.element(page.getByText(words.honesty)).toBeVisible();
  await expect
    .element(page.getByRole('img', { name: 'Live synthetic IVUS of the flagship case' }))
    .toBeVisible();
});

test('one click leads into the flagship case', async () => {
  await page.getByRole('button', { name: 'Start the flagship case' }).click();
  await expect.element(page.getByRole('region', { name: 'Device bay' })).toBeVisible();
  expect(appStore.getState().caseFile?.id).toBe(flagship.id);
});

test('lists every case of the library with a way in', async () => {
  await expect.element(page.getByRole('table')).toBeVisible();
  for (const { title } of CASE_LIBRARY) {
    await expect.element(page.getByRole('button', { name: `Start ${title}` })).toBeVisible();
  }
});

test('offers to continue only when there is something to continue', async () => {
  const offer = page.getByRole('button', { name: /^Continue/ });
  await expect.element(page.getByRole('table')).toBeVisible();
  expect(offer.query()).toBeNull();
  appStore.setState({
    autosave: { caseId: flagship.id, caseTitle: flagship.title, timeS: 83, savedAtMs: Date.now() },
  });
  await expect.element(offer).toHaveTextContent('1:23');
});

test.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
])('passes axe and does not scroll sideways at %i x %i', async (width, height) => {
  await page.viewport(width, height);
  await expect.element(page.getByRole('table')).toBeInTheDocument();
  expect(await accessibilityProblems()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
