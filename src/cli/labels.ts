/** @file What lies under each sample of a frame: the truth that belongs to the picture. */
import { MATERIAL_NAMES } from '../core/anatomy/material.ts';
import type { Tissue } from '../core/anatomy/tissue.ts';
import type { ImagingPose, ImagingSettings } from '../core/ultrasound/frame.ts';

/** Label values: the materials in their order, then the devices. */
export const LABEL_NAMES: readonly string[] = [...MATERIAL_NAMES, 'catheter', 'wire1', 'wire2'];

const CATHETER = LABEL_NAMES.indexOf('catheter');

/** One byte per sample, line-major, an index into LABEL_NAMES. */
export const labelsOf = (tissue: Tissue, pose: ImagingPose, settings: ImagingSettings): Uint8Array => {
  const { lines, samples, startMm, mmPerSample } = settings;
  const labels = new Uint8Array(lines * samples);
  const wires = pose.wires.map((wire) => ({ ...wire, label: LABEL_NAMES.indexOf(wire.device) }));
  for (let line = 0; line < lines; line++) {
    const azimuth = pose.rollRad + (2 * Math.PI * line) / lines;
    const c = Math.cos(azimuth);
    const d = Math.sin(azimuth);
    for (let i = 0; i < samples; i++) {
      const range = startMm + i * mmPerSample;
      const x = pose.x + range * c;
      const y = pose.y + range * d;
      const wire = wires.find((w) => Math.hypot(x - w.x, y - w.y) <= w.radiusMm);
      const tissueHere = () => (range <= pose.sheathRadiusMm ? CATHETER : tissue.materialAt(pose.s, x, y));
      labels[line * samples + i] = wire ? wire.label : tissueHere();
    }
  }
  return labels;
};
