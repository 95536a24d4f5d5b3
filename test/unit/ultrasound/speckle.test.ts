/** @file Speckle of a uniform medium: its statistics, its loss with depth, how it moves. */
import { describe, expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { MATERIAL_TABLE } from '../../../src/core/anatomy/material-table.ts';
import { DEFAULT_IMAGING, type PolarFrame, toDb } from '../../../src/core/ultrasound/frame.ts';
import { planFrame } from '../../../src/core/ultrasound/plan.ts';
import {
  beamWidthMm,
  FWHM,
  frontRadiusMm,
  ORBIT_MM,
  SPEED_MM_PER_US,
  sensitivity,
} from '../../../src/core/ultrasound/probe.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { fakeTissue } from '../../helpers/fake-tissue.ts';
import { centredPose, correlation, requestOf, ring } from '../../helpers/polar.ts';

const uniform = () => createSynthesizer(fakeTissue(() => MATERIAL.denseFibrous, 5));
const frameAt = (change: Parameters<typeof centredPose>[0], frameSeed = 1): PolarFrame =>
  uniform().render(requestOf(centredPose(change), { frameSeed }))!;

const sampleAt = (depthMm: number): number =>
  Math.round((depthMm + ORBIT_MM - DEFAULT_IMAGING.startMm) / DEFAULT_IMAGING.mmPerSample);

/** Envelopes of a depth band, each range divided by its mean so that attenuation drops out. */
const band = (frame: PolarFrame, from: number, to: number): number[] => {
  const out: number[] = [];
  for (let k = sampleAt(from); k < sampleAt(to); k++) {
    const row = ring(frame, k);
    const mean = row.reduce((s, v) => s + v, 0) / row.length;
    for (const v of row) out.push(v / mean);
  }
  return out;
};

describe('a uniform medium', () => {
  it('holds at least 120 000 scatterers in the slab', () => {
    const synthesizer = uniform();
    synthesizer.render(requestOf(centredPose()));
    expect(synthesizer.scatterers).toBeGreaterThan(120_000);
  });

  it.each([
    [0.6, 1.2],
    [1.2, 1.8],
    [2.0, 2.6],
    [2.8, 3.4],
  ])('has fully developed speckle from %f to %f mm: mean / SD = 1.91', (from, to) => {
    const v = [1, 2].flatMap((s) => band(frameAt({ s: 5 * s }), from, to));
    const sd = Math.sqrt(v.reduce((s, x) => s + (x - 1) ** 2, 0) / v.length);
    expect(1 / sd).toBeGreaterThan(1.83);
    expect(1 / sd).toBeLessThan(1.99);
  });

  it('loses 2 alpha f per mm, within 7 %', () => {
    const plan = planFrame(DEFAULT_IMAGING);
    const depths: number[] = [];
    const levels: number[] = [];
    for (let depth = 0.8; depth <= 3; depth += 0.01) {
      const k = sampleAt(depth);
      const power = [0, 4, 8].map((s) => ring(frames[s / 4]!, k).reduce((sum, v) => sum + v * v, 0) / 512);
      const db = 10 * Math.log10(power.reduce((a, b) => a + b) / 3);
      depths.push(depth);
      levels.push(db - plan.timeGainDb[k]! - 20 * Math.log10(sensitivity(40, depth)));
    }
    const expected = (2 * MATERIAL_TABLE.denseFibrous.acoustic.alphaDbCmMHz.value * 40) / 10;
    expect(-slope(depths, levels) / expected).toBeGreaterThan(0.93);
    expect(-slope(depths, levels) / expected).toBeLessThan(1.07);
  });

  it('has a cell that is wider, in mm, further out', () => {
    const cellMm = (depth: number): number => {
      const k = sampleAt(depth);
      const rows = Array.from({ length: 30 }, (_, i) => ring(frames[0]!, k - 15 + i).map((v) => v * v));
      let lag = 0;
      let c = 1;
      while (c > 0.5) {
        lag++;
        c =
          rows.reduce(
            (s, row) =>
              s +
              correlation(
                row,
                row.map((_, i) => row[(i + lag) % 512]!),
              ),
            0,
          ) / 30;
      }
      return 2 * (lag - 0.5) * ((2 * Math.PI) / 512) * (depth + ORBIT_MM);
    };
    expect(cellMm(0.6)).toBeLessThan(0.08);
    expect(cellMm(3)).toBeGreaterThan(2 * cellMm(0.6));
  });

  it.each([2, 2.5])('decorrelates along a pullback as its slice at %i mm says', (depth) => {
    // complex: exp(-d^2 / 4 s^2) for a flat wave front; its curvature turns the phase by b e^2 and adds b^2 s^2 d^2
    const s = beamWidthMm(40, depth) / FWHM;
    const b = (2 * Math.PI * 2 * 40) / SPEED_MM_PER_US / (2 * frontRadiusMm(40, depth));
    const rate = 1 / (4 * s * s) + b * b * s * s;
    const intensity = (frame: PolarFrame) => band(frame, depth - 0.25, depth + 0.25).map((v) => v * v);
    const here = intensity(frameAt({ s: 0 }, 1));
    for (const d of [0.03, 0.06, 0.1]) {
      const there = intensity(frameAt({ s: d }, 2));
      expect(correlation(here, there)).toBeCloseTo(Math.exp(-2 * rate * d * d), 0.9);
    }
  });

  it('turns with the catheter: a roll by ten lines shifts the picture by ten lines', () => {
    const turned = frameAt({ rollRad: (10 * 2 * Math.PI) / 512 }, 2);
    const k = sampleAt(1.5);
    for (const at of [k, k + 40, k + 80]) {
      const still = ring(frames[0]!, at);
      const moved = ring(turned, at);
      expect(
        correlation(
          still,
          still.map((_, l) => moved[(l - 10 + 512) % 512]!),
        ),
      ).toBeGreaterThan(0.97);
    }
  });
});

const frames = [0, 4, 8].map((s) => frameAt({ s }));

const slope = (x: readonly number[], y: readonly number[]): number => {
  const mx = x.reduce((a, b) => a + b) / x.length;
  const my = y.reduce((a, b) => a + b) / y.length;
  let xy = 0;
  let xx = 0;
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my);
    xx += (x[i]! - mx) ** 2;
  }
  return xy / xx;
};

describe('what flows and what does not', () => {
  const lumen = () =>
    createSynthesizer(fakeTissue((_s, x, y) => (x * x + y * y < 4 ? MATERIAL.blood : MATERIAL.adventitia)));
  const near = (frameSeed: number): number[] => {
    const frame = lumen().render(requestOf(centredPose(), { frameSeed }))!;
    return band(frame, 0.6, 1.6);
  };

  it('renews the speckle of blood in every frame', () => {
    expect(Math.abs(correlation(near(1), near(2)))).toBeLessThan(0.05);
  });

  it('shows blood about 15 dB below adventitia', () => {
    const frame = lumen().render(requestOf(centredPose()))!;
    const mean = (from: number, to: number) => {
      let sum = 0;
      for (let l = 0; l < 512; l++) for (let k = from; k < to; k++) sum += toDb(frame.data[l * 512 + k]!);
      return sum / 512 / (to - from);
    };
    expect(mean(180, 215) - mean(130, 165)).toBeLessThan(-MATERIAL_TABLE.blood.acoustic.levelDb.value + 3);
    expect(mean(180, 215) - mean(130, 165)).toBeGreaterThan(-MATERIAL_TABLE.blood.acoustic.levelDb.value - 4);
  });
});
