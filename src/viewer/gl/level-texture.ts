/** @file A texture of 16-bit levels, read by texelFetch; storage is kept while the size stays the same. */

export interface LevelTexture {
  readonly width: number;
  readonly height: number;
  /** Replaces everything; reallocates only when the size differs. */
  upload(width: number, height: number, data: Uint16Array): void;
  /** Makes room without data (all zero). */
  reserve(width: number, height: number): void;
  /** Replaces whole rows. */
  uploadRows(firstRow: number, rows: number, data: Uint16Array): void;
  bind(unit: number): void;
  dispose(): void;
}

export const createLevelTexture = (gl: WebGL2RenderingContext): LevelTexture => {
  const size = { width: 0, height: 0 };
  let texture: WebGLTexture | null = null;
  const bindForUpload = (): void => {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    // Rows of an odd number of 16-bit values are not aligned to the default four bytes.
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 2);
  };
  const reserve = (width: number, height: number): void => {
    gl.deleteTexture(texture);
    texture = gl.createTexture();
    size.width = width;
    size.height = height;
    bindForUpload();
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R16UI, width, height);
    // Integer textures cannot be filtered: the shader interpolates.
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  };
  const uploadRows = (firstRow: number, rows: number, data: Uint16Array): void => {
    bindForUpload();
    gl.texSubImage2D(
      gl.TEXTURE_2D,
      0,
      0,
      firstRow,
      size.width,
      rows,
      gl.RED_INTEGER,
      gl.UNSIGNED_SHORT,
      data,
    );
  };
  return {
    get width() {
      return size.width;
    },
    get height() {
      return size.height;
    },
    reserve,
    uploadRows,
    upload: (width, height, data) => {
      if (texture === null || width !== size.width || height !== size.height) reserve(width, height);
      uploadRows(0, height, data);
    },
    bind: (unit) => {
      // An integer sampler over no texture is an error even where nothing reads it.
      if (texture === null) reserve(1, 1);
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
    },
    dispose: () => {
      gl.deleteTexture(texture);
      texture = null;
    },
  };
};
