/** @file The picture survives a lost context, works without WebGL2, and draws only when something has changed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CrossSectionCanvas } from '../../../src/viewer/cross-section/CrossSectionCanvas.tsx';
import { createGlScan, type ScanInput } from '../../../src/viewer/cross-section/scan-picture.ts';
import { createLevelTexture } from '../../../src/viewer/gl/level-texture.ts';
import { createStage, type Picture, type StageState } from '../../../src/viewer/gl/stage.ts';
import { frameOf } from '../../helpers/synthetic-frame.ts';
import { frames, type Mounted, mount, resetState, screenOf } from './fixtures.tsx';

const VIEW = { gainDb: 0, dynamicRangeDb: 50, depthMm: 4, mirrored: false };
const bright = frameOf(() => -5, { lines: 16, samples: 100, mmPerSample: 0.05 });
let mounted: Mounted | null = null;

beforeEach(resetState);
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  vi.restoreAllMocks();
});

const canvasOf = (host: HTMLElement): HTMLCanvasElement => {
  const canvas = host.querySelector('canvas');
  if (!canvas) throw new Error('no canvas');
  return canvas;
};

test('a lost context brings a message, and the same picture when it is restored', async () => {
  mounted = mount(<CrossSectionCanvas getFrame={() => bright} view={VIEW} label="IVUS image" />, 200, 200);
  await expect.element(page.getByRole('img', { name: 'IVUS image' })).toBeVisible();
  await frames(3);
  expect((await screenOf(mounted.host))(0.5, 0.2)).toBeGreaterThan(200);

  const extension = canvasOf(mounted.host).getContext('webgl2')?.getExtension('WEBGL_lose_context');
  if (!extension) throw new Error('no WEBGL_lose_context');
  extension.loseContext();
  await expect.element(page.getByText(/graphics were interrupted/)).toBeVisible();
  extension.restoreContext();
  await expect.element(page.getByText(/graphics were interrupted/)).not.toBeInTheDocument();
  await frames(3);
  expect((await screenOf(mounted.host))(0.5, 0.2)).toBeGreaterThan(200);
});

test('without WebGL2 the processor draws the same picture and a sentence says why', async () => {
  const original = HTMLCanvasElement.prototype.getContext;
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
    ...args: unknown[]
  ) {
    return args[0] === 'webgl2' ? null : Reflect.apply(original, this, args);
  } as typeof original);
  mounted = mount(<CrossSectionCanvas getFrame={() => bright} view={VIEW} label="IVUS image" />, 400, 300);
  await expect.element(page.getByText(/no WebGL2/)).toBeVisible();
  await frames(3);
  const grey = await screenOf(mounted.host);
  expect(grey(0.5, 0.15)).toBeGreaterThan(200);
  expect(grey(0.05, 0.1)).toBeLessThan(5);
  expect(grey(0.5, 0.5)).toBeLessThan(5);
});

test('nothing is drawn while frame, view and size stay the same', () => {
  const canvas = document.createElement('canvas');
  let drawn = 0;
  const picture: Picture<number> = { draw: () => drawn++, dispose: () => {} };
  const states: StageState[] = [];
  const stage = createStage<number>({
    canvas,
    createGl: () => picture,
    createCpu: () => picture,
    same: (a, b) => a === b,
    onState: (state) => states.push(state),
  });
  stage.resize(10, 10);
  expect([stage.draw(1), stage.draw(1), stage.draw(2)]).toEqual([true, false, true]);
  stage.resize(10, 10);
  expect(stage.draw(2)).toBe(false);
  stage.resize(20, 10);
  expect(stage.draw(2)).toBe(true);
  expect(drawn).toBe(3);
  expect(states).toEqual(['gl']);
  stage.dispose();
  expect(stage.draw(3)).toBe(false);
});

test('frames of another size and odd widths upload whole', () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const gl = canvas.getContext('webgl2', { alpha: false });
  if (!gl) throw new Error('This browser has no WebGL2.');
  const picture: Picture<ScanInput> = createGlScan(gl);
  const pixel = new Uint8Array(4);
  for (const [lines, samples, db] of [
    [16, 101, 0],
    [31, 37, -25],
    [64, 255, -10],
  ] as const) {
    const frame = frameOf(() => db, { lines, samples, mmPerSample: 4.5 / samples });
    picture.draw({ frame, view: { ...VIEW, rotationRad: 0, gamma: 1 } });
    gl.readPixels(50, 32, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    expect(Math.abs(pixel[0]! - (255 * (db + 50)) / 50)).toBeLessThanOrEqual(1);
  }
  expect(gl.getError()).toBe(gl.NO_ERROR);
  picture.dispose();
});

test('an unmounted picture gives its graphics context back', async () => {
  const shown = mount(<CrossSectionCanvas getFrame={() => bright} view={VIEW} />, 100, 100);
  await vi.waitFor(() => expect(shown.host.querySelector('canvas')).not.toBeNull());
  const gl = canvasOf(shown.host).getContext('webgl2');
  shown.unmount();
  await vi.waitFor(() => expect(gl?.isContextLost()).toBe(true));
});

test('rows of a texture can be replaced alone', () => {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) throw new Error('This browser has no WebGL2.');
  const texture = createLevelTexture(gl);
  texture.upload(3, 4, new Uint16Array(12).fill(7));
  texture.uploadRows(2, 1, new Uint16Array([9, 9, 9]));
  expect(gl.getError()).toBe(gl.NO_ERROR);
  expect([texture.width, texture.height]).toEqual([3, 4]);
  texture.dispose();
});
