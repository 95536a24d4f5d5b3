/** @file The wire bench in a real browser: choosing, playing, scrubbing, the shelf, what is remembered, accessibility. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BenchPage } from '../../../src/app/bench/BenchPage.tsx';
import { benchPage as words } from '../../../src/ui/strings/en/bench-page.ts';
import { accessibilityProblems } from './fixtures.tsx';
import '../../../src/ui/base.css';

let host: HTMLElement;
let root: Root;
const open = (): void => {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  root.render(<BenchPage />);
};

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1280, 720);
  open();
});
afterEach(() => {
  root.unmount();
  host.remove();
  localStorage.clear();
});

const findings = () => page.getByRole('list', { name: words.findings });
const radio = (name: string) => page.getByRole('radio', { name });

test('shows a push onto the plate at the end, and what the label says', async () => {
  await expect.element(findings()).toHaveTextContent('bears 12.0 gf before it bows');
  await expect.element(page.getByRole('img', { name: /Tapered, 12 gf, pushed onto: Plate/ })).toBeVisible();
});

test('into a dense cap the wire bows from 10 mm and pierces from closer', async () => {
  await radio(words.targets.denseCap).click({ force: true });
  await expect.element(findings()).toHaveTextContent('bows before it pierces');
  const support = page.getByRole('slider', { name: words.support });
  (support.element() as HTMLInputElement).focus();
  for (let i = 0; i < 8; i++) await userEvent.keyboard('{ArrowLeft}');
  await expect.element(findings()).toHaveTextContent('Held 6.0 mm behind its tip');
  await expect.element(findings()).toHaveTextContent('pierces it from here');
});

test('a wire is chosen on the shelf, and one beside it is drawn too', async () => {
  await page.getByRole('button', { name: 'Workhorse, 1 gf' }).click();
  await expect.element(findings()).toHaveTextContent('Its label says 1.0');
  await page.getByLabelText(words.other).selectOptions('tapered-40');
  await vi.waitFor(() => expect(host.querySelectorAll('svg circle').length).toBeGreaterThanOrEqual(2));
  await page.getByRole('button', { name: /^Tapered, 40 gf/ }).click();
  // no wire is compared with itself
  await expect.element(page.getByLabelText(words.other)).toHaveValue('none');
});

test('the push is scrubbed with the keyboard and played', async () => {
  const slider = page.getByRole('slider', { name: words.step });
  await expect.element(slider).toBeVisible();
  (slider.element() as HTMLInputElement).focus();
  await userEvent.keyboard('{Home}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.00 mm, 0.0 gf on the tip');
  await page.getByRole('button', { name: words.play }).click();
  await expect.element(page.getByRole('button', { name: words.pause })).toBeVisible();
  await vi.waitFor(() => expect(Number((slider.element() as HTMLInputElement).value)).toBeGreaterThan(5), {
    timeout: 5000,
  });
  await page.getByRole('button', { name: words.pause }).click();
});

test('settings are remembered, and reset', async () => {
  await radio(words.targets.flap).click({ force: true });
  await vi.waitFor(() => expect(localStorage.getItem('truelumen.bench')).toContain('flap'));
  root.unmount();
  host.remove();
  open();
  await expect.element(radio(words.targets.flap)).toBeChecked();
  await page.getByRole('button', { name: words.reset }).click();
  await expect.element(radio(words.targets.plate)).toBeChecked();
});

test('damaged settings are not taken', async () => {
  root.unmount();
  host.remove();
  localStorage.setItem('truelumen.bench', '{"version":1,"wire":"cheese","supportMm":-3,"target":"flap"}');
  open();
  await expect.element(findings()).toHaveTextContent('Its label says 12.0');
  await expect.element(radio(words.targets.flap)).toBeChecked();
});

test('has no accessibility problems', async () => {
  await expect.element(findings()).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});
