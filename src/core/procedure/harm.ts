/** @file What the devices did to the vessel, summed up for the debrief. */
import type { Perforation, Wounds } from '../mechanics/wounds/wounds.ts';
import type { Harm } from './procedure.ts';

const NONE: Harm = { worst: null, haematomaMm3: 0, mostSticksAtOneSite: 0 };

/** Deeper beats shallower, then what bled more. */
const rank = ({ layer, severity, bledMl, depthMm }: Perforation): number =>
  (layer === 'outside' ? 1e6 : 0) + (severity === 'major' ? 1e5 : 0) + 100 * bledMl + depthMm;

/** @param wounds null for a session by rules that know none @param stepMm of the opening grid */
export const harmOf = (wounds: Wounds | null, stepMm: number): Harm => {
  if (!wounds) return NONE;
  const worst = wounds.perforations.reduce<Perforation | null>(
    (best, hole) => (best === null || rank(hole) > rank(best) ? hole : best),
    null,
  );
  return {
    worst: worst && {
      layer: worst.layer,
      severity: worst.severity,
      bledMl: worst.bledMl,
      depthMm: worst.depthMm,
      wireId: worst.wireId,
    },
    haematomaMm3: stepMm * wounds.clotMm2.reduce((sum, mm2) => sum + mm2, 0),
    mostSticksAtOneSite: wounds.sites.reduce((most, { sticks }) => Math.max(most, sticks), 0),
  };
};
