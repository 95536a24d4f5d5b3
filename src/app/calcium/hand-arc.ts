/** @file The arc that the user measures with two handles. */
import { DEG } from '../../core/math/trig.ts';
import type { Sector } from '../../core/measure/calcium-arc.ts';
import { psiOfLine } from './imaging.ts';

export interface HandArc {
  /** While measuring the answers are hidden. */
  readonly stage: 'off' | 'measuring' | 'compared';
  /** Degrees clockwise from 12 o'clock. */
  readonly fromDeg: number;
  readonly toDeg: number;
  /** Clockwise from one to the other. */
  readonly widthDeg: number;
}

export const handArc = (stage: HandArc['stage'], fromDeg: number, toDeg: number): HandArc => ({
  stage,
  fromDeg,
  toDeg,
  widthDeg: (toDeg - fromDeg + 360) % 360,
});

/** A guess that fits no plate in particular. */
export const FIRST_HAND_ARC = handArc('off', 320, 40);

export const handSector = (hand: HandArc): Sector => ({
  fromRad: psiOfLine(hand.fromDeg),
  widthRad: hand.widthDeg * DEG,
});
