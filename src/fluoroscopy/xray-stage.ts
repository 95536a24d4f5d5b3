/** @file The canvas of the X-ray picture: chooses how to draw, survives a lost graphics context. */
import { createFlatPicture } from './flat-picture.ts';
import { createXrayPicture, type Exposure, type Roadmap, type XrayPicture } from './xray-picture.ts';
import type { XrayView } from './xray-view.ts';

/** `gl`: path lengths on the graphics card. `flat`: outlines only. `lost`: waiting for the context. */
export type XrayStageState = 'gl' | 'flat' | 'lost';

export interface XrayStage {
  readonly state: XrayStageState;
  /** Sets the side of the square picture in device pixels. */
  resize(side: number): void;
  expose(exposure: Exposure): void;
  /** Draws; false when there is nothing to show. */
  show(view: XrayView, roadmap: Roadmap | null): boolean;
  /** Black, as before the first pulse. */
  clear(): void;
  dispose(): void;
}

const SMALLEST_MATRIX = 256;
/** Software rendering (no graphics card) stays fast with this detector matrix; cards take the larger one. */
const LARGEST_MATRIX = { software: 512, hardware: 1024 } as const;

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
  let side = 0;
  let matrix = 0;
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
    canvas.width = canvas.height = Math.max(1, side);
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
    resize: (next) => {
      if (next === side || next <= 0) return;
      side = next;
      const most = gl && !isSoftware(gl) ? LARGEST_MATRIX.hardware : LARGEST_MATRIX.software;
      // Steps of 64: a pane that is dragged wider does not rebuild at every pixel.
      const wanted = Math.min(most, Math.max(SMALLEST_MATRIX, Math.ceil(side / 64) * 64));
      if (state === 'lost') return;
      if (wanted !== matrix || !picture) {
        matrix = wanted;
        build();
      } else canvas.width = canvas.height = side;
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

const makeCanvas = (host: HTMLElement): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  host.prepend(canvas);
  return canvas;
};
