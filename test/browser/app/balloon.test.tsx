/** @file A balloon on a wire: put on in the wire's set-up, pushed and drawn back in its own bar, refused with its reason. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
const setUp = async (wire: string) => {
  await page.getByRole('button', { name: `Set up ${wire}` }).click();
  const dialog = page.getByRole('dialog', { name: `Set up ${wire}` });
  await expect.element(dialog).toBeVisible();
  return dialog;
};

test('is chosen by diameter, design and length, and put on its wire', async () => {
  show({ wire1Mm: 230 });
  const dialog = await setUp('wire 1');
  await dialog.getByRole('combobox', { name: 'Diameter and design' }).selectOptions('3.0 mm, over the wire');
  await dialog.getByRole('combobox', { name: 'Length' }).selectOptions('80 mm');
  expect(await accessibilityProblems()).toEqual([]);
  await dialog.getByRole('button', { name: 'Put on wire 1' }).click();
  expect(fake.sent).toEqual([
    { type: 'load', device: 'balloon', balloon: 'otw-30', lengthMm: 80, on: 'wire1' },
  ]);
});

test('cannot share the rail of the IVUS catheter, and the set-up says so', async () => {
  show({ wire1Mm: 230, transducerMm: 200 });
  const dialog = await setUp('wire 1');
  await expect.element(dialog.getByRole('button', { name: 'Put on wire 1' })).toBeDisabled();
  await expect
    .element(dialog.getByText('Another catheter runs on that wire already', { exact: false }))
    .toBeVisible();
});

test('its bar pushes while held, by pointer and by key, and takes it out', async () => {
  expect(page.getByRole('region', { name: 'Balloon' }).query()).toBeNull();
  show({ wire1Mm: 230, balloonMm: 120 });
  const bar = page.getByRole('region', { name: 'Balloon' });
  await expect.element(bar.getByText('Balloon 2.5 × 40 mm on wire 1')).toBeVisible();
  await expect.element(bar.getByText('120.0 mm')).toBeVisible();
  const push = bar.getByRole('button', { name: 'Push the balloon (hold)' });
  (push.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter>}');
  expect(fake.sent.at(-1)).toEqual({ type: 'hub', device: 'balloon', advance: 12, torque: 0 });
  await userEvent.keyboard('{/Enter}');
  expect(fake.sent.at(-1)).toEqual({ type: 'hub', device: 'balloon', advance: 0, torque: 0 });
  (bar.getByRole('button', { name: 'Pull the balloon (hold)' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Shift>}{Enter>}{/Enter}{/Shift}');
  expect(fake.sent.at(-2)).toEqual({ type: 'hub', device: 'balloon', advance: -0.5, torque: 0 });
  await bar.getByRole('button', { name: 'Take the balloon out' }).click();
  expect(fake.sent.at(-1)).toEqual({ type: 'unload', device: 'balloon' });
});
