/** @file A small colour picture that can be filled, lined and lettered: enough for sheets of images and graphs. */

export type Colour = readonly [red: number, green: number, blue: number];

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Three bytes per pixel, row-major from the top left. */
  readonly pixels: Uint8Array;
}

export const createCanvas = (width: number, height: number, [r, g, b]: Colour): Canvas => {
  const pixels = new Uint8Array(3 * width * height);
  for (let i = 0; i < pixels.length; i += 3) pixels.set([r, g, b], i);
  return { width, height, pixels };
};

/** `#rrggbb` as bytes. */
export const colourOf = (hex: string): Colour => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** Outside the picture nothing happens. */
export const setPixel = (canvas: Canvas, x: number, y: number, colour: Colour): void => {
  if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) return;
  canvas.pixels.set(colour, 3 * (Math.floor(y) * canvas.width + Math.floor(x)));
};

export const fillBox = (
  canvas: Canvas,
  left: number,
  top: number,
  width: number,
  height: number,
  colour: Colour,
): void => {
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) setPixel(canvas, x, y, colour);
  }
};

/** A straight line, one pixel wide. */
export const drawLine = (
  canvas: Canvas,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  colour: Colour,
): void => {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
  for (let i = 0; i <= steps; i++) {
    setPixel(canvas, x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, colour);
  }
};

/** Letters of 3 x 5 pixels: five rows, each an octal digit whose bits are the pixels from left to right. */
const LETTERS: Readonly<Record<string, string>> = {
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '65555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55557',
  V: '55522',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  0: '75557',
  1: '26227',
  2: '61247',
  3: '61216',
  4: '55711',
  5: '74616',
  6: '34757',
  7: '71122',
  8: '75757',
  9: '75716',
  '.': '00002',
  ',': '00024',
  ':': '02020',
  '-': '00700',
  '/': '11244',
  '(': '12221',
  ')': '42224',
};

const SCALE = 2;
/** Height of a line of text and width of a letter with its gap, pixels. */
export const TEXT_HEIGHT = 5 * SCALE;
export const LETTER_WIDTH = 4 * SCALE;

/** Writes capitals, digits and a few signs; what it has no letter for stays blank. */
export const drawText = (canvas: Canvas, left: number, top: number, text: string, colour: Colour): void => {
  [...text.toUpperCase()].forEach((character, n) => {
    [...(LETTERS[character] ?? '')].forEach((row, y) => {
      for (let x = 0; x < 3; x++) {
        if (!((Number(row) >> (2 - x)) & 1)) continue;
        fillBox(canvas, left + n * LETTER_WIDTH + x * SCALE, top + y * SCALE, SCALE, SCALE, colour);
      }
    });
  });
};
