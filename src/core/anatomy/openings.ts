/**
 * @file How devices push tissue aside: holes on a station grid, and the map between where tissue is and where it was.
 *
 * A hole of radius R about c sends a tissue point at distance d from c to distance sqrt(d^2 + R^2) in the same
 * direction. Areas are kept. Channels act in the order plane, track; the way back undoes track, then plane.
 */
import type { OpenEdit, OpeningChannel } from './edit.ts';
import type { Hole, ReferencePoint } from './tissue.ts';
import type { OpeningTable } from './tissue-tables.ts';

export interface OpeningGrid {
  readonly startMm: number;
  readonly stepMm: number;
  readonly count: number;
}

/** Largest hole that can be asked for, mm: the imaged region. */
const MAX_RADIUS_MM = 6;

interface Channel extends OpeningTable {
  from: number;
  to: number;
}

const createChannel = (count: number): Channel => ({
  x: new Float64Array(count),
  y: new Float64Array(count),
  radius: new Float64Array(count),
  from: count,
  to: -1,
});

export interface Openings {
  apply(edit: OpenEdit): void;
  toReference(s: number, x: number, y: number, out: ReferencePoint): ReferencePoint;
  toDeformed(s: number, xRef: number, yRef: number, out: { x: number; y: number }): { x: number; y: number };
  /** Hole of a channel where it lies now; false when closed there. */
  holeAt(channel: OpeningChannel, s: number, out: Hole): boolean;
  /** What the channels hold; it follows every edit. */
  readonly plane: OpeningTable;
  readonly track: OpeningTable;
}

/** @throws RangeError for an edit off the grid, not finite, or with a radius outside 0 .. 6 mm. */
const check = (edit: OpenEdit, grid: OpeningGrid): void => {
  const { index, xRef, yRef, radiusMm } = edit;
  if (!Number.isInteger(index) || index < 0 || index >= grid.count) {
    throw new RangeError(`tissue edit: index ${index} is outside the opening grid 0 .. ${grid.count - 1}`);
  }
  if (!Number.isFinite(xRef) || !Number.isFinite(yRef))
    throw new RangeError('tissue edit: centre is not finite');
  if (!(radiusMm >= 0 && radiusMm <= MAX_RADIUS_MM)) {
    throw new RangeError(`tissue edit: radius ${radiusMm} is outside 0 .. ${MAX_RADIUS_MM} mm`);
  }
};

export const createOpenings = (grid: OpeningGrid): Openings => {
  const perMm = 1 / grid.stepMm;
  const plane = createChannel(grid.count);
  const track = createChannel(grid.count);
  // scratch: lookups allocate nothing
  const planeHole: Hole = { x: 0.5, y: 0.5, radiusMm: 0.5 };
  const trackHole: Hole = { x: 0.5, y: 0.5, radiusMm: 0.5 };

  /** Hole in the channel's own coordinates, linear between stations; a closed neighbour lends no centre. */
  const sample = (channel: Channel, s: number, out: Hole): boolean => {
    const f = (s - grid.startMm) * perMm;
    if (!(f > channel.from - 1 && f < channel.to + 1) || f < 0 || f > grid.count - 1) return false;
    const i = Math.min(grid.count - 2, Math.floor(f));
    const u = f - i;
    const r0 = channel.radius[i]!;
    const r1 = channel.radius[i + 1]!;
    const radius = r0 + (r1 - r0) * u;
    if (!(radius > 0)) return false;
    const v = r0 === 0 ? 1 : r1 === 0 ? 0 : u;
    out.x = channel.x[i]! + (channel.x[i + 1]! - channel.x[i]!) * v;
    out.y = channel.y[i]! + (channel.y[i + 1]! - channel.y[i]!) * v;
    out.radiusMm = radius;
    return true;
  };

  /** Pushes a point out of a hole. The centre itself has no direction: it goes along +x. */
  const push = (hole: Hole, out: { x: number; y: number }): void => {
    const dx = out.x - hole.x;
    const dy = out.y - hole.y;
    const sq = dx * dx + dy * dy;
    const r2 = hole.radiusMm * hole.radiusMm;
    if (sq < 1e-18) {
      out.x = hole.x + hole.radiusMm;
      out.y = hole.y;
      return;
    }
    const k = Math.sqrt((sq + r2) / sq);
    out.x = hole.x + dx * k;
    out.y = hole.y + dy * k;
  };

  /** Undoes `push`. Points inside the hole come from its centre. @returns whether it was inside */
  const pull = (hole: Hole, out: { x: number; y: number }): boolean => {
    const dx = out.x - hole.x;
    const dy = out.y - hole.y;
    const sq = dx * dx + dy * dy;
    const r2 = hole.radiusMm * hole.radiusMm;
    if (sq <= r2) {
      out.x = hole.x;
      out.y = hole.y;
      return true;
    }
    const k = Math.sqrt((sq - r2) / sq);
    out.x = hole.x + dx * k;
    out.y = hole.y + dy * k;
    return false;
  };

  /** The track's hole where the plane's opening has pushed it. */
  const sampleTrack = (s: number, planeOpen: boolean): boolean => {
    if (!sample(track, s, trackHole)) return false;
    if (planeOpen) push(planeHole, trackHole);
    return true;
  };

  return {
    plane,
    track,
    apply: (edit) => {
      check(edit, grid);
      const channel = edit.channel === 'plane' ? plane : track;
      channel.x[edit.index] = edit.xRef;
      channel.y[edit.index] = edit.yRef;
      channel.radius[edit.index] = edit.radiusMm;
      channel.from = Math.min(channel.from, edit.index);
      channel.to = Math.max(channel.to, edit.index);
    },
    toReference: (s, x, y, out) => {
      out.x = x;
      out.y = y;
      out.hole = null;
      const planeOpen = sample(plane, s, planeHole);
      if (sampleTrack(s, planeOpen) && pull(trackHole, out)) out.hole = 'track';
      if (planeOpen && pull(planeHole, out)) out.hole ??= 'plane';
      return out;
    },
    toDeformed: (s, xRef, yRef, out) => {
      out.x = xRef;
      out.y = yRef;
      const planeOpen = sample(plane, s, planeHole);
      if (planeOpen) push(planeHole, out);
      if (sampleTrack(s, planeOpen)) push(trackHole, out);
      return out;
    },
    holeAt: (channel, s, out) => {
      const planeOpen = sample(plane, s, planeHole);
      const open = channel === 'plane' ? planeOpen : sampleTrack(s, planeOpen);
      if (!open) return false;
      const hole = channel === 'plane' ? planeHole : trackHole;
      out.x = hole.x;
      out.y = hole.y;
      out.radiusMm = hole.radiusMm;
      return true;
    },
  };
};
