/**
 * @file The wires on the shelf: classes of 0.014 inch guidewires, not products.
 *
 * Tip loads and outer diameters are those of classes in use below the knee. EI at the tip follows from the tip load: a wire
 * that is held 10 mm from its tip and pushed onto a plate it sticks to bears 20.2 EI / L^2 (`bench/tip-load.ts`). Everything
 * behind the first 10 mm, GJ, friction and shapes are ASSUMED: a solid core of steel, 0.05 to 0.34 mm thick.
 */
import { exp, log } from '../math/trig.ts';
import type { TipShape } from './device.ts';

/** What slides: a polymer jacket, a bare coil with a hydrophilic coat. */
export type WireCoat = 'jacket' | 'coil';

export interface WireClass {
  readonly id: string;
  /** Tip load, gram-force on the 10 mm bench. */
  readonly tipLoadGf: number;
  readonly tipDiameterMm: number;
  readonly bodyDiameterMm: number;
  readonly coat: WireCoat;
  /** Bending stiffness of the first 10 mm, N mm^2; of the wire 30 and 300 mm from its tip, and of its shaft. */
  readonly tipEi: number;
  readonly ei30: number;
  readonly ei300: number;
  readonly shaftEi: number;
  /** Torsional over bending stiffness: 0.77 for a round core; dual cores and rope coils turn better than they bend. */
  readonly torsionShare: number;
  /** Sliding friction of the coat on wet tissue. */
  readonly friction: number;
  /** Shape with which it comes out of its holder, before the user reshapes it. */
  readonly shape: TipShape;
}

export const NEWTON_PER_GF = 0.00980665;
const INCH_MM = 25.4;
/** The load is taken with the wire held here, mm from the tip; the core is even up to there. */
export const BENCH_MM = 10;
/** Load that a wire bears on the bench, times L^2 / EI. */
export const TIP_LOAD_COEFFICIENT = 20.2;
const SHAFT_EI = 130;

/** The order of the factors counts: saved sessions replay to the last bit. */
const eiFromTipLoad = (gf: number): number =>
  (gf * NEWTON_PER_GF * (BENCH_MM * BENCH_MM)) / TIP_LOAD_COEFFICIENT;

interface Core {
  readonly ei30: number;
  readonly ei300: number;
  readonly torsionShare?: number;
}

const wire = (
  id: string,
  tipLoadGf: number,
  tipInch: number,
  coat: WireCoat,
  friction: number,
  { ei30, ei300, torsionShare = 0.77 }: Core,
  shape: TipShape,
): WireClass => ({
  id,
  tipLoadGf,
  tipDiameterMm: tipInch * INCH_MM,
  bodyDiameterMm: 0.014 * INCH_MM,
  coat,
  tipEi: eiFromTipLoad(tipLoadGf),
  ei30,
  ei300,
  shaftEi: SHAFT_EI,
  torsionShare,
  friction,
  shape,
});

/** A second coil over the first is wound to carry torque: GJ / EI of wires that are made to be steered. ASSUMED: the field notes allow 0.4 to 1.5. */
const TORQUED = 1.5;

const SOFT: TipShape = { angleDeg: 40, lengthMm: 2 };
const SHARP: TipShape = { angleDeg: 45, lengthMm: 1.5 };

/** In order of escalation. */
export const WIRE_CLASSES: readonly WireClass[] = [
  wire('workhorse-1', 1, 0.014, 'coil', 0.04, { ei30: 2, ei300: 16 }, SOFT),
  wire('jacket-tapered-1', 1, 0.01, 'jacket', 0.03, { ei30: 2, ei300: 16 }, SOFT),
  wire('jacket-3', 3.5, 0.014, 'jacket', 0.03, { ei30: 3, ei300: 16 }, SOFT),
  wire('coil-tapered-3', 3.5, 0.011, 'coil', 0.04, { ei30: 3, ei300: 16, torsionShare: 1.2 }, SHARP),
  wire('intermediate-6', 6, 0.014, 'coil', 0.05, { ei30: 4, ei300: 18 }, SHARP),
  wire('stiff-12', 12, 0.014, 'coil', 0.05, { ei30: 6, ei300: 20, torsionShare: TORQUED }, SHARP),
  wire('tapered-12', 12, 0.009, 'coil', 0.05, { ei30: 6, ei300: 20, torsionShare: TORQUED }, SHARP),
  wire('tapered-20', 20, 0.008, 'coil', 0.06, { ei30: 8, ei300: 22, torsionShare: TORQUED }, SHARP),
  wire('tapered-30', 30, 0.008, 'coil', 0.06, { ei30: 9, ei300: 24, torsionShare: TORQUED }, SHARP),
  wire('tapered-40', 40, 0.009, 'coil', 0.06, { ei30: 10, ei300: 25, torsionShare: TORQUED }, SHARP),
];

/** The wires a case starts with when it names none: a knuckle-capable jacket wire, then a tapered re-entry wire. */
export const DEFAULT_WIRE = { wire1: 'jacket-3', wire2: 'tapered-12' } as const;

/** The wire class of an id, or null. */
export const findWire = (id: string): WireClass | null => WIRE_CLASSES.find((w) => w.id === id) ?? null;

/** Length over which a tapered tip thickens to the body, mm. ASSUMED. */
const TAPER_MM = 20;

/** Diameter at a distance from the tip, mm. */
export const diameterAt = ({ tipDiameterMm, bodyDiameterMm }: WireClass, fromTipMm: number): number =>
  tipDiameterMm + (bodyDiameterMm - tipDiameterMm) * Math.min(1, fromTipMm / TAPER_MM);

/** The core is as thick as the shaft from here on, mm from the tip. */
const SHAFT_FROM_MM = 330;

/** Bending stiffness at a distance from the tip, N mm^2: even, then tapering evenly in its logarithm. */
export const eiAt = ({ tipEi, ei30, ei300, shaftEi }: WireClass, fromTipMm: number): number => {
  if (fromTipMm <= BENCH_MM) return tipEi;
  if (fromTipMm >= SHAFT_FROM_MM) return shaftEi;
  if (fromTipMm <= 30) return between(tipEi, ei30, (fromTipMm - BENCH_MM) / (30 - BENCH_MM));
  if (fromTipMm <= 300) return between(ei30, ei300, (fromTipMm - 30) / 270);
  return between(ei300, shaftEi, (fromTipMm - 300) / (SHAFT_FROM_MM - 300));
};

const between = (a: number, b: number, t: number): number => exp(log(a) + (log(b) - log(a)) * t);
