/** @file The gauge of a device: force, twist, words, rest. */
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { appStore } from '../../../../src/state/store.ts';
import { accessibilityProblems, frames } from '../fixtures.tsx';
import { feelPageForEach, meter, settle } from './feel-page.tsx';

vi.mock('../../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

const feel = feelPageForEach();

describe('the gauge', () => {
  test('tells tip force against the label, hub force and twist, to eye and ear', async () => {
    feel.load(0.09, { hubN: -0.5, twistRad: -3 * Math.PI });
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
    appStore.setState({ slow: feel.load(0.2, { twistRad: 7 * Math.PI }) });
    await settle();
    await expect.element(strip.getByText('Above its label')).toBeVisible();
    await expect.element(strip.getByText('⚠ Wind-up')).toBeVisible();
    expect(meter('Twist stored in wire 1').element().getAttribute('aria-valuetext')).toContain('turn back');
    appStore.setState({ slow: feel.load(0) });
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
      feel.load(0.002 * (i % 60));
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
      feel.load(0.002 * (i % 60));
      await frames(1);
    }
    observer.disconnect();
    expect(drawn).toBeLessThanOrEqual(5);
  });

  test('is accessible, empty and full', async () => {
    feel.load(0.2, { twistRad: 25 });
    await settle();
    expect(await accessibilityProblems()).toEqual([]);
    await userEvent.keyboard('3');
    await settle();
    await expect.element(page.getByText('Not loaded', { exact: true })).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
