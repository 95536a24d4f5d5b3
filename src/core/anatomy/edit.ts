/**
 * @file What devices do to the tissue, as data: an ordered list applied by the same function everywhere.
 *
 * A hole of radius R about a centre at distance rho maps a point to rho_ref = sqrt(rho^2 - R^2): area-preserving,
 * so the tissue a catheter displaces is pushed aside, not erased.
 */

/** A station holds at most one hole per channel. `plane`: the subintimal cleft that wire 1 and the IVUS catheter
 *  share. `track`: the way wire 2 has made through tissue. Opened in this order. */
export type OpeningChannel = 'plane' | 'track';

export interface OpenEdit {
  readonly kind: 'open';
  readonly channel: OpeningChannel;
  /** Index into the opening grid: station = grid.startMm + index * grid.stepMm. */
  readonly index: number;
  /** The material point about which the hole opens, mm along n1 and n2 in the reference (unopened) tissue. */
  readonly xRef: number;
  readonly yRef: number;
  /** Radius of the hole in mm; 0 closes it. */
  readonly radiusMm: number;
}

export type TissueEdit = OpenEdit;
