/** @file The case page in a real browser: panes, hub pads, keyboard, help, marks, outcome, accessibility. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CATHETER_IDS } from '../../../src/core/ultrasound/presets.ts';
import { ACTIONS } from '../../../src/state/actions/registry.ts';
import { appStore } from '../../../src/state/store.ts';
import { help } from '../../../src/ui/strings/en/help.ts';
import type { FakeEngine } from '../../helpers/fake-engine.ts';
import type { FakeMoment } from '../../helpers/fake-snapshot.ts';
import { accessibilityProblems, frames, type OpenApp, openApp } from './fixtures.tsx';

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

const pad = (name: string) => page.getByRole('button', { name: `${name} hub`, exact: false });

const pointer = (target: Element, type: string, dx = 0, dy = 0, pointerId = 1): void => {
  const box = target.getBoundingClientRect();
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerId,
      button: 0,
      clientX: box.x + box.width / 2 + dx,
      clientY: box.y + box.height / 2 + dy,
    }),
  );
};

const hubCommands = () => fake.sent.filter((command) => command.type === 'hub');

test('shows every pane under its name', async () => {
  for (const name of [
    'IVUS cross-section',
    'Longitudinal view',
    'Fluoroscopy',
    '3D scene',
    'Device bay',
    'Procedure',
  ]) {
    await expect.element(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
});

describe('a hub pad', () => {
  test('pushes while dragged up, turns while dragged right, stops when released', () => {
    const target = pad('Wire 1').element();
    pointer(target, 'pointerdown');
    pointer(target, 'pointermove', 0, -56);
    expect(hubCommands().at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 12, torque: 0 });
    pointer(target, 'pointermove', 56, 0);
    expect(hubCommands().at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 0, torque: 2.5 });
    pointer(target, 'pointerup', 56, 0);
    expect(hubCommands().at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 0, torque: 0 });
  });

  test.each([
    ['the window loses focus', () => window.dispatchEvent(new Event('blur'))],
    ['the pointer is cancelled', (target: Element) => pointer(target, 'pointercancel')],
  ])('stops when %s', (_, interrupt) => {
    const target = pad('Wire 1').element();
    pointer(target, 'pointerdown');
    pointer(target, 'pointermove', 0, -40);
    interrupt(target);
    expect(hubCommands().at(-1)).toMatchObject({ advance: 0, torque: 0 });
    const count = fake.sent.length;
    pointer(target, 'pointermove', 0, -50);
    expect(fake.sent).toHaveLength(count);
  });

  test('follows its own pointer, so that two thumbs work at once', async () => {
    fake.show({ wire1Mm: 230, transducerMm: 210 }, {});
    appStore.setState({ slow: fake.show({ wire1Mm: 230, transducerMm: 210 }) });
    await expect.element(pad('IVUS catheter')).toBeEnabled();
    const first = pad('Wire 1').element();
    const second = pad('IVUS catheter').element();
    pointer(first, 'pointerdown', 0, 0, 1);
    pointer(second, 'pointerdown', 0, 0, 2);
    pointer(second, 'pointermove', 0, 56, 2);
    expect(hubCommands().at(-1)).toMatchObject({ device: 'ivus', advance: -12 });
    pointer(second, 'pointerup', 0, 56, 2);
    expect(hubCommands().at(-1)).toMatchObject({ device: 'ivus', advance: 0 });
  });

  test('is large enough for a thumb', () => {
    const box = pad('Wire 1').element().getBoundingClientRect();
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  });
});

describe('the keyboard', () => {
  test('drives the selected device while a key is held', async () => {
    await userEvent.keyboard('{ArrowUp>}');
    expect(hubCommands().at(-1)).toMatchObject({ device: 'wire1', advance: 12 });
    await userEvent.keyboard('{/ArrowUp}');
    expect(hubCommands().at(-1)).toMatchObject({ device: 'wire1', advance: 0 });
  });

  test('Shift makes a held key fine, and coarse again', async () => {
    await userEvent.keyboard('{ArrowUp>}{Shift>}');
    expect(hubCommands().at(-1)).toMatchObject({ advance: 0.5 });
    await userEvent.keyboard('{/Shift}');
    expect(hubCommands().at(-1)).toMatchObject({ advance: 12 });
    await userEvent.keyboard('{/ArrowUp}');
  });

  test('stops when the window loses focus with a key down', async () => {
    await userEvent.keyboard('{ArrowUp>}');
    window.dispatchEvent(new Event('blur'));
    expect(hubCommands().at(-1)).toMatchObject({ advance: 0 });
    await userEvent.keyboard('{/ArrowUp}');
  });

  test('leaves arrows to sliders', async () => {
    const slider = page.getByRole('slider', { name: 'C-arm angle' });
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(hubCommands()).toEqual([]);
    expect(fake.sent.at(-1)).toEqual({ type: 'c-arm', angleDeg: 5 });
  });

  test('selects devices by number and by focus', async () => {
    await userEvent.keyboard('2');
    expect(appStore.getState().selected).toBe('ivus');
    (pad('Wire 1').element() as HTMLElement).focus();
    expect(appStore.getState().selected).toBe('wire1');
  });
});

test('the help lists every action once, and Escape closes it', async () => {
  await userEvent.keyboard('?');
  const dialog = page.getByRole('dialog', { name: help.title });
  await expect.element(dialog).toBeVisible();
  const listed = [...document.querySelectorAll('[data-action]')].map((row) =>
    row.getAttribute('data-action'),
  );
  expect(listed.sort()).toEqual(ACTIONS.map((action) => action.id).sort());
  await userEvent.keyboard('{ArrowUp>}{/ArrowUp}');
  expect(hubCommands()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.query()).toBeNull();
});

test('the IVUS catheter is loaded and taken out by one button', async () => {
  await page.getByRole('button', { name: 'Load IVUS catheter' }).click();
  expect(fake.sent.at(-1)).toEqual({ type: 'load', device: 'ivus' });
  appStore.setState({ slow: fake.show({ wire1Mm: 230, transducerMm: 210 }) });
  await page.getByRole('button', { name: 'Take out IVUS catheter' }).click();
  expect(fake.sent.at(-1)).toEqual({ type: 'unload', device: 'ivus' });
});

describe('choosing the IVUS catheter', () => {
  const openPicker = async () => {
    await page.getByRole('button', { name: 'Type of IVUS catheter' }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose the IVUS catheter' });
    await expect.element(dialog).toBeVisible();
    return dialog;
  };
  const show = (moment: FakeMoment) => appStore.setState({ slow: fake.show(moment) });

  test('lists what there is and what each changes, and sends the choice', async () => {
    const dialog = await openPicker();
    expect(dialog.getByRole('radio').elements()).toHaveLength(CATHETER_IDS.length);
    await expect.element(dialog.getByRole('radio', { name: /^Dual-Rx CTO catheter/ })).toBeChecked();
    await expect.element(dialog.getByText('23.5 mm tip', { exact: false })).toBeVisible();
    await expect
      .element(dialog.getByText('more of the way before the tip stays unseen', { exact: false }))
      .toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await dialog.getByRole('radio', { name: /^Long-tip catheter/ }).click();
    expect(fake.sent).toEqual([]);
    await dialog.getByRole('button', { name: 'Use this catheter' }).click();
    expect(fake.sent).toEqual([{ type: 'catheter', id: 'long-tip-40' }]);
    await expect.poll(() => dialog.query()).toBeNull();
  });

  test('can be done with the keyboard, and given up', async () => {
    const dialog = await openPicker();
    (dialog.getByRole('radio', { name: /^Dual-Rx/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(dialog.getByRole('radio', { name: /^Peripheral/ })).toBeChecked();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialog.query()).toBeNull();
    const again = await openPicker();
    await expect.element(again.getByRole('radio', { name: /^Dual-Rx/ })).toBeChecked();
    await again.getByRole('button', { name: 'Use this catheter' }).click();
    expect(fake.sent).toEqual([]);
  });

  test('has to wait until the one in the body is out', async () => {
    const button = page.getByRole('button', { name: 'Type of IVUS catheter' });
    await expect.element(button).toBeVisible();
    show({ wire1Mm: 230, transducerMm: 210, catheter: 'fast-60' });
    await expect.poll(() => button.query()).toBeNull();
    show({ wire1Mm: 230, catheter: 'fast-60' });
    await expect.element(page.getByText('fast, 60 MHz')).toBeVisible();
    const dialog = await openPicker();
    await expect.element(dialog.getByRole('radio', { name: /^Fast-pullback/ })).toBeChecked();
  });

  test('sets frequency, depth and the speeds of the pullback', async () => {
    show({ wire1Mm: 230, transducerMm: 210, catheter: 'array-20' });
    await expect.element(page.getByText('20 MHz', { exact: true })).toBeVisible();
    await expect.element(page.getByText('array, 20 MHz')).not.toBeInTheDocument();
    await expect.element(page.getByText('Depth 6.0 mm', { exact: true })).toBeVisible();
    const speeds = page.getByRole('group', { name: 'Pullback speed, mm/s' }).getByRole('radio').elements();
    expect(speeds.map((radio) => radio.parentElement?.textContent)).toEqual(['0.5', '1']);
    await expect.element(page.getByRole('slider', { name: 'Transducer position' })).toBeDisabled();
    await page.getByRole('button', { name: 'Record', exact: false }).click();
    expect(fake.sent.at(-1)).toEqual({ type: 'pullback', speed: 1 });
  });

  test('without a second Rx lumen wire 2 goes in a microcatheter, and the dialog says why', async () => {
    show({ wire1Mm: 230, transducerMm: 210, catheter: 'long-tip-40' });
    await page.getByRole('button', { name: 'Load wire 2' }).click();
    const dialog = page.getByRole('dialog', { name: 'Load wire 2' });
    await expect.element(dialog).toBeVisible();
    await expect
      .element(dialog.getByText('one Rx lumen, and wire 1 runs in it', { exact: false }))
      .toBeVisible();
    await expect.element(dialog.getByRole('radio', { name: 'Rx lumen' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Load wire 2' }).click();
    expect(fake.sent.at(-1)).toMatchObject({ type: 'load', device: 'wire2', route: 'microcatheter' });
  });
});

test('wire 2 is loaded with a class, a route and a tip shape', async () => {
  await page.getByRole('button', { name: 'Load wire 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Load wire 2' });
  await expect.element(dialog).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Wire class' }).selectOptions('tapered-20');
  await dialog.getByRole('button', { name: 'Load wire 2' }).click();
  expect(fake.sent).toEqual([{ type: 'load', device: 'wire2', wire: 'tapered-20', route: 'rx-lumen' }]);
});

test('the current step says what to do, with its buttons, and gives a hint on request', async () => {
  const procedure = page.getByRole('region', { name: 'Procedure', exact: true });
  await expect.element(procedure.getByRole('heading', { name: 'Take an angiogram' })).toBeVisible();
  await procedure.getByRole('button', { name: 'Inject 2 mL of contrast' }).click();
  expect(fake.sent.at(-1)).toEqual({ type: 'contrast', ml: 2 });
  await procedure.getByRole('button', { name: 'Hint' }).click();
  await expect.element(procedure.getByText('One puff is enough', { exact: false })).toBeVisible();
});

test('an outcome opens the outcome page with its figures', async () => {
  const { procedure } = fake.show({ tick: 2400 });
  fake.show(
    { tick: 2500 },
    {
      procedure: {
        ...procedure,
        outcome: {
          success: true,
          reason: 're-entry',
          timeS: 605,
          fluoroS: 61,
          contrastMl: 6,
          perforations: 0,
          harm: { worst: null, haematomaMm3: 0, mostSticksAtOneSite: 0 },
          reentryFromCapMm: 9.3,
          lumenLengthMm: 14,
          calciumStrikes: 2,
          meanMarkErrorDeg: 12,
        },
      },
    },
  );
  await expect.element(page.getByRole('heading', { name: 'Re-entry confirmed' })).toBeVisible();
  await expect.element(page.getByText('10:05')).toBeVisible();
  await expect.element(page.getByText('9.3 mm distal')).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});

test.each([
  [1440, 900],
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [390, 844],
])('passes axe and fits the screen at %i x %i', async (width, height) => {
  await page.viewport(width, height);
  await frames(3);
  expect(await accessibilityProblems()).toEqual([]);
  const { scrollWidth, scrollHeight } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(width);
  if (width >= 900) expect(scrollHeight).toBeLessThanOrEqual(height);
});
