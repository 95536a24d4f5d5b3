/** @file The version in package.json, written into the code by vite.config.ts. */

declare const __VERSION__: string;
