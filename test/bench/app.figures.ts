/**
 * @file Figures of the built app in Chromium, for the record: `npm run bench` prints them. No limits are asserted
 * here; machines differ. Software rendering shares the cores with the workers, so the 3-D pane is hidden.
 */
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../helpers/browser.ts';
import { CATHETER_IN } from '../helpers/play-session.ts';
import { type ServedApp, serveDist } from '../helpers/serve-dist.ts';

const LOADS = 7;
const SECONDS = 10;

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  app = await serveDist();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const report = (what: string, figure: string): void => console.log(`FIGURE ${what}: ${figure}`);

test('page load to the first IVUS frame', async () => {
  const times: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    // a profile of its own each time: nothing is cached
    const { page } = await openPage(browser, app.url);
    const ms = await page.evaluate(async () => {
      while (!document.querySelector('figcaption span')?.textContent) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now();
    });
    times.push(ms);
    await page.context().close();
  }
  report(
    'page load to first IVUS frame, cold',
    `median ${median(times).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms of ${LOADS}`,
  );
  expect(times).toHaveLength(LOADS);
});

/** The flagship with the catheter in the artery, the transducer sliding to and fro, the 3-D pane hidden. */
const openRunningCase = async (cores: number | null): Promise<Page> => {
  const { page } = await openPage(browser, 'about:blank');
  if (cores !== null) {
    await page.addInitScript((n) => {
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => n });
    }, cores);
  }
  await page.goto(`${app.url}?automation`);
  await page.getByRole('button', { name: 'Start the flagship case' }).click();
  await page.waitForFunction(() => window.trueLumen?.snapshot());
  await page.getByRole('radio', { name: 'Pullback' }).check({ force: true });
  await page.evaluate(async (script) => {
    for (const [command, ticks] of script) {
      window.trueLumen!.dispatch(command);
      await window.trueLumen!.run(ticks);
    }
    window.trueLumen!.dispatch({ type: 'transducer', rate: -3 });
  }, CATHETER_IN);
  await page.waitForFunction(() => window.trueLumen!.frame());
  return page;
};

test.each([
  ['one worker', 1, true],
  ['the pool', null, true],
  ['the pool alone, nothing drawn', null, false],
] as const)('frames per second of %s', async (name, cores, drawn) => {
  const page = await openRunningCase(cores);
  if (!drawn) {
    // every pane draws from an animation frame: without them only synthesis is left
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
  }
  await page.waitForTimeout(3000);
  const before = await page.evaluate(() => window.trueLumen!.stats());
  await page.waitForTimeout(SECONDS * 1000);
  const after = await page.evaluate(() => window.trueLumen!.stats());
  const rate = (after.frames - before.frames) / SECONDS;
  report(
    `frames of 512 x 512, ${name} (${after.ivusWorkers} worker(s)), 3-D hidden`,
    `${rate.toFixed(1)}/s, synthesis median ${after.renderP50Ms.toFixed(0)} ms, request to frame p50 ` +
      `${after.frameLatencyP50Ms.toFixed(0)} ms, p95 ${after.frameLatencyP95Ms.toFixed(0)} ms, ` +
      `physics ${(100 * after.physicsLoad).toFixed(1)} % of a core`,
  );
  await page.context().close();
  expect(after.frames).toBeGreaterThan(before.frames);
});
