/** @file What a frame costs: each stage and the whole on one worker, both kernel paths, and how it grows. `npm run bench`. */
import { expect, it } from 'vitest';
import flagship from '../../assets/cases/pta-flagship.json' with { type: 'json' };
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf } from '../../src/core/cases/anatomy-of.ts';
import { designedEdits, designedPose } from '../../src/core/cases/designed.ts';
import { caseFileSchema } from '../../src/core/cases/schema.ts';
import { DEFAULT_IMAGING, type ImagingSettings } from '../../src/core/ultrasound/frame.ts';
import { DEFAULT_CATHETER, imagingOf } from '../../src/core/ultrasound/presets.ts';
import { createSynthesizer, type SynthesizerOptions } from '../../src/core/ultrasound/synthesize.ts';
import { fitLine } from '../../src/core/ultrasound/validation/line-fit.ts';

const anatomy = anatomyOf(caseFileSchema.parse(flagship));
const tissue = createTissue(anatomy);
tissue.apply(designedEdits(anatomy));
const STATION_MM = 140;
const MOVE_MM = 0.5 / 30;

/** Uneven rotation and the helix of a pullback: everything on. */
const NURD = [0.06, 0.03, 0.015].map((amplitudeRad, n) => ({ amplitudeRad, phaseRad: n }));

const share = (sorted: readonly number[], q: number): number => sorted[Math.floor(q * (sorted.length - 1))]!;

/** Times of a pullback's frames by stage, ms; 'whole' is the frame. The first frames fill caches and are left out. */
const timesOf = (
  options: SynthesizerOptions,
  settings: ImagingSettings,
  frames: number,
  stepMm = MOVE_MM,
) => {
  const times = new Map<string, number[]>();
  let at = 0;
  let counting = false;
  const take = (name: string, ms: number): void => {
    if (!counting) return;
    const list = times.get(name);
    if (list) list.push(ms);
    else times.set(name, [ms]);
  };
  const synthesizer = createSynthesizer(tissue, {
    ...options,
    onStage: (stage) => {
      const now = performance.now();
      take(stage, now - at);
      at = now;
    },
  });
  const warmUp = 60;
  for (let i = 0; i < warmUp + frames; i++) {
    counting = i >= warmUp;
    const pose = { ...designedPose(anatomy, STATION_MM - i * stepMm), advanceMm: -stepMm, nurd: NURD };
    const start = performance.now();
    at = start;
    synthesizer.render({ pose, settings, editsVersion: tissue.version, frameSeed: i, timeS: i / 30 });
    take('whole frame', performance.now() - start);
  }
  for (const list of times.values()) list.sort((a, b) => a - b);
  return { times, scatterers: synthesizer.scatterers };
};

const medianOf = (settings: ImagingSettings, density = 1): { ms: number; scatterers: number } => {
  const { times, scatterers } = timesOf({ density }, settings, 40);
  return { ms: share(times.get('whole frame')!, 0.5), scatterers };
};

it('the stages of a frame, 512 x 512, pullback at 0.5 mm/s', () => {
  const settings = imagingOf(DEFAULT_CATHETER);
  const simd = timesOf({ path: 'simd' }, settings, 120);
  const plain = timesOf({ path: 'plain' }, settings, 30);
  console.log(`${simd.scatterers} scatterers in the slab; median and p95 in ms\n`);
  for (const [stage, times] of simd.times) {
    const other = plain.times.get(stage)!;
    const numbers = [share(times, 0.5), share(times, 0.95), share(other, 0.5)].map((ms) =>
      ms.toFixed(2).padStart(8),
    );
    console.log(`${stage.padEnd(22)} simd ${numbers[0]} ${numbers[1]}   plain ${numbers[2]}`);
  }
  expect(simd.scatterers).toBeGreaterThanOrEqual(120_000);
});

it('how the cost grows', () => {
  const grown = (name: string, points: readonly { x: number; ms: number }[], per: number): void => {
    const { slope, intercept, r2 } = fitLine(
      points.map((p) => p.x),
      points.map((p) => p.ms),
    );
    const list = points.map((p) => `${p.x}: ${p.ms.toFixed(1)}`).join(', ');
    console.log(
      `${name}: ${list} ms; ${(slope * per).toFixed(2)} ms per ${per}, from ${intercept.toFixed(1)} ms, R2 ${r2.toFixed(3)}`,
    );
  };
  const base = DEFAULT_IMAGING;
  grown(
    'lines',
    [256, 360, 512, 720, 1024].map((lines) => ({ x: lines, ms: medianOf({ ...base, lines }).ms })),
    100,
  );
  const depth = base.samples * base.mmPerSample;
  grown(
    'samples (same depth)',
    [256, 384, 512, 768, 1024].map((samples) => ({
      x: samples,
      ms: medianOf({ ...base, samples, mmPerSample: depth / samples }).ms,
    })),
    100,
  );
  grown(
    'scatterers',
    [0.5, 0.75, 1, 1.25, 1.5].map((density) => {
      const { ms, scatterers } = medianOf(base, density);
      return { x: scatterers, ms };
    }),
    10_000,
  );
  expect(medianOf(base).ms).toBeGreaterThan(0);
});

it('catheter still, fresh tissue, fast pullback', () => {
  const settings = imagingOf(DEFAULT_CATHETER);
  for (const [name, stepMm] of [
    ['still', 0],
    ['1 mm/s at 30/s', 1 / 30],
    ['9 mm/s at 60/s', 9 / 60],
  ] as const) {
    const { times } = timesOf({}, settings, 60, stepMm);
    const whole = times.get('whole frame')!;
    console.log(`${name}: median ${share(whole, 0.5).toFixed(1)}, p95 ${share(whole, 0.95).toFixed(1)} ms`);
    expect(whole.length).toBe(60);
  }
});
