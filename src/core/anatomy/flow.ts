/** @file How fast blood runs along the target vessel: an open artery, standing blood at the plug, a trickle beyond it. */
import { smoothstep } from '../math/interpolate.ts';
import type { Interval } from './tissue.ts';

/** Mean flow in an open tibial artery, mm/s: within the 50 - 300 of blood speckle studies. ASSUMED. */
const OPEN_MM_S = 120;
/** Distal to an occlusion only collaterals feed the vessel, mm/s. ASSUMED. */
const COLLATERAL_MM_S = 25;
/** Length over which blood comes to rest before the cap: the last branch before it keeps the rest moving, mm. ASSUMED. */
const SLOWING_MM = 20;
/** Length behind the distal cap after which collateral flow is full, mm. ASSUMED. */
const REFILLING_MM = 10;

/** Mean speed of the blood at a station (mm), mm/s; 0 is stasis. */
export const flowMmS = ({ startMm, endMm }: Interval, s: number): number => {
  if (s < startMm) return OPEN_MM_S * (1 - smoothstep(startMm - SLOWING_MM, startMm, s));
  return COLLATERAL_MM_S * smoothstep(endMm, endMm + REFILLING_MM, s);
};
