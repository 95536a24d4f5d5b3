/** @file Pictures of the gallery: image beside truth, and the contact sheet with every scene's greys against real frames'. */
import type { Tissue } from '../core/anatomy/tissue.ts';
import { GREY_BINS, type ImageStatistics, RING_MM } from '../core/measure/image-statistics.ts';
import { REFERENCE_FRAMES } from '../core/measure/reference-statistics.ts';
import type { ImagingPose } from '../core/ultrasound/frame.ts';
import {
  type Canvas,
  type Colour,
  colourOf,
  createCanvas,
  drawLine,
  drawText,
  fillBox,
  setPixel,
  TEXT_HEIGHT,
} from './canvas.ts';
import { encodePng } from './png.ts';
import { drawTruth } from './truth-picture.ts';

/** One scene, as rendered. */
export interface SheetScene {
  readonly id: string;
  readonly tissue: Tissue;
  readonly pose: ImagingPose;
  readonly statistics: ImageStatistics;
  /** The image scan-converted to a square of this side, grey bytes. */
  readonly picture: (side: number) => Uint8Array;
}

const BACKGROUND = colourOf('#07090b');
const PANEL = colourOf('#161c22');
const TEXT = colourOf('#e6edf3');
const SCENE: Colour = colourOf('#8fa6b8');
/** In the order of REFERENCE_FRAMES. */
const REFERENCE_COLOURS = [colourOf('#ffc04d'), colourOf('#5fd38d'), colourOf('#4cc2ff')] as const;

const GAP = 8;
const BIG_SIDE = 480;
const SMALL_SIDE = 224;
const GRAPH_HEIGHT = 56;
const COLUMNS = 4;
/** Room for the sheet's heading with the names of the reference frames. */
const HEAD_WIDTH = 660;

const drawGrey = (canvas: Canvas, left: number, top: number, side: number, grey: Uint8Array): void => {
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const g = grey[y * side + x]!;
      setPixel(canvas, left + x, top + y, [g, g, g]);
    }
  }
};

const drawPair = (
  canvas: Canvas,
  left: number,
  top: number,
  side: number,
  depthMm: number,
  scene: SheetScene,
): void => {
  drawText(canvas, left, top, scene.id, TEXT);
  const below = top + TEXT_HEIGHT + GAP / 2;
  drawGrey(canvas, left, below, side, scene.picture(side));
  drawTruth(canvas, left + side + GAP, below, side, depthMm, scene.tissue, scene.pose);
};

/** Image beside truth. */
export const scenePng = (scene: SheetScene, depthMm: number): Uint8Array => {
  const width = 2 * BIG_SIDE + 3 * GAP;
  const height = BIG_SIDE + TEXT_HEIGHT + 3 * GAP;
  const canvas = createCanvas(width, height, BACKGROUND);
  drawPair(canvas, GAP, GAP, BIG_SIDE, depthMm, scene);
  return encodePng(canvas.pixels, width, height, 3);
};

/** Height of a share of area in the graph: a square root, so that the rare bright greys can be seen. */
const barOf = (share: number): number => Math.min(1, Math.sqrt(share / 0.25));

const histogramGraph = (canvas: Canvas, left: number, top: number, statistics: ImageStatistics): void => {
  const step = SMALL_SIDE / GREY_BINS;
  fillBox(canvas, left, top, SMALL_SIDE, GRAPH_HEIGHT, PANEL);
  statistics.histogram.forEach((share, k) => {
    const tall = Math.round(GRAPH_HEIGHT * barOf(share));
    fillBox(canvas, left + Math.floor(k * step), top + GRAPH_HEIGHT - tall, Math.ceil(step), tall, SCENE);
  });
  REFERENCE_FRAMES.forEach((reference, r) => {
    curve(canvas, left, top, reference.statistics.histogram.map(barOf), (k) => (k + 0.5) * step, r);
  });
};

const profileGraph = (
  canvas: Canvas,
  left: number,
  top: number,
  statistics: ImageStatistics,
  innerMm: number,
  depthMm: number,
): void => {
  fillBox(canvas, left, top, SMALL_SIDE, GRAPH_HEIGHT, PANEL);
  const at = (mm: number): number => (SMALL_SIDE * mm) / depthMm;
  statistics.profile.forEach((grey, k) => {
    const tall = Math.round((GRAPH_HEIGHT * grey) / 160);
    const from = Math.floor(at(innerMm + k * RING_MM));
    fillBox(canvas, left + from, top + GRAPH_HEIGHT - tall, Math.ceil(at(RING_MM)), tall, SCENE);
  });
  REFERENCE_FRAMES.forEach(({ statistics: real, annulus }, r) => {
    const heights = real.profile.map((grey) => grey / 160);
    curve(canvas, left, top, heights, (k) => at(annulus.innerMm + (k + 0.5) * RING_MM), r);
  });
};

const curve = (
  canvas: Canvas,
  left: number,
  top: number,
  heights: readonly number[],
  xOf: (k: number) => number,
  reference: number,
): void => {
  const colour = REFERENCE_COLOURS[reference % REFERENCE_COLOURS.length]!;
  const yOf = (height: number): number => top + (GRAPH_HEIGHT - 1) * (1 - Math.min(1, height));
  for (let k = 1; k < heights.length && xOf(k) < SMALL_SIDE; k++) {
    drawLine(canvas, left + xOf(k - 1), yOf(heights[k - 1]!), left + xOf(k), yOf(heights[k]!), colour);
  }
};

/** All scenes with their graphs: grey histogram on the left, brightness by range on the right. */
export const sheetPng = (scenes: readonly SheetScene[], innerMm: number, depthMm: number): Uint8Array => {
  const cellWidth = 2 * SMALL_SIDE + GAP;
  const cellHeight = TEXT_HEIGHT + GAP / 2 + SMALL_SIDE + GAP + GRAPH_HEIGHT;
  const columns = Math.min(COLUMNS, scenes.length);
  const rows = Math.ceil(scenes.length / columns);
  const head = TEXT_HEIGHT + GAP;
  const width = Math.max(HEAD_WIDTH, 2 * GAP + columns * (cellWidth + 2 * GAP));
  const height = GAP + head + rows * (cellHeight + 2 * GAP);
  const canvas = createCanvas(width, height, BACKGROUND);
  drawText(canvas, GAP, GAP, 'GREY HISTOGRAM, BRIGHTNESS BY RANGE:', TEXT);
  REFERENCE_FRAMES.forEach(({ id }, r) => {
    drawText(canvas, 320 + 110 * r, GAP, id, REFERENCE_COLOURS[r % REFERENCE_COLOURS.length]!);
  });
  scenes.forEach((scene, n) => {
    const left = GAP + (n % columns) * (cellWidth + 2 * GAP);
    const top = GAP + head + Math.floor(n / columns) * (cellHeight + 2 * GAP);
    drawPair(canvas, left, top, SMALL_SIDE, depthMm, scene);
    const below = top + TEXT_HEIGHT + GAP / 2 + SMALL_SIDE + GAP / 2;
    histogramGraph(canvas, left, below, scene.statistics);
    profileGraph(canvas, left + SMALL_SIDE + GAP, below, scene.statistics, innerMm, depthMm);
  });
  return encodePng(canvas.pixels, width, height, 3);
};
