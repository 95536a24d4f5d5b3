/** @file The body of an IVUS catheter as mechanics knows it, and the limits of the hands that move devices. */

/** What mechanics needs to know of the IVUS catheter that is in use. Distances along it are mm from its tip. */
export interface CatheterBody {
  readonly id: string;
  /** Half of what the plane must open to: the shaft and what lies beside it. */
  readonly outerRadiusMm: number;
  /** Widest part of the catheter itself, wires in its lumens included: what a sheath has to pass, mm. */
  readonly widestMm: number;
  readonly windowRadiusMm: number;
  /** Wire 1 runs inside from the tip to here, beside the shaft from here on. */
  readonly distalLumenMm: number;
  readonly transducerHomeMm: number;
  /** A second lumen, further back, takes wire 2. */
  readonly carriesWire2: boolean;
  /** The shaft's axis lies this far to one side of the bundle's centre. */
  readonly axisOffsetMm: number;
  /** Centre of wire 1 beside the window from the shaft's axis; 0 where it runs inside all along. */
  readonly wire1FromAxisMm: number;
  /** Centre of wire 2 beside the shaft from the shaft's axis. */
  readonly wire2FromAxisMm: number;
}

/** What all IVUS catheters share here, whichever is in use: ASSUMED. Distances are mm from the catheter's tip. */
export const IVUS_SHAFT = {
  /** Wire 2 leaves the proximal lumen here; without one, a microcatheter beside the shaft brings it this far. */
  proximalMouthMm: 25,
  proximalLumenMm: 15,
  /** Where wire 2's tip is parked when it is loaded: inside the proximal lumen, this far behind the mouth. */
  parkedBehindMouthMm: 8,
  /** Both lumens open on one side of the shaft; two wires that lie there touch, side by side. */
  wireSeparationRad: 0.64,
  /** The tip tapers to full diameter over this length. */
  taperMm: 4,
  /** What the plane keeps open after the catheter has left: it stays full of blood. */
  relaxedPlaneRadiusMm: 0.45,
  friction: 0.08,
} as const;

/** How fast an operator's fingers can move a hub; ASSUMED. */
export const HUB_LIMITS = { advanceMmS: 20, torqueRadS: 4 } as const;
