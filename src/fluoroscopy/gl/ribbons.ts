/** @file Ribbon meshes on the graphics card: upload when they change, draw as often as needed. */
import { RIBBON_STRIDE, type RibbonMesh } from '../../core/fluoro/ribbon.ts';

export interface RibbonBuffer {
  upload(mesh: RibbonMesh): void;
  draw(): void;
  dispose(): void;
}

/** Attribute locations, fixed in the shader: place, lateral and half width, depths, arc and grain. */
const PAIRS = 4;

export const createRibbonBuffer = (gl: WebGL2RenderingContext): RibbonBuffer => {
  const array = gl.createVertexArray();
  const vertices = gl.createBuffer();
  const indices = gl.createBuffer();
  let count = 0;
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  for (let i = 0; i < PAIRS; i++) {
    gl.enableVertexAttribArray(i);
    gl.vertexAttribPointer(i, 2, gl.FLOAT, false, RIBBON_STRIDE * 4, i * 8);
  }
  gl.bindVertexArray(null);
  return {
    upload: (mesh) => {
      gl.bindVertexArray(array);
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bufferData(
        gl.ARRAY_BUFFER,
        mesh.vertices.subarray(0, mesh.vertexCount * RIBBON_STRIDE),
        gl.DYNAMIC_DRAW,
      );
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, mesh.indices.subarray(0, mesh.indexCount), gl.DYNAMIC_DRAW);
      gl.bindVertexArray(null);
      count = mesh.indexCount;
    },
    draw: () => {
      if (count === 0) return;
      gl.bindVertexArray(array);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 0);
      gl.bindVertexArray(null);
    },
    dispose: () => {
      gl.deleteVertexArray(array);
      gl.deleteBuffer(vertices);
      gl.deleteBuffer(indices);
    },
  };
};
