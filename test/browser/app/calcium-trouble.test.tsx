/** @file The calcium page when its workers fail: a sentence and a way on, never a black pane without a reason. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PhantomLabOptions, PhantomPair, PhantomWish } from '../../../src/engine/phantom-lab.ts';
import { openTeachingPage } from '../../../src/state/session-runner.ts';
import { vesselFrame } from '../../helpers/synthetic-frame.ts';
import { type OpenApp, openApp } from './fixtures.tsx';

interface FakeLab extends PhantomLabOptions {
  readonly wishes: PhantomWish[];
  disposed: boolean;
}
const labs: FakeLab[] = vi.hoisted(() => []);
vi.mock('../../../src/engine/phantom-lab.ts', () => ({
  createPhantomLab: (options: PhantomLabOptions) => {
    const lab: FakeLab = { ...options, wishes: [], disposed: false };
    labs.push(lab);
    return {
      show: (wish: PhantomWish) => lab.wishes.push(wish),
      dispose: () => {
        lab.disposed = true;
      },
    };
  },
}));

let app: OpenApp;
beforeEach(async () => {
  await page.viewport(1440, 900);
  labs.length = 0;
  history.replaceState(null, '', '#/calcium');
  app = openApp();
  openTeachingPage('calcium');
  await expect.poll(() => labs.length).toBe(1);
});
afterEach(() => {
  app.close();
  history.replaceState(null, '', location.pathname + location.search);
});

const pairFor = (wish: PhantomWish): PhantomPair => ({
  wish,
  plain: vesselFrame(1),
  plate: vesselFrame(2),
  latencyMs: 1,
});

test('before the first images it says what it is doing', async () => {
  await expect.element(page.getByText('Computing the two images…').first()).toBeVisible();
});

test('a dead worker is told; when it keeps dying a fresh start is offered and made', async () => {
  labs[0]!.onProblem({ kind: 'restarting', detail: '' });
  await expect.element(page.getByText(/is being started again/).first()).toBeVisible();
  labs[0]!.onProblem({ kind: 'failed', detail: '' });
  await expect.element(page.getByRole('alert').first()).toHaveTextContent('could not be computed here');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect.poll(() => labs.length).toBe(2);
  expect(labs[0]!.disposed).toBe(true);
  expect(labs[1]!.wishes).toHaveLength(1);
});

test('over the last images it says that they are the last; the next pair takes the note away', async () => {
  const [lab] = labs;
  lab!.onPair(pairFor(lab!.wishes[0]!));
  await expect.element(page.getByText(/Computing/)).not.toBeInTheDocument();
  lab!.onProblem({ kind: 'refused', detail: '' });
  const note = page.getByText(/the last that could be computed/);
  await expect.element(note).toBeVisible();
  lab!.onPair(pairFor(lab!.wishes[0]!));
  await expect.element(note).not.toBeInTheDocument();
});

test('gain and the A-line ask for no new frames; the plate does, once per change', async () => {
  const [lab] = labs;
  lab!.onPair(pairFor(lab!.wishes[0]!));
  await expect.element(page.getByRole('slider', { name: 'Gain', exact: true })).toBeVisible();
  await page.getByRole('slider', { name: 'Gain', exact: true }).fill('12');
  expect(lab!.wishes).toHaveLength(1);
  await page.getByRole('slider', { name: 'Thickness', exact: true }).fill('0.5');
  await expect.poll(() => lab!.wishes.length).toBe(2);
  expect(lab!.wishes[1]!.phantom.thicknessMm).toBe(0.5);
});
