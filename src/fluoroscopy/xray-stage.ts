/** @file The canvas of the X-ray picture: chooses how to draw, survives a lost graphics context. */
import { createFlatPicture } from './flat-picture.ts';
import { createXrayPicture, type Exposure, type Roadmap, type XrayPicture } from './xray-picture.ts';
import type { PictureSize, XrayView } from './xray-view.ts';

/** `gl`: path lengths on the graphics card. `flat`: outlines only. `lost`: waiting for the context. */
export type XrayStageState = 'gl' | 'flat' | 'lost';

export interface XrayStage {
  readonly state: XrayStageState;
  /** Sets the size of the picture, device pixels. */
  resize(width: number, height: number): void;
  expose(exposure: Exposure): void;
  /** Draws; false when there is nothing to show. */
  show(view: XrayView, roadmap: Roadmap | null): boolean;
  /** Black, as before the first pulse. */
  clear(): void;
  dispose(): void;
}

/** Longer side of the detector matrix. Software rendering (no graphics card) stays fast with the smaller one. */
const LARGEST_MATRIX = { software: 640, hardware: 1440 } as const;
/** The matrix grows in such steps, so that a pane that is dragged wider does not rebuild at every pixel. */
const MATRIX_STEP = 64;

const isSoftware = (gl: WebGL2RenderingContext): boolean => {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
};

/**
 * @param options.canvas made for this stage; it is used up when the stage ends.
 * @param options.lastExposure what to expose again after a rebuild.
 */
export const createXrayStage = (options: {
  readonly host: HTMLElement;
  readonly lastExposure: () => Exposure | null;
  readonly onState: (state: XrayStageState) => void;
}): XrayStage => {
  const { host, lastExposure, onState } = options;
  let canvas = makeCanvas(host);
  let gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
  let state: XrayStageState = 'gl';
  let size: PictureSize = { width: 0, height: 0 };
  let matrix: PictureSize = { width: 0, height: 0 };
  let picture: XrayPicture | null = null;

  const setState = (next: XrayStageState): void => {
    if (next === state) return;
    state = next;
    onState(next);
  };

  /** A canvas that once gave WebGL gives no 2D context: take a fresh one. */
  const fallBack = (): void => {
    gl = null;
    canvas.remove();
    canvas = makeCanvas(host);
    const context = canvas.getContext('2d', { alpha: false });
    picture = context ? createFlatPicture(context) : null;
    setState('flat');
  };

  const fitCanvas = (): void => {
    canvas.width = Math.max(1, size.width);
    canvas.height = Math.max(1, size.height);
  };

  const build = (): void => {
    picture?.dispose();
    picture = null;
    if (gl) {
      try {
        picture = createXrayPicture(gl, matrix);
        setState('gl');
      } catch {
        fallBack();
      }
    } else fallBack();
    fitCanvas();
    const last = lastExposure();
    if (last) picture?.expose(last);
  };

  const onLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    picture = null;
    setState('lost');
  };
  const onRestored = (): void => build();
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);
  const first = canvas;

  return {
    get state() {
      return state;
    },
    resize: (width, height) => {
      if ((width === size.width && height === size.height) || width <= 0 || height <= 0) return;
      size = { width, height };
      if (state === 'lost') return;
      const wanted = matrixOf(
        size,
        gl && !isSoftware(gl) ? LARGEST_MATRIX.hardware : LARGEST_MATRIX.software,
      );
      if (wanted.width !== matrix.width || wanted.height !== matrix.height || !picture) {
        matrix = wanted;
        build();
      } else fitCanvas();
    },
    expose: (exposure) => picture?.expose(exposure),
    show: (view, roadmap) => picture?.show(view, roadmap) ?? false,
    clear: () => picture?.clear(),
    dispose: () => {
      first.removeEventListener('webglcontextlost', onLost);
      first.removeEventListener('webglcontextrestored', onRestored);
      picture?.dispose();
      picture = null;
      // Browsers keep only about sixteen contexts; give this one back now rather than at garbage collection.
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
      canvas.remove();
    },
  };
};

/** A detector matrix of the picture's shape. */
const matrixOf = ({ width, height }: PictureSize, most: number): PictureSize => {
  const longer = Math.max(width, height);
  const k = Math.min(most, Math.ceil(longer / MATRIX_STEP) * MATRIX_STEP) / longer;
  return { width: Math.max(1, Math.round(width * k)), height: Math.max(1, Math.round(height * k)) };
};

const makeCanvas = (host: HTMLElement): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  host.prepend(canvas);
  return canvas;
};
