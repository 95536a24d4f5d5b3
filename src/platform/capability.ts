/** @file What this browser can do. */

/** Whether WebGL2 can be had; asked once, on a canvas that is given back at once. */
export const hasWebGl2 = (): boolean => {
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
};

export const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
