/** @file Starts the real workers. The bundler finds them by these very expressions. */
import type { WorkerPort } from './worker-link.ts';

export const spawnIvus = (): WorkerPort =>
  new Worker(new URL('../../workers/ivus.worker.ts', import.meta.url), { type: 'module', name: 'ivus' });

export const spawnSimulation = (): WorkerPort =>
  new Worker(new URL('../../workers/simulation.worker.ts', import.meta.url), {
    type: 'module',
    name: 'simulation',
  });
