/** @file What draws WebGL here: nothing, the processor, or a graphics card. Asked once, on a canvas given back at once. */

export type Graphics = 'none' | 'software' | 'hardware';

export const probeGraphics = (): Graphics => {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'none';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name) ? 'software' : 'hardware';
};
