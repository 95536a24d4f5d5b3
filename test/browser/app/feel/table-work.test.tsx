/** @file Work at the table on the screen. */
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { appStore } from '../../../../src/state/store.ts';
import { feelPageForEach } from './feel-page.tsx';

vi.mock('../../../../src/scene3d/Scene3DPane.tsx', async () => {
  const { Pane } = await import('../../../../src/ui/Pane.tsx');
  return { Scene3DPane: () => <Pane title="3D scene">{null}</Pane> };
});

const feel = feelPageForEach();

describe('work at the table', () => {
  test('shows what it cost beside the clock', async () => {
    feel.show({ charges: [{ tick: feel.tick(), work: 'load-ivus', seconds: 30, device: 'ivus' }] });
    appStore.setState({ charges: [{ tick: feel.tick(), work: 'load-ivus', seconds: 30, device: 'ivus' }] });
    await expect.element(page.getByText('+30 s')).toBeVisible();
  });

  test('a flush is one key', async () => {
    appStore.setState({ slow: feel.show({ transducerMm: 90 }) });
    await userEvent.keyboard('u');
    expect(feel.fake.sent.at(-1)).toEqual({ type: 'flush' });
  });
});
