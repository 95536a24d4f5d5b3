/** @file The 3D scene in a real browser: draws, shows the truth only when asked, cleans up, survives a lost context. */
import axe from 'axe-core';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { designedEdits, designedPose } from '../../../src/core/cases/designed.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { Scene3DPane } from '../../../src/scene3d/Scene3DPane.tsx';
import { clearLive, live } from '../../../src/state/live.ts';
import { appStore, INITIAL_STATE, setView } from '../../../src/state/store.ts';
import '../../../src/ui/base.css';
import { scene } from '../../../src/ui/strings/en/scene.ts';
import { fakeSnapshot } from '../../helpers/fake-snapshot.ts';
import { vesselFrame } from '../../helpers/synthetic-frame.ts';

const STATION = 205;

let host: HTMLDivElement;
let root: Root;
let errors: string[];
const stopListening: (() => void)[] = [];

const put = (): void => {
  const tissue = caseTissue(CASE_LIBRARY[0]!);
  tissue.apply(designedEdits(tissue.anatomy));
  live.tissue = tissue;
  live.snapshot = fakeSnapshot(tissue.anatomy, { wire1Mm: 235, transducerMm: STATION, wire2Mm: 10 });
  live.frame = { ...vesselFrame(1), pose: designedPose(tissue.anatomy, STATION) };
  live.shown = live.frame;
  appStore.setState({ page: 'case', slow: live.snapshot });
};

const mount = (): void => {
  host = document.createElement('div');
  Object.assign(host.style, { width: '560px', height: '364px' });
  document.body.append(host);
  root = createRoot(host);
  root.render(<Scene3DPane />);
};

const label = (id: string): HTMLElement | null => host.querySelector(`[data-id="${id}"]`);
const visible = (id: string) =>
  vi.waitFor(() => expect(label(id)?.style.visibility).toBe('visible'), { timeout: 15_000 });

/** How many different colours the pane shows, and how many pixels are near a colour. */
const look = async (): Promise<{ colours: number; near: (r: number, g: number, b: number) => number }> => {
  const base64 = await page.elementLocator(host).screenshot({ save: false });
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set<number>();
  for (let i = 0; i < data.length; i += 4) {
    seen.add(((data[i]! >> 3) << 10) | ((data[i + 1]! >> 3) << 5) | (data[i + 2]! >> 3));
  }
  return {
    colours: seen.size,
    near: (r, g, b) => {
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (Math.abs(data[i]! - r) + Math.abs(data[i + 1]! - g) + Math.abs(data[i + 2]! - b) < 60) count++;
      }
      return count;
    },
  };
};

beforeEach(() => {
  errors = [];
  appStore.setState(INITIAL_STATE);
  const onError = (event: ErrorEvent) => errors.push(event.message);
  window.addEventListener('error', onError);
  const spy = vi.spyOn(console, 'error').mockImplementation((...args) => errors.push(args.join(' ')));
  stopListening.push(() => {
    window.removeEventListener('error', onError);
    spy.mockRestore();
  });
});

afterEach(() => {
  root.unmount();
  host.remove();
  clearLive();
  for (const stop of stopListening.splice(0)) stop();
  expect(errors).toEqual([]);
});

test('waits for the case with a sentence', async () => {
  mount();
  await vi.waitFor(() => expect(host.textContent).toContain(scene.waiting));
});

test('draws devices and the live frame in their colours, without the truth', async () => {
  put();
  mount();
  await visible('ivus');
  expect(label('lumen')?.style.visibility).toBe('hidden');
  expect(label('plane')?.style.visibility).toBe('hidden');
  const picture = await look();
  expect(picture.colours).toBeGreaterThan(200);
  // Wire 1 amber and wire 2 magenta, shaded.
  expect(picture.near(200, 141, 66)).toBeGreaterThan(20);
  expect(picture.near(220, 105, 187)).toBeGreaterThan(20);
  expect(host.textContent).toContain(scene.withoutTruth);
});

test('lays the vessel open and points to the true lumen when the truth is shown', async () => {
  put();
  mount();
  await visible('ivus');
  const before = await look();
  setView({ truthShown: true });
  await visible('plane');
  await visible('lumen');
  await vi.waitFor(async () => {
    const after = await look();
    // Plane violet and calcium ivory were not there before.
    expect(after.near(140, 111, 203)).toBeGreaterThan(before.near(140, 111, 203) + 200);
  }, 15_000);
  expect(host.textContent).toContain(scene.withTruth);
});

test('layers can be switched in the legend', async () => {
  put();
  setView({ truthShown: true });
  mount();
  await visible('plane');
  [...host.querySelectorAll('button')].find((b) => b.textContent === scene.legend)!.click();
  await vi.waitFor(() => expect(host.textContent).toContain(scene.toggles.plane));
  const boxOf = (name: string) =>
    [...host.querySelectorAll('label')].find((l) => l.textContent === name)!.querySelector('input')!;
  boxOf(scene.toggles.plane).click();
  await vi.waitFor(() => expect(label('plane')?.style.visibility).toBe('hidden'), { timeout: 8000 });
  boxOf(scene.toggles.labels).click();
  await vi.waitFor(() => expect(label('ivus')?.style.visibility).toBe('hidden'), { timeout: 8000 });
});

test('the keyboard turns the camera', async () => {
  put();
  mount();
  await visible('wire2');
  await new Promise((done) => setTimeout(done, 300));
  const before = label('wire2')!.style.transform;
  const view = host.querySelector<HTMLElement>('[role="img"]')!;
  view.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true }));
  await vi.waitFor(() => expect(label('wire2')!.style.transform).not.toBe(before), { timeout: 8000 });
});

test('a lost context is announced and comes back', async () => {
  put();
  mount();
  await visible('ivus');
  const loss = host.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
  loss.loseContext();
  await vi.waitFor(() => expect(host.textContent).toContain(scene.lost), { timeout: 8000 });
  await new Promise((done) => setTimeout(done, 50));
  loss.restoreContext();
  await vi.waitFor(() => expect(host.textContent).not.toContain(scene.lost), { timeout: 8000 });
  await vi.waitFor(async () => expect((await look()).colours).toBeGreaterThan(200), 15_000);
  errors = errors.filter((text) => !/context lost/i.test(text));
});

test('opens and closes again and again without errors', async () => {
  put();
  setView({ truthShown: true });
  for (let i = 0; i < 4; i++) {
    mount();
    await visible('ivus');
    root.unmount();
    host.remove();
  }
  mount();
  await visible('ivus');
});

test('has a name and no accessibility faults', async () => {
  put();
  mount();
  await visible('ivus');
  [...host.querySelectorAll('button')].find((b) => b.textContent === scene.legend)!.click();
  await vi.waitFor(() => expect(host.textContent).toContain(scene.toggles.image));
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
});
