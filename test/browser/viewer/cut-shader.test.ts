/** @file The longitudinal shader draws what its TypeScript twin computes, also as columns are added and bridged. */
import { expect, test } from 'vitest';
import { createStream } from '../../../src/core/math/rng.ts';
import { LongitudinalAssembler } from '../../../src/core/measure/longitudinal.ts';
import { type CutInput, convertCut, createGlCut } from '../../../src/viewer/longitudinal/cut-picture.ts';
import { noiseFrame } from '../../helpers/synthetic-frame.ts';

const WIDTH = 230;
const HEIGHT = 121;

test('agrees within one grey level in 99.9 % of pixels', () => {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false });
  if (!gl) throw new Error('This browser has no WebGL2.');
  const picture = createGlCut(gl);
  const draw = createStream(3, 'cut-shader');
  for (let round = 0; round < 4; round++) {
    const assembler = new LongitudinalAssembler(
      {
        stepMm: 0.5,
        firstMm: 3,
        clock: draw.range(0, 12),
        depthMm: draw.range(2, 5),
        rows: 60 + draw.int(80),
      },
      4,
    );
    // Frames arrive in batches, with gaps of one column (bridged) and of several (left empty).
    const places = [0, 1, 2, 4, 5, 9, 10, 11, 12, 30, 31, 33];
    for (const [k, column] of places.entries()) {
      const frame = noiseFrame(100 * round + k, { lines: 40, samples: 90, startMm: 0.3, mmPerSample: 0.06 });
      assembler.add({ pulledBackMm: 3 + 0.5 * column, frame });
      if (k % 3 !== 2) continue;
      const input: CutInput = {
        image: assembler.takeImage(),
        fromMm: 3 - round,
        toMm: 20 + round,
        grey: { gainDb: draw.range(-10, 30), dynamicRangeDb: draw.range(30, 80), gamma: 1 },
      };
      picture.draw(input);
      const shader = new Uint8Array(4 * WIDTH * HEIGHT);
      gl.readPixels(0, 0, WIDTH, HEIGHT, gl.RGBA, gl.UNSIGNED_BYTE, shader);
      const twin = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
      convertCut(input, WIDTH, HEIGHT, twin);
      let off = 0;
      for (let y = 0; y < HEIGHT; y++) {
        for (let x = 0; x < WIDTH; x++) {
          const a = shader[4 * ((HEIGHT - 1 - y) * WIDTH + x)]!;
          if (Math.abs(a - twin[4 * (y * WIDTH + x)]!) > 1) off++;
        }
      }
      expect(off / (WIDTH * HEIGHT), `round ${round}, column ${column}`).toBeLessThanOrEqual(0.001);
    }
  }
  expect(gl.getError()).toBe(gl.NO_ERROR);
  picture.dispose();
});
