/** @file What a wire's hub is given in one tick, as far as it reaches the mouth through which the wire is fed. */
import { HUB_LIMITS } from '../catalogue.ts';
import { type Move, report } from '../move.ts';
import { momentAtMouth } from '../rod/readings.ts';
import { hubMoment, stepShaft } from '../shaft.ts';
import { sheathStation, type WireState } from '../state.ts';
import { shaftTo } from '../torque.ts';
import { rides } from './rides.ts';
import type { WireBody } from './wire-body.ts';

/** Push that a stopped wire takes up in bends before the hub stops too, mm; and the most fingers push, N. ASSUMED. */
const SLACK_LIMIT_MM = 5;
const FINGER_N = 2.5;
/** The most with which fingers turn: one turn of a shaft that is held at its tip, N mm. ASSUMED: further on it would throw loops. */
const FINGER_NMM = 1;
/** A stopped wire goes on when its bends have given back this much of what they had taken up. */
const FREED_SHARE = 0.7;
/** A wire is pushed in until it would lie so far before the route's end if it were straight, and drawn back no nearer to its mouth, mm;
 *  wire 2 nearer: there its lumen has it again, see `take-over.ts`. */
const END_MM = 4;
const AT_MOUTH_MM = 0.1;
const IN_MOUTH_MM = 0.02;

/** How far the wire turns at its mouth, rad: the shaft behind winds up, sticks and slides, and the rod holds it. */
export const turnAtMouth = (
  { state, tissue, wire, kind }: Pick<Move, 'state' | 'tissue' | 'wire' | 'kind'>,
  { shaft, rod, mouthS, thrustN }: Pick<WireBody, 'shaft' | 'rod' | 'mouthS' | 'thrustN'>,
  advance: number,
  torque: number,
  dtS: number,
): number => {
  const speed = Math.max(-HUB_LIMITS.torqueRadS, Math.min(HUB_LIMITS.torqueRadS, torque));
  const spec = shaftTo(kind, tissue.anatomy.target.curve, mouthS, Math.max(0, mouthS - sheathStation(state)));
  const turn = hubMoment(shaft, spec) * Math.sign(speed) > FINGER_NMM ? 0 : speed * dtS;
  wire.hubRollRad += turn;
  return stepShaft(shaft, spec, advance, turn, { ...momentAtMouth(rod), thrustN }).turnRad;
};

/** How far the hub moves, mm: not beyond what fingers push, what bends take up, or what the wire rides in. */
export const advanceOf = (move: Move, body: WireBody, advance: number, dtS: number): number => {
  const { state, tissue, wire } = move;
  const speed = Math.max(-HUB_LIMITS.advanceMmS, Math.min(HUB_LIMITS.advanceMmS, advance));
  if (speed > 0) {
    const stuck = wire.slackMm >= SLACK_LIMIT_MM || body.thrustN > FINGER_N;
    if (stuck && !wire.stopped) {
      wire.stopped = true;
      report(move, 'stopped');
    }
    const straight = body.mouthS + body.insideMm;
    if (stuck || straight > tissue.anatomy.target.curve.endMm - END_MM) return 0;
  } else if (speed < 0) {
    wire.stopped = false;
    if (body.thrustN < -FINGER_N) return 0;
    const least = wire === state.wire1 ? AT_MOUTH_MM : IN_MOUTH_MM;
    const mouth = body.mouthS + least;
    const rear = rides(state, wire) ? Math.max(state.ivus.tipS, mouth) : mouth;
    if (wire.tip.s <= rear + springsMm(body)) return 0;
    return Math.max(speed * dtS, Math.min(0, least - body.insideMm));
  }
  return speed * dtS;
};

/** What a wire that is drawn taut springs back when the hand stops, mm: its tension falls off evenly toward the tip. */
const springsMm = ({ rod, insideMm, thrustN }: WireBody): number =>
  (Math.max(0, -thrustN) * insideMm) / (2 * rod.ea[rod.nodes - 2]!);

/** After a step: a wire that has given back what it had taken up goes on. */
export const freeHub = (wire: WireState, { thrustN }: WireBody): void => {
  if (wire.slackMm < FREED_SHARE * SLACK_LIMIT_MM && thrustN < FREED_SHARE * FINGER_N) wire.stopped = false;
};
