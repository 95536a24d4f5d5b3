/** @file Sound: made when asked for, quiet where there is none. */
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setSoundFactory } from '../../../../src/app/feel/sound-box.ts';
import { createSound, type Sound } from '../../../../src/platform/sound.ts';
import { setFeel } from '../../../../src/state/store.ts';
import { accessibilityProblems, frames } from '../fixtures.tsx';
import { feelPageForEach } from './feel-page.tsx';

vi.mock('../../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

const feel = feelPageForEach();

describe('sound', () => {
  const open = async () => {
    await page.getByRole('button', { name: 'Feel: speed, gamepad, sound' }).click();
    const dialog = page.getByRole('dialog', { name: 'Feel' });
    await expect.element(dialog).toBeVisible();
    return dialog;
  };
  const fakeSound = () => {
    const heard = { voice: vi.fn(), clicks: vi.fn(), close: vi.fn() } satisfies Sound;
    const make = vi.fn(() => heard);
    setSoundFactory(make);
    return { heard, make };
  };

  test('is made when it is switched on, and not before', async () => {
    const { heard, make } = fakeSound();
    feel.load(0.1);
    await userEvent.keyboard('1');
    await frames(3);
    expect(make).not.toHaveBeenCalled();
    const dialog = await open();
    expect(await accessibilityProblems()).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Let the tip be heard' }).click();
    expect(make).toHaveBeenCalledOnce();
    await dialog.getByRole('button', { name: 'Done' }).click();
    feel.load(0.1);
    await frames(3);
    expect(heard.voice.mock.calls.at(-1)![0].toneGain).toBeGreaterThan(0);
    feel.fake.show(
      { tick: feel.tick(), wire1Mm: 100 },
      {
        events: [{ tick: feel.tick(), code: 'perforation', severity: 'error', values: { device: 'wire1' } }],
      },
    );
    expect(heard.clicks.mock.calls.at(-1)![0]).toHaveLength(2);
    setFeel({ sound: false });
  });

  test('a remembered choice waits for a gesture', async () => {
    const { make } = fakeSound();
    setFeel({ sound: true });
    feel.load(0.1);
    await frames(3);
    expect(make).not.toHaveBeenCalled();
    await userEvent.keyboard('2');
    expect(make).toHaveBeenCalledOnce();
  });

  test('of a real browser plays without a word', async () => {
    const sound = createSound()!;
    sound.voice({ toneGain: 0, toneHz: 200, scrapeGain: 0, scrapeHz: 800 });
    sound.clicks([{ hz: 900, toHz: 500, gain: 0.001, seconds: 0.01 }]);
    sound.clicks([{ hz: 900, toHz: 500, gain: 0, seconds: 0.01 }]);
    sound.close();
  });

  test('never throws where there is none', () => {
    vi.stubGlobal('AudioContext', undefined);
    expect(createSound()).toBeNull();
    vi.stubGlobal(
      'AudioContext',
      class {
        constructor() {
          throw new Error('no device');
        }
      },
    );
    expect(createSound()).toBeNull();
    vi.unstubAllGlobals();
  });
});
