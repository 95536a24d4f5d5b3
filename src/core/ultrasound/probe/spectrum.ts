/** @file What the element sends and hears by frequency: one cycle of excitation through the element's own band. */
import type { Probe } from '../frame.ts';

/** Speed with which ranges are computed from times, mm/us: the soft-tissue convention of every console. */
export const SPEED_MM_PER_US = 1.54;

/** Even samples of the two-way spectrum; `weight` sums to 1. */
export interface Spectrum {
  readonly firstMHz: number;
  readonly stepMHz: number;
  readonly weight: Float64Array;
}

/** Samples: their spacing sets how far apart in range echoes repeat, here 0.28 mm at 40 MHz and 60 %. */
const COUNT = 17;
/** Half of the sampled band in units of the -6 dB band: beyond it nothing is left (below -90 dB). */
const REACH = 0.92;

/**
 * Two-way spectrum: the sinc of a one-cycle burst times the element's band, a generalised normal law that falls to
 * half at the band's edges and to 1/126 at twice the centre frequency (Garcia, CMPB 2022).
 */
export const twoWaySpectrum = ({ frequencyMHz, bandwidthPercent }: Probe): Spectrum => {
  const band = (bandwidthPercent / 100) * frequencyMHz;
  const power = Math.log(126) / Math.log((2 * frequencyMHz) / band);
  const scale = band / 2 / Math.log(2) ** (1 / power);
  const firstMHz = frequencyMHz - REACH * band;
  const stepMHz = (2 * REACH * band) / (COUNT - 1);
  const weight = Float64Array.from({ length: COUNT }, (_, i) => {
    const off = firstMHz + i * stepMHz - frequencyMHz;
    return sinc(off / frequencyMHz) * Math.exp(-((Math.abs(off) / scale) ** power));
  });
  const sum = weight.reduce((a, b) => a + b, 0);
  return { firstMHz, stepMHz, weight: weight.map((w) => w / sum) };
};

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
