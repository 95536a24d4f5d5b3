/** @file Serves the built app, exactly as `npm start` does, on a free port. */
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../../.ci/serve.mjs';

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

export function serveDist(): Promise<ServedApp> {
  return serveFolder(fileURLToPath(new URL('../../dist', import.meta.url)));
}
