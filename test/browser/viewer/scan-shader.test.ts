/** @file The scan conversion shader draws what its TypeScript twin computes, on random frames and settings. */
import { expect, test } from 'vitest';
import { createStream } from '../../../src/core/math/rng.ts';
import { type ScanView, scanConvert } from '../../../src/core/measure/scan-convert.ts';
import type { PolarFrame } from '../../../src/core/ultrasound/frame.ts';
import { createGlScan, FRAME_SCALE } from '../../../src/viewer/cross-section/scan-picture.ts';
import { frameOf, noiseFrame } from '../../helpers/synthetic-frame.ts';

const PLAIN: ScanView = {
  gainDb: 0,
  dynamicRangeDb: 60,
  gamma: 1,
  depthMm: 4,
  rotationRad: 0,
  mirrored: false,
};

const context = (width: number, height: number): WebGL2RenderingContext => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false });
  if (!gl) throw new Error('This browser has no WebGL2.');
  return gl;
};

/** Grey bytes as drawn by the shader, row-major from the top left. */
const shaderPicture = (frame: PolarFrame, view: ScanView, width: number, height: number): Uint8Array => {
  const gl = context(width, height);
  const picture = createGlScan(gl);
  picture.draw({ frame, view });
  const rgba = new Uint8Array(4 * width * height);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, rgba);
  picture.dispose();
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) grey[y * width + x] = rgba[4 * ((height - 1 - y) * width + x)]!;
  }
  return grey;
};

const twinPicture = (frame: PolarFrame, view: ScanView, width: number, height: number): Uint8Array => {
  const grey = new Uint8Array(width * height);
  scanConvert(frame, FRAME_SCALE, view, width, height, grey);
  return grey;
};

/** Share of pixels that differ by more than one grey level. */
const shareOff = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((count, value, i) => count + (Math.abs(value - b[i]!) > 1 ? 1 : 0), 0) / a.length;

test('agrees within one grey level in 99.9 % of pixels on noise, whatever the settings', () => {
  const draw = createStream(7, 'scan-shader');
  for (let round = 0; round < 12; round++) {
    const frame = noiseFrame(round, {
      lines: 16 + draw.int(500),
      samples: 33 + draw.int(480),
      startMm: draw.range(0, 0.5),
      mmPerSample: draw.range(0.008, 0.03),
    });
    const view: ScanView = {
      gainDb: draw.range(-20, 40),
      dynamicRangeDb: draw.range(30, 80),
      gamma: round % 3 === 0 ? draw.range(0.5, 2) : 1,
      depthMm: draw.range(2, 6),
      rotationRad: draw.range(-7, 7),
      mirrored: round % 2 === 1,
    };
    const width = 120 + draw.int(200);
    const height = 120 + draw.int(200);
    const shader = shaderPicture(frame, view, width, height);
    const off = shareOff(shader, twinPicture(frame, view, width, height));
    expect(off, `round ${round}: ${JSON.stringify(view)}`).toBeLessThanOrEqual(0.001);
    expect(shader.some((grey) => grey > 100)).toBe(true);
  }
});

test('is smooth across the seam between the last line and the first', () => {
  const frame = frameOf((psi) => -60 + 50 * Math.cos(psi / 2) ** 2);
  const size = 201;
  for (const make of [shaderPicture, twinPicture]) {
    const grey = make(frame, { ...PLAIN, depthMm: 3 }, size, size);
    // The seam (psi = 0) runs from the centre to the left edge of the middle row.
    for (let x = 10; x < 80; x++) {
      const column = [-2, -1, 0, 1, 2].map((dy) => grey[(100 + dy) * size + x]!);
      expect(Math.max(...column) - Math.min(...column)).toBeLessThanOrEqual(1);
    }
  }
});

/** Mean grey of a small square about a clock position at 2 mm on a picture of depth 4 mm. */
const greyAt = (grey: Uint8Array, size: number, hours: number): number => {
  const angle = (hours * Math.PI) / 6;
  const cx = Math.round(size / 2 + (size / 4) * Math.sin(angle));
  const cy = Math.round(size / 2 - (size / 4) * Math.cos(angle));
  let sum = 0;
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += grey[(cy + dy) * size + cx + dx]!;
  return sum / 9;
};

test.each([
  { name: 'plain', view: PLAIN, lit: 1, dark: 11 },
  { name: 'mirrored', view: { ...PLAIN, mirrored: true }, lit: 11, dark: 1 },
  { name: 'turned a quarter clockwise', view: { ...PLAIN, rotationRad: Math.PI / 2 }, lit: 4, dark: 1 },
  {
    name: 'turned, then mirrored',
    view: { ...PLAIN, rotationRad: Math.PI / 2, mirrored: true },
    lit: 8,
    dark: 4,
  },
])('an echo at psi = 120 deg (1 o’clock), $name', ({ view, lit, dark }) => {
  const frame = frameOf((psi) => (Math.abs(psi - (2 * Math.PI) / 3) < 0.2 ? 0 : -120));
  for (const make of [shaderPicture, twinPicture]) {
    const grey = make(frame, view, 256, 256);
    expect(greyAt(grey, 256, lit)).toBe(255);
    expect(greyAt(grey, 256, dark)).toBe(0);
  }
});

test('is dark inside the first sample, beyond the last one and beyond the displayed depth', () => {
  const frame = frameOf(() => 0, { startMm: 0.5, mmPerSample: 0.02, samples: 101 });
  for (const make of [shaderPicture, twinPicture]) {
    const near = make(frame, { ...PLAIN, depthMm: 2 }, 200, 300);
    expect(near[150 * 200 + 100]).toBe(0);
    expect(near[150 * 200 + 100 + 60]).toBe(255);
    expect(near[10 * 200 + 100]).toBe(0);
    const far = make(frame, { ...PLAIN, depthMm: 4 }, 200, 200);
    expect(far[100 * 200 + 100 + 80]).toBe(0);
  }
});
