/** @file A point reflector against the field simulator's widths (MODEL.md, table 2). */
import { describe, expect, it } from 'vitest';
import { createBaseband } from '../../../src/core/ultrasound/baseband.ts';
import { applyBeam } from '../../../src/core/ultrasound/beam.ts';
import { addReflector, pointGain } from '../../../src/core/ultrasound/echo.ts';
import { DEFAULT_IMAGING, DEFAULT_PROBE } from '../../../src/core/ultrasound/frame.ts';
import { type FramePlan, planFrame } from '../../../src/core/ultrasound/plan.ts';
import { ORBIT_MM } from '../../../src/core/ultrasound/probe.ts';
import { filterPulse, pulseRoom } from '../../../src/core/ultrasound/pulse.ts';

/** Envelope of a lone reflector at a depth, line-major. */
const pointImage = (plan: FramePlan, line: number, depthMm: number): Float32Array => {
  const { lines, samples } = plan.settings;
  const grid = createBaseband(plan);
  const range = depthMm + ORBIT_MM;
  addReflector(grid, plan, line, range, pointGain(plan, range, 1), 0);
  applyBeam(grid, plan);
  const image = new Float32Array(lines * samples);
  const part = new Float32Array(pulseRoom(samples));
  const packet = new Float32Array(samples);
  for (let l = 0; l < lines; l++) {
    for (const component of [0, 1]) {
      for (let k = 0; k < samples; k++) part[k] = grid[k * plan.pitch + 2 * l + component]!;
      filterPulse(plan.pulse, part, packet, samples);
      for (let k = 0; k < samples; k++) {
        image[l * samples + k] = Math.hypot(image[l * samples + k]!, packet[k]!);
      }
    }
  }
  return image;
};

/** Full width at half maximum of a sampled bump around its peak, in samples. */
const halfWidth = (values: readonly number[]): number => {
  const peak = Math.max(...values);
  const top = values.indexOf(peak);
  const edge = (step: number): number => {
    let i = top;
    while (values[i + step]! > peak / 2) i += step;
    const over = values[i]!;
    const under = values[i + step]!;
    return Math.abs(i - top) + (over - peak / 2) / (over - under);
  };
  return edge(1) + edge(-1);
};

const TABLE = [
  // MHz, depth mm, lateral degrees, axial um: creatis-ULTIM/PyMUST, 0.5 mm flat element
  [40, 1.5, 9.1, 47],
  [40, 2, 4.9, 41],
  [40, 2.5, 4.3, 40],
  [40, 3, 4.1, 39],
  [40, 4, 3.95, 38],
  [40, 5, 3.9, 38],
  [60, 2, 8.0, 34],
  [60, 2.5, 4.6, 30],
  [60, 3, 3.4, 28],
  [60, 4, 2.9, 26],
  [60, 5, 2.8, 25.5],
] as const;

describe('beam and pulse', () => {
  it.each(TABLE)(
    '%i MHz at %f mm: %f deg wide, %f um long, each within 15 %',
    (frequencyMHz, depth, degrees, axialUm) => {
      const plan = planFrame({
        ...DEFAULT_IMAGING,
        probe: { ...DEFAULT_PROBE, frequencyMHz },
        mmPerSample: 0.0104,
      });
      const image = pointImage(plan, 200, depth);
      const k = Math.round((depth + ORBIT_MM - plan.settings.startMm) / plan.settings.mmPerSample);
      const across = Array.from({ length: 512 }, (_, l) => image[l * 512 + k]!);
      expect((halfWidth(across) * 360) / 512 / degrees).toBeGreaterThan(0.85);
      expect((halfWidth(across) * 360) / 512 / degrees).toBeLessThan(1.15);
      const along = Array.from({ length: 512 }, (_, i) => image[200 * 512 + i]!);
      const lengthUm = halfWidth(along) * plan.settings.mmPerSample * 1000;
      expect(lengthUm / axialUm).toBeGreaterThan(0.82);
      expect(lengthUm / axialUm).toBeLessThan(1.15);
    },
  );

  it('gives a point its full amplitude at the centre', () => {
    const plan = planFrame(DEFAULT_IMAGING);
    for (const depth of [0.4, 1, 2, 4]) {
      const peak = pointImage(plan, 100, depth).reduce((a, b) => Math.max(a, b), 0);
      expect(peak).toBeGreaterThan(0.8);
      expect(peak).toBeLessThan(1.15);
    }
  });

  it('does not see the seam: a reflector on line 0 looks like one on line 200', () => {
    const plan = planFrame(DEFAULT_IMAGING);
    const seam = pointImage(plan, 0, 2);
    const inside = pointImage(plan, 200, 2);
    let worst = 0;
    for (let l = 0; l < 512; l++) {
      for (let k = 150; k < 260; k++) {
        worst = Math.max(worst, Math.abs(seam[((l - 200 + 512) % 512) * 512 + k]! - inside[l * 512 + k]!));
      }
    }
    expect(worst).toBeLessThan(1e-3);
  });

  it('keeps the sum over lines: a full ring keeps its amplitude', () => {
    const plan = planFrame(DEFAULT_IMAGING);
    const grid = createBaseband(plan).fill(1);
    applyBeam(grid, plan);
    expect(Math.max(...grid.subarray(0, 5000))).toBeLessThan(1.01);
    expect(Math.min(...grid.subarray(520_000))).toBeGreaterThan(0.99);
  });

  it.each([
    [40, 0.01],
    [60, 0.01],
    [40, 0.02],
    [20, 0.01],
  ])(
    'answers a pulse at %i MHz on %f mm with its taps, at the ends of a line too',
    (frequencyMHz, mmPerSample) => {
      const plan = planFrame({ ...DEFAULT_IMAGING, probe: { ...DEFAULT_PROBE, frequencyMHz }, mmPerSample });
      const { taps } = plan.pulse;
      expect(plan.pulse.stages === null).toBe(frequencyMHz === 20);
      for (const at of [0, 2, 100, 511]) {
        const line = new Float32Array(pulseRoom(512));
        line[at] = 1;
        const out = new Float32Array(512);
        filterPulse(plan.pulse, line, out, 512);
        for (let k = 0; k < 512; k++) expect(out[k]).toBeCloseTo(taps[Math.abs(k - at)] ?? 0, 5);
      }
    },
  );
});
