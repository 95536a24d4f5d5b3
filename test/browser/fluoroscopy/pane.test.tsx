/** @file The fluoroscopy pane in a real browser: what it says, from dark to last image hold. */
import axe from 'axe-core';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { FluoroscopyPane } from '../../../src/fluoroscopy/FluoroscopyPane.tsx';
import { clearLive, live } from '../../../src/state/live.ts';
import { appStore, INITIAL_STATE } from '../../../src/state/store.ts';
import '../../../src/ui/base.css';
import { fluoro } from '../../../src/ui/strings/en/fluoro.ts';
import { type FakeMoment, fakeSnapshot } from '../../helpers/fake-snapshot.ts';

let host: HTMLDivElement;
let root: Root;
let tick = 0;

const put = (moment: FakeMoment): void => {
  const tissue = live.tissue ?? caseTissue(CASE_LIBRARY[0]!);
  tick += 60;
  live.tissue = tissue;
  live.snapshot = fakeSnapshot(tissue.anatomy, { tick, ...moment });
};

const says = (text: string): Promise<void> =>
  vi.waitFor(() => expect(host.textContent).toContain(text), { timeout: 10_000 });

beforeEach(() => {
  appStore.setState(INITIAL_STATE);
  host = document.createElement('div');
  Object.assign(host.style, { width: '560px', height: '364px' });
  document.body.append(host);
  root = createRoot(host);
  root.render(<FluoroscopyPane />);
});

afterEach(() => {
  root.unmount();
  host.remove();
  clearLive();
});

test('is dark with one sentence until the pedal is pressed, then says its angle and holds the last image', async () => {
  put({});
  await says(fluoro.dark);
  put({ fluoroOn: true, angleDeg: 12, wire1Mm: 150 });
  await says(fluoro.exposing);
  expect(host.textContent).toContain('RAO 12°');
  expect(host.textContent).not.toContain(fluoro.dark);
  put({ fluoroOn: false, angleDeg: 30, targetDeg: 40 });
  await says(fluoro.lastImageAt('RAO 12°'));
  expect(host.textContent).toContain(fluoro.turningTo('RAO 40°'));
});

test('goes dark again when another case begins', async () => {
  put({ fluoroOn: true, wire1Mm: 150 });
  await says(fluoro.exposing);
  const tag = host.querySelector<HTMLElement>('[data-device="wire1"]');
  await vi.waitFor(() => expect(tag?.style.visibility).toBe('visible'), { timeout: 10_000 });
  live.tissue = null;
  put({});
  await says(fluoro.dark);
  await expect.poll(() => tag?.style.visibility).toBe('hidden');
});

test('shows a coloured tag at each tip that is in the body', async () => {
  put({ fluoroOn: true, wire1Mm: 230, transducerMm: 205 });
  await says(fluoro.exposing);
  const tag = (id: string) => host.querySelector<HTMLElement>(`[data-device="${id}"]`);
  await vi.waitFor(() => expect(tag('wire1')?.style.visibility).toBe('visible'), { timeout: 10_000 });
  expect(tag('ivus')?.style.visibility).toBe('visible');
  expect(tag('wire2')?.style.visibility).toBe('hidden');
});

test('says when the roadmap no longer fits, and hides it on demand', async () => {
  put({ fluoroOn: true, roadmapAngleDeg: 0 });
  await says(fluoro.roadmapAt('AP'));
  put({ fluoroOn: true, roadmapAngleDeg: 0, angleDeg: 25 });
  await says(fluoro.roadmapMoved('AP'));
  const button = [...host.querySelectorAll('button')].find((b) => b.textContent === fluoro.roadmap)!;
  button.click();
  await vi.waitFor(() => expect(host.textContent).not.toContain(fluoro.roadmapMoved('AP')));
  expect(appStore.getState().view.roadmapShown).toBe(false);
});

test('wheel and buttons change the field and end following; Follow takes it up again', async () => {
  put({ fluoroOn: true });
  await says(fluoro.exposing);
  const field = host.querySelector('[role="img"]')!;
  const follow = [...host.querySelectorAll('button')].find((b) => b.textContent === fluoro.follow)!;
  await vi.waitFor(() => expect(follow.getAttribute('aria-pressed')).toBe('true'));
  const size = () => /Field ([\d.]+) cm/.exec(host.textContent ?? '')?.[1];
  const before = Number(size());
  field.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(Number(size())).toBeLessThan(before));
  await vi.waitFor(() => expect(follow.getAttribute('aria-pressed')).toBe('false'));
  follow.click();
  await vi.waitFor(() => expect(Number(size())).toBe(before), { timeout: 8000 });
});

test('has a name, a description and no accessibility faults', async () => {
  put({ fluoroOn: true, wire1Mm: 150 });
  await says(fluoro.exposing);
  await vi.waitFor(
    () => expect(host.querySelector('[role="img"]')?.getAttribute('aria-label')).toContain('Wire 1 tip'),
    { timeout: 8000 },
  );
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
});
