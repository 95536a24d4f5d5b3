/** @file The longitudinal view in a real browser: columns as they arrive, cursor, cine, cut, back to live. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { listenToKeyboard } from '../../../src/app/keyboard.ts';
import { cineStore } from '../../../src/state/cine.ts';
import { live } from '../../../src/state/live.ts';
import { appStore, setView } from '../../../src/state/store.ts';
import { LongitudinalPane } from '../../../src/viewer/LongitudinalPane.tsx';
import {
  aFrame,
  countingRecording,
  type Mounted,
  mount,
  resetState,
  screenOf,
  setLive,
  snapshotAt,
} from './fixtures.tsx';

let mounted: Mounted;
const reviewMm = () => appStore.getState().view.reviewMm;
const chart = () => {
  const picture = page.getByRole('img', { name: 'Longitudinal view' }).element().parentElement;
  if (!picture) throw new Error('no picture yet');
  return picture;
};
const cursor = () => page.getByRole('slider', { name: 'Position along the pullback' });
const focusCursor = () => (cursor().element() as HTMLElement).focus();
const pressAt = (fraction: number) => {
  const box = chart().getBoundingClientRect();
  const at = (type: string) =>
    chart().dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        clientX: box.left + fraction * box.width,
        clientY: box.top + box.height / 2,
      }),
    );
  at('pointerdown');
  at('pointerup');
};

beforeEach(() => {
  resetState();
  Element.prototype.setPointerCapture = () => {};
  setLive(snapshotAt(20), aFrame());
});
afterEach(() => {
  mounted.unmount();
  resetState();
});

test('says what to do before there is a pullback', async () => {
  mounted = mount(<LongitudinalPane />, 640, 220);
  await expect.element(page.getByText(/No pullback yet/).first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Play' })).toBeDisabled();
});

test('grows column by column on the axis of the whole travel, then shows what was recorded', async () => {
  const whole = countingRecording(81);
  live.recording = { ...whole, frames: whole.frames.slice(0, 41), complete: false };
  mounted = mount(<LongitudinalPane />, 640, 220);
  await expect.element(page.getByText(/Recording 20\.0 mm/).first()).toBeVisible();
  // 20 of 140 mm are filled: bright at a tenth, empty (the pane's own dark) in the middle.
  let grey = await screenOf(chart());
  expect(grey(0.1, 0.3)).toBeGreaterThan(40);
  expect(grey(0.5, 0.3)).toBeLessThan(30);

  live.recording = whole;
  await expect.element(page.getByText(/40\.0 mm · 81 frames/).first()).toBeVisible();
  grey = await screenOf(chart());
  expect(grey(0.97, 0.3)).toBeGreaterThan(180);
  expect(grey(0.97, 0.3)).toBeGreaterThan(grey(0.5, 0.3));
  expect(grey(0.5, 0.3)).toBeGreaterThan(grey(0.05, 0.3));
});

describe('with a recording', () => {
  beforeEach(async () => {
    live.recording = countingRecording(41);
    mounted = mount(<LongitudinalPane />, 640, 220);
    await expect.element(cursor()).toBeInTheDocument();
  });

  test('has no accessibility faults', async () => {
    const result = await axe.run(mounted.host, { rules: { region: { enabled: false } } });
    expect(result.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  });

  test('a press on the picture reviews the frame there', async () => {
    pressAt(0.5);
    expect(reviewMm()).toBe(20);
    await expect.element(cursor()).toHaveAttribute('aria-valuetext', '20.0 mm pulled back, frame 21 of 41');
    pressAt(1);
    expect(reviewMm()).toBe(30);
  });

  test('arrow keys, Page, Home and End move by frames; Escape goes back to live', async () => {
    focusCursor();
    await userEvent.keyboard('{Home}');
    expect(reviewMm()).toBe(10);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(reviewMm()).toBe(10.5);
    await userEvent.keyboard('{PageUp}');
    expect(reviewMm()).toBe(15.5);
    await userEvent.keyboard('{End}');
    expect(reviewMm()).toBe(30);
    const stopListening = listenToKeyboard();
    await userEvent.keyboard('{Escape}');
    stopListening();
    expect(reviewMm()).toBeNull();
  });

  test('plays forwards and backwards, pauses on the frame shown, and goes live', async () => {
    // The keys are the case page's: they work wherever the focus is.
    appStore.setState({ page: 'case', slow: live.snapshot });
    const stopListening = listenToKeyboard();
    await userEvent.keyboard('l');
    expect(cineStore.getState().run?.direction).toBe(1);
    await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await userEvent.keyboard('j');
    expect(cineStore.getState().run?.direction).toBe(-1);
    await userEvent.keyboard('k');
    expect(cineStore.getState().run).toBeNull();
    expect(reviewMm()).not.toBeNull();
    await userEvent.keyboard(' ');
    expect(cineStore.getState().run).not.toBeNull();
    await userEvent.click(page.getByRole('button', { name: 'Live' }));
    expect(cineStore.getState().run).toBeNull();
    expect(reviewMm()).toBeNull();
    stopListening();
  });

  test('step buttons enter the recording where the transducer is', async () => {
    await userEvent.click(page.getByRole('button', { name: 'One frame proximal' }));
    expect(reviewMm()).toBe(20.5);
    await userEvent.click(page.getByRole('button', { name: 'One frame distal' }));
    expect(reviewMm()).toBe(20);
  });

  test('the dial turns the cut and the picture follows', async () => {
    const dial = page.getByRole('slider', { name: 'Longitudinal cut' });
    (dial.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(appStore.getState().view.cutClock).toBe(0.5);
    await expect.element(dial).toHaveAttribute('aria-valuetext', '12:30 o’clock');
    await expect.element(page.getByText('6:30', { exact: true })).toBeVisible();
  });

  test('goes live when another pullback starts', async () => {
    pressAt(0.5);
    live.recording = { ...countingRecording(3, false), pullbackId: 2 };
    await expect.element(page.getByText(/Recording 1\.0 mm/).first()).toBeVisible();
    expect(reviewMm()).toBeNull();
  });

  test('shows marks where they were placed along the pullback, and none that lie outside it', async () => {
    const recorded = countingRecording(41);
    live.recording = {
      ...recorded,
      frames: recorded.frames.map((f, k) => ({
        ...f,
        frame: { ...f.frame, pose: { ...f.frame.pose, s: 200 - 0.5 * k } },
      })),
    };
    const mark = { kind: 'plane', tick: 5, clock: 4, rangeMm: 1, errorDeg: 3, stationMm: 190.1 } as const;
    setLive(snapshotAt(20, [mark, { ...mark, kind: 'true-lumen', stationMm: 150 }]), live.frame);
    const tick = page.getByRole('img', { name: 'Mark: Plane, 20.0 mm pulled back' });
    await expect.element(tick).toBeVisible();
    const box = tick.element().getBoundingClientRect();
    const whole = chart().getBoundingClientRect();
    expect((box.left + box.width / 2 - whole.left) / whole.width).toBeCloseTo(0.5, 2);
    expect(page.getByRole('img', { name: /Mark: True lumen/ }).elements()).toHaveLength(0);
  });

  test('follows gain without new frames', async () => {
    const before = (await screenOf(chart()))(0.6, 0.3);
    setView({ gainDb: 15 });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const after = (await screenOf(chart()))(0.6, 0.3);
    expect(after).toBeGreaterThan(before + 40);
  });
});
