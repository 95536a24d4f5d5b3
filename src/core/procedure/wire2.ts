/** @file Where wire 2 is: its run in the open true lumen, and what a look at one station finds. */
import type { Tissue, WallDistances } from '../anatomy/tissue.ts';
import type { DevicePose, TipPhase } from '../mechanics/device.ts';
import type { SlabWire } from '../ultrasound/frame.ts';
import type { Wire2Facts } from './facts.ts';

/** A centre line this far outside the drawn lumen surface still lies in it: the wall gives way, mm. ASSUMED. */
const LUMEN_MARGIN_MM = 0.03;

const scratch: WallDistances = { lumen: 0, iel: 0, eem: 0, adventitia: 0 };

/** Is the point in the true lumen where blood flows again, that is distal to the occlusion? */
const inOpenTrueLumen = (tissue: Tissue, s: number, x: number, y: number): boolean =>
  s >= tissue.anatomy.target.occlusion.endMm && tissue.distances(s, x, y, scratch).lumen <= LUMEN_MARGIN_MM;

/** Facts about wire 2 from its pose: the run of nodes in the true lumen is counted back from the tip. */
export const wire2Facts = (tissue: Tissue, pose: DevicePose): Wire2Facts => {
  const { route, tip, loaded } = pose;
  const facts = { loaded, phase: tip.phase, tipS: tip.s };
  let start: number | null = null;
  if (loaded && tip.phase !== 'in-catheter') {
    for (let i = route.length - 3; i >= 0; i -= 3) {
      const s = route[i]!;
      if (!inOpenTrueLumen(tissue, s, route[i + 1]!, route[i + 2]!)) break;
      start = s;
    }
  }
  return { ...facts, lumenLengthMm: start === null ? 0 : Math.max(0, tip.s - start), reentryS: start };
};

export const NO_WIRE2: Wire2Facts = {
  loaded: false,
  phase: 'in-catheter' satisfies TipPhase,
  tipS: Number.NEGATIVE_INFINITY,
  lumenLengthMm: 0,
  reentryS: null,
};

/** Why a confirmation on the live image fails; null if wire 2 is seen in the open true lumen. */
export type ConfirmRefusal =
  | 'no-image'
  | 'wire2-not-here'
  | 'in-occlusion'
  | 'in-plaque'
  | 'in-plane'
  | 'outside';

/** What the live image shows of wire 2. @param wire wire 2 where it crosses the image plane at station s */
export const lookAt = (tissue: Tissue, s: number, wire: SlabWire | undefined): ConfirmRefusal | null => {
  if (!wire) return 'wire2-not-here';
  const d = tissue.distances(s, wire.x, wire.y, scratch);
  if (d.adventitia > 0) return 'outside';
  if (d.lumen <= LUMEN_MARGIN_MM) return s >= tissue.anatomy.target.occlusion.endMm ? null : 'in-occlusion';
  return d.iel <= 0 ? 'in-plaque' : 'in-plane';
};
