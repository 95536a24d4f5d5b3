/**
 * @file The spectrum of an echo: a one-cycle excitation times the band of the element, transmit and receive together.
 *
 * One cycle of a sine of centre frequency fc lasts T = 1 / fc; its spectrum is sinc((f - fc) T) - sinc((f + fc) T),
 * sinc(x) = sin(pi x) / (pi x). The element's two-way band is a generalised normal window (Mari et al., as used by
 * the frequency-domain simulators MUST and PyMUST): exp(-(|f - fc| / (B / 2 / ln(2)^(1/p)))^p) with
 * p = ln(126) / ln(2 fc / B): half amplitude (-6 dB) at fc +- B / 2, and 2^-126 at f = 0. The factor j k of the Rayleigh
 * integral belongs to how an element turns voltage into motion; as in those simulators it is part of this spectrum.
 */
import type { Probe } from '../frame.ts';

/** Speed of sound in soft tissue by which consoles turn time into range, mm/us; the peer's default too. */
export const TISSUE_SPEED = 1.54;

/** Frequencies weaker than this share of the strongest are left out: -90 dB. */
const FLOOR = 10 ** (-90 / 20);

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Two-way band of the element alone, 1 at the centre. */
export const probeBand = (probe: Probe, frequencyMHz: number): number => {
  const centre = probe.frequencyMHz;
  const band = (centre * probe.bandwidthPercent) / 100;
  const p = Math.log(126) / Math.log((2 * centre) / band);
  const scale = band / 2 / Math.LN2 ** (1 / p);
  return Math.exp(-((Math.abs(frequencyMHz - centre) / scale) ** p));
};

/** One-cycle excitation, 1 at the centre. */
export const oneCycle = (centreMHz: number, frequencyMHz: number): number =>
  sinc(frequencyMHz / centreMHz - 1) - sinc(frequencyMHz / centreMHz + 1);

/** Amplitude of an echo at a frequency, MHz, before the element's size comes in. */
export const twoWaySpectrum = (probe: Probe, frequencyMHz: number): number =>
  oneCycle(probe.frequencyMHz, frequencyMHz) * probeBand(probe, frequencyMHz);

export interface Band {
  readonly lowMHz: number;
  readonly highMHz: number;
  /** Integral of the spectrum over the band, MHz: what an echo is divided by, so that one in phase has size 1. */
  readonly area: number;
}

/** Where the spectrum is above its floor. */
export const bandOf = (probe: Probe): Band => {
  const step = probe.frequencyMHz / 2000;
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  let area = 0;
  for (let f = step; f < 2 * probe.frequencyMHz; f += step) {
    const value = twoWaySpectrum(probe, f);
    area += value * step;
    if (value < FLOOR) continue;
    low = Math.min(low, f);
    high = f;
  }
  return { lowMHz: low, highMHz: high, area };
};

/**
 * Complex baseband of an echo that arrives in phase from all of the face, by the distance of a sample behind the
 * scatterer's range, mm: (re, im). Close to 1 at 0; not quite real, since one cycle has more low than high frequencies.
 */
export const pulseAt = (
  probe: Probe,
  offsetMm: number,
  speedMmPerUs = TISSUE_SPEED,
): readonly [number, number] => {
  const { lowMHz, highMHz, area } = bandOf(probe);
  const count = 400;
  const step = (highMHz - lowMHz) / count;
  let re = 0;
  let im = 0;
  for (let k = 0; k <= count; k++) {
    const f = lowMHz + k * step;
    const turn = ((4 * Math.PI) / speedMmPerUs) * (f - probe.frequencyMHz) * offsetMm;
    const weight = (twoWaySpectrum(probe, f) * step) / area;
    re += weight * Math.cos(turn);
    im += weight * Math.sin(turn);
  }
  return [re, im];
};
