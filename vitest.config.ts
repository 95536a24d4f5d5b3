/** @file Which tests run where: `node`, `browser` (real Chromium), `e2e` (the built app in Chromium), `bench` and
 *  `figures` (speeds of the built app). */
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { assembly } from './.ci/assembly.mjs';
import { chromiumFlags, findChromium } from './.ci/chromium.mjs';
import { inOnePiece } from './.ci/in-one-piece.mjs';
import { define } from './vite.config.ts';

export default defineConfig({
  define,
  plugins: [assembly()],
  test: {
    projects: [
      {
        extends: true,
        plugins: [inOnePiece(['src/core/mechanics/mechanics.ts', 'src/core/anatomy/create-tissue.ts'])],
        test: {
          name: 'node',
          include: ['test/{unit,property,contract,arch,physics,mechanics,golden}/**/*.test.ts'],
          // many play a case, and share the machine with another worker
          testTimeout: 90_000,
        },
      },
      inBrowser('browser', 'test/browser/**/*.test.{ts,tsx}'),
      inBrowser('browser-figures', 'test/bench/**/*.browser.ts'),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/helpers/build-app.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'figures',
          include: ['test/bench/**/*.figures.ts'],
          globalSetup: ['test/helpers/build-app.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'bench', include: [], benchmark: { include: ['test/bench/**/*.bench.ts'] } },
      },
    ],
  },
});

/** Without a browser Playwright looks for its own and, if there is none either, fails saying so. */
function executablePath() {
  const found = findChromium();
  return found ? { executablePath: found } : {};
}

/** A project whose tests run in real Chromium. */
function inBrowser(name: string, include: string): TestProjectInlineConfiguration {
  return {
    extends: true as const,
    plugins: [react()],
    // Vite would otherwise find these one by one during the run and reload the page under the tests.
    optimizeDeps: {
      include: [
        '@react-three/fiber',
        'axe-core',
        'comlink',
        'fast-check',
        'idb',
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-dev-runtime',
        'react/jsx-runtime',
        'three',
        'three/addons/controls/OrbitControls.js',
        'zod',
        'zustand',
        'zustand/vanilla',
      ],
    },
    test: {
      name,
      include: [include],
      testTimeout: 30_000,
      browser: {
        enabled: true,
        headless: true,
        provider: playwright({ launchOptions: { ...executablePath(), args: chromiumFlags } }),
        instances: [{ browser: 'chromium' }],
        viewport: { width: 1280, height: 720 },
        screenshotFailures: false,
      },
    },
  };
}
