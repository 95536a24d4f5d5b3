/** @file What draws WebGL here: nothing, the processor, or a graphics card; and which of three's warnings are known. */
import { setConsoleFunction } from 'three';

export type Graphics = 'none' | 'software' | 'hardware';

/** React's binding still makes a clock of the old kind; it does no harm and no user can act on it. */
const KNOWN = 'THREE.Clock: This module has been deprecated. Please use THREE.Timer instead.';

setConsoleFunction((type, message, ...parameters) => {
  if (type === 'warn' && message === KNOWN) return;
  console[type](message, ...parameters);
});

/** Asked once, on a canvas given back at once. */
export const probeGraphics = (): Graphics => {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'none';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name) ? 'software' : 'hardware';
};
