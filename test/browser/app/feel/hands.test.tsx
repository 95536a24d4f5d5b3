/** @file How fast the hands are, and that it is remembered. */
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FEEL_KEY, rememberFeel } from '../../../../src/app/feel/remember-feel.ts';
import { DEFAULT_FEEL } from '../../../../src/state/feel/feel-settings.ts';
import { appStore, setFeel } from '../../../../src/state/store.ts';
import { feelPageForEach } from './feel-page.tsx';

vi.mock('../../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

const feel = feelPageForEach();

describe('the speed of the hands', () => {
  const radio = (name: string) =>
    page.getByRole('region', { name: 'What the hands feel' }).getByRole('radio', { name });

  test('is chosen on the screen or by key, and Shift shows what it does', async () => {
    appStore.setState({ slow: feel.load(0) });
    await userEvent.keyboard('-');
    await expect.element(radio('Fine')).toBeChecked();
    await userEvent.keyboard('{ArrowUp>}{/ArrowUp}');
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-2)).toMatchObject({ advance: 0.5 });
    await userEvent.keyboard('++');
    await expect.element(radio('Coarse')).toBeChecked();
    await userEvent.keyboard('{Shift>}');
    await expect.element(radio('Fine')).toBeChecked();
    await userEvent.keyboard('{/Shift}');
    await expect.element(radio('Coarse')).toBeChecked();
  });

  test('is remembered, with the rest', () => {
    const stop = rememberFeel();
    setFeel({ gear: 'fine', volume: 0.25 });
    stop();
    setFeel(DEFAULT_FEEL);
    rememberFeel()();
    expect(appStore.getState().feel).toEqual({ ...DEFAULT_FEEL, gear: 'fine', volume: 0.25 });
    localStorage.setItem(FEEL_KEY, '{"version":1,"gear":"warp","sound":"yes","volume":7}');
    setFeel(DEFAULT_FEEL);
    rememberFeel()();
    expect(appStore.getState().feel).toEqual(DEFAULT_FEEL);
  });
});
