/**
 * @file The part of a wire between the hub and the limb: a chain of sliders on springs, which winds up, sticks, lets go and pushes
 * back. Turning and pushing share one cone of friction, so a wire that is turned is easier to push, and the other way round.
 *
 * It hardly gives along its length (0.1 mm for 1 N), so all of it moves by what the hub does; only its twist is solved for.
 */
import { BRISTLE_MM } from './rod/contact.ts';

export interface ShaftSpec {
  readonly lengthMm: number;
  /** Torsional stiffness, N mm^2. */
  readonly gj: number;
  readonly radiusMm: number;
  readonly friction: number;
  /** Side force of what it lies in, N/mm. */
  readonly sideNPerMm: number;
  /** Bend of its path, rad per mm: tension presses it on the bend. */
  readonly bendPerMm: number;
}

/** Plain data: how far each slider is turned, rad, and how its bristles are bent, mm. */
export interface Shaft {
  readonly turned: Float64Array;
  readonly along: Float64Array;
  readonly around: Float64Array;
}

/** Sliders; the first is the hub, the last hands on to the rod. */
const SLIDERS = 40;

export const createShaft = (): Shaft => ({
  turned: new Float64Array(SLIDERS + 1),
  along: new Float64Array(SLIDERS + 1),
  around: new Float64Array(SLIDERS + 1),
});

/** How far the end at the limb is turned, rad. */
export const farTurn = ({ turned }: Shaft): number => turned[SLIDERS]!;

/** What a hand has to bring to bear for it to stay as it is wound, N mm. */
export const hubMoment = ({ turned }: Shaft, { gj, lengthMm }: ShaftSpec): number =>
  ((turned[0]! - turned[1]!) * gj * SLIDERS) / lengthMm;

/** What holds the far end: a moment (N mm) that grows as it turns beyond where it was, and a thrust (N). */
export interface FarEnd {
  /** Against turning further, N mm at the present turn, and per rad beyond it. */
  readonly momentNmm: number;
  readonly stiffness: number;
  /** Force along the shaft at its far end; positive under thrust. */
  readonly thrustN: number;
}

export interface ShaftAnswer {
  /** How far the far end has turned in this step, rad. */
  readonly turnRad: number;
  /** What the hand has to push with, N. */
  readonly hubN: number;
}

const ITERATIONS = 30;
const TOLERANCE_NMM = 1e-7;

// scratch of the tridiagonal equations
const residual = new Float64Array(SLIDERS + 1);
const diagonal = new Float64Array(SLIDERS + 1);
const trialTurn = new Float64Array(SLIDERS + 1);
const trialAlong = new Float64Array(SLIDERS + 1);
const trialAround = new Float64Array(SLIDERS + 1);
const limits = new Float64Array(SLIDERS + 1);

/** Moves the hub by a way (mm) and a turn (rad) and finds how the shaft comes to rest. */
export const stepShaft = (
  shaft: Shaft,
  spec: ShaftSpec,
  advanceMm: number,
  turnRad: number,
  end: FarEnd,
): ShaftAnswer => {
  const { turned } = shaft;
  const piece = spec.lengthMm / SLIDERS;
  const spring = spec.gj / piece;
  findLimits(shaft, spec, end.thrustN, piece);
  trialTurn.set(turned);
  for (let i = 0; i <= SLIDERS; i++) trialTurn[i] = trialTurn[i]! + (i === 0 ? turnRad : 0);
  for (let n = 0; n < ITERATIONS; n++) {
    let worst = 0;
    for (let i = 1; i <= SLIDERS; i++) {
      const tangent = slide(shaft, spec, i, advanceMm);
      const next = i < SLIDERS ? spring * (trialTurn[i]! - trialTurn[i + 1]!) : 0;
      const far = i === SLIDERS ? end.momentNmm + end.stiffness * (trialTurn[i]! - turned[i]!) : 0;
      const own = spec.radiusMm * limits[i]! * (trialAround[i]! / BRISTLE_MM);
      residual[i] = spring * (trialTurn[i]! - trialTurn[i - 1]!) + next + own + far;
      diagonal[i] = spring * (i < SLIDERS ? 2 : 1) + tangent + (i === SLIDERS ? end.stiffness : 0);
      worst = Math.max(worst, Math.abs(residual[i]!));
    }
    if (worst < TOLERANCE_NMM) break;
    // Thomas' elimination: all couplings are -spring
    for (let i = 2; i <= SLIDERS; i++) {
      const factor = spring / diagonal[i - 1]!;
      diagonal[i] = diagonal[i]! - factor * spring;
      residual[i] = residual[i]! + factor * residual[i - 1]!;
    }
    let above = 0;
    for (let i = SLIDERS; i >= 1; i--) {
      above = (residual[i]! + spring * above) / diagonal[i]!;
      trialTurn[i] = trialTurn[i]! - above;
    }
  }
  const turn = trialTurn[SLIDERS]! - turned[SLIDERS]!;
  let hubN = end.thrustN;
  for (let i = 1; i <= SLIDERS; i++) hubN += limits[i]! * (trialAlong[i]! / BRISTLE_MM);
  turned.set(trialTurn);
  shaft.along.set(trialAlong);
  shaft.around.set(trialAround);
  return { turnRad: turn, hubN };
};

/** Most that each slider bears, N: what it lies in presses on it, and on a bend what it passes on. */
const findLimits = ({ along }: Shaft, spec: ShaftSpec, thrustN: number, piece: number): void => {
  let passed = thrustN;
  for (let i = SLIDERS; i >= 1; i--) {
    const pressed = passed < 0 ? -passed : passed;
    limits[i] = spec.friction * piece * (spec.sideNPerMm + pressed * spec.bendPerMm);
    passed += limits[i]! * (along[i]! / BRISTLE_MM);
  }
};

/** Bends a slider's bristles by its way since the last step; returns how its moment grows with its turn, N mm / rad. */
const slide = (shaft: Shaft, { radiusMm }: ShaftSpec, i: number, advanceMm: number): number => {
  const along = shaft.along[i]! + advanceMm;
  const around = shaft.around[i]! + radiusMm * (trialTurn[i]! - shaft.turned[i]!);
  const length = Math.sqrt(along * along + around * around);
  const slides = length > BRISTLE_MM;
  const share = slides ? BRISTLE_MM / length : 1;
  trialAlong[i] = share * along;
  trialAround[i] = share * around;
  const h = limits[i]! / (slides ? length : BRISTLE_MM);
  const across = slides ? (along * along) / (length * length) : 1;
  return radiusMm * radiusMm * h * across;
};
