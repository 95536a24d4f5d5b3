/**
 * @file Contrast network, first version: which vessels fill, how much and how late.
 *
 * The session gives one number, the opacification of the open vessels now. Vessels that fill only through
 * collaterals follow it later and fainter; occluded ones never fill.
 */

export type FillGroup = 'open' | 'collateral';

export interface Filling {
  readonly open: number;
  readonly collateral: number;
}

export const EMPTY_FILLING: Filling = { open: 0, collateral: 0 };

/** Time constant with which collaterals follow the inflow, s (ASSUMED). */
export const COLLATERAL_DELAY_S = 1.1;
/** Opacification behind collaterals relative to the open vessels (ASSUMED). */
export const COLLATERAL_SHARE = 0.75;

/** Filling after dt seconds with the open vessels at `opacity` (0 .. 1). */
export const stepFilling = (before: Filling, opacity: number, dtS: number): Filling => {
  const open = Math.min(1, Math.max(0, opacity));
  const k = 1 - Math.exp(-Math.max(0, dtS) / COLLATERAL_DELAY_S);
  const collateral = before.collateral + (open * COLLATERAL_SHARE - before.collateral) * k;
  return { open, collateral: Math.abs(collateral) < 1e-4 ? 0 : collateral };
};

/** What the roadmap keeps: the best opacified picture of a puff. */
export const ROADMAP_FILLING: Filling = { open: 1, collateral: COLLATERAL_SHARE };
