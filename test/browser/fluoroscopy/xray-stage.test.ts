/** @file The X-ray picture in real WebGL2: what is dark, what fills, what the roadmap keeps, what survives a loss. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Tissue } from '../../../src/core/anatomy/tissue.ts';
import { CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { projectPoint } from '../../../src/core/fluoro/c-arm.ts';
import { createFlatPicture } from '../../../src/fluoroscopy/flat-picture.ts';
import { createFluoroModel, type FluoroModel } from '../../../src/fluoroscopy/fluoro-model.ts';
import type { Roadmap } from '../../../src/fluoroscopy/xray-picture.ts';
import { createXrayStage, type XrayStage, type XrayStageState } from '../../../src/fluoroscopy/xray-stage.ts';
import { type FakeMoment, fakeSnapshot } from '../../helpers/fake-snapshot.ts';

const SIDE = 384;

let host: HTMLDivElement;
let stage: XrayStage;
let model: FluoroModel;
let states: XrayStageState[];
let tissue: Tissue;

beforeEach(() => {
  tissue = caseTissue(CASE_LIBRARY[0]!);
  model = createFluoroModel();
  states = [];
  host = document.createElement('div');
  Object.assign(host.style, { position: 'relative', width: `${SIDE}px`, height: `${SIDE}px` });
  document.body.append(host);
  stage = createXrayStage({ host, lastExposure: model.repeat, onState: (s) => states.push(s) });
  stage.resize(SIDE, SIDE);
});

afterEach(() => {
  stage.dispose();
  host.remove();
});

/** Exposes a few pulses of a moment, so that lag and noise settle. */
const expose = (moment: FakeMoment, pulses = 4): void => {
  for (let i = 0; i < pulses; i++) {
    const snapshot = fakeSnapshot(tissue.anatomy, { fluoroOn: true, tick: 240 + i, ...moment });
    const exposure = model.advance(snapshot, tissue, 1);
    if (exposure) stage.expose(exposure);
  }
};

/** Grey levels of the picture, row-major from the top left. */
const grey = (roadmap: Roadmap | null = null): Uint8Array => {
  stage.show(model.view()!, roadmap);
  const copy = document.createElement('canvas');
  copy.width = copy.height = SIDE;
  const context = copy.getContext('2d')!;
  context.drawImage(host.querySelector('canvas')!, 0, 0);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => data[4 * i]!);
};

const mean = (picture: Uint8Array, points: readonly { x: number; y: number }[]): number =>
  points.reduce((sum, { x, y }) => sum + picture[Math.round(y) * SIDE + Math.round(x)]!, 0) / points.length;

/** Pixels along a world path, moved sideways by some pixels. */
const along = (world: Float32Array, from: number, to: number, sideways = 0): { x: number; y: number }[] => {
  const view = model.heldView!;
  const out: { x: number; y: number }[] = [];
  for (let i = from; i < to; i++) {
    const { u, v } = projectPoint(view, { x: world[3 * i]!, y: world[3 * i + 1]!, z: world[3 * i + 2]! });
    const x = SIDE * (0.5 + u / view.fieldMm) + sideways;
    const y = SIDE * (0.5 + v / view.fieldMm);
    if (x > 12 && x < SIDE - 12 && y > 12 && y < SIDE - 12) out.push({ x: x - 0.5, y: y - 0.5 });
  }
  return out;
};

const wire1Of = (moment: FakeMoment): Float32Array => fakeSnapshot(tissue.anatomy, moment).devices[0]!.world;

const vessel = (id: string): Float32Array => {
  const { curve } = tissue.anatomy.leg.vessels.find((v) => v.id === id)!;
  return Float32Array.from(curve.frames.flatMap(({ origin }) => [origin.x, origin.y, origin.z]));
};

test('there is nothing to show before the first pulse', () => {
  expect(stage.show({ angleDeg: 0, centre: { x: 0, y: 0, z: 0 }, fieldMm: 100 }, null)).toBe(false);
  expect(stage.state).toBe('gl');
});

test('the leg shows: bone darker than muscle, muscle darker than air, collimator black', () => {
  expose({});
  const picture = grey();
  expect(new Set(picture).size).toBeGreaterThan(60);
  const row = Array.from({ length: SIDE }, (_, x) => {
    let sum = 0;
    for (let y = SIDE / 2 - 6; y < SIDE / 2 + 6; y++) sum += picture[y * SIDE + x]!;
    return sum / 12;
  });
  const inner = row.slice(10, SIDE - 10);
  expect(Math.max(...inner)).toBeGreaterThan(165);
  expect(Math.min(...inner)).toBeLessThan(110);
  expect(picture[0]).toBeLessThan(6);
});

test.each([0, 30, -30])(
  'a wire is darker than its surroundings at %i degrees, its coil darkest',
  (angleDeg) => {
    const moment: FakeMoment = { angleDeg, wire1Mm: 180 };
    expose(moment);
    const picture = grey();
    const world = wire1Of(moment);
    const tip = world.length / 3 - 1;
    const contrast = (from: number, to: number): number =>
      (mean(picture, along(world, from, to, 5)) + mean(picture, along(world, from, to, -5))) / 2 -
      mean(picture, along(world, from, to));
    const coil = contrast(tip - 26, tip - 2);
    const shaft = contrast(tip - 70, tip - 36);
    expect(shaft).toBeGreaterThan(8);
    expect(coil).toBeGreaterThan(shaft * 1.4);
  },
);

test('contrast darkens open vessels at once, the distal target later and less', () => {
  expose({});
  const before = grey();
  const ata = along(vessel('ata'), 120, 400);
  const distal = along(vessel('pta-distal'), 6, 30);
  const occluded = along(vessel('pta-occluded'), 60, 200);
  const drop = (picture: Uint8Array, points: { x: number; y: number }[]): number =>
    mean(before, points) - mean(picture, points);
  expose({ opacity: 1, tick: 600 });
  for (let i = 0; i < 8; i++) expose({ opacity: 1, tick: 900 + 200 * i }, 1);
  const filled = grey();
  expect(drop(filled, ata)).toBeGreaterThan(12);
  expect(drop(filled, distal)).toBeGreaterThan(4);
  expect(drop(filled, ata)).toBeGreaterThan(drop(filled, distal));
  expect(Math.abs(drop(filled, occluded))).toBeLessThan(5);
});

test('after a puff the roadmap brightens the vessels, and a wire in one stays darker than it', () => {
  expose({ roadmapAngleDeg: 0 });
  const plain = grey();
  const roadmap = model.roadmap(fakeSnapshot(tissue.anatomy, { roadmapAngleDeg: 0 }))!.roadmap;
  const shown = grey(roadmap);
  const ata = along(vessel('ata'), 120, 400);
  expect(mean(shown, ata) - mean(plain, ata)).toBeGreaterThan(20);
  const beside = along(vessel('ata'), 120, 400, 14);
  expect(Math.abs(mean(shown, beside) - mean(plain, beside))).toBeLessThan(6);
});

test('the held image moves with the table and does not change otherwise', () => {
  expose({ wire1Mm: 180 });
  const before = grey();
  const again = grey();
  expect(again).toEqual(before);
  const mmPerPixel = model.heldView!.fieldMm / SIDE;
  model.drag(20 * mmPerPixel, 0);
  const moved = grey();
  let difference = 0;
  let count = 0;
  for (let y = 60; y < SIDE - 60; y++) {
    for (let x = 60; x < SIDE - 60; x++) {
      difference += Math.abs(moved[y * SIDE + x]! - before[y * SIDE + x - 20]!);
      count++;
    }
  }
  expect(difference / count).toBeLessThan(2);
});

test('the same pulse gives the same picture, another pulse other noise', () => {
  const one = model.advance(fakeSnapshot(tissue.anatomy, { fluoroOn: true, tick: 500 }), tissue, 1)!;
  // A turn of the C-arm in between clears the lag of earlier pulses.
  const other = { ...one, view: { ...one.view, angleDeg: 5 } };
  const take = (seed: number): Uint8Array => {
    stage.expose(other);
    stage.expose({ ...one, seed });
    return grey();
  };
  const first = take(1);
  expect(take(1)).toEqual(first);
  expect(take(2)).not.toEqual(first);
});

test('clearing leaves nothing of the last case', () => {
  expose({});
  grey();
  stage.clear();
  expect(stage.show(model.view()!, null)).toBe(false);
});

test('a lost context comes back with the held image', async () => {
  expose({ wire1Mm: 180 });
  const before = grey();
  const canvas = host.querySelector('canvas')!;
  const loss = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
  const heard = (name: string) => new Promise((done) => canvas.addEventListener(name, done, { once: true }));
  const lost = heard('webglcontextlost');
  loss.loseContext();
  await lost;
  expect(stage.state).toBe('lost');
  expect(stage.show(model.view()!, null)).toBe(false);
  // The event's own task must end before the browser may restore.
  await new Promise((done) => setTimeout(done, 0));
  const restored = heard('webglcontextrestored');
  loss.restoreContext();
  await restored;
  expect(stage.state).toBe('gl');
  expect(states).toEqual(['lost', 'gl']);
  const after = grey();
  const difference = after.reduce((sum, v, i) => sum + Math.abs(v - before[i]!), 0) / after.length;
  expect(difference).toBeLessThan(8);
});

describe('without WebGL2 float targets', () => {
  test('outlines are drawn on a plain field', () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 200;
    const context = canvas.getContext('2d')!;
    const flat = createFlatPicture(context);
    const snapshot = fakeSnapshot(tissue.anatomy, { fluoroOn: true, wire1Mm: 180, opacity: 1 });
    const exposure = model.advance(snapshot, tissue, 1)!;
    expect(flat.show(exposure.view, null)).toBe(false);
    flat.expose(exposure);
    expect(flat.show(exposure.view, null)).toBe(true);
    const { data } = context.getImageData(0, 0, 200, 200);
    const greys = new Set(Array.from({ length: 40000 }, (_, i) => data[4 * i]!));
    expect(greys.size).toBeGreaterThan(10);
  });
});
