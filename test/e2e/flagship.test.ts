/**
 * @file The main job in the built app: start page, one click, the flagship played to a confirmed re-entry through
 * commands, and the saved session replayed in Node to the same hashes. Screenshots stay in test-results.
 */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/core/session/replay.ts';
import { readSessionFile } from '../../src/io/session-file.ts';
import { launchBrowser, openPage } from '../helpers/browser.ts';
import { flagshipJob, type JobStage } from '../helpers/flagship-job.ts';
import { freshSession } from '../helpers/play-session.ts';
import { type ServedApp, serveDist } from '../helpers/serve-dist.ts';

const SHOTS = 'test-results/flagship';

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  app = await serveDist();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Gives a stage's commands at their ticks, counted from `offset`, the page's tick when the job began. */
const play = (page: Page, stage: JobStage, offset: number): Promise<number> =>
  page.evaluate(
    async ([commands, endTick]) => {
      const handle = window.trueLumen!;
      let tick = handle.stats().tick;
      for (const { tick: due, command } of commands) {
        if (due > tick) tick = (await handle.run(due - tick)).tick;
        handle.dispatch(command);
      }
      return (await handle.run(endTick - tick)).tick;
    },
    [
      stage.commands.map(({ tick, command }) => ({ tick: tick + offset, command })),
      stage.endTick + offset,
    ] as const,
  );

/** Share of samples of the newest live frame that stand out of the noise floor (about -75 dB). */
const imageShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frame = window.trueLumen!.frame();
    if (!frame) return 0;
    return frame.data.filter((value) => value > (1 - 60 / 120) * 65535).length / frame.data.length;
  });

test('one click into the flagship, wire 2 into the true lumen, outcome, and the same replay in Node', async () => {
  const { page, errors } = await openPage(browser, `${app.url}?automation`);
  await page.getByRole('button', { name: 'Start the flagship case' }).click();
  await page.waitForFunction(() => window.trueLumen?.snapshot());
  await page.getByRole('button', { name: 'Pause' }).click();
  const offset = await page.evaluate(async () => (await window.trueLumen!.run(1)).tick);

  for (const stage of flagshipJob(freshSession())) {
    expect(await play(page, stage, offset), stage.name).toBe(stage.endTick + offset);
    if (stage.name === 'catheter-down') {
      await expect.poll(() => imageShare(page), { timeout: 30_000 }).toBeGreaterThan(0.1);
    }
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${SHOTS}/${stage.name}.png` });
  }

  await page.getByText('Re-entry confirmed').first().waitFor();
  const saved = await page.evaluate(() => window.trueLumen!.save());
  const file = readSessionFile(JSON.stringify(saved), 'saved.json');
  expect(file.hashes.length).toBeGreaterThan(30);
  const again = replay(file);
  expect(again.firstDifference).toBeNull();
  expect(again.hash).toBe(file.hashes.at(-1)?.hash);
  expect(again.outcome).toMatchObject({ success: true, reason: 're-entry' });
  expect(errors).toEqual([]);
});
