/** @file The case page with its gauges alive, and a wire 1 that can be made to feel things. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { startFeel } from '../../../../src/app/feel/feel-loop.ts';
import { setSoundFactory } from '../../../../src/app/feel/sound-box.ts';
import type { Snapshot } from '../../../../src/core/session/snapshot.ts';
import { createSound } from '../../../../src/platform/sound.ts';
import { releaseHubs } from '../../../../src/state/hub.ts';
import type { FakeEngine } from '../../../helpers/fake-engine.ts';
import type { FakeMoment } from '../../../helpers/fake-snapshot.ts';
import { openApp } from '../fixtures.tsx';

export interface FeelPage {
  readonly fake: FakeEngine;
  /** A newer moment with wire 1 in, in `live` alone: React hears of it later or not at all. */
  show(moment?: FakeMoment): Snapshot;
  /** And with so much on the tip of wire 1, N. */
  load(tipN: number, change?: { readonly hubN?: number; readonly twistRad?: number }): Snapshot;
  /** Tick of the newest moment. */
  tick(): number;
}

interface OpenFeelPage extends FeelPage {
  close(): void;
}

const openFeelPage = async (): Promise<OpenFeelPage> => {
  localStorage.clear();
  await page.viewport(1440, 900);
  const app = openApp();
  const fake = await app.begin();
  const stopFeel = startFeel();
  let tick = 1000;
  const show = (moment: FakeMoment = {}): Snapshot => {
    tick += 4;
    return fake.show({ tick, wire1Mm: 100, ...moment });
  };
  return {
    fake,
    show,
    load: (tipN, change = {}) => show({ loads: { wire1: { tipN, labelN: 0.12, ...change } } }),
    tick: () => tick,
    close: () => {
      stopFeel();
      releaseHubs();
      app.close();
      setSoundFactory(createSound);
    },
  };
};

/** A fresh page for each test; what is returned is filled in before it begins. */
export const feelPageForEach = (): FeelPage => {
  const feel = {} as OpenFeelPage;
  beforeEach(async () => {
    Object.assign(feel, await openFeelPage());
    await expect.element(page.getByRole('region', { name: 'What the hands feel' })).toBeVisible();
  });
  afterEach(() => {
    feel.close();
    vi.restoreAllMocks();
  });
  return feel;
};

export const meter = (name: string) => page.getByRole('meter', { name });
export const settle = (ms = 600) => new Promise((resolve) => setTimeout(resolve, ms));
