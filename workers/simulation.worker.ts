/** @file Worker: runs the session in real time, 240 ticks a second. */
import { expose } from 'comlink';
import { createSimulationService } from './simulation-service.ts';

/** Snapshots a second. */
const BEAT_HZ = 60;

const { beat, ...api } = createSimulationService({
  now: () => performance.now(),
  post: (push) => postMessage(push),
  breathe: () => new Promise((resolve) => setTimeout(resolve)),
});
expose(api);
setInterval(beat, 1000 / BEAT_HZ);
