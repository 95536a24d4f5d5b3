/** @file Calcium, wires and the wall: what is bright, what is dark, and where on the screen. */
import { describe, expect, it } from 'vitest';
import { MATERIAL } from '../../../src/core/anatomy/material.ts';
import { ALL_EFFECTS, DEFAULT_IMAGING, type SlabWire } from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { fakeTissue, tube } from '../../helpers/fake-tissue.ts';
import { centredPose, dbAt, levelDb, lineOf, requestOf } from '../../helpers/polar.ts';

const WALL = [
  [1.3, MATERIAL.blood],
  [1.42, MATERIAL.intima],
  [1.62, MATERIAL.media],
  [1.87, MATERIAL.adventitia],
] as const;
/** Behind the plate and before its first repeat at 2.37 mm. */
const BEHIND = [1.95, 2.25] as const;
const wallTube = tube({ layers: WALL, outside: MATERIAL.connective });
/** Without the sound's own speed, so that things are drawn where they are. */
const TRUE_RANGES = { ...DEFAULT_IMAGING, effects: { ...ALL_EFFECTS, soundSpeed: false } };
const render = (formula: Parameters<typeof fakeTissue>[0], pose = centredPose()) =>
  createSynthesizer(fakeTissue(formula)).render(requestOf(pose, { settings: TRUE_RANGES }))!;

describe('the normal wall', () => {
  const frame = render(wallTube);
  const all = [0, 2 * Math.PI - 0.02] as const;

  it('is bright, dark, bright', () => {
    const intima = levelDb(frame, all, [1.33, 1.4]);
    const media = levelDb(frame, all, [1.48, 1.56]);
    const adventitia = levelDb(frame, all, [1.66, 1.84]);
    expect(intima - media).toBeGreaterThan(6);
    expect(adventitia - media).toBeGreaterThan(8);
  });

  it('keeps adventitia between -31 and -17 dB and the far field below it', () => {
    const adventitia = levelDb(frame, all, [1.66, 1.84]);
    expect(adventitia).toBeGreaterThan(-31);
    expect(adventitia).toBeLessThan(-17);
    expect(adventitia - levelDb(frame, all, [4.5, 5.3])).toBeGreaterThan(15);
  });
});

describe('calcium', () => {
  const angle = Math.PI / 2;
  const plate = { inner: 1.4, outer: 1.8, angle, arc: Math.PI / 2 };
  const frame = render(tube({ layers: WALL, outside: MATERIAL.connective, plate }));

  it('has a leading edge at least 12 dB above adventitia', () => {
    const adventitia = levelDb(frame, [3.6, 5.8], [1.66, 1.84]);
    let edge = -200;
    for (let r = 1.35; r < 1.48; r += 0.01) edge = Math.max(edge, dbAt(frame, lineOf(frame, angle), r));
    expect(edge - adventitia).toBeGreaterThan(12);
    expect(edge).toBeLessThanOrEqual(0);
  });

  it('casts a shadow at least 20 dB deep', () => {
    const behind = levelDb(frame, [angle - 0.4, angle + 0.4], BEHIND);
    const open = levelDb(frame, [angle + Math.PI - 0.4, angle + Math.PI + 0.4], BEHIND);
    expect(open - behind).toBeGreaterThan(20);
  });

  it('appears on line (psi - roll) / 2 pi x lines', () => {
    const roll = 1.1;
    const turned = render(
      tube({ layers: WALL, outside: MATERIAL.connective, plate }),
      centredPose({ rollRad: roll }),
    );
    const at = (psi: number) => {
      const from = (((psi - roll) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
      return levelDb(turned, [from - 0.3, from + 0.3], BEHIND);
    };
    expect(at(angle + Math.PI) - at(angle)).toBeGreaterThan(20);
  });

  it('repeats at the distance between its surface and the catheter', () => {
    const near = { ...plate, inner: 1.2, outer: 1.5, arc: 2.5 };
    const once = render(
      tube({ layers: [[1.2, MATERIAL.blood], ...WALL.slice(1)], outside: MATERIAL.connective, plate: near }),
    );
    const expected = 1.2 + (1.2 - 0.435);
    let best = 0;
    let bestDb = -200;
    for (let r = 1.7; r < 2.3; r += 0.01) {
      const db = dbAt(once, lineOf(once, angle), r);
      if (db > bestDb) {
        bestDb = db;
        best = r;
      }
    }
    expect(Math.abs(best - expected)).toBeLessThan(0.025);
  });
});

describe('a wire', () => {
  const wireAt = (x: number, y: number): SlabWire => ({
    x,
    y,
    radiusMm: 0.178,
    dxds: 0,
    dyds: 0,
    device: 'wire2',
  });
  const psi = 0.8;
  const distance = 1.1;
  const frame = render(
    () => MATERIAL.denseFibrous,
    centredPose({ wires: [wireAt(distance * Math.cos(psi), distance * Math.sin(psi))] }),
  );

  it('is the brightest thing, at its front surface', () => {
    let best = -200;
    let where = 0;
    for (let r = 0.6; r < 2; r += 0.01) {
      const db = dbAt(frame, lineOf(frame, psi), r);
      if (db > best) {
        best = db;
        where = r;
      }
    }
    expect(where).toBeCloseTo(distance - 0.178, 1.5);
    expect(best).toBeGreaterThan(-22);
  });

  it('shadows 2 asin(a / d), within 4 degrees', () => {
    const expected = (2 * Math.asin(0.178 / distance) * 180) / Math.PI;
    const open = levelDb(frame, [psi + 1.5, psi + 3], [1.8, 2.4]);
    let dark = 0;
    for (let l = 0; l < 512; l++) {
      const a = (2 * Math.PI * l) / 512;
      const off = Math.atan2(Math.sin(a - psi), Math.cos(a - psi));
      if (Math.abs(off) < 0.6 && levelDb(frame, [a - 0.001, a + 0.001], [1.8, 2.4]) < open - 6) dark++;
    }
    expect(Math.abs((dark * 360) / 512 - expected)).toBeLessThan(4);
  });

  it('rings at 95 um', () => {
    const row = Array.from({ length: 60 }, (_, i) =>
      dbAt(frame, lineOf(frame, psi), distance - 0.178 + i * 0.01),
    );
    // speckle from beside the wire ripples in the gaps: a ring is the highest for 40 um to either side
    const peaks = row.flatMap((v, i) =>
      i > 3 && i < 45 && v === Math.max(...row.slice(i - 4, i + 5)) ? [i] : [],
    );
    const spacing = (peaks[3]! - peaks[0]!) / 3;
    expect(spacing).toBeGreaterThan(8.3);
    expect(spacing).toBeLessThan(10.7);
  });
});
