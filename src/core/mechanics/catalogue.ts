/** @file What is on the shelf: wire classes, the body of an IVUS catheter, and the limits of the hands that move them. */
import type { TipShape } from './device.ts';

/** A class of 0.014 inch guidewire. Tip loads and outer diameters are classes, not products (background knowledge); EI from the
 *  tip load by F = 20.2 EI / L^2 at L = 10 mm (tip that sticks on the plate). Friction and pre-shape ASSUMED. */
export interface WireClass {
  readonly id: string;
  /** Tip load, gram-force on the 10 mm bench. */
  readonly tipLoadGf: number;
  readonly tipDiameterMm: number;
  readonly bodyDiameterMm: number;
  /** Bending stiffness of the tip, N mm^2. */
  readonly tipEi: number;
  /** Sliding friction of the coat on wet tissue. */
  readonly friction: number;
  /** Shape with which it comes out of its holder, before the user reshapes it. */
  readonly shape: TipShape;
}

export const NEWTON_PER_GF = 0.00980665;
const INCH_MM = 25.4;
/** 20.2 EI / (10 mm)^2 = tip load. */
const eiFromTipLoad = (gf: number): number => (gf * NEWTON_PER_GF * 100) / 20.2;

const wire = (
  id: string,
  tipLoadGf: number,
  tipInch: number,
  friction: number,
  shape: TipShape,
): WireClass => ({
  id,
  tipLoadGf,
  tipDiameterMm: tipInch * INCH_MM,
  bodyDiameterMm: 0.014 * INCH_MM,
  tipEi: eiFromTipLoad(tipLoadGf),
  friction,
  shape,
});

/** In order of escalation. */
export const WIRE_CLASSES: readonly WireClass[] = [
  wire('workhorse-1', 1, 0.014, 0.04, { angleDeg: 40, lengthMm: 2 }),
  wire('jacket-3', 3.5, 0.014, 0.03, { angleDeg: 40, lengthMm: 2 }),
  wire('intermediate-6', 6, 0.014, 0.05, { angleDeg: 45, lengthMm: 1.5 }),
  wire('tapered-12', 12, 0.009, 0.05, { angleDeg: 45, lengthMm: 1.5 }),
  wire('tapered-20', 20, 0.008, 0.06, { angleDeg: 45, lengthMm: 1.5 }),
];

/** The wires a case starts with when it names none: a knuckle-capable jacket wire, then a tapered re-entry wire. */
export const DEFAULT_WIRE = { wire1: 'jacket-3', wire2: 'tapered-12' } as const;

/** The wire class of an id, or null. */
export const findWire = (id: string): WireClass | null => WIRE_CLASSES.find((w) => w.id === id) ?? null;

/** The shapes a mandrel can give a tip. */
export const TIP_SHAPE_LIMITS = { minDeg: 0, maxDeg: 70, minMm: 0.5, maxMm: 5 } as const;

/** What mechanics needs to know of the IVUS catheter that is in use. Distances along it are mm from its tip. */
export interface CatheterBody {
  readonly id: string;
  /** Half of what the plane must open to: the shaft and what lies beside it. */
  readonly outerRadiusMm: number;
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
