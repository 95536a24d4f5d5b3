/** @file From the catheter on the shelf to its body: what mechanics has to push through the vessel. */
import type { CatheterBody } from '../mechanics/catalogue.ts';
import { WIRE_RADIUS_MM } from '../mechanics/surroundings.ts';
import type { CatheterPreset } from '../ultrasound/presets.ts';

/** Wire 1 runs through the transducer's ring and so never crosses the image. */
export const hidesWire1 = (preset: CatheterPreset): boolean => preset.rxLumenMm >= preset.tipToTransducerMm;

/** A catheter with the wire inside it fills its plane; the wall gives way by this much for a second wire, mm. ASSUMED. */
const GIVE_MM = 0.1;

export const bodyOf = (preset: CatheterPreset): CatheterBody => {
  const { windowRadiusMm, wireFromAxisMm } = preset;
  const carriedInside = hidesWire1(preset);
  return {
    id: preset.id,
    outerRadiusMm: preset.outerRadiusMm + (carriedInside ? GIVE_MM : 0),
    windowRadiusMm,
    // with a second lumen the body is wider than its window; without, wires lie beside the shaft and count there
    widestMm: 2 * (preset.rxLumens === 2 ? preset.outerRadiusMm : windowRadiusMm),
    distalLumenMm: preset.rxLumenMm,
    transducerHomeMm: preset.tipToTransducerMm,
    carriesWire2: preset.rxLumens === 2,
    axisOffsetMm: preset.axisOffsetMm,
    wire1FromAxisMm: wireFromAxisMm,
    wire2FromAxisMm: carriedInside ? windowRadiusMm + WIRE_RADIUS_MM : wireFromAxisMm,
  };
};
