/** @file The bench by name: one mechanical test of a rod or of a wire from the shelf, beside what theory or the catalogue says. */
import { DEG, exp } from '../../math/trig.ts';
import { BENCH_MM, findWire, NEWTON_PER_GF, type WireClass } from '../wires.ts';
import type { UniformRod } from './bench-rod.ts';
import { eulerN } from './buckling.ts';
import { cantileverMm, elasticaDeflection, eulerBernoulliMm } from './cantilever.ts';
import { capstanRatio, steadyLagRad, torqueLagRad } from './capstan.ts';
import { elasticaExact } from './elastica.ts';
import { bucklingN, peelingN, pushBlockN, tipLoadGf } from './push.ts';
import { GREENHILL, twistMomentNmm } from './twist.ts';

/** A rod of its own, or the first 10 mm of a wire. */
export type Subject = { readonly rod: UniformRod } | { readonly wire: string };

export type BenchSpec =
  | ({ readonly bench: 'cantilever'; readonly tipForceN: number } & Subject)
  | ({ readonly bench: 'elastica'; readonly alpha: number } & Subject)
  | ({ readonly bench: 'euler' } & Subject)
  | ({ readonly bench: 'twist-buckling' } & Subject)
  | { readonly bench: 'tip-load'; readonly wire: string; readonly supportMm: number }
  | ({ readonly bench: 'capstan'; readonly wrapDeg: number; readonly mu: number } & Subject)
  | ({
      readonly bench: 'torque-lag';
      readonly mu: number;
      readonly normalNPerMm: number;
      readonly hubTurns: number;
    } & Subject)
  | {
      readonly bench: 'push-block';
      readonly wire: string;
      readonly supportMm: number;
      readonly punctureN: number;
    }
  | { readonly bench: 'peel'; readonly energyJPerM2: number; readonly widthMm: number };

export type BenchName = BenchSpec['bench'];

export interface BenchResult {
  readonly bench: BenchName;
  readonly measured: number;
  readonly reference: number;
  /** measured / reference - 1; null where the reference is 0 and the measured value is not. */
  readonly relativeError: number | null;
  readonly unit: 'mm' | '1' | 'N' | 'N mm' | 'gf' | 'deg';
}

/** What the bench cannot do; `field` is the part of the specification that is wrong. */
export class BenchError extends Error {
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.name = 'BenchError';
    this.field = field;
  }
}

/** @throws BenchError for a wire that is not on the shelf, and for forces and turns that no rod of this kind bears */
export const runBench = (spec: BenchSpec): BenchResult => {
  switch (spec.bench) {
    case 'cantilever': {
      const rod = rodOf(spec);
      const reference = eulerBernoulliMm(rod, spec.tipForceN);
      if (Math.abs(reference) > 0.5 * rod.lengthMm)
        throw new BenchError('tipForceN', 'bends the rod by more than half its length: no small deflection');
      return result('cantilever', cantileverMm(rod, spec.tipForceN), reference, 'mm');
    }
    case 'elastica':
      return result('elastica', elasticaDeflection(rodOf(spec), spec.alpha), elasticaExact(spec.alpha), '1');
    case 'euler': {
      const rod = rodOf(spec);
      const reference = (Math.PI * Math.PI * rod.EI) / (4 * rod.lengthMm * rod.lengthMm);
      return result('euler', eulerN(rod), reference, 'N');
    }
    case 'twist-buckling': {
      const rod = rodOf(spec);
      return result('twist-buckling', twistMomentNmm(rod), (GREENHILL * rod.EI) / rod.lengthMm, 'N mm');
    }
    case 'tip-load': {
      const wire = wireOf(spec.wire);
      const { supportMm } = spec;
      const reference = supportMm === BENCH_MM ? wire.tipLoadGf : bucklingN(wire, supportMm) / NEWTON_PER_GF;
      return result('tip-load', tipLoadGf(wire, supportMm), reference, 'gf');
    }
    case 'capstan':
      return result(
        'capstan',
        capstanRatio(rodOf(spec), spec.wrapDeg, spec.mu),
        exp(spec.mu * spec.wrapDeg * DEG),
        '1',
      );
    case 'torque-lag': {
      const rod = rodOf(spec);
      const { mu, normalNPerMm, hubTurns } = spec;
      const reference = steadyLagRad(rod, mu, normalNPerMm) / DEG;
      if (reference > 360 * hubTurns)
        throw new BenchError('hubTurns', `is too little: the tip lags by ${reference.toFixed(0)} degrees`);
      return result('torque-lag', torqueLagRad(rod, mu, normalNPerMm, hubTurns) / DEG, reference, 'deg');
    }
    case 'push-block': {
      const wire = wireOf(spec.wire);
      const { supportMm, punctureN } = spec;
      const reference = Math.min(punctureN, bucklingN(wire, supportMm));
      return result('push-block', pushBlockN(wire, supportMm, punctureN), reference, 'N');
    }
    case 'peel': {
      const { energyJPerM2, widthMm } = spec;
      return result('peel', peelingN(energyJPerM2, widthMm), 1e-3 * energyJPerM2 * widthMm, 'N');
    }
  }
};

const result = (
  bench: BenchName,
  measured: number,
  reference: number,
  unit: BenchResult['unit'],
): BenchResult => {
  const none = Math.abs(measured) < 1e-9 ? 0 : null;
  return {
    bench,
    measured,
    reference,
    relativeError: reference === 0 ? none : measured / reference - 1,
    unit,
  };
};

const wireOf = (id: string): WireClass => {
  const wire = findWire(id);
  if (!wire) throw new BenchError('wire', `is not "${id}": no such wire is on the shelf`);
  return wire;
};

const ELEMENTS = 50;

const rodOf = (of: Subject): UniformRod => {
  if ('rod' in of) return of.rod;
  const { tipEi, torsionShare, tipDiameterMm } = wireOf(of.wire);
  return {
    lengthMm: BENCH_MM,
    elements: ELEMENTS,
    EI: tipEi,
    GJ: torsionShare * tipEi,
    radiusMm: tipDiameterMm / 2,
  };
};
