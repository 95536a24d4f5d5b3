/** @file The browser the tests run in can draw with WebGL2; without it every other picture test would mean nothing. */
import { expect, test } from 'vitest';

test('a WebGL2 context draws a pixel', () => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const gl = canvas.getContext('webgl2');
  if (!gl) throw new Error('This browser has no WebGL2.');

  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, 'void main() { gl_Position = vec4(0.0, 0.0, 0.0, 1.0); gl_PointSize = 1.0; }'],
    [gl.FRAGMENT_SHADER, 'out highp vec4 colour; void main() { colour = vec4(1.0, 0.2, 0.4, 1.0); }'],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('The context was lost.');
    gl.shaderSource(shader, `#version 300 es\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.drawArrays(gl.POINTS, 0, 1);

  const pixel = new Uint8Array(4);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  expect([...pixel]).toEqual([255, 51, 102, 255]);
});
