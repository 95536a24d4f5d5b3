/** @file What the bench finds out about a wire: what it bears, whether it pierces, and from how close it would. */
import { bucklingN, tipLoadGf } from '../../core/mechanics/bench/push.ts';
import { BENCH_MM, NEWTON_PER_GF, WIRE_CLASSES, type WireClass } from '../../core/mechanics/wires.ts';
import { punctureOf, SUPPORT, type Target } from './settings.ts';

export interface Finding {
  readonly wire: WireClass;
  /** On the 10 mm bench, gram-force. */
  readonly benchGf: number;
  /** What it bears at the chosen support before it bows, N. */
  readonly bearsN: number;
  /** What the target takes, N; null for a plate. */
  readonly punctureN: number | null;
  /** The longest support, mm, from which it still pierces: null where none on the bench is short enough or it is a plate. */
  readonly piercesFromMm: number | null;
  /** Tip load on the tip's area, MPa. */
  readonly pressureMPa: number;
}

const known = new Map<string, number>();

/** Measured once per wire: it does not depend on what is set. */
const benchGfOf = (wire: WireClass): number => {
  const measured = known.get(wire.id) ?? tipLoadGf(wire, BENCH_MM);
  known.set(wire.id, measured);
  return measured;
};

/** Supports at which a wire is judged once; between them its strength follows a power of the length. */
const JUDGED_MM = [SUPPORT.min, 5, BENCH_MM, 12.5, 15, 17.5, SUPPORT.max] as const;
/** Fine enough for 0.3 %. */
const ELEMENTS = 31;
const HALVINGS = 18;

const curves = new Map<string, readonly number[]>();

const curveOf = (wire: WireClass): readonly number[] => {
  const curve = curves.get(wire.id) ?? JUDGED_MM.map((mm) => bucklingN(wire, mm, ELEMENTS, HALVINGS));
  curves.set(wire.id, curve);
  return curve;
};

/** Force that a wire bears before it bows, held so far behind its tip, N. */
export const bearsN = (wire: WireClass, supportMm: number): number => {
  const curve = curveOf(wire);
  let i = 1;
  while (i < JUDGED_MM.length - 1 && JUDGED_MM[i]! < supportMm) i++;
  const [from, to] = [JUDGED_MM[i - 1]!, JUDGED_MM[i]!];
  const share = Math.log(supportMm / from) / Math.log(to / from);
  return curve[i - 1]! * (curve[i]! / curve[i - 1]!) ** share;
};

/** The longest support from which the wire bears so much, mm; infinite if it does from the longest, null if from none. */
export const longestSupportMm = (wire: WireClass, forceN: number): number | null => {
  if (bearsN(wire, SUPPORT.min) < forceN) return null;
  if (bearsN(wire, SUPPORT.max) >= forceN) return Number.POSITIVE_INFINITY;
  let holds: number = SUPPORT.min;
  let bows: number = SUPPORT.max;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (holds + bows) / 2;
    if (bearsN(wire, middle) >= forceN) holds = middle;
    else bows = middle;
  }
  return holds;
};

export const findingOf = (wire: WireClass, target: Target, supportMm: number): Finding => {
  const puncture = punctureOf(wire, target);
  const tipMm = wire.tipDiameterMm / 2;
  return {
    wire,
    benchGf: benchGfOf(wire),
    bearsN: bearsN(wire, supportMm),
    punctureN: Number.isFinite(puncture) ? puncture : null,
    piercesFromMm: Number.isFinite(puncture) ? longestSupportMm(wire, puncture) : null,
    pressureMPa: (wire.tipLoadGf * NEWTON_PER_GF) / (Math.PI * tipMm * tipMm),
  };
};

export const allFindings = (target: Target, supportMm: number): readonly Finding[] =>
  WIRE_CLASSES.map((wire) => findingOf(wire, target, supportMm));
