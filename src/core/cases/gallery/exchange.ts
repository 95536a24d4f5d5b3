/** @file A scene looked at through another catheter: what changes in its pose. */
import type { ImagingPose, SlabWire } from '../../ultrasound/frame.ts';
import type { CatheterPreset } from '../../ultrasound/presets.ts';

/** A hair between window and wire, mm. */
const GAP_MM = 0.007;

/**
 * The pose with the window of `catheter` in the same place. A wire that would lie inside the new window is pushed
 * outwards until it touches it. Through an array wire 1 runs inside; nothing turns, so rotation is even; and there is no
 * window to flush, so no air.
 */
export const throughCatheter = (pose: ImagingPose, catheter: CatheterPreset): ImagingPose => {
  const { nurd, air, wires, ...rest } = pose;
  const { windowRadiusMm, wireFromAxisMm, elements } = catheter;
  const turns = elements === 1;
  const carriesWire1 = wireFromAxisMm === 0;
  return {
    ...rest,
    sheathRadiusMm: windowRadiusMm,
    wires: wires
      .filter(({ device }) => !(carriesWire1 && device === 'wire1'))
      .map((wire) => clearOf(wire, pose, windowRadiusMm)),
    ...(turns && nurd ? { nurd } : {}),
    ...(turns && air ? { air } : {}),
  };
};

const clearOf = (wire: SlabWire, { x, y }: ImagingPose, windowRadiusMm: number): SlabWire => {
  const dx = wire.x - x;
  const dy = wire.y - y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const least = windowRadiusMm + GAP_MM + wire.radiusMm;
  // rounding is no overlap
  if (distance > least - 1e-9 || distance === 0) return wire;
  const stretch = least / distance;
  return { ...wire, x: x + dx * stretch, y: y + dy * stretch };
};
