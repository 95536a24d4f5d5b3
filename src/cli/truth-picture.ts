/** @file The truth of a scene drawn as the image is: every material in its colour, catheter and wires where they are. */
import { MATERIAL_NAMES } from '../core/anatomy/material.ts';
import { MATERIAL_TABLE } from '../core/anatomy/material-table.ts';
import type { Tissue } from '../core/anatomy/tissue.ts';
import { polarOfPixel } from '../core/measure/scan-convert.ts';
import type { ImagingPose } from '../core/ultrasound/frame.ts';
import { TRUTH_NAMES, truthAt } from '../core/ultrasound/truth.ts';
import { type Canvas, type Colour, colourOf, setPixel } from './canvas.ts';

/** Devices as on the screen (`src/ui/theme.css`). */
const OTHERS: Readonly<Record<string, Colour>> = {
  catheter: colourOf('#5ad1e6'),
  wire1: colourOf('#ffb454'),
  wire2: colourOf('#ff7ad9'),
  inside: colourOf('#10262b'),
  air: colourOf('#ffffff'),
  flush: colourOf('#d5e8ee'),
  contrast: colourOf('#7f8a93'),
};
const COLOURS = TRUTH_NAMES.map((name) => {
  const material = MATERIAL_NAMES.find((known) => known === name);
  return material ? colourOf(MATERIAL_TABLE[material].colour) : OTHERS[name]!;
});

/** Draws a square picture with its corner at (left, top). */
export const drawTruth = (
  canvas: Canvas,
  left: number,
  top: number,
  side: number,
  depthMm: number,
  tissue: Tissue,
  pose: ImagingPose,
): void => {
  const truth = truthAt(tissue, pose);
  const view = { depthMm, rotationRad: 0, mirrored: false };
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) {
      const { psi, rangeMm } = polarOfPixel(px + 0.5, py + 0.5, side, side, view);
      if (rangeMm <= depthMm) setPixel(canvas, left + px, top + py, COLOURS[truth(psi, rangeMm)]!);
    }
  }
};
