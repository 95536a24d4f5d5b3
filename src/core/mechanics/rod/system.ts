/** @file What a Newton iteration solves: gradient of the energy less the loads, its derivative, and the way to go. */
import { BAND, createBand } from './band.ts';
import type { Rod } from './rod.ts';

export interface System {
  /** Elastic energy, N mm, as far as it was asked for. */
  energy: number;
  /** Net force against each unknown, N (N mm for angles): zero at rest. */
  readonly gradient: Float64Array;
  /** Its derivative, see `band.ts`. */
  readonly band: Float64Array;
  readonly step: Float64Array;
}

export const createSystem = ({ nodes }: Rod): System => ({
  energy: 0,
  gradient: new Float64Array(4 * nodes + BAND),
  band: createBand(4 * nodes),
  step: new Float64Array(4 * nodes + BAND),
});

/** First unknown of a rod that may move. */
export const firstUnknown = ({ from }: Rod): number => 4 * Math.max(0, from - 1);
