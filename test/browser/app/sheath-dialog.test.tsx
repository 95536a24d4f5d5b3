/** @file The sheath dialog: bores to scale, what fits and what does not before it is tried, keyboard, accessibility. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { appStore } from '../../../src/state/store.ts';
import type { FakeEngine } from '../../helpers/fake-engine.ts';
import type { FakeMoment } from '../../helpers/fake-snapshot.ts';
import { accessibilityProblems, type OpenApp, openApp } from './fixtures.tsx';

// Three.js in software would dominate the run; the pane has tests of its own.
vi.mock('../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

let app: OpenApp;
let fake: FakeEngine;

beforeEach(async () => {
  await page.viewport(1440, 900);
  app = openApp();
  fake = await app.begin();
  await expect.element(page.getByRole('region', { name: 'Device bay' })).toBeVisible();
});
afterEach(() => app.close());

const show = (moment: FakeMoment) => appStore.setState({ slow: fake.show(moment) });
const openSheaths = async () => {
  await page.getByRole('button', { name: /^Sheath: / }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose the sheath' });
  await expect.element(dialog).toBeVisible();
  return dialog;
};

/** Circle of a device in the picture, in mm: the bore is drawn 2 x 72 px per mm of radius. */
const drawn = (piece: string): { x: number; y: number; r: number } => {
  const circle = document.querySelector(`dialog[open] svg [data-piece="${piece}"] circle`)!;
  const at = (name: string): number => Number(circle.getAttribute(name)) / 72;
  return { x: at('cx'), y: at('cy'), r: at('r') };
};

test('its button lies inside the card of wire 1', () => {
  show({ wire1Mm: 230 });
  const button = page.getByRole('button', { name: /^Sheath: / }).element();
  const card = button.closest('article')!.getBoundingClientRect();
  expect(button.getBoundingClientRect().right).toBeLessThan(card.right - 4);
});

describe('the dialog', () => {
  test('shows three sheaths with their numbers and sends the choice', async () => {
    show({ wire1Mm: 230 });
    const dialog = await openSheaths();
    const sheaths = dialog.getByRole('group', { name: 'Choose the sheath' });
    expect(sheaths.getByRole('radio').elements()).toHaveLength(3);
    await expect.element(sheaths.getByRole('radio', { name: /^Thin-wall sheath/ })).toBeChecked();
    await expect
      .element(dialog.getByText('bore 2.22 mm · hole in the artery 2.46 mm', { exact: false }))
      .toBeVisible();
    await expect
      .element(
        dialog.getByText('Wire 1 (0.36 mm) needs 0.36 mm; the thin-wall 5 Fr sheath has 2.22 mm', {
          exact: false,
        }),
      )
      .toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await sheaths.getByRole('radio', { name: /^Plain sheath, 5 Fr/ }).click();
    expect(fake.sent).toEqual([]);
    await dialog.getByRole('button', { name: 'Use this sheath' }).click();
    expect(fake.sent).toEqual([{ type: 'sheath', id: 'plain-5' }]);
    await expect.poll(() => dialog.query()).toBeNull();
  });

  test('says what would not fit before it is tried, and draws it to scale', async () => {
    show({ wire1Mm: 230 });
    const dialog = await openSheaths();
    await dialog.getByRole('radio', { name: /^IVUS catheter, wire 2 in a microcatheter \(Low/ }).click();
    await expect
      .element(dialog.getByText('the thin-wall 5 Fr sheath has 2.22 mm, 0.02 mm to spare', { exact: false }))
      .toBeVisible();
    const [catheter, micro] = [drawn('ivus'), drawn('microcatheter')];
    expect(catheter.r).toBeCloseTo(0.665, 4);
    expect(micro.r).toBeCloseTo(0.435, 4);
    expect(Math.hypot(catheter.x - micro.x, catheter.y - micro.y)).toBeGreaterThan(1.0999);
    for (const { x, y, r } of [catheter, micro]) expect(Math.hypot(x, y) + r).toBeLessThan(1.1101);

    await dialog.getByRole('radio', { name: /^Plain sheath, 5 Fr/ }).click();
    await expect
      .element(
        dialog.getByText(
          'The 4 Fr catheter (1.33 mm) and the microcatheter (0.87 mm) need 2.20 mm; the 5 Fr sheath has 1.80 mm.',
          { exact: false },
        ),
      )
      .toBeVisible();
    const out = [drawn('ivus'), drawn('microcatheter')].map(({ x, y, r }) => Math.hypot(x, y) + r);
    expect(Math.max(...out)).toBeGreaterThan(0.9);
    await expect.element(dialog.getByRole('radio', { name: /second Rx lumen fits$/ })).toBeVisible();
    await expect
      .element(dialog.getByRole('radio', { name: /microcatheter \(Low profile, 2.6 Fr\) does not fit$/ }))
      .toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('can be done with the keyboard, and given up', async () => {
    show({ wire1Mm: 230 });
    const dialog = await openSheaths();
    (dialog.getByRole('radio', { name: /^Thin-wall/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(dialog.getByRole('radio', { name: /^Plain sheath, 5 Fr/ })).toBeChecked();
    await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect.element(dialog.getByRole('radio', { name: /Low profile/ })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialog.query()).toBeNull();
    const again = await openSheaths();
    await expect.element(again.getByRole('radio', { name: /^Thin-wall/ })).toBeChecked();
    await again.getByRole('button', { name: 'Use this sheath' }).click();
    expect(fake.sent).toEqual([]);
  });

  test('with the catheter in, other sheaths can be looked at but not taken', async () => {
    show({ wire1Mm: 230, transducerMm: 210, sheath: 'plain-6' });
    await expect.element(page.getByRole('button', { name: 'Sheath: 6 Fr plain' })).toBeVisible();
    const dialog = await openSheaths();
    await expect
      .element(dialog.getByText('The 4 Fr catheter (1.33 mm) needs 1.33 mm', { exact: false }))
      .toBeVisible();
    await dialog.getByRole('radio', { name: /^Plain sheath, 5 Fr/ }).click();
    await expect.element(dialog.getByRole('button', { name: 'Use this sheath' })).toBeDisabled();
    await expect
      .element(dialog.getByText('A sheath is exchanged over wire 1 alone', { exact: false }))
      .toBeVisible();
  });

  test('stays within a small window', async () => {
    await page.viewport(1280, 720);
    show({ wire1Mm: 230 });
    const dialog = await openSheaths();
    const box = dialog.element().getBoundingClientRect();
    expect(box.bottom).toBeLessThanOrEqual(720);
    const button = page
      .getByRole('button', { name: 'Sheath: 5 Fr thin wall', includeHidden: true })
      .element();
    const card = button.closest('article')!.getBoundingClientRect();
    expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(card.right);
    expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
  });
});

describe('loading wire 2', () => {
  const openSetup = async (sheath: FakeMoment['sheath']) => {
    show({ wire1Mm: 230, transducerMm: 210, ...(sheath ? { sheath } : {}) });
    await page.getByRole('button', { name: 'Load wire 2' }).click();
    const dialog = page.getByRole('dialog', { name: 'Load wire 2' });
    await expect.element(dialog).toBeVisible();
    await dialog.getByRole('radio', { name: 'Microcatheter' }).click();
    return dialog;
  };

  test('offers microcatheters and says whether they pass', async () => {
    const dialog = await openSetup('thin-wall-5');
    await expect.element(dialog.getByText('0.02 mm to spare', { exact: false })).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Microcatheter' }).selectOptions('penetration');
    await expect.element(dialog.getByText('need 2.35 mm', { exact: false })).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await dialog.getByRole('combobox', { name: 'Microcatheter' }).selectOptions('braided-support');
    await dialog.getByRole('button', { name: 'Load wire 2' }).click();
    expect(fake.sent.at(-1)).toMatchObject({ route: 'microcatheter', microcatheter: 'braided-support' });
  });

  test('in a plain 5 Fr sheath says that no microcatheter passes', async () => {
    const dialog = await openSetup('plain-5');
    await expect
      .element(dialog.getByText('need 2.20 mm; the 5 Fr sheath has 1.80 mm.', { exact: false }))
      .toBeVisible();
  });
});

test('a refusal of the world is told with its numbers', async () => {
  const { events } = await import('../../../src/ui/strings/en/events.ts');
  const said = events['command-refused']({
    reason: 'does-not-fit',
    sheath: 'plain-5',
    boreMm: 1.8,
    needMm: 2.35,
    device1: 'ivus',
    mm1: 1.33,
    device2: 'microcatheter',
    mm2: 1.02,
  });
  expect(said).toBe(
    'Not possible. The 4 Fr catheter (1.33 mm) and the microcatheter (1.02 mm) need 2.35 mm; the 5 Fr sheath has 1.80 mm.',
  );
  expect(events['command-refused']({ reason: 'does-not-fit' })).toContain('It does not fit');
});
