/**
 * @file A wire that presses sideways on its way through tissue harder than the tissue bears cuts it wider: the way moves.
 *
 * So a stiff shaft straightens what a bent tip has wound, and a loop finds room; what does not give (calcium, the adventitia)
 * holds from then on as what it is.
 */
import { MATERIAL, type MaterialId } from '../../anatomy/material.ts';
import { materialRow } from '../../anatomy/material-table.ts';
import { createSpot, type Look } from '../surroundings.ts';
import { COLUMNS, HOLD, PER_NODE } from './holds.ts';
import type { RouteMap, WorldPoint } from './route-map.ts';
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

/** After a step: moves the way under the nodes that have pressed beyond its limit. */
export const widenWay = (
  { rod, holds, track }: WireBody,
  map: RouteMap,
  look: Look,
  fromTip: Float64Array,
  share: Float64Array,
): void => {
  const { data, kind, across } = holds;
  // between two nodes lies more than they feel
  const isSoft = (s: number, x: number, y: number): boolean => look(s, x, y, spot).zone !== 'solid';
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
    trackAt(track, at, point);
    const on = (v: WorldPoint): number => (give / off) * (px * v.x + py * v.y + pz * v.z);
    const x = on(map.turn(point.s, 0, 1, 0, axis));
    const y = on(map.turn(point.s, 0, 0, 1, axis));
    const was = materialOnTrack(track, at);
    look(point.s, point.x + x, point.y + y, spot);
    const firmer = spot.zone === 'solid' ? MATERIAL.calcium : holdsAs(spot);
    const gives = firmer === was || yieldNPerMm(firmer, 1) <= yieldNPerMm(was, 1);
    if (gives) moveTrack(track, at, share[i]!, x, y, isSoft);
    else firmTrack(track, at, share[i]!, firmer);
  }
};

/** A way gives no more than so much in one step, mm. */
const MOST_MM = 0.05;
