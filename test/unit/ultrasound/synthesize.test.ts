/** @file A frame is a pure function of tissue and request. */
import { describe, expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { DEFAULT_IMAGING, DEFAULT_PROBE } from '../../../src/core/ultrasound/frame.ts';
import { ImagingSettingsError } from '../../../src/core/ultrasound/settings.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { fakeTissue, tube } from '../../helpers/fake-tissue.ts';
import { centredPose, requestOf } from '../../helpers/polar.ts';

const formula = tube({
  layers: [
    [1.0, MATERIAL.thrombus],
    [1.4, MATERIAL.looseFibrous],
    [1.6, MATERIAL.media],
    [1.85, MATERIAL.adventitia],
  ],
  outside: MATERIAL.muscle,
  plate: { inner: 1.4, outer: 1.7, angle: 2, arc: 1 },
});
const small = { ...DEFAULT_IMAGING, lines: 128, samples: 128, mmPerSample: 0.03 };
const request = requestOf(centredPose({ x: 0.3, y: -0.2, dxds: 0.05, rollRad: 0.4 }), { settings: small });
const openAt = (index: number, radiusMm: number) =>
  ({ kind: 'open', channel: 'plane', index, xRef: 0.3, yRef: -0.2, radiusMm }) as const;

describe('the synthesizer', () => {
  it('answers the same request with the same bytes, whatever it rendered before', () => {
    const one = createSynthesizer(fakeTissue(formula));
    const first = one.render(request)!;
    one.render({ ...request, frameSeed: 9, pose: { ...request.pose, s: 3 } });
    one.render({ ...request, settings: { ...small, probe: { ...small.probe, frequencyMHz: 60 } } });
    expect(one.render(request)!.data).toEqual(first.data);
    expect(createSynthesizer(fakeTissue(formula)).render(request)!.data).toEqual(first.data);
  });

  it('keeps what lasts while nothing moves, and the bytes are those of a fresh synthesizer', () => {
    const fresh = (asked: typeof request) => createSynthesizer(fakeTissue(formula)).render(asked)!.data;
    const tissue = fakeTissue(formula);
    const one = createSynthesizer(tissue);
    one.render(request);
    expect(one.render({ ...request, frameSeed: 2 })!.data).toEqual(fresh({ ...request, frameSeed: 2 }));
    const wire = { x: 1.2, y: 0, radiusMm: 0.178, dxds: 0, dyds: 0, device: 'wire2' } as const;
    const wired = { ...request, pose: { ...request.pose, wires: [wire] } };
    expect(one.render(wired)!.data).toEqual(fresh(wired));
    expect(one.render(wired, () => true)).toBeNull();
    expect(one.render(request)!.data).toEqual(fresh(request));
    const before = one.render(request)!.data;
    tissue.apply([99, 100, 101].map((index) => openAt(index, 0.66)));
    expect(one.render(request)!.data).not.toEqual(before);
  });

  it('changes with the frame seed, the seed of the case and the edits', () => {
    const plain = createSynthesizer(fakeTissue(formula)).render(request)!;
    expect(createSynthesizer(fakeTissue(formula)).render({ ...request, frameSeed: 2 })!.data).not.toEqual(
      plain.data,
    );
    expect(createSynthesizer(fakeTissue(formula, 2)).render(request)!.data).not.toEqual(plain.data);
    const tissue = fakeTissue(formula);
    const synthesizer = createSynthesizer(tissue);
    tissue.apply([99, 100, 101].map((index) => openAt(index, 0.66)));
    const opened = synthesizer.render({ ...request, editsVersion: 3 })!;
    expect(opened.data).not.toEqual(plain.data);
    expect(opened.editsVersion).toBe(3);
  });

  it('returns null when cancelled, at any stage', () => {
    const synthesizer = createSynthesizer(fakeTissue(formula));
    for (let after = 0; after < 6; after++) {
      let asked = 0;
      expect(synthesizer.render(request, () => asked++ >= after)).toBeNull();
    }
  });

  it('refuses a request for edits it has not seen', () => {
    const synthesizer = createSynthesizer(fakeTissue(formula));
    expect(() => synthesizer.render({ ...request, editsVersion: 1 })).toThrow(/editsVersion 1/);
  });

  it.each([
    ['frequencyMHz', 19],
    ['frequencyMHz', 61],
    ['frequencyMHz', Number.NaN],
    ['apertureMm', 0.1],
    ['focusMm', 0],
    ['bandwidthPercent', 120],
    ['orbitMm', -1],
  ] as const)('refuses probe.%s = %f and names the field', (field, value) => {
    const synthesizer = createSynthesizer(fakeTissue(formula));
    const bad = { ...request, settings: { ...DEFAULT_IMAGING, probe: { ...DEFAULT_PROBE, [field]: value } } };
    expect(() => synthesizer.render(bad)).toThrow(ImagingSettingsError);
    expect(() => synthesizer.render(bad)).toThrow(`probe.${field}`);
  });

  it.each([
    ['lines', 63],
    ['lines', 200.5],
    ['lines', 1025],
    ['samples', 63],
    ['samples', 2049],
    ['startMm', 0],
    ['mmPerSample', -0.01],
    ['mmPerSample', 1],
  ] as const)('refuses %s = %f and names the field', (field, value) => {
    const synthesizer = createSynthesizer(fakeTissue(formula));
    const bad = { ...request, settings: { ...DEFAULT_IMAGING, [field]: value } };
    expect(() => synthesizer.render(bad)).toThrow(ImagingSettingsError);
    expect(() => synthesizer.render(bad)).toThrow(field);
  });

  it.each([
    [20, 64, 64, 0.1],
    [60, 1024, 2048, 0.0025],
    [40, 360, 300, 0.02],
  ])('takes %i MHz, %i lines, %i samples of %f mm', (frequencyMHz, lines, samples, mmPerSample) => {
    const probe = { ...DEFAULT_PROBE, frequencyMHz };
    const settings = { ...DEFAULT_IMAGING, probe, lines, samples, startMm: 0.3, mmPerSample };
    const frame = createSynthesizer(fakeTissue(formula)).render({ ...request, settings })!;
    expect(frame.data.length).toBe(lines * samples);
    expect(new Set(frame.data).size).toBeGreaterThan(500);
  });
});
