/**
 * @file A rod that has lost its way is laid down anew along it, relaxed.
 *
 * Where a step is far from rest for long, or the wire bears what no hand can give it, what holds it and where it lies contradict
 * each other (wound up by many turns, drawn through its own bends), and no further step mends that. It is then as if it had been let go.
 */
import type { Tissue } from '../../anatomy/tissue.ts';
import { frameAt } from '../../math/curve.ts';
import { distance } from '../../math/vec3.ts';
import type { Offset } from '../bundle.ts';
import { createGrip } from '../rod/contact.ts';
import { layStraight, type Mouth } from '../rod/feed.ts';
import { fromTipMm } from '../rod/rod.ts';
import { farTurn } from '../shaft.ts';
import { type RouteMap, routeMapOf, type WorldPoint } from './route-map.ts';
import type { Space } from './space.ts';
import { createTrackPoint, extendTrack, shortenTrack, TRACK_STEP_MM, takeTrack, trackAt } from './track.ts';
import type { WireBody } from './wire-body.ts';

/** More than this at the sheath, or this far from rest for so many steps in a row, or so much shorter than its way, is no state of a
 *  wire in a hand that gives 2.5 N: N, N, steps, mm. ASSUMED. */
const MOST_THRUST_N = 6;
const UNSETTLED_N = 0.2;
const UNSETTLED_STEPS = 48;
const TOO_SHORT_MM = 8;

/** Counts; true when the wire has to be laid down anew. */
export const isLost = (body: WireBody): boolean => {
  body.unsettled = body.residualN > UNSETTLED_N || Number.isNaN(body.residualN) ? body.unsettled + 1 : 0;
  return (
    body.unsettled > UNSETTLED_STEPS ||
    !(body.thrustN < MOST_THRUST_N && body.thrustN > -MOST_THRUST_N) ||
    stretchedMm(body) > TOO_SHORT_MM
  );
};

/** How much longer its way is than the wire that lies in it, mm; negative where the wire bows. */
export const stretchedMm = ({ track, mouthMm, insideMm }: WireBody): number =>
  track.lengthMm - mouthMm - insideMm;

const place = createTrackPoint();
const at: WorldPoint = { x: 0, y: 0, z: 0 };

/** Lays it along its way, to where that ends. @param leastS station behind which its tip is not drawn, mm */
export const layAlongWay = (
  tissue: Tissue,
  body: WireBody,
  space: Space,
  mouth: Mouth,
  leastS: number,
): void => {
  const { rod, track, stations, front, shaft } = body;
  const { curve } = tissue.anatomy.target;
  const map = routeMapOf(curve);
  const fromTip = fromTipMm(rod);
  measureAnew(body, space, map);
  // what it was bowed by goes out of the hub; what it was stretched by its tip gives, but for what the catheter holds
  const long = track.lengthMm - body.mouthMm - body.insideMm;
  shortenTrack(track, Math.max(0, Math.min(long, (track.s.at(-1) ?? 0) - leastS)));
  body.insideMm = track.lengthMm - body.mouthMm;
  layStraight(rod, mouth, body.insideMm, frameAt(curve, body.mouthS).n1);
  for (let i = rod.from; i < rod.nodes; i++) {
    const mm = track.lengthMm - fromTip[i]!;
    if (mm < 0 || track.s.length === 0) continue;
    trackAt(track, mm, space.place, place);
    map.toWorld(place.s, place.x, place.y, at);
    rod.q[4 * i] = at.x;
    rod.q[4 * i + 1] = at.y;
    rod.q[4 * i + 2] = at.z;
    stations[i] = place.s;
    const { n1, t } = frameAt(curve, place.s);
    rod.frames.tangentBefore.set([t.x, t.y, t.z], 3 * i);
    rod.frames.directorBefore.set([n1.x, n1.y, n1.z], 3 * i);
  }
  for (let i = 0; i < rod.nodes; i++) rod.q[4 * i + 3] = farTurn(shaft);
  rod.before.set(rod.q);
  front.on = false;
  body.unsettled = 0;
  body.thrustN = 0;
  Object.assign(body.holds.grip, createGrip(rod.nodes));
  Object.assign(body.face, createGrip(rod.nodes));
};

const last: WorldPoint = { x: 0, y: 0, z: 0 };
const lies: Offset = { x: 0, y: 0 };

/**
 * Lays a way down again as long as it is in space, and forgets what lies beyond the tip. A tip that swings to and fro in bends has
 * counted it longer or shorter: a wire laid into a way that is too short for it would push its tip on at once.
 */
const measureAnew = (body: WireBody, space: Space, map: RouteMap): void => {
  const { track } = body;
  const mouth = Math.floor(body.mouthMm / TRACK_STEP_MM);
  const beyond = body.mouthMm - mouth * TRACK_STEP_MM;
  const { s, x, y, medium, material } = takeTrack(track);
  for (let i = 0; i < s.length; i++) {
    space.place(medium[i]!, s[i]!, x[i]!, y[i]!, lies);
    map.toWorld(s[i]!, lies.x, lies.y, at);
    extendTrack(track, i === 0 ? 0 : distance(at, last), s[i]!, x[i]!, y[i]!, medium[i]!, material[i]!);
    Object.assign(last, at);
    if (i <= mouth) body.mouthMm = track.lengthMm + beyond;
  }
};
