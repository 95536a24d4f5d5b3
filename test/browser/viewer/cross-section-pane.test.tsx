/** @file The cross-section pane in a real browser: what it says, marks, length, cut, depth, keys. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Command } from '../../../src/core/session/command.ts';
import { cineStore, play } from '../../../src/state/cine.ts';
import { live } from '../../../src/state/live.ts';
import { appStore, setDispatchTarget, setView } from '../../../src/state/store.ts';
import { CrossSectionPane } from '../../../src/viewer/CrossSectionPane.tsx';
import { syntheticPose } from '../../helpers/synthetic-frame.ts';
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
let sent: Command[];

const open = (width = 560, height = 600) => {
  mounted = mount(<CrossSectionPane />, width, height);
};
const openLive = async (width = 560, height = 600) => {
  open(width, height);
  await expect.element(page.getByText('LIVE', { exact: true })).toBeVisible();
  await vi.waitFor(picture);
};
const picture = () => {
  const svg = mounted.host.querySelectorAll('svg')[1];
  if (!svg) throw new Error('no picture yet');
  return svg;
};
/** Presses, moves and releases a pointer at fractions of the picture. */
const drag = (
  from: readonly [number, number],
  to: readonly [number, number],
  target: Element = picture(),
) => {
  const box = picture().getBoundingClientRect();
  const fire = (type: string, [fx, fy]: readonly [number, number]) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        isPrimary: true,
        button: 0,
        clientX: box.left + fx * box.width,
        clientY: box.top + fy * box.height,
      }),
    );
  fire('pointerdown', from);
  fire('pointermove', to);
  fire('pointerup', to);
};

beforeEach(() => {
  resetState();
  sent = [];
  setDispatchTarget((command) => sent.push(command));
  // A made-up pointer cannot be captured; the handlers must not depend on it here.
  Element.prototype.setPointerCapture = () => {};
});
afterEach(() => {
  mounted.unmount();
  resetState();
  setDispatchTarget(() => {});
});

describe('before the catheter is in', () => {
  test('says what to do and shows a dark disc', async () => {
    open();
    await expect.element(page.getByText(/Load the IVUS catheter/)).toBeVisible();
    await expect.element(page.getByText('WAITING', { exact: true })).toBeVisible();
    const grey = await screenOf(mounted.host);
    expect(grey(0.5, 0.3)).toBeLessThan(20);
  });
});

describe('with a live image', () => {
  beforeEach(async () => {
    setLive(snapshotAt(32.5), aFrame());
    await openLive();
  });

  test('draws it, and prints position, depth, frequency, gain and the convention', async () => {
    for (const text of ['32.5 mm', '40 MHz', 'Depth 4.0 mm', 'Gain +0 dB', 'DR 50 dB', 'Ticks 1 mm']) {
      await expect.element(page.getByText(text, { exact: true })).toBeVisible();
    }
    await expect
      .element(page.getByText('Seen from proximal, looking distally', { exact: true }))
      .toBeVisible();
    const grey = await screenOf(picture());
    // The adventitia of the synthetic vessel is bright a little outside the wall, at 6 o'clock.
    expect(Math.max(...[0.7, 0.72, 0.74, 0.76, 0.78].map((fy) => grey(0.53, fy)))).toBeGreaterThan(120);
  });

  test('describes itself to a screen reader', async () => {
    const image = page.getByRole('img', { name: 'IVUS image' });
    const id = image.element().getAttribute('aria-describedby');
    expect(document.getElementById(id ?? '')?.textContent).toMatch(
      /LIVE, transducer 32\.5 mm pulled back, .* Seen from proximal/,
    );
  });

  test('has no accessibility faults', async () => {
    const result = await axe.run(mounted.host, { rules: { region: { enabled: false } } });
    expect(result.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  });

  test('mirrors the picture and says so', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Mirror' }));
    expect(appStore.getState().view.mirrored).toBe(true);
    await expect
      .element(page.getByText('Mirrored: as seen from distal, looking proximally', { exact: true }))
      .toBeVisible();
    // The wire's shadow at 7 o'clock moves to where 5 o'clock was.
    const grey = await screenOf(picture());
    expect(
      grey(0.5 + 0.35 * Math.sin((150 * Math.PI) / 180), 0.5 - 0.35 * Math.cos((150 * Math.PI) / 180)),
    ).toBeLessThan(40);
  });

  test('changes gain by its slider and depth by the wheel, within limits', async () => {
    const gain = page.getByRole('slider', { name: 'Gain' });
    await userEvent.click(gain);
    await userEvent.keyboard('{Home}');
    expect(appStore.getState().view.gainDb).toBe(-20);
    const stage = picture();
    for (let k = 0; k < 40; k++)
      stage.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: -100 }));
    expect(appStore.getState().view.depthMm).toBe(1.5);
    stage.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 100 }));
    expect(appStore.getState().view.depthMm).toBe(1.75);
    await userEvent.click(page.getByRole('button', { name: 'Reset' }));
    expect(appStore.getState().view).toMatchObject({ gainDb: 0, depthMm: 4 });
  });

  test('pinching two fingers apart shows less depth', () => {
    const stage = picture();
    const touch = (type: string, pointerId: number, clientX: number) =>
      stage.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerType: 'touch',
          pointerId,
          clientX,
          clientY: 200,
          button: 0,
        }),
      );
    touch('pointerdown', 11, 200);
    touch('pointerdown', 12, 300);
    touch('pointermove', 12, 400);
    expect(appStore.getState().view.depthMm).toBe(2);
    touch('pointerup', 11, 200);
    touch('pointerup', 12, 400);
  });

  test('places an armed mark where the image is clicked, in hours and mm', async () => {
    appStore.setState({ pendingMark: 'true-lumen' });
    await expect.element(page.getByText('Click to mark: True lumen. Esc cancels.')).toBeVisible();
    drag([0.75, 0.5], [0.75, 0.5]);
    expect(sent).toHaveLength(1);
    const [mark] = sent;
    if (mark?.type !== 'mark') throw new Error('no mark');
    expect(mark.kind).toBe('true-lumen');
    expect(mark.clock).toBeCloseTo(3, 1);
    expect(mark.rangeMm).toBeCloseTo(2, 1);
    expect(appStore.getState().pendingMark).toBeNull();
  });

  test('reports hours on the unmirrored image when mirrored', async () => {
    setView({ mirrored: true });
    appStore.setState({ pendingMark: 'plane' });
    await expect.element(page.getByText(/Click to mark: Plane/)).toBeVisible();
    drag([0.75, 0.5], [0.75, 0.5]);
    expect(sent[0]).toMatchObject({ kind: 'plane', clock: expect.closeTo(9, 1) });
  });

  test('places a mark by keyboard alone', async () => {
    appStore.setState({ pendingMark: 'wire2-tip' });
    const cursor = page.getByRole('slider', { name: /Mark Wire 2 tip/ });
    await expect.element(cursor).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    expect(sent[0]).toMatchObject({
      kind: 'wire2-tip',
      clock: expect.closeTo(3, 5),
      rangeMm: expect.closeTo(2, 5),
    });
    appStore.setState({ pendingMark: 'plane' });
    await expect.element(page.getByRole('slider', { name: /Mark Plane/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(appStore.getState().pendingMark).toBeNull();
  });

  test('shows the marks of this station with glyph and name, and not those elsewhere', async () => {
    const mark = { kind: 'plane', tick: 1, clock: 4, rangeMm: 1, errorDeg: 3 } as const;
    setLive(
      snapshotAt(32.5, [
        { ...mark, stationMm: 0.3 },
        { ...mark, kind: 'true-lumen', stationMm: 9 },
      ]),
      live.frame,
    );
    await expect.element(page.getByText('Plane', { exact: true })).toBeVisible();
    expect(page.getByText('True lumen', { exact: true }).elements()).toHaveLength(0);
    await expect.element(page.getByText(/Marks on this image: Plane at 4 o’clock/)).toBeInTheDocument();
  });

  test('measures a length in mm, whatever the depth shown', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Length' }));
    drag([0.25, 0.5], [0.75, 0.5]);
    await expect.element(page.getByText('4.00 mm', { exact: true })).toBeVisible();
    setView({ depthMm: 5 });
    await expect.element(page.getByText('4.00 mm', { exact: true })).toBeVisible();
    const end = page.getByRole('slider', { name: /Point 2/ });
    (end.element() as SVGElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByText('4.10 mm', { exact: true })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(page.getByText('4.10 mm', { exact: true }).elements()).toHaveLength(0);
  });

  test('turns the cut by dragging its handle and by keys', async () => {
    const handle = page.getByRole('slider', { name: 'Longitudinal cut' });
    drag([0.5, 0.05], [0.9, 0.5], handle.element());
    expect(appStore.getState().view.cutClock).toBeCloseTo(3, 1);
    setView({ cutClock: 3 });
    (handle.element() as SVGElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(appStore.getState().view.cutClock).toBe(3.25);
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(appStore.getState().view.cutClock).toBe(3.2);
    setView({ mirrored: true });
    await userEvent.keyboard('{ArrowRight}');
    expect(appStore.getState().view.cutClock).toBe(2.95);
    expect(handle.element().getAttribute('aria-valuetext')).toBe('3 o’clock');
  });

  test('keeps the arrow keys of its handles from the case’s own shortcuts', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    window.addEventListener('keydown', listen);
    (page.getByRole('slider', { name: 'Longitudinal cut' }).element() as SVGElement).focus();
    await userEvent.keyboard('{ArrowUp}x');
    window.removeEventListener('keydown', listen);
    expect(heard).toEqual(['x']);
  });

  test('marks the recorded frame under review, and stops playing for it', async () => {
    live.recording = countingRecording(200);
    setView({ reviewMm: 15 });
    play(1, performance.now());
    appStore.setState({ pendingMark: 'plane' });
    await expect.element(page.getByText('REVIEW', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/Click to mark: Plane/)).toBeVisible();
    drag([0.75, 0.5], [0.75, 0.5]);
    expect(cineStore.getState().run).toBeNull();
    expect(sent[0]).toMatchObject({ kind: 'plane', pulledBackMm: appStore.getState().view.reviewMm });
  });
});

test('goes dark again when the catheter is taken out', async () => {
  setLive(snapshotAt(32.5), aFrame());
  await openLive();
  setLive(snapshotAt(null), live.frame);
  await expect.element(page.getByText('WAITING', { exact: true })).toBeVisible();
  const grey = await screenOf(mounted.host);
  expect(grey(0.5, 0.25)).toBeLessThan(20);
});

test('draws the recorded frame at the review position', async () => {
  setLive(snapshotAt(32.5), aFrame());
  live.recording = countingRecording(20);
  setView({ reviewMm: 10 });
  open();
  await expect.element(page.getByText('REVIEW', { exact: true })).toBeVisible();
  const first = (await screenOf(picture()))(0.7, 0.6);
  setView({ reviewMm: 19.5 });
  await expect.element(page.getByText('19.5 mm', { exact: true })).toBeVisible();
  const last = (await screenOf(picture()))(0.7, 0.6);
  expect(first).toBeLessThan(10);
  expect(last).toBeGreaterThan(150);
});

test.each([
  [300, 330],
  [420, 700],
  [900, 420],
])('fits a square picture into %d x %d', async (width, height) => {
  setLive(snapshotAt(5), { ...aFrame(), pose: syntheticPose() });
  await openLive(width, height);
  const box = picture().getBoundingClientRect();
  const host = mounted.host.getBoundingClientRect();
  expect(box.width).toBeCloseTo(box.height, 0);
  expect(box.left).toBeGreaterThanOrEqual(host.left);
  expect(box.right).toBeLessThanOrEqual(host.right);
  expect(box.bottom).toBeLessThanOrEqual(host.bottom);
  expect(box.width).toBeGreaterThan(150);
});
