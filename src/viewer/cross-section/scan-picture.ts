/** @file Draws a polar frame as a cross-section, with WebGL2 or, without it, with the shader's TypeScript twin. */
import { TAU } from '../../core/math/trig.ts';
import type { DbScale, PolarImage } from '../../core/measure/polar-image.ts';
import { mmPerPixel, type ScanView, scanConvert } from '../../core/measure/scan-convert.ts';
import { DB_RANGE, DB_STEP } from '../../core/ultrasound/frame.ts';
import { createLevelTexture } from '../gl/level-texture.ts';
import { createCoverProgram } from '../gl/program.ts';
import type { Picture } from '../gl/stage.ts';
import { SCAN_FRAGMENT } from './scan-shader.ts';

export const FRAME_SCALE: DbScale = { floorDb: -DB_RANGE, stepDb: DB_STEP };

export interface ScanInput {
  /** Null draws the dark disc. */
  readonly frame: PolarImage | null;
  readonly view: ScanView;
}

export const sameScan = (a: ScanInput, b: ScanInput): boolean =>
  a.frame === b.frame &&
  a.view.gainDb === b.view.gainDb &&
  a.view.dynamicRangeDb === b.view.dynamicRangeDb &&
  a.view.gamma === b.view.gamma &&
  a.view.depthMm === b.view.depthMm &&
  a.view.rotationRad === b.view.rotationRad &&
  a.view.mirrored === b.view.mirrored;

export const createGlScan = (gl: WebGL2RenderingContext): Picture<ScanInput> => {
  const shader = createCoverProgram(gl, SCAN_FRAGMENT);
  const levels = createLevelTexture(gl);
  let uploaded: PolarImage | null = null;
  return {
    draw: ({ frame, view }) => {
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      if (frame === null) {
        gl.clearColor(0, 0, 0, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        return;
      }
      if (frame !== uploaded) {
        levels.upload(frame.samples, frame.lines, frame.data);
        uploaded = frame;
      }
      shader.use();
      levels.bind(0);
      shader.int('levels', 0);
      shader.int('lineCount', frame.lines);
      shader.int('sampleCount', frame.samples);
      shader.float('startMm', frame.startMm);
      shader.float('mmPerSample', frame.mmPerSample);
      shader.vec2('pictureSize', width, height);
      shader.float('mmPerPixel', mmPerPixel(width, height, view.depthMm));
      shader.float('depthMm', view.depthMm);
      shader.float('rotationTurns', view.rotationRad / TAU);
      shader.float('side', view.mirrored ? -1 : 1);
      shader.float('floorDb', FRAME_SCALE.floorDb);
      shader.float('stepDb', FRAME_SCALE.stepDb);
      shader.float('gainDb', view.gainDb);
      shader.float('dynamicRangeDb', view.dynamicRangeDb);
      shader.float('gamma', view.gamma);
      shader.draw(width, height);
    },
    dispose: () => {
      shader.dispose();
      levels.dispose();
    },
  };
};

/** Longest side the processor converts, px: about 10 ms a frame; the browser scales the rest up. */
const CPU_SIDE = 360;

export const createCpuScan = (context: CanvasRenderingContext2D): Picture<ScanInput> => {
  const small = document.createElement('canvas');
  const smallContext = small.getContext('2d', { alpha: false });
  return {
    draw: ({ frame, view }) => {
      const { canvas } = context;
      const shrink = Math.min(1, CPU_SIDE / Math.max(canvas.width, canvas.height));
      const width = Math.max(1, Math.round(canvas.width * shrink));
      const height = Math.max(1, Math.round(canvas.height * shrink));
      context.fillStyle = '#000';
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (frame === null || !smallContext) return;
      small.width = width;
      small.height = height;
      const grey = new Uint8Array(width * height);
      scanConvert(frame, FRAME_SCALE, view, width, height, grey);
      const pixels = smallContext.createImageData(width, height);
      for (let i = 0; i < grey.length; i++) pixels.data.fill(grey[i]!, 4 * i, 4 * i + 3);
      for (let i = 3; i < pixels.data.length; i += 4) pixels.data[i] = 255;
      smallContext.putImageData(pixels, 0, 0);
      context.drawImage(small, 0, 0, canvas.width, canvas.height);
    },
    dispose: () => {},
  };
};
