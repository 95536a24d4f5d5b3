/** @file Feel in a real browser: the gauge, the speeds, a fake gamepad, sound, and what is remembered. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startFeel } from '../../../src/app/feel/feel-loop.ts';
import { FEEL_KEY, rememberFeel } from '../../../src/app/feel/remember-feel.ts';
import { setSoundFactory } from '../../../src/app/feel/sound-box.ts';
import { createSound, type Sound } from '../../../src/platform/sound.ts';
import { DEFAULT_FEEL } from '../../../src/state/feel/feel-settings.ts';
import { releaseHubs } from '../../../src/state/hub.ts';
import { appStore, setFeel } from '../../../src/state/store.ts';
import type { FakeEngine } from '../../helpers/fake-engine.ts';
import type { FakeMoment } from '../../helpers/fake-snapshot.ts';
import { accessibilityProblems, frames, type OpenApp, openApp } from './fixtures.tsx';

vi.mock('../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

let app: OpenApp;
let fake: FakeEngine;
let stopFeel: () => void;
let tick = 1000;

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(1440, 900);
  app = openApp();
  fake = await app.begin();
  stopFeel = startFeel();
  await expect.element(page.getByRole('region', { name: 'What the hands feel' })).toBeVisible();
});
afterEach(() => {
  stopFeel();
  releaseHubs();
  app.close();
  setSoundFactory(createSound);
  vi.restoreAllMocks();
});

/** A newer moment with wire 1 in, in `live` alone: React hears of it later or not at all. */
const show = (moment: FakeMoment = {}) => {
  tick += 4;
  return fake.show({ tick, wire1Mm: 100, ...moment });
};
const load = (tipN: number, change: { hubN?: number; twistRad?: number } = {}) =>
  show({ loads: { wire1: { tipN, labelN: 0.12, ...change } } });
const meter = (name: string) => page.getByRole('meter', { name });
const settle = (ms = 600) => new Promise((resolve) => setTimeout(resolve, ms));
const hubCommands = () => fake.sent.filter((command) => command.type === 'hub');

describe('the gauge', () => {
  test('tells tip force against the label, hub force and twist, to eye and ear', async () => {
    load(0.09, { hubN: -0.5, twistRad: -3 * Math.PI });
    await settle();
    const tip = meter('Tip force of wire 1');
    await expect
      .element(tip)
      .toHaveAttribute('aria-valuetext', '0.09 newton, 9.2 gram-force, 75 percent of the label');
    expect(tip.element().textContent).toContain('0.09 N');
    expect(tip.element().textContent).toContain('label 12.2 gf');
    expect(tip.element().getAttribute('data-level')).toBe('stuck');
    await expect
      .element(meter('Force at the hub of wire 1'))
      .toHaveAttribute('aria-valuetext', '0.50 newton against the pull');
    await expect
      .element(meter('Twist stored in wire 1'))
      .toHaveAttribute('aria-valuetext', '1.5 turns counter-clockwise');
    await expect.element(page.getByText('1.5 turns ↺')).toBeVisible();
  });

  test('says in words what it says in colour', async () => {
    const strip = page.getByRole('region', { name: 'What the hands feel' });
    appStore.setState({ slow: load(0.2, { twistRad: 7 * Math.PI }) });
    await settle();
    await expect.element(strip.getByText('Above its label')).toBeVisible();
    await expect.element(strip.getByText('⚠ Wind-up')).toBeVisible();
    expect(meter('Twist stored in wire 1').element().getAttribute('aria-valuetext')).toContain('turn back');
    appStore.setState({ slow: load(0) });
    await settle();
    await expect.element(strip.getByText('Runs freely')).toBeVisible();
  });

  test('moves with the screen and speaks at most four times a second', async () => {
    const tip = meter('Tip force of wire 1').element();
    const fill = tip.querySelector('[style*="scaleX"]')!;
    let spoken = 0;
    let drawn = 0;
    const watch = (element: Element, attributeFilter: string[], count: () => void) => {
      const observer = new MutationObserver(count);
      observer.observe(element, { attributes: true, attributeFilter });
      return observer;
    };
    const observers = [watch(tip, ['aria-valuetext'], () => spoken++), watch(fill, ['style'], () => drawn++)];
    const from = performance.now();
    for (let i = 0; performance.now() - from < 1000; i++) {
      load(0.002 * (i % 60));
      await frames(1);
    }
    for (const observer of observers) observer.disconnect();
    expect(spoken).toBeGreaterThanOrEqual(2);
    expect(spoken).toBeLessThanOrEqual(5);
    expect(drawn).toBeGreaterThan(2 * spoken);
  });

  test('stands still between readings for those who want no motion', async () => {
    const media = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
      query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : media(query),
    );
    await settle(300);
    const fill = meter('Tip force of wire 1').element().querySelector('[style*="scaleX"]')!;
    let drawn = 0;
    const observer = new MutationObserver(() => drawn++);
    observer.observe(fill, { attributes: true, attributeFilter: ['style'] });
    const from = performance.now();
    for (let i = 0; performance.now() - from < 1000; i++) {
      load(0.002 * (i % 60));
      await frames(1);
    }
    observer.disconnect();
    expect(drawn).toBeLessThanOrEqual(5);
  });

  test('is accessible, empty and full', async () => {
    load(0.2, { twistRad: 25 });
    await settle();
    expect(await accessibilityProblems()).toEqual([]);
    await userEvent.keyboard('3');
    await settle();
    await expect.element(page.getByText('Not loaded', { exact: true })).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('the speed of the hands', () => {
  const radio = (name: string) =>
    page.getByRole('region', { name: 'What the hands feel' }).getByRole('radio', { name });

  test('is chosen on the screen or by key, and Shift shows what it does', async () => {
    appStore.setState({ slow: load(0) });
    await userEvent.keyboard('-');
    await expect.element(radio('Fine')).toBeChecked();
    await userEvent.keyboard('{ArrowUp>}{/ArrowUp}');
    expect(hubCommands().at(-2)).toMatchObject({ advance: 0.5 });
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
    appStore.setState({ slow: load(0) });
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
    expect(fake.sent).toEqual([]);
  });

  test('drives the selected device, at the speed that is chosen or held, and lets go when unplugged', async () => {
    setFeel({ gamepad: true });
    axes = [0, -1, 0.1, 0];
    await frames(3);
    expect(hubCommands().at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 12, torque: 0 });
    buttons[6] = 1;
    await frames(3);
    expect(hubCommands().at(-1)).toMatchObject({ advance: 1 });
    buttons[6] = 0;
    plugged = false;
    await frames(3);
    expect(hubCommands().at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 0, torque: 0 });
    expect(appStore.getState().gearHeld).toBeNull();
  });

  test('leaves the keyboard its modifier', async () => {
    setFeel({ gamepad: true });
    axes = [0, -1, 0, 0];
    await frames(3);
    await userEvent.keyboard('{Shift>}');
    await frames(3);
    expect(hubCommands().at(-1)).toMatchObject({ advance: 1 });
    await userEvent.keyboard('{/Shift}');
    await frames(3);
    expect(hubCommands().at(-1)).toMatchObject({ advance: 12 });
  });

  test('works the buttons of the registry', async () => {
    setFeel({ gamepad: true });
    await frames(2);
    await press(0);
    expect(fake.sent).toEqual([{ type: 'fluoro', on: true }]);
    await press(5);
    expect(appStore.getState().selected).toBe('ivus');
    await press(9);
    expect(appStore.getState().paused).toBe(true);
    axes = [0, -1, 0, 0];
    await frames(3);
    expect(hubCommands()).toEqual([]);
    await press(9);
    expect(appStore.getState().paused).toBe(false);
  });

  test('rumbles with the force on the tip, and ticks when it breaks through', async () => {
    setFeel({ gamepad: true });
    await frames(3);
    expect(shaken).not.toHaveBeenCalled();
    for (let i = 0; i < 6; i++) {
      show({ wire1Mm: 100 + 0.1 * i, loads: { wire1: { tipN: 0.02 * i, labelN: 0.12 } } });
      await frames(1);
    }
    await settle(200);
    expect(shaken).toHaveBeenCalled();
    shaken.mockClear();
    show({ wire1Mm: 100.6, loads: { wire1: { tipN: 0.01, labelN: 0.12 } } });
    await frames(2);
    expect(shaken).toHaveBeenCalledWith('dual-rumble', {
      duration: 60,
      weakMagnitude: 1,
      strongMagnitude: 1,
    });
    setFeel({ rumble: false });
    shaken.mockClear();
    load(0.2);
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
    expect(hubCommands().at(-2)).toMatchObject({ advance: 12 });
  });
});

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
    load(0.1);
    await userEvent.keyboard('1');
    await frames(3);
    expect(make).not.toHaveBeenCalled();
    const dialog = await open();
    expect(await accessibilityProblems()).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Let the tip be heard' }).click();
    expect(make).toHaveBeenCalledOnce();
    await dialog.getByRole('button', { name: 'Done' }).click();
    load(0.1);
    await frames(3);
    expect(heard.voice.mock.calls.at(-1)![0].toneGain).toBeGreaterThan(0);
    fake.show(
      { tick, wire1Mm: 100 },
      {
        events: [{ tick, code: 'perforation', severity: 'error', values: { device: 'wire1' } }],
      },
    );
    expect(heard.clicks.mock.calls.at(-1)![0]).toHaveLength(2);
    setFeel({ sound: false });
  });

  test('a remembered choice waits for a gesture', async () => {
    const { make } = fakeSound();
    setFeel({ sound: true });
    load(0.1);
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

describe('work at the table', () => {
  test('shows what it cost beside the clock', async () => {
    show({ charges: [{ tick, work: 'load-ivus', seconds: 30, device: 'ivus' }] });
    appStore.setState({ charges: [{ tick, work: 'load-ivus', seconds: 30, device: 'ivus' }] });
    await expect.element(page.getByText('+30 s')).toBeVisible();
  });

  test('a flush is one key', async () => {
    appStore.setState({ slow: show({ transducerMm: 90 }) });
    await userEvent.keyboard('u');
    expect(fake.sent.at(-1)).toEqual({ type: 'flush' });
  });
});
