/** @file How the app and, with --ssr, the command line are built. */
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { assembly } from './.ci/assembly.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Compile-time constants; src/version.d.ts declares them. */
export const define = { __VERSION__: JSON.stringify(version) };

/** The page may load and contact nothing but the place it came from. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
].join('; ');

/** Only in the build: the development server's hot reload needs inline scripts and a web socket. */
function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  root: 'src',
  // Relative addresses: the built folder works from any place on any server.
  base: './',
  publicDir: '../assets',
  define,
  plugins: [react(), assembly(), securityPolicy()],
  worker: {
    format: 'es',
    rolldownOptions: { checks: { pluginTimings: false } },
    plugins: () => [assembly()],
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    copyPublicDir: !isSsrBuild,
    // In kB. Three.js is larger than the default and loads late; the first screen has its own test.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // compiling the kernels takes its second or two, and that is no news
      checks: { pluginTimings: false },
      output: {
        codeSplitting: isSsrBuild
          ? false
          : {
              // Three.js waits until the 3-D scene asks for it. What the first screen shares with it must have a
              // chunk of its own, or it would be drawn into Three's, and the first screen would load both.
              groups: [
                {
                  name: 'react',
                  test: /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/,
                  priority: 2,
                },
                { name: 'three', test: /node_modules[\\/](three|@react-three)[\\/]/, priority: 1 },
              ],
            },
      },
    },
  },
}));
