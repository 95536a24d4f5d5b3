/** @file The pulse: every echo is a wave packet in range, not a point. */
import { PULSE_STAGES, type PulseShape } from './pulse-shape.ts';

/**
 * Symmetric filter of one line (its real or its imaginary parts) from `input` into `output`; outside is silence.
 * @param input at least `samples` + PULSE_STAGES long, zero beyond the samples.
 */
export const filterPulse = (
  pulse: PulseShape,
  input: Float32Array,
  output: Float32Array,
  samples: number,
): void => {
  if (pulse.stages) cascade(pulse.stages.side, pulse.stages.scale, input, output, samples);
  else direct(pulse.taps, input, output, samples);
};

/** Room that `filterPulse` needs for a line. */
export const pulseRoom = (samples: number): number => samples + PULSE_STAGES;

/** Four short filters in one sweep; each holds the two values before the newest. */
const cascade = (
  side: number,
  scale: number,
  input: Float32Array,
  output: Float32Array,
  samples: number,
): void => {
  let a1 = 0;
  let a2 = 0;
  let b1 = 0;
  let b2 = 0;
  let c1 = 0;
  let c2 = 0;
  let d1 = 0;
  let d2 = 0;
  // the output lags by one sample per stage
  for (let k = -PULSE_STAGES; k < samples; k++) {
    const a = scale * input[k + PULSE_STAGES]!;
    const b = side * (a + a2) + a1;
    const c = side * (b + b2) + b1;
    const d = side * (c + c2) + c1;
    const e = side * (d + d2) + d1;
    a2 = a1;
    a1 = a;
    b2 = b1;
    b1 = b;
    c2 = c1;
    c1 = c;
    d2 = d1;
    d1 = d;
    // the lag falls before the line and is overwritten
    output[Math.max(0, k)] = e;
  }
};

const direct = (taps: Float32Array, input: Float32Array, output: Float32Array, samples: number): void => {
  for (let k = 0; k < samples; k++) {
    let sum = taps[0]! * input[k]!;
    for (let i = 1; i < taps.length; i++) {
      if (k >= i) sum += taps[i]! * input[k - i]!;
      if (k + i < samples) sum += taps[i]! * input[k + i]!;
    }
    output[k] = sum;
  }
};
