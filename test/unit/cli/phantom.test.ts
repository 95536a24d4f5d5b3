/** @file Verb `phantom`: points through beam and pulse, and errors that name file and field. */
import { describe, expect, test } from 'vitest';
import { cli } from '../../helpers/cli.ts';

const SPEC = {
  probe: { frequencyMHz: 40, apertureMm: 0.5, focusMm: null, bandwidthPercent: 60, orbitMm: 0.3 },
  speedMmPerUs: 1.54,
  attenuationDbPerCmMHz: 0,
  lines: { startDeg: -7, stepDeg: 0.7, count: 21 },
  rangeMm: [1.5, 2.5],
  sampleMm: 0.01,
  scatterers: [[2.3, 0, 0, 1]],
};
const phantom = (spec: object) => cli('phantom in.json --out out.c64', { 'in.json': JSON.stringify(spec) });
const linesOf = (ran: ReturnType<typeof phantom>) => {
  const bytes = ran.written.get('out.c64')!;
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
};
const magnitude = (data: Float32Array, i: number) => Math.hypot(data[2 * i]!, data[2 * i + 1]!);

describe('a phantom', () => {
  const ran = phantom(SPEC);
  const { lines, samples } = ran.json as { lines: number; samples: number };
  const data = linesOf(ran);

  test('tells its size and has as many numbers', () => {
    expect(ran.status).toBe(0);
    expect([lines, samples, ran.json.mmPerSample, ran.json.rangeMm]).toEqual([21, 101, 0.01, [1.5, 2.5]]);
    expect(data.length).toBe(2 * lines * samples);
  });

  test('peaks where the point is, and turns with its depth', () => {
    let best = 0;
    for (let i = 0; i < lines * samples; i++) if (magnitude(data, i) > magnitude(data, best)) best = i;
    expect(Math.floor(best / samples)).toBe(10);
    // 2 mm from the element: 50 samples in, half the packet's lateness aside
    expect(Math.abs((best % samples) - 50)).toBeLessThanOrEqual(1);
    const phase = Math.atan2(data[2 * best + 1]!, data[2 * best]!);
    const onAxis = linesOf(phantom({ ...SPEC, scatterers: [[2.3, 0, 0, -2]] }));
    expect(onAxis[2 * best]!).toBeCloseTo(-2 * data[2 * best]!, 5);
    // a quarter wavelength further out turns the echo by half
    const further = linesOf(phantom({ ...SPEC, scatterers: [[2.3 + 1.54 / 40 / 4, 0, 0, 1]] }));
    const turned = Math.atan2(further[2 * best + 1]!, further[2 * best]!) - phase;
    expect(Math.abs(Math.abs(Math.atan2(Math.sin(turned), Math.cos(turned))) - Math.PI)).toBeLessThan(0.1);
  });

  test('loses 2 alpha f per cm', () => {
    const lossy = linesOf(phantom({ ...SPEC, attenuationDbPerCmMHz: 0.5 }));
    const at = 10 * samples + 50;
    // 2 x 0.5 dB / cm / MHz x 40 MHz x 0.2 cm
    expect(20 * Math.log10(magnitude(data, at) / magnitude(lossy, at))).toBeCloseTo(8, 1);
  });

  test.each([
    [{ scatterers: [] }, /^in\.json: scatterers must be at least 1 entry, not 0/],
    [{ scatterers: [[1, null, 0, 1]] }, /^in\.json: scatterers\[0\]\[1\] must be a number, not null/],
    [{ scatterers: [[1, 2, 3]] }, /^in\.json: scatterers\[0\]/],
    [
      { probe: { ...SPEC.probe, frequencyMHz: 400 } },
      /^in\.json: probe\.frequencyMHz must lie between 20 and 60/,
    ],
    [{ rangeMm: [3, 2] }, /^in\.json: rangeMm must end beyond its start/],
    [{ sampleMm: 0 }, /^in\.json: sampleMm must lie between/],
    [{ lines: { ...SPEC.lines, count: 0 } }, /^in\.json: lines\.count must lie between/],
    [{ speed: 1 }, /^in\.json: speed is not a known field/],
  ])('refuses a wrong field (%#)', (change, sentence) => {
    const refused = phantom({ ...SPEC, ...change });
    expect(refused.err).toMatch(sentence);
    expect(refused.status).toBe(2);
    expect(refused.written.size).toBe(0);
  });

  test('refuses ten million scatterers, a NaN and a missing file', () => {
    const much = ' '.repeat(21 * 1024 * 1024);
    expect(cli('phantom in.json --out o', { 'in.json': much }).err).toMatch(/larger than 20 MB/);
    const text = JSON.stringify(SPEC).replace('[2.3,0', '[NaN,0');
    expect(cli('phantom in.json --out o', { 'in.json': text }).err).toMatch(/^in\.json is not valid JSON/);
    expect(cli('phantom in.json --out o').err).toMatch(/^in\.json cannot be read: ENOENT/);
    expect(cli('phantom in.json', { 'in.json': JSON.stringify(SPEC) }).err).toMatch(/^--out is needed/);
  });
});
