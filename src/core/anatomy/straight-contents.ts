/** @file What fills lumen and plaque of a straight vessel: single materials, or the mixtures of a case. */
import { type CompositionSpec, createComposition } from './composition.ts';
import { MATERIAL, type MaterialId } from './material.ts';
import type { OcclusionSpec } from './spec.ts';
import type { StraightPlaque, StraightPlug } from './straight-spec.ts';
import type { CompositionVolume, WallMaps } from './tissue.ts';

/** Steps of the volume where every station holds single materials, mm. */
const STEP_MM = 0.5;
const NO_MIXTURE = { denseFibrous: 0, lipid: 0, microcalcified: 0 };

const isMixed = (plug: StraightPlug | undefined): plug is OcclusionSpec =>
  plug !== undefined && 'entry' in plug;

/** One byte per station: it fits any angle and radius. */
const plainVolume = (
  lengthMm: number,
  insideAt: (s: number) => MaterialId,
  outside: MaterialId,
): CompositionVolume => {
  const stations = Math.round(lengthMm / STEP_MM) + 1;
  const data = Uint8Array.from({ length: stations }, (_, i) => insideAt(i * STEP_MM) | (outside << 4));
  return { startMm: 0, stepMm: STEP_MM, stations, angles: 1, radii: 1, radialStepMm: STEP_MM, data };
};

/** The mixtures come from the generator of the cases; single materials then replace their half of each byte. */
export const straightContents = (
  plaque: StraightPlaque['fill'] | undefined,
  plug: StraightPlug | undefined,
  wall: WallMaps,
  seed: number,
): CompositionVolume => {
  const lengthMm = (wall.stations - 1) * wall.stepMm;
  const outside =
    plaque === undefined ? MATERIAL.intima : typeof plaque === 'string' ? MATERIAL[plaque] : null;
  const inPlug = (s: number): boolean => plug !== undefined && s >= plug.startMm && s <= plug.endMm;
  const insideAt = (s: number): MaterialId =>
    plug && 'fill' in plug && inPlug(s) ? MATERIAL[plug.fill] : MATERIAL.blood;
  if (outside !== null && !isMixed(plug)) return plainVolume(lengthMm, insideAt, outside);

  const nowhere = { startMm: 4 * lengthMm, endMm: 4 * lengthMm };
  const open: OcclusionSpec = {
    ...nowhere,
    entry: 'blunt',
    proximalCapMm: 0,
    distalCapMm: 0,
    microchannels: 0,
    coreFibrous: 0,
  };
  const spec: CompositionSpec = {
    seed,
    lesion: { startMm: 0, endMm: lengthMm },
    occlusion: isMixed(plug) ? plug : open,
    plaque: {
      thicknessMm: 0,
      eccentricity: 0,
      ...(typeof plaque === 'object' ? plaque : NO_MIXTURE),
    },
    calcium: { atEntry: false },
  };
  const volume = createComposition(spec, wall);
  const { data, stations, startMm, stepMm } = volume;
  const perStation = data.length / stations;
  for (let k = 0; k < data.length; k++) {
    const inside = isMixed(plug) ? data[k]! & 15 : insideAt(startMm + Math.floor(k / perStation) * stepMm);
    data[k] = inside | (outside === null ? data[k]! & 240 : outside << 4);
  }
  return volume;
};
