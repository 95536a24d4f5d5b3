/** @file Where a plate's faces and their repeats must appear on one A-line: the truth that a line is compared with. */
import { MATERIAL } from '../anatomy/material.ts';
import { materialColumn } from '../anatomy/material-table.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagePlane } from './truth-contours.ts';

export interface PlateEchoes {
  /** Thickness along the line, mm. */
  readonly thicknessMm: number;
  /** Where the image draws the faces, mm from the catheter axis. */
  readonly frontMm: number;
  readonly backMm: number;
  /** Repeats of the front face: sound that ran once, twice ... more between it and the catheter. */
  readonly repeatsMm: readonly number[];
  /** Materials that touch the faces. */
  readonly inFront: number;
  readonly behind: number;
}

export interface LineOfSight {
  readonly psi: number;
  /** The walk begins at the catheter's face, mm from its axis, and ends here. */
  readonly sheathRadiusMm: number;
  readonly depthMm: number;
  readonly repeats: number;
  /** Speed, m/s, at which the image turns time into depth; null where it draws true distances. */
  readonly assumedMs: number | null;
}

const STEP_MM = 0.002;
const SPEED_MS = materialColumn((row) => row.acoustic.speedMs.value);

/** The first plate on the line, or null. The image plane must be square to the vessel. */
export const plateEchoes = (tissue: Tissue, plane: ImagePlane, line: LineOfSight): PlateEchoes | null => {
  const { psi, sheathRadiusMm, depthMm, repeats, assumedMs } = line;
  const cos = Math.cos(psi + plane.rollRad);
  const sin = Math.sin(psi + plane.rollRad);
  const at = (r: number): number => tissue.materialAt(plane.s, plane.x + r * cos, plane.y + r * sin);
  let drawn = sheathRadiusMm;
  let before = -1;
  let front: { readonly drawnMm: number; readonly trueMm: number; readonly from: number } | null = null;
  for (let r = sheathRadiusMm; r < depthMm; r += STEP_MM) {
    const here = at(r + STEP_MM / 2);
    if (here === MATERIAL.calcium) front ??= { drawnMm: drawn, trueMm: r, from: before };
    else if (front) {
      const gap = front.drawnMm - sheathRadiusMm;
      return {
        thicknessMm: r - front.trueMm,
        frontMm: front.drawnMm,
        backMm: drawn,
        repeatsMm: Array.from({ length: repeats }, (_, n) => front!.drawnMm + (n + 1) * gap),
        inFront: front.from,
        behind: here,
      };
    }
    drawn += STEP_MM * (assumedMs === null ? 1 : assumedMs / SPEED_MS[here]!);
    before = here;
  }
  return null;
};
