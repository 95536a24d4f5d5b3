/**
 * @file A canvas with a picture on it that survives a lost graphics context and works without WebGL2.
 *
 * The picture keeps nothing that cannot be made again from its inputs, so that a restored context needs no more
 * than a new picture and one draw.
 */

/** What is drawn on a canvas; `Input` is everything the drawing depends on. */
export interface Picture<Input> {
  /** Draws at the canvas's present size in pixels. */
  draw(input: Input): void;
  dispose(): void;
}

/** `gl`: drawing with WebGL2. `cpu`: no WebGL2 here. `lost`: waiting for the browser to give the context back. */
export type StageState = 'gl' | 'cpu' | 'lost';

export interface Stage<Input> {
  readonly state: StageState;
  readonly canvas: HTMLCanvasElement;
  /** Sets the size in device pixels; the next draw is then not skipped. */
  resize(width: number, height: number): void;
  /** Draws unless `same` says that nothing has changed since the last draw. Returns whether it drew. */
  draw(input: Input): boolean;
  dispose(): void;
}

export interface StageOptions<Input> {
  readonly canvas: HTMLCanvasElement;
  readonly createGl: (gl: WebGL2RenderingContext) => Picture<Input>;
  readonly createCpu: (context: CanvasRenderingContext2D) => Picture<Input>;
  readonly same: (a: Input, b: Input) => boolean;
  readonly onState?: ((state: StageState) => void) | undefined;
}

const CONTEXT: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  depth: false,
  stencil: false,
  preserveDrawingBuffer: false,
};

/** @throws Error when the canvas gives neither WebGL2 nor a 2D context. */
export const createStage = <Input>(options: StageOptions<Input>): Stage<Input> => {
  const { canvas, same } = options;
  let state: StageState;
  let picture: Picture<Input> | null;
  let drawn: Input | null = null;

  const setState = (next: StageState): void => {
    state = next;
    options.onState?.(next);
  };

  const gl = canvas.getContext('webgl2', CONTEXT);
  if (gl) {
    picture = options.createGl(gl);
    state = 'gl';
  } else {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser offers no way to draw the picture.');
    picture = options.createCpu(context);
    state = 'cpu';
  }
  options.onState?.(state);

  const onLost = (event: Event): void => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    picture = null;
    drawn = null;
    setState('lost');
  };
  const onRestored = (): void => {
    if (!gl) return;
    picture = options.createGl(gl);
    drawn = null;
    setState('gl');
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);

  return {
    get state() {
      return state;
    },
    canvas,
    resize: (width, height) => {
      if (canvas.width === width && canvas.height === height) return;
      canvas.width = width;
      canvas.height = height;
      drawn = null;
    },
    draw: (input) => {
      if (picture === null || canvas.width === 0 || canvas.height === 0) return false;
      if (drawn !== null && same(drawn, input)) return false;
      picture.draw(input);
      drawn = input;
      return true;
    },
    dispose: () => {
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      picture?.dispose();
      picture = null;
      // Browsers keep only about sixteen contexts; give this one back now rather than at garbage collection.
      gl?.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
};
