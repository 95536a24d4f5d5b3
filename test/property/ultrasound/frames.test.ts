/** @file Whatever the pose, wires, openings and settings: a whole frame of plain numbers, twice the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { ALL_EFFECTS, type FrameRequest } from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { fakeTissue, tube } from '../../helpers/fake-tissue.ts';

const formula = tube({
  layers: [
    [0.8, MATERIAL.thrombus],
    [1.4, MATERIAL.denseFibrous],
    [1.6, MATERIAL.media],
    [1.85, MATERIAL.adventitia],
  ],
  outside: MATERIAL.fat,
  plate: { inner: 1, outer: 1.3, angle: 1, arc: 2 },
});

const offset = fc.double({ min: -2, max: 2, noNaN: true });
const slope = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const wire = fc.record({
  x: offset,
  y: offset,
  radiusMm: fc.constantFrom(0.127, 0.178),
  dxds: slope,
  dyds: slope,
  device: fc.constantFrom('wire1' as const, 'wire2' as const),
});
const request: fc.Arbitrary<FrameRequest> = fc.record({
  pose: fc.record({
    s: fc.double({ min: -20, max: 20, noNaN: true }),
    x: offset,
    y: offset,
    dxds: slope,
    dyds: slope,
    rollRad: fc.double({ min: -20, max: 20, noNaN: true }),
    sheathRadiusMm: fc.double({ min: 0.3, max: 0.7, noNaN: true }),
    wires: fc.array(wire, { maxLength: 2 }),
  }),
  settings: fc.record({
    probe: fc.record({
      frequencyMHz: fc.double({ min: 20, max: 60, noNaN: true }),
      apertureMm: fc.double({ min: 0.3, max: 0.8, noNaN: true }),
      focusMm: fc.option(fc.double({ min: 1, max: 10, noNaN: true })),
      bandwidthPercent: fc.double({ min: 40, max: 90, noNaN: true }),
      orbitMm: fc.double({ min: 0, max: 0.5, noNaN: true }),
    }),
    framesPerS: fc.double({ min: 10, max: 90, noNaN: true }),
    timeGainDbCmMHz: fc.double({ min: 0, max: 2, noNaN: true }),
    smoothLines: fc.integer({ min: 0, max: 3 }),
    effects: fc.constant(ALL_EFFECTS),
    lines: fc.integer({ min: 64, max: 150 }),
    samples: fc.integer({ min: 64, max: 150 }),
    startMm: fc.double({ min: 0.2, max: 0.5, noNaN: true }),
    mmPerSample: fc.double({ min: 0.01, max: 0.04, noNaN: true }),
  }),
  editsVersion: fc.constant(0),
  frameSeed: fc.integer(),
  timeS: fc.double({ min: 0, max: 600, noNaN: true }),
});

it('renders every request whole, the same in any synthesizer', () => {
  fc.assert(
    fc.property(request, fc.double({ min: 0, max: 0.9, noNaN: true }), (asked, radiusMm) => {
      const tissues = [fakeTissue(formula), fakeTissue(formula)];
      for (const tissue of tissues) {
        const at = { xRef: asked.pose.x, yRef: asked.pose.y, radiusMm };
        tissue.apply([
          { kind: 'open', channel: 'plane', index: 100 + Math.round(asked.pose.s / 0.5), ...at },
        ]);
      }
      const [a, b] = tissues.map((tissue) => createSynthesizer(tissue).render(asked)!);
      expect(a!.data.length).toBe(asked.settings.lines * asked.settings.samples);
      // a number that is not finite would become 0, which noise never reaches
      expect(a!.data.reduce((low, v) => Math.min(low, v), 65535)).toBeGreaterThan(0);
      expect(b!.data).toEqual(a!.data);
    }),
    { numRuns: 12, seed: 7 },
  );
});
