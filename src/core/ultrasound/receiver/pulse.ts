/** @file The pulse as a filter along range: the wave packet of the spectrum, stretched where the near field stretches it. */
import type { Probe } from '../frame.ts';
import { SPEED_MM_PER_US, twoWaySpectrum } from '../probe/spectrum.ts';

/** The symmetric packet that starts everywhere at once: real in baseband, 1 at its middle. */
export interface Packet {
  /** Amplitude `mm` of range from its middle. */
  at(mm: number): number;
  /** Half-height length, mm. */
  readonly lengthMm: number;
  /** Beyond this the packet is below 1.5 %, mm. */
  readonly endMm: number;
}

/** The packet of a probe. */
export const idealPacket = (probe: Probe, speed = SPEED_MM_PER_US): Packet => {
  const { firstMHz, stepMHz, weight } = twoWaySpectrum(probe);
  const at = (mm: number): number => {
    const phase = (4 * Math.PI * mm) / speed;
    let sum = 0;
    for (let i = 0; i < weight.length; i++) {
      sum += weight[i]! * Math.cos(phase * (firstMHz + i * stepMHz - probe.frequencyMHz));
    }
    return sum;
  };
  const step = 0.0005;
  let half = 0;
  while (at(half) > 0.5) half += step;
  half -= (step * (0.5 - at(half))) / (at(half - step) - at(half));
  let endMm = half;
  // the sampled spectrum repeats its packet; half way to the next one it is long over
  const lastMm = speed / (4 * stepMHz);
  for (let mm = half; mm < lastMm; mm += step) if (Math.abs(at(mm)) > NEGLIGIBLE) endMm = mm + step;
  return { at, lengthMm: 2 * half, endMm };
};

/**
 * Right halves of the pulses of all samples, first tap 1: tap i of sample k at i samples + k.
 * @param stretchAt length of the pulse at sample k, in lengths of the ideal packet.
 */
export const pulseTaps = (
  packet: Packet,
  stretchAt: (k: number) => number,
  mmPerSample: number,
  samples: number,
): { readonly taps: Float32Array; readonly reach: number } => {
  const stretch = Float64Array.from({ length: samples }, (_, k) => stretchAt(k));
  const longest = stretch.reduce((a, b) => Math.max(a, b), 0);
  const reach = Math.min(LONGEST, Math.max(1, Math.ceil((packet.endMm * longest) / mmPerSample)));
  const taps = new Float32Array((reach + 1) * samples);
  for (let i = 0; i <= reach; i++) {
    for (let k = 0; k < samples; k++) {
      const mm = (i * mmPerSample) / stretch[k]!;
      taps[i * samples + k] = mm < packet.endMm ? packet.at(mm) : 0;
    }
  }
  return { taps, reach };
};

/** Sum of the squares of the whole pulse of sample k. */
export const tapsPower = (taps: Float32Array, reach: number, samples: number, k: number): number => {
  let sum = 0;
  for (let i = 0; i <= reach; i++) sum += (i === 0 ? 1 : 2) * taps[i * samples + k]! ** 2;
  return sum;
};

const NEGLIGIBLE = 0.015;
/** Taps at most, to one side. */
const LONGEST = 64;
