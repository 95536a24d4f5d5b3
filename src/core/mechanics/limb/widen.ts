/**
 * @file A wire that presses sideways on its way through tissue harder than the tissue bears cuts it wider: the way moves.
 *
 * So a stiff shaft straightens what a bent tip has wound, and a loop finds room; what does not give (calcium, the adventitia)
 * holds from then on as what it is.
 */
import { MATERIAL, type MaterialId } from '../../anatomy/material.ts';
import { materialRow } from '../../anatomy/material-table.ts';
import type { Tissue } from '../../anatomy/tissue.ts';
import { createSpot, lookOfWire1, type Spot } from '../surroundings.ts';
import { COLUMNS, HOLD, PER_NODE } from './holds.ts';
import type { RouteMap, WorldPoint } from './route-map.ts';
import { same } from './space.ts';
import { holdsAs } from './tip-work.ts';
import {
  createTrackPoint,
  firmTrack,
  MEDIUM,
  materialOnTrack,
  mediumAt,
  moveTrack,
  trackAt,
} from './track.ts';
import type { WireBody } from './wire-body.ts';

/** Side force at which a material lets a wire so thick cut into it, N per mm of wire. */
export const yieldNPerMm = (material: MaterialId, diameterMm: number): number =>
  materialRow(material).mechanical.yieldMPa.value * diameterMm;

const axis: WorldPoint = { x: 0, y: 0, z: 0 };
const point = createTrackPoint();
const spot = createSpot();

/**
 * After a step: moves the way under the nodes that have pressed beyond its limit.
 * @param adventitiaHolds no side of this wire cuts the adventitia: it stretches, and sends the wire round
 */
export const widenWay = (
  { rod, holds, track }: WireBody,
  map: RouteMap,
  tissue: Tissue,
  fromTip: Float64Array,
  share: Float64Array,
  adventitiaHolds: boolean,
): void => {
  const { data, kind, across } = holds;
  // the way is kept where its tissue was before anything opened it, the wire's own thickness included
  const look = lookOfWire1(tissue);
  const isFirm = (material: MaterialId): boolean =>
    material === MATERIAL.calcium || (adventitiaHolds && material === MATERIAL.adventitia);
  /** What lies between two nodes may be firmer than what they have cut. */
  const gives = (s: number, x: number, y: number, held: MaterialId): boolean =>
    !isFirm(held) && !isFirm(firmness(look(s, x, y, spot)));
  for (let i = rod.from; i < rod.nodes - 1; i++) {
    if (kind[i] !== HOLD.line) continue;
    const o = PER_NODE * i;
    const limit = data[o + COLUMNS.limit]!;
    if (across[i]! < limit * (1 - 1e-9)) continue;
    const at = track.lengthMm - fromTip[i]!;
    if (mediumAt(track, at) !== MEDIUM.tissue) continue;
    const a = 4 * i;
    const dx = rod.q[a]! - data[o]!;
    const dy = rod.q[a + 1]! - data[o + 1]!;
    const dz = rod.q[a + 2]! - data[o + 2]!;
    const along = dx * data[o + 3]! + dy * data[o + 4]! + dz * data[o + 5]!;
    const px = dx - along * data[o + 3]!;
    const py = dy - along * data[o + 4]!;
    const pz = dz - along * data[o + 5]!;
    const off = Math.sqrt(px * px + py * py + pz * pz);
    const give = Math.min(MOST_MM, off - limit / data[o + COLUMNS.stiffness]!);
    if (give <= 0) continue;
    trackAt(track, at, same, point);
    const on = (v: WorldPoint): number => (give / off) * (px * v.x + py * v.y + pz * v.z);
    const x = on(map.turn(point.s, 0, 1, 0, axis));
    const y = on(map.turn(point.s, 0, 0, 1, axis));
    const was = materialOnTrack(track, at);
    if (isFirm(was)) continue;
    const firmer = firmness(look(point.s, point.x + x, point.y + y, spot));
    if (!isFirm(firmer) && yieldNPerMm(firmer, 1) <= yieldNPerMm(was, 1))
      moveTrack(track, at, share[i]!, x, y, gives);
    else firmTrack(track, at, share[i]!, firmer);
  }
};

const firmness = (at: Spot): MaterialId => (at.zone === 'solid' ? MATERIAL.calcium : holdsAs(at));

/** A way gives no more than so much in one step, mm. */
const MOST_MM = 0.05;
