/**
 * @file What lies under each sample of a frame: the truth that belongs to the picture, drawn as the picture is, with the
 * uneven rotation, the helix and the ranges of the console.
 */
import { MATERIAL_NAMES } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagingPose, ImagingSettings } from './frame.ts';
import { MEDIA } from './media.ts';
import { trueAngle } from './nurd.ts';
import { SPEED_MM_PER_US } from './probe/spectrum.ts';
import { slabBasis } from './scene/slab.ts';

/** Label values: the materials in their order, then the devices. */
export const LABEL_NAMES: readonly string[] = [...MATERIAL_NAMES, 'catheter', 'wire1', 'wire2'];

const CATHETER = LABEL_NAMES.indexOf('catheter');
/** Steps in which a line is followed, per sample of the picture. */
const STEPS = 2;

/** One byte per sample, line-major, an index into LABEL_NAMES. What is in shadow is labelled all the same. */
export const labelsOf = (tissue: Tissue, pose: ImagingPose, settings: ImagingSettings): Uint8Array => {
  const { lines, samples, startMm, mmPerSample, effects } = settings;
  const labels = new Uint8Array(lines * samples).fill(CATHETER);
  const basis = slabBasis(pose);
  const wires = pose.wires.map((wire) => ({ ...wire, label: LABEL_NAMES.indexOf(wire.device) }));
  const step = mmPerSample / STEPS;
  const endMm = startMm + (samples - 0.5) * mmPerSample;
  for (let line = 0; line < lines; line++) {
    const turn = line / lines;
    const angle = trueAngle(2 * Math.PI * turn, pose.nurd);
    const c = Math.cos(angle);
    const d = Math.sin(angle);
    const moved = turn * (pose.advanceMm ?? 0);
    const row = line * samples;
    let drawn = pose.sheathRadiusMm;
    for (let range = drawn; drawn < endMm; range += step) {
      const u = range * c;
      const v = range * d;
      const x = pose.x + u * basis.ux + v * basis.vx + moved * basis.nx;
      const y = pose.y + u * basis.uy + v * basis.vy + moved * basis.ny;
      const s = pose.s + u * basis.us + v * basis.vs + moved * basis.ns;
      const material = tissue.materialAt(s, x, y);
      const wire = wires.find(
        (w) => Math.hypot(x - w.x - turn * (w.moveX ?? 0), y - w.y - turn * (w.moveY ?? 0)) <= w.radiusMm,
      );
      const k = Math.round((drawn - startMm) / mmPerSample);
      if (k >= 0 && k < samples) labels[row + k] = wire ? wire.label : material;
      drawn += effects.soundSpeed ? (step * SPEED_MM_PER_US) / MEDIA.speedMmUs[material]! : step;
    }
  }
  return labels;
};
