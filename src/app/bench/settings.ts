/** @file What can be set on the bench, and what a wire can be pushed onto. */
import { MATERIAL } from '../../core/anatomy/material.ts';
import { gaugeOf, punctureN } from '../../core/mechanics/resistance.ts';
import { DEFAULT_WIRE, WIRE_CLASSES, type WireClass } from '../../core/mechanics/wires.ts';
import { type Checks, isBetween, isOneOf } from '../../platform/settings.ts';

/** A plate that never gives way, and what lies in a vessel's wall. */
export const TARGETS = ['plate', 'softPlaque', 'denseCap', 'flap', 'adventitia'] as const;
export type Target = (typeof TARGETS)[number];

export interface BenchSettings {
  readonly wire: string;
  /** A second wire beside it, or 'none'. */
  readonly other: string;
  readonly target: Target;
  readonly supportMm: number;
}

export const NONE = 'none';
export const SUPPORT = { min: 2.5, max: 20, step: 0.5 } as const;

export const FIRST_SETTINGS: BenchSettings = {
  wire: DEFAULT_WIRE.wire2,
  other: NONE,
  target: 'plate',
  supportMm: 10,
};

const ids = WIRE_CLASSES.map(({ id }) => id);
export const CHECKS: Checks<BenchSettings> = {
  wire: isOneOf(...ids),
  other: isOneOf(NONE, ...ids),
  target: isOneOf(...TARGETS),
  supportMm: isBetween(SUPPORT.min, SUPPORT.max),
};

const MATERIALS = {
  softPlaque: MATERIAL.looseFibrous,
  denseCap: MATERIAL.denseFibrous,
  flap: MATERIAL.intima,
  adventitia: MATERIAL.adventitia,
} as const;

/** Force at which a target gives way to a wire's tip that comes square, N; a plate never does. */
export const punctureOf = (wire: WireClass, target: Target): number =>
  target === 'plate' ? Number.POSITIVE_INFINITY : punctureN(gaugeOf(wire), MATERIALS[target]);
