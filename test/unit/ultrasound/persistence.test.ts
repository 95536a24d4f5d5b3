/** @file The running average of shown frames. */
import { describe, expect, it } from 'vitest';
import type { PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import { createPersistence } from '../../../src/core/ultrasound/receiver/persistence.ts';
import { centredPose } from '../../helpers/polar.ts';

const frame = (values: readonly number[], mmPerSample = 0.01): PolarFrame => ({
  lines: 1,
  samples: values.length,
  startMm: 0.3,
  mmPerSample,
  data: Uint16Array.from(values),
  pose: centredPose(),
  editsVersion: 0,
  frameSeed: 0,
});

describe('persistence', () => {
  it('of one frame shows each as it comes', () => {
    const persistence = createPersistence(1);
    persistence.show(frame([100, 200]));
    const next = frame([300, 0]);
    expect(persistence.show(next)).toBe(next);
  });

  it('of three frames takes half of the newest and keeps the frame it was given', () => {
    const persistence = createPersistence(3);
    persistence.show(frame([100, 60_000]));
    const next = frame([300, 0]);
    expect([...persistence.show(next).data]).toEqual([200, 30_000]);
    expect([...next.data]).toEqual([300, 0]);
  });

  it('settles on a still picture from above and from below', () => {
    const persistence = createPersistence(4);
    persistence.show(frame([0, 65_535]));
    let shown = frame([0, 0]);
    for (let i = 0; i < 60; i++) shown = persistence.show(frame([1000, 1000]));
    for (const value of shown.data) expect(Math.abs(value - 1000)).toBeLessThan(3);
  });

  it('starts anew with a frame of another shape, and when told to', () => {
    const persistence = createPersistence(3);
    persistence.show(frame([100]));
    expect([...persistence.show(frame([900], 0.02)).data]).toEqual([900]);
    persistence.reset();
    expect([...persistence.show(frame([500], 0.02)).data]).toEqual([500]);
  });
});
