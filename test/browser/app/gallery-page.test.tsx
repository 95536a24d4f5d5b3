/** @file The gallery page in a real browser: cards, quiz, the large view and what it asks for, trouble, accessibility. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GalleryPage } from '../../../src/app/gallery/GalleryPage.tsx';
import { SCENE_IDS } from '../../../src/core/cases/gallery/scene.ts';
import { TRUTH_NAMES } from '../../../src/core/ultrasound/truth.ts';
import type { SceneLabOptions } from '../../../src/engine/scene-lab.ts';
import type { DrawnScene, DrawScene } from '../../../src/protocol/ivus.ts';
import { gallery } from '../../../src/ui/strings/en/gallery.ts';
import { galleryPage as words } from '../../../src/ui/strings/en/gallery-page.ts';
import { frameOf } from '../../helpers/synthetic-frame.ts';
import { accessibilityProblems } from './fixtures.tsx';
import '../../../src/ui/base.css';

interface FakeLab {
  readonly wishes: DrawScene[];
  readonly options: SceneLabOptions;
  disposed: boolean;
}
const labs = vi.hoisted(() => ({ made: [] as FakeLab[], fails: new Set<string>() }));

vi.mock('../../../src/engine/scene-lab.ts', () => ({
  createSceneLab: (options: SceneLabOptions) => {
    const lab: FakeLab = { wishes: [], options, disposed: false };
    labs.made.push(lab);
    return {
      draw: async (wish: DrawScene): Promise<DrawnScene | null> => {
        lab.wishes.push(wish);
        if (labs.fails.has(wish.scene)) throw new Error('refused');
        const side = wish.truth?.side ?? 0;
        const media = TRUTH_NAMES.indexOf('media');
        return {
          frame: frameOf(() => -20),
          truth: wish.truth && new Uint8Array(side * side).fill(media),
          renderMs: 1,
        };
      },
      dispose: () => {
        lab.disposed = true;
      },
    };
  },
}));

let host: HTMLElement;
let root: Root;
const newest = () => labs.made.at(-1)!;
const open = (address = '#/gallery'): void => {
  location.hash = address;
  root.render(<GalleryPage />);
};

beforeEach(async () => {
  await page.viewport(1440, 900);
  labs.made.length = 0;
  labs.fails.clear();
  host = document.createElement('div');
  host.id = 'root';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
  location.hash = '#/';
});

const card = (title: string) => page.getByRole('article', { name: title, exact: true });
const centre = (canvas: Element): readonly number[] => {
  const { width, height } = canvas as HTMLCanvasElement;
  const context = (canvas as HTMLCanvasElement).getContext('2d')!;
  return [...context.getImageData(width / 2, height / 4, 1, 1).data].slice(0, 3);
};

test('every scene has its card; what is in view is drawn, the top last asked and so first', async () => {
  open();
  for (const id of SCENE_IDS) await expect.element(card(gallery[id].title)).toBeInTheDocument();
  const first = card(gallery[SCENE_IDS[0]].title);
  await expect.element(first.getByText(gallery[SCENE_IDS[0]].truth)).toBeVisible();
  await expect.poll(() => first.element().querySelectorAll('canvas').length).toBe(2);
  expect(newest().wishes.at(-1)!.scene).toBe(SCENE_IDS[0]);
  // the last cards are out of sight
  expect(newest().wishes.map(({ scene }) => scene)).not.toContain(SCENE_IDS.at(-1));
  card(gallery[SCENE_IDS.at(-1)!].title).element().scrollIntoView();
  await expect.poll(() => newest().wishes.map(({ scene }) => scene)).toContain(SCENE_IDS.at(-1));
});

test('image and truth are painted: grey, and the colour of the material', async () => {
  open();
  const first = card(gallery[SCENE_IDS[0]].title);
  await expect.poll(() => first.element().querySelectorAll('canvas').length).toBe(2);
  const [image, truth] = first.element().querySelectorAll('canvas');
  const [r, g, b] = centre(image!);
  expect(r).toBeGreaterThan(100);
  expect([g, b]).toEqual([r, r]);
  // media, #4b2b52
  expect(centre(truth!)).toEqual([0x4b, 0x2b, 0x52]);
});

test('with the truth hidden a card gives nothing away until it is revealed', async () => {
  open();
  await page.getByRole('button', { name: words.hide }).click();
  const sixth = gallery[SCENE_IDS[5]];
  await expect.element(card(words.numbered(6))).toBeVisible();
  expect(document.body.textContent).not.toContain(sixth.title);
  expect(document.body.textContent).not.toContain(sixth.truth);
  expect(document.querySelector(`a[href="#/gallery/${SCENE_IDS[5]}"]`)).toBeNull();
  await page.getByRole('button', { name: words.revealName(6) }).click();
  await expect.element(card(sixth.title).getByText(sixth.truth)).toBeVisible();
  await expect.element(card(words.numbered(7))).toBeInTheDocument();
});

test('a card opens the large view; arrow keys step, the catheter is asked for, Escape closes', async () => {
  open();
  const [first, second] = [gallery[SCENE_IDS[0]], gallery[SCENE_IDS[1]]];
  await page.getByRole('link', { name: first.title, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: first.title });
  await expect.element(dialog.getByRole('img', { name: words.imageOf(first.title) })).toBeVisible();
  await expect.element(dialog.getByRole('img', { name: words.truthOf(first.title) })).toBeVisible();
  await expect.element(dialog.getByText('Media', { exact: true })).toBeVisible();

  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('dialog', { name: second.title })).toBeVisible();
  expect(location.hash).toBe(`#/gallery/${SCENE_IDS[1]}`);

  await page.getByRole('radio', { name: words.catheters['array-20'] }).click();
  await expect
    .poll(() => newest().wishes.at(-1))
    .toMatchObject({ scene: SCENE_IDS[1], catheter: 'array-20' });
  // arrows belong to the choice while it has the focus
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => newest().wishes.at(-1)!.catheter).toBe('fast-60');
  await expect.element(page.getByRole('dialog', { name: second.title })).toBeVisible();

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => location.hash).toBe('#/gallery');
  await expect.poll(() => page.getByRole('dialog').query()).toBeNull();
});

test('while the large view is open the cards wait for it', async () => {
  open(`#/gallery/${SCENE_IDS[20]}`);
  await expect.element(page.getByRole('dialog', { name: gallery[SCENE_IDS[20]!].title })).toBeVisible();
  await expect.poll(() => newest().wishes.length).toBeGreaterThan(2);
  expect(new Set(newest().wishes.map(({ scene }) => scene))).toEqual(new Set([SCENE_IDS[20]]));
});

test('an address by number asks; revealing answers', async () => {
  open('#/gallery/6');
  const sixth = gallery[SCENE_IDS[5]];
  await expect.element(page.getByRole('dialog', { name: words.numbered(6) })).toBeVisible();
  expect(document.body.textContent).not.toContain(sixth.truth);
  await page.getByRole('dialog').getByRole('button', { name: words.reveal, exact: true }).click();
  await expect.element(page.getByRole('dialog', { name: sixth.title }).getByText(sixth.truth)).toBeVisible();
});

test('live asks for frame after frame, each a little later; still asks once', async () => {
  open(`#/gallery/${SCENE_IDS[0]}`);
  await expect.poll(() => newest().wishes.length).toBeGreaterThan(3);
  const times = newest().wishes.map(({ timeS }) => timeS);
  expect(times[0]).toBe(0);
  expect(times[3]).toBeCloseTo(0.1, 9);
  await page.getByRole('button', { name: words.play }).click();
  await expect.poll(() => newest().wishes.at(-1)!.timeS).toBe(0);
  const count = newest().wishes.length;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(newest().wishes.length).toBe(count);
});

test('a picture that cannot be drawn says so and can be tried again', async () => {
  labs.fails.add(SCENE_IDS[0]);
  open();
  const first = card(gallery[SCENE_IDS[0]].title);
  await expect.element(first.getByText(words.failed)).toBeVisible();
  labs.fails.clear();
  await first.getByRole('button', { name: words.retryName(gallery[SCENE_IDS[0]].title) }).click();
  await expect.poll(() => first.element().querySelectorAll('canvas').length).toBe(2);
});

test('a worker that is gone says so, and a new one is started on demand', async () => {
  open();
  const first = card(gallery[SCENE_IDS[0]].title);
  await expect.poll(() => first.element().querySelectorAll('canvas').length).toBe(2);
  newest().options.onProblem({ kind: 'restarting', detail: '' });
  await expect.element(page.getByText(words.restarting)).toBeVisible();
  newest().options.onProblem({ kind: 'failed', detail: '' });
  await expect.element(page.getByRole('alert').getByText(words.workerFailed)).toBeVisible();
  await page.getByRole('button', { name: words.restart }).click();
  await expect.poll(() => labs.made.length).toBe(2);
  expect(labs.made[0]!.disposed).toBe(true);
  await expect.poll(() => page.getByText(words.workerFailed).query()).toBeNull();
});

test('leaving the page ends the worker', async () => {
  open();
  await expect.poll(() => labs.made.length).toBe(1);
  root.render(null);
  await expect.poll(() => newest().disposed).toBe(true);
});

test.each([
  [1440, 900],
  [768, 1024],
  [390, 844],
])('passes axe and does not scroll sideways at %i x %i, cards and large', async (width, height) => {
  await page.viewport(width, height);
  open();
  const first = card(gallery[SCENE_IDS[0]].title);
  await expect.poll(() => first.element().querySelectorAll('canvas').length).toBe(2);
  expect(await accessibilityProblems()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.getByRole('button', { name: words.hide }).click();
  await page.getByRole('link', { name: words.numbered(1), exact: true }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: words.reveal, exact: true }).click();
  expect(await accessibilityProblems()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
