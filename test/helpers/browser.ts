/** @file The Chromium of the end-to-end tests. */
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumFlags, ensureChromium } from '../../.ci/chromium.mjs';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
}

export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the page so far, a refused request or a breach of the security policy among them. */
  readonly errors: readonly string[];
}

/** Opens a page of its own profile at `url`; close it with `page.context().close()`. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport = { width: 1440, height: 900 },
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      errors.push(`${message.text()} (${message.location().url})`);
  });
  await page.goto(url);
  return { page, errors };
}
