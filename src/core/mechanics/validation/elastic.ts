/** @file Tests 1 to 5, 7 and 13: the rod alone, against closed forms. */
import { log, PI } from '../../math/trig.ts';
import type { UniformRod } from '../bench/bench-rod.ts';
import { eulerN } from '../bench/buckling.ts';
import { cantileverMm, elasticaDeflection, eulerBernoulliMm } from '../bench/cantilever.ts';
import { elasticaExact } from '../bench/elastica.ts';
import { energyRise, workReturned } from '../bench/energy.ts';
import { gradientError } from '../bench/gradient.ts';
import { freeTipDeg } from '../bench/pre-shape.ts';
import { GREENHILL, ringTwistRad, twistMomentNmm } from '../bench/twist.ts';
import { findWire } from '../wires.ts';
import {
  absolute,
  atLeast,
  atMost,
  type Check,
  checkOf,
  relative,
  rowOf,
  type ValidationRow,
} from './report.ts';

/** A steel wire of 0.36 mm. */
const STEEL = { lengthMm: 100, EI: 47, GJ: 36, radiusMm: 0.178 } as const;
const rod = (elements: number): UniformRod => ({ ...STEEL, elements });
const PER_LENGTH = STEEL.EI / (STEEL.lengthMm * STEEL.lengthMm);

export const gradientRow = (): ValidationRow =>
  rowOf(
    'gradient',
    [1, 2, 3].map((seed) =>
      checkOf({
        what: 'forceError',
        at: { seed },
        measured: gradientError(seed),
        reference: 0,
        tolerance: atMost(1e-6),
        unit: '1',
        source: 'theory',
      }),
    ),
  );

export const cantileverRow = (): ValidationRow => {
  // 2 % of the length
  const force = 3 * PER_LENGTH * 0.02;
  return rowOf(
    'cantilever',
    [50, 100].map((elements) => {
      const reference = eulerBernoulliMm(rod(elements), force);
      return checkOf({
        what: 'deflection',
        at: { elements },
        measured: cantileverMm(rod(elements), force),
        reference,
        tolerance: relative(reference, 0.005),
        unit: 'mm',
        source: 'theory',
      });
    }),
  );
};

/** F L^2 / EI. */
const ALPHAS = [1, 3, 10] as const;

export const elasticaRow = (): ValidationRow =>
  rowOf(
    'elastica',
    ALPHAS.map((alpha) => {
      const reference = elasticaExact(alpha);
      return checkOf({
        what: 'deflection',
        at: { alpha, elements: 100 },
        measured: elasticaDeflection(rod(100), alpha),
        reference,
        tolerance: relative(reference, 0.005),
        unit: '1',
        source: 'theory',
      });
    }),
  );

/** Clamped and free: pi^2 / 4; clamped and pinned: the first root of tan x = x, squared. */
const COLUMN = { free: (PI * PI) / 4, pinned: 20.190728556 } as const;

export const columnRow = (): ValidationRow => {
  const checks: Check[] = [];
  for (const pinned of [false, true]) {
    const reference = COLUMN[pinned ? 'pinned' : 'free'] * PER_LENGTH;
    const at = { pinned: pinned ? 'yes' : 'no' } as const;
    const error = (elements: number): number => eulerN(rod(elements), pinned) / reference - 1;
    checks.push(
      checkOf({
        what: 'criticalLoad',
        at: { ...at, elements: 41 },
        measured: reference * (1 + error(41)),
        reference,
        tolerance: relative(reference, 0.005),
        unit: 'N',
        source: 'theory',
      }),
      checkOf({
        what: 'order',
        at,
        // half the edge, a quarter of the error
        measured: log(error(21) / error(42)) / log(2),
        reference: 2,
        tolerance: absolute(2, 0.25),
        unit: '1',
        source: 'theory',
      }),
    );
  }
  return rowOf('column', checks);
};

export const twistBucklingRow = (): ValidationRow => {
  const moment = (GREENHILL * STEEL.EI) / STEEL.lengthMm;
  const ring = (2 * PI * Math.sqrt(3) * STEEL.EI) / STEEL.GJ;
  return rowOf('twistBuckling', [
    checkOf({
      what: 'criticalMoment',
      at: { elements: 101 },
      measured: twistMomentNmm(rod(101)),
      reference: moment,
      tolerance: relative(moment, 0.01),
      unit: 'N mm',
      source: 'theory',
    }),
    checkOf({
      what: 'criticalTwist',
      at: { elements: 101 },
      measured: ringTwistRad(rod(101)),
      reference: ring,
      tolerance: relative(ring, 0.01),
      unit: 'rad',
      source: 'theory',
    }),
  ]);
};

export const preShapeRow = (): ValidationRow =>
  rowOf(
    'preShape',
    [
      { angleDeg: 45, lengthMm: 1 },
      { angleDeg: 45, lengthMm: 2.3 },
      { angleDeg: 70, lengthMm: 5 },
    ].map((shape) =>
      checkOf({
        what: 'tipAngle',
        at: shape,
        measured: freeTipDeg(findWire('tapered-12')!, shape),
        reference: shape.angleDeg,
        tolerance: absolute(shape.angleDeg, 1),
        unit: 'deg',
        source: 'design',
      }),
    ),
  );

export const energyRow = (): ValidationRow =>
  rowOf('energy', [
    checkOf({
      what: 'workReturned',
      measured: workReturned(),
      reference: 1,
      tolerance: atLeast(0.99),
      unit: '1',
      source: 'theory',
    }),
    checkOf({
      what: 'energyRise',
      measured: energyRise(),
      reference: 0,
      tolerance: atMost(1e-12),
      unit: '1',
      source: 'theory',
    }),
  ]);
