/** @file Building shader programs: one triangle that covers the picture, uniforms by name, errors with the log. */

/** Covers the viewport without any buffer. */
const COVER_VERTEX = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(corner, 0.0, 1.0);
}`;

export interface CoverProgram {
  readonly program: WebGLProgram;
  /** Makes the program current; call before setting uniforms. */
  use(): void;
  float(name: string, value: number): void;
  int(name: string, value: number): void;
  vec2(name: string, x: number, y: number): void;
  /** Draws the triangle over a viewport of this size in pixels. */
  draw(width: number, height: number): void;
  dispose(): void;
}

const compile = (gl: WebGL2RenderingContext, type: number, source: string): WebGLShader => {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('The graphics context gives no shader.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

/** @throws Error with the compiler's log; not on a lost context, where logs are empty and drawing does nothing. */
export const createCoverProgram = (gl: WebGL2RenderingContext, fragmentSource: string): CoverProgram => {
  const program = gl.createProgram();
  const shaders = [
    compile(gl, gl.VERTEX_SHADER, COVER_VERTEX),
    compile(gl, gl.FRAGMENT_SHADER, fragmentSource),
  ];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const log = shaders.map((shader) => gl.getShaderInfoLog(shader)).join('\n');
    throw new Error(`Shader does not build: ${gl.getProgramInfoLog(program)}\n${log}`);
  }
  for (const shader of shaders) gl.deleteShader(shader);
  const vertexArray = gl.createVertexArray();
  const locations = new Map<string, WebGLUniformLocation | null>();
  const at = (name: string): WebGLUniformLocation | null => {
    if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
    return locations.get(name) ?? null;
  };
  return {
    program,
    use: () => gl.useProgram(program),
    float: (name, value) => gl.uniform1f(at(name), value),
    int: (name, value) => gl.uniform1i(at(name), value),
    vec2: (name, x, y) => gl.uniform2f(at(name), x, y),
    draw: (width, height) => {
      gl.viewport(0, 0, width, height);
      gl.bindVertexArray(vertexArray);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
    dispose: () => {
      gl.deleteVertexArray(vertexArray);
      gl.deleteProgram(program);
    },
  };
};
