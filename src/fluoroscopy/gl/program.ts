/** @file Shader programs of the X-ray picture: build, uniforms by name, one triangle over the whole target. */

export interface Program {
  readonly handle: WebGLProgram;
  use(): void;
  float(name: string, value: number): void;
  int(name: string, value: number): void;
  vec2(name: string, x: number, y: number): void;
  dispose(): void;
}

/** Covers the viewport without any buffer; `at` runs 0 .. 1 from the bottom left. */
export const COVER_VERTEX = `#version 300 es
out vec2 at;
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  at = 0.5 * corner + 0.5;
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

const compile = (gl: WebGL2RenderingContext, type: number, source: string): WebGLShader => {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('The graphics context gives no shader.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

/** @throws Error with the compiler's log, unless the context is lost, when drawing does nothing anyway. */
export const createProgram = (gl: WebGL2RenderingContext, vertex: string, fragment: string): Program => {
  const handle = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(handle, shader);
  gl.linkProgram(handle);
  if (!gl.getProgramParameter(handle, gl.LINK_STATUS) && !gl.isContextLost()) {
    const log = shaders.map((shader) => gl.getShaderInfoLog(shader)).join('\n');
    throw new Error(`X-ray shader does not build: ${gl.getProgramInfoLog(handle)}\n${log}`);
  }
  for (const shader of shaders) gl.deleteShader(shader);
  const locations = new Map<string, WebGLUniformLocation | null>();
  const locate = (name: string): WebGLUniformLocation | null => {
    if (!locations.has(name)) locations.set(name, gl.getUniformLocation(handle, name));
    return locations.get(name) ?? null;
  };
  return {
    handle,
    use: () => gl.useProgram(handle),
    float: (name, value) => gl.uniform1f(locate(name), value),
    int: (name, value) => gl.uniform1i(locate(name), value),
    vec2: (name, x, y) => gl.uniform2f(locate(name), x, y),
    dispose: () => gl.deleteProgram(handle),
  };
};
