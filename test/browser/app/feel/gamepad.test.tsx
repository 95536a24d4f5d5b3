/** @file A fake gamepad: sticks, buttons, rumble. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { appStore, setFeel } from '../../../../src/state/store.ts';
import { frames } from '../fixtures.tsx';
import { feelPageForEach, settle } from './feel-page.tsx';

vi.mock('../../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

const feel = feelPageForEach();

describe('a gamepad', () => {
  let axes = [0, 0, 0, 0];
  let buttons: number[] = [];
  let plugged = true;
  const shaken = vi.fn(async () => 'complete' as const);

  beforeEach(() => {
    axes = [0, 0, 0, 0];
    buttons = new Array(17).fill(0);
    plugged = true;
    shaken.mockClear();
    vi.spyOn(navigator, 'getGamepads').mockImplementation(() =>
      plugged
        ? [
            null,
            {
              id: 'Fake pad',
              connected: true,
              mapping: 'standard',
              axes,
              buttons: buttons.map((value) => ({ value, pressed: value > 0.5, touched: false })),
              vibrationActuator: { playEffect: shaken },
            } as unknown as Gamepad,
          ]
        : [],
    );
    appStore.setState({ slow: feel.load(0) });
  });

  const press = async (index: number) => {
    buttons[index] = 1;
    await frames(2);
    buttons[index] = 0;
    await frames(2);
  };

  test('is off until it is wanted', async () => {
    axes = [0, -1, 1, 0];
    await press(0);
    expect(feel.fake.sent).toEqual([]);
  });

  test('drives the selected device, at the speed that is chosen or held, and lets go when unplugged', async () => {
    setFeel({ gamepad: true });
    axes = [0, -1, 0.1, 0];
    await frames(3);
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-1)).toEqual({
      type: 'hub',
      device: 'wire1',
      advance: 12,
      torque: 0,
    });
    buttons[6] = 1;
    await frames(3);
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-1)).toMatchObject({ advance: 1 });
    buttons[6] = 0;
    plugged = false;
    await frames(3);
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-1)).toEqual({
      type: 'hub',
      device: 'wire1',
      advance: 0,
      torque: 0,
    });
    expect(appStore.getState().gearHeld).toBeNull();
  });

  test('leaves the keyboard its modifier', async () => {
    setFeel({ gamepad: true });
    axes = [0, -1, 0, 0];
    await frames(3);
    await userEvent.keyboard('{Shift>}');
    await frames(3);
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-1)).toMatchObject({ advance: 1 });
    await userEvent.keyboard('{/Shift}');
    await frames(3);
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-1)).toMatchObject({ advance: 12 });
  });

  test('works the buttons of the registry', async () => {
    setFeel({ gamepad: true });
    await frames(2);
    await press(0);
    expect(feel.fake.sent).toEqual([{ type: 'fluoro', on: true }]);
    await press(5);
    expect(appStore.getState().selected).toBe('ivus');
    await press(9);
    expect(appStore.getState().paused).toBe(true);
    axes = [0, -1, 0, 0];
    await frames(3);
    expect(feel.fake.sent.filter((command) => command.type === 'hub')).toEqual([]);
    await press(9);
    expect(appStore.getState().paused).toBe(false);
  });

  test('rumbles with the force on the tip, and ticks when it breaks through', async () => {
    setFeel({ gamepad: true });
    await frames(3);
    expect(shaken).not.toHaveBeenCalled();
    for (let i = 0; i < 6; i++) {
      feel.show({ wire1Mm: 100 + 0.1 * i, loads: { wire1: { tipN: 0.02 * i, labelN: 0.12 } } });
      await frames(1);
    }
    await settle(200);
    expect(shaken).toHaveBeenCalled();
    shaken.mockClear();
    feel.show({ wire1Mm: 100.6, loads: { wire1: { tipN: 0.01, labelN: 0.12 } } });
    await frames(2);
    expect(shaken).toHaveBeenCalledWith('dual-rumble', {
      duration: 60,
      weakMagnitude: 1,
      strongMagnitude: 1,
    });
    setFeel({ rumble: false });
    shaken.mockClear();
    feel.load(0.2);
    await settle(200);
    expect(shaken).not.toHaveBeenCalled();
  });

  test('that cannot be read is no gamepad', async () => {
    vi.spyOn(navigator, 'getGamepads').mockImplementation(() => {
      throw new DOMException('not allowed', 'SecurityError');
    });
    setFeel({ gamepad: true });
    await frames(3);
    await userEvent.keyboard('{ArrowUp>}{/ArrowUp}');
    expect(feel.fake.sent.filter((command) => command.type === 'hub').at(-2)).toMatchObject({ advance: 12 });
  });
});
