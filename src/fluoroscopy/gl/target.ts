/** @file Float textures to draw into; optical depths add there by blending. */

export interface Target {
  /** Makes it the place that draws go to. */
  bindForDrawing(): void;
  bindTexture(unit: number): void;
  dispose(): void;
}

/** How exact the sums are: 32-bit, 16-bit, or not possible on this machine. */
export type FloatSupport = 'full' | 'half' | 'none';

/** Which float targets this context can blend into; switches the extensions on. */
export const floatSupport = (gl: WebGL2RenderingContext): FloatSupport => {
  const draws = gl.getExtension('EXT_color_buffer_float') !== null;
  if (draws && gl.getExtension('EXT_float_blend') !== null) return 'full';
  if (draws || gl.getExtension('EXT_color_buffer_half_float') !== null) return 'half';
  return 'none';
};

export const createTarget = (
  gl: WebGL2RenderingContext,
  { width, height }: { readonly width: number; readonly height: number },
  support: FloatSupport,
): Target => {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, support === 'full' ? gl.RGBA32F : gl.RGBA16F, width, height);
  // 16-bit textures can always be filtered, 32-bit ones not everywhere.
  const filter = support === 'full' ? gl.NEAREST : gl.LINEAR;
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  const frame = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return {
    bindForDrawing: () => {
      gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
      gl.viewport(0, 0, width, height);
    },
    bindTexture: (unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
    },
    dispose: () => {
      gl.deleteFramebuffer(frame);
      gl.deleteTexture(texture);
    },
  };
};
