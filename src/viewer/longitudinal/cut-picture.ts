/** @file Draws the longitudinal cut with WebGL2 or, without it, by the processor. */
import { type LongitudinalImage, longitudinalLevelAt } from '../../core/measure/longitudinal.ts';
import { type GreySettings, greyByte, greyOfDb } from '../../core/measure/polar-image.ts';
import { FRAME_SCALE } from '../cross-section/scan-picture.ts';
import { createLevelTexture } from '../gl/level-texture.ts';
import { createCoverProgram } from '../gl/program.ts';
import type { Picture } from '../gl/stage.ts';
import { CUT_FRAGMENT } from './cut-shader.ts';

export interface CutInput {
  readonly image: LongitudinalImage | null;
  /** Places at the left and right edge, mm pulled back. */
  readonly fromMm: number;
  readonly toMm: number;
  readonly grey: GreySettings;
}

export const sameCut = (a: CutInput, b: CutInput): boolean =>
  a.image === b.image &&
  a.fromMm === b.fromMm &&
  a.toMm === b.toMm &&
  a.grey.gainDb === b.grey.gainDb &&
  a.grey.dynamicRangeDb === b.grey.dynamicRangeDb &&
  a.grey.gamma === b.grey.gamma;

export const createGlCut = (gl: WebGL2RenderingContext): Picture<CutInput> => {
  const shader = createCoverProgram(gl, CUT_FRAGMENT);
  const levels = createLevelTexture(gl);
  let uploaded: Uint16Array | null = null;
  let uploadedRevision = 0;

  const upload = (image: LongitudinalImage): void => {
    if (image.data === uploaded && image.revision === uploadedRevision) return;
    const { rows } = image.cut;
    // Only what has changed, unless an image was missed in between.
    let from = image.changedFrom;
    if (image.data !== uploaded) levels.reserve(rows, image.data.length / rows);
    if (image.data !== uploaded || image.revision !== uploadedRevision + 1) from = 0;
    uploaded = image.data;
    uploadedRevision = image.revision;
    const columns = image.columns - from;
    if (columns > 0) {
      levels.uploadRows(from, columns, image.data.subarray(from * rows, image.columns * rows));
    }
  };

  return {
    draw: ({ image, fromMm, toMm, grey }) => {
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      if (image === null) {
        gl.clearColor(14 / 255, 18 / 255, 22 / 255, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        return;
      }
      upload(image);
      const { firstMm, stepMm, rows } = image.cut;
      shader.use();
      levels.bind(0);
      shader.int('levels', 0);
      shader.int('columnCount', image.columns);
      shader.int('rowCount', rows);
      shader.vec2('pictureSize', width, height);
      shader.vec2('columnRange', (fromMm - firstMm) / stepMm, (toMm - firstMm) / stepMm);
      shader.float('floorDb', FRAME_SCALE.floorDb);
      shader.float('stepDb', FRAME_SCALE.stepDb);
      shader.float('gainDb', grey.gainDb);
      shader.float('dynamicRangeDb', grey.dynamicRangeDb);
      shader.float('gamma', grey.gamma);
      shader.draw(width, height);
    },
    dispose: () => {
      shader.dispose();
      levels.dispose();
    },
  };
};

const NOTHING_RECORDED = [14, 18, 22] as const;

/** Writes the picture as RGBA bytes, row-major from the top left; the shader's twin. */
export const convertCut = (input: CutInput, width: number, height: number, rgba: Uint8ClampedArray): void => {
  const { image, fromMm, toMm, grey } = input;
  for (let y = 0; y < height; y++) {
    const along = image ? image.cut.depthMm * (1 - (2 * (y + 0.5)) / height) : 0;
    for (let x = 0; x < width; x++) {
      const place = fromMm + ((toMm - fromMm) * (x + 0.5)) / width;
      const level = image ? longitudinalLevelAt(image, place, along) : null;
      const value =
        level === null ? null : greyByte(greyOfDb(FRAME_SCALE.floorDb + level * FRAME_SCALE.stepDb, grey));
      const at = 4 * (y * width + x);
      for (let c = 0; c < 3; c++) rgba[at + c] = value ?? NOTHING_RECORDED[c]!;
      rgba[at + 3] = 255;
    }
  }
};

/** Widest picture the processor converts, px; the browser scales the rest up. */
const CPU_WIDTH = 600;

export const createCpuCut = (context: CanvasRenderingContext2D): Picture<CutInput> => {
  const small = document.createElement('canvas');
  const smallContext = small.getContext('2d', { alpha: false });
  return {
    draw: (input) => {
      const { canvas } = context;
      if (!smallContext) return;
      small.width = Math.max(1, Math.min(CPU_WIDTH, canvas.width));
      small.height = Math.max(1, Math.round((canvas.height * small.width) / canvas.width));
      const pixels = smallContext.createImageData(small.width, small.height);
      convertCut(input, small.width, small.height, pixels.data);
      smallContext.putImageData(pixels, 0, 0);
      context.drawImage(small, 0, 0, canvas.width, canvas.height);
    },
    dispose: () => {},
  };
};
