/** @file Tests 8 to 12: friction and torque along a wire, against closed forms. */
import { DEG, exp, PI } from '../../math/trig.ts';
import { capstanRatio, steadyLagRad, torqueLagRad } from '../bench/capstan.ts';
import { creepMm, dragWhileSpinning } from '../bench/groove.ts';
import { SNAP_LAMBDA, snapLambda } from '../bench/twist.ts';
import { atMost, checkOf, relative, rowOf, type ValidationRow } from './report.ts';

const STEEL = { lengthMm: 100, elements: 60, EI: 47, GJ: 36, radiusMm: 0.178 } as const;
/** From the hub to the sheath. */
const SHAFT = { lengthMm: 900, elements: 60, EI: 130, GJ: 100, radiusMm: 0.178 } as const;
const SIDE_N_PER_MM = 0.01;

export const capstanRow = (): ValidationRow =>
  rowOf(
    'capstan',
    [0.06, 0.2].map((friction) => {
      const reference = exp(friction * PI);
      return checkOf({
        what: 'tensionRatio',
        at: { friction },
        measured: capstanRatio(STEEL, 180, friction),
        reference,
        tolerance: relative(reference, 0.03),
        unit: '1',
        source: 'theory',
      });
    }),
  );

export const stickRow = (): ValidationRow =>
  rowOf(
    'stick',
    [0.5, 0.9].map((share) =>
      checkOf({
        what: 'creep',
        at: { share },
        measured: creepMm(share, 60),
        reference: 0,
        tolerance: atMost(0.01),
        unit: 'mm',
        source: 'theory',
      }),
    ),
  );

export const spinFreesRow = (): ValidationRow =>
  rowOf(
    'spinFrees',
    [0, 1, 10].map((spinRatio) => {
      const reference = 1 / Math.sqrt(1 + spinRatio * spinRatio);
      return checkOf({
        what: 'axialDrag',
        at: { spinRatio },
        measured: dragWhileSpinning(spinRatio),
        reference,
        tolerance: relative(reference, 0.05),
        unit: '1',
        source: 'theory',
      });
    }),
  );

export const torqueLagRow = (): ValidationRow =>
  rowOf('torqueLag', [
    checkOf({
      what: 'lag',
      at: { friction: 0 },
      measured: torqueLagRad(SHAFT, 0, SIDE_N_PER_MM, 1) / DEG,
      reference: 0,
      tolerance: atMost(0.5),
      unit: 'deg',
      source: 'theory',
    }),
    ...[0.06, 0.2].map((friction) => {
      const reference = steadyLagRad(SHAFT, friction, SIDE_N_PER_MM) / DEG;
      return checkOf({
        what: 'lag',
        at: { friction },
        measured: torqueLagRad(SHAFT, friction, SIDE_N_PER_MM, 1) / DEG,
        reference,
        tolerance: relative(reference, 0.05),
        unit: 'deg',
        source: 'theory',
      });
    }),
  ]);

export const snapRow = (): ValidationRow =>
  rowOf(
    'snap',
    [50, 200].map((pathRadiusMm) =>
      checkOf({
        what: 'snapLambda',
        at: { lengthMm: pathRadiusMm },
        measured: snapLambda(STEEL, pathRadiusMm),
        reference: SNAP_LAMBDA,
        tolerance: relative(SNAP_LAMBDA, 0.05),
        unit: '1',
        source: 'theory',
      }),
    ),
  );
