/**
 * @file The way that a tip has made, by its length: where a wire runs in tissue, and what each part of it ran through.
 *
 * A wire follows its tip, so what lies `d` behind the tip lies on the way `d` before its end. Points are reference coordinates
 * of the tissue: what an opening moves later, it takes along. By length and not by station, because a tip that turns into
 * the wall hardly moves along the vessel.
 */

import { MATERIAL, type MaterialId } from '../../anatomy/material.ts';

/** Distance between stored points, mm. */
export const TRACK_STEP_MM = 0.1;

/** Flowing blood, what has to be pierced, and the opened plane. */
export const MEDIUM = { lumen: 0, tissue: 1, plane: 2 } as const;
export type Medium = (typeof MEDIUM)[keyof typeof MEDIUM];

/** Plain data. Points beyond `lengthMm` are an old way that a tip has left again. */
export interface Track {
  readonly s: number[];
  readonly x: number[];
  readonly y: number[];
  readonly medium: Medium[];
  /** What it runs through, as far as that holds a wire. */
  readonly material: MaterialId[];
  /** Where the tip is on it, mm. */
  lengthMm: number;
}

export const createTrack = (): Track => ({ s: [], x: [], y: [], medium: [], material: [], lengthMm: 0 });

/** A place on a track, and the unit direction in which it was made. */
export interface TrackPoint {
  s: number;
  x: number;
  y: number;
  ds: number;
  dx: number;
  dy: number;
}

export const createTrackPoint = (): TrackPoint => ({ s: 0, x: 0, y: 0, ds: 1, dx: 0, dy: 0 });

const indexAt = (track: Track, mm: number): number =>
  Math.max(0, Math.min(track.s.length - 1, Math.floor(mm / TRACK_STEP_MM)));

/** What the tip was in at a length of its way; the sheath before it began. */
export const mediumAt = (track: Track, mm: number): Medium =>
  track.s.length === 0 || mm < 0 ? MEDIUM.lumen : track.medium[indexAt(track, mm)]!;

/** The open space at or next to a length of the way. */
export const openSpaceAt = (track: Track, mm: number): typeof MEDIUM.lumen | typeof MEDIUM.plane => {
  for (let i = indexAt(track, Math.min(mm, track.lengthMm)); i >= 0; i--) {
    const medium = track.medium[i];
    if (medium !== undefined && medium !== MEDIUM.tissue) return medium;
  }
  return MEDIUM.lumen;
};

/** What holds a wire at a length of its way. */
export const materialOnTrack = (track: Track, mm: number): MaterialId =>
  track.material[indexAt(track, mm)] ?? MATERIAL.blood;

/** The direction of a track is read over this much either way, in points. */
const REACH = 3;

interface Across {
  x: number;
  y: number;
}
const from: Across = { x: 0, y: 0 };
const to: Across = { x: 0, y: 0 };

/** Where what is kept lies now, see `space.ts`. */
type Place = (medium: Medium, s: number, x: number, y: number, out: Across) => Across;

/** The place at a length that the tip has made, where the tissue has it now. */
export const trackAt = (track: Track, mm: number, place: Place, out: TrackPoint): TrackPoint => {
  const last = indexAt(track, track.lengthMm);
  const f = Math.max(0, Math.min(last, mm / TRACK_STEP_MM));
  const i = Math.floor(f);
  const j = Math.min(last, i + 1);
  const u = f - i;
  out.s = track.s[i]! + u * (track.s[j]! - track.s[i]!);
  pointAt(track, i, place, from);
  pointAt(track, j, place, to);
  out.x = from.x + u * (to.x - from.x);
  out.y = from.y + u * (to.y - from.y);
  const a = Math.max(0, i - REACH);
  const b = Math.min(last, i + 1 + REACH);
  pointAt(track, a, place, from);
  pointAt(track, b, place, to);
  const ds = track.s[b]! - track.s[a]!;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(ds * ds + dx * dx + dy * dy);
  out.ds = length > 1e-9 ? ds / length : 1;
  out.dx = length > 1e-9 ? dx / length : 0;
  out.dy = length > 1e-9 ? dy / length : 0;
  return out;
};

const pointAt = (track: Track, i: number, place: Place, out: Across): Across =>
  place(track.medium[i]!, track.s[i]!, track.x[i]!, track.y[i]!, out);

/** Lengthens the way to a new end, `mm` on. What lay there before is written over. */
export const extendTrack = (
  track: Track,
  mm: number,
  s: number,
  x: number,
  y: number,
  medium: Medium,
  material: MaterialId,
): void => {
  const from = track.lengthMm;
  const to = from + mm;
  const last = indexAt(track, from);
  const s0 = track.s[last] ?? s;
  const x0 = track.x[last] ?? x;
  const y0 = track.y[last] ?? y;
  const base = track.s.length === 0 ? from : last * TRACK_STEP_MM;
  const first = track.s.length === 0 ? 0 : last + 1;
  for (let i = first; i * TRACK_STEP_MM <= to + 1e-9; i++) {
    const u = to > base ? (i * TRACK_STEP_MM - base) / (to - base) : 1;
    track.s[i] = s0 + u * (s - s0);
    track.x[i] = x0 + u * (x - x0);
    track.y[i] = y0 + u * (y - y0);
    track.medium[i] = medium;
    track.material[i] = material;
  }
  track.lengthMm = to;
};

/** Lays the last of a free tip's way anew between two places that lie so far behind its end, mm. */
export const relayTrack = (
  track: Track,
  nearMm: number,
  near: Pick<TrackPoint, 's' | 'x' | 'y'>,
  farMm: number,
  far: Pick<TrackPoint, 's' | 'x' | 'y'>,
  keep: Place,
): void => {
  const last = indexAt(track, track.lengthMm - nearMm);
  const first = Math.max(0, Math.ceil((track.lengthMm - farMm) / TRACK_STEP_MM));
  for (let i = first; i <= last; i++) {
    if (track.medium[i] === MEDIUM.tissue) continue;
    const u = (track.lengthMm - i * TRACK_STEP_MM - nearMm) / (farMm - nearMm);
    track.s[i] = near.s + u * (far.s - near.s);
    keep(track.medium[i]!, track.s[i]!, near.x + u * (far.x - near.x), near.y + u * (far.y - near.y), from);
    track.x[i] = from.x;
    track.y[i] = from.y;
  }
};

/** Points of a way in tissue within so much either side of a length of it. */
const around = function* (track: Track, mm: number, reachMm: number): Generator<number> {
  const last = indexAt(track, mm + reachMm);
  for (let i = indexAt(track, mm - reachMm); i <= last; i++) if (track.medium[i] === MEDIUM.tissue) yield i;
};

/** Moves a way sideways at a length of it, and less and less up to so far either side, mm; what may not go there stays. */
export const moveTrack = (
  track: Track,
  mm: number,
  reachMm: number,
  x: number,
  y: number,
  may: (s: number, x: number, y: number, held: MaterialId) => boolean,
): void => {
  for (const i of around(track, mm, reachMm)) {
    const weight = Math.max(0, 1 - Math.abs(i * TRACK_STEP_MM - mm) / reachMm);
    const toX = track.x[i]! + weight * x;
    const toY = track.y[i]! + weight * y;
    if (!may(track.s[i]!, toX, toY, track.material[i]!)) continue;
    track.x[i] = toX;
    track.y[i] = toY;
  }
};

/** A way has come upon something else that holds it from now on. */
export const firmTrack = (track: Track, mm: number, reachMm: number, material: MaterialId): void => {
  for (const i of around(track, mm, 0.5 * reachMm)) track.material[i] = material;
};

/** Takes out all that lies up to the tip, and leaves the track empty. */
export const takeTrack = (track: Track): Pick<Track, 's' | 'x' | 'y' | 'medium' | 'material'> => {
  const count = track.s.length === 0 ? 0 : indexAt(track, track.lengthMm) + 1;
  const taken = {
    s: track.s.slice(0, count),
    x: track.x.slice(0, count),
    y: track.y.slice(0, count),
    medium: track.medium.slice(0, count),
    material: track.material.slice(0, count),
  };
  for (const list of [track.s, track.x, track.y, track.medium, track.material]) list.length = 0;
  track.lengthMm = 0;
  return taken;
};

/** The way that a tip has left again, so far beyond its end, mm, where the tissue has it now; false where that leads through no tissue. */
export const leftWayAt = (track: Track, beyondMm: number, place: Place, out: TrackPoint): boolean => {
  const i = indexAt(track, track.lengthMm + beyondMm);
  if (i * TRACK_STEP_MM <= track.lengthMm || track.medium[i] !== MEDIUM.tissue) return false;
  pointAt(track, i, place, to);
  out.s = track.s[i]!;
  out.x = to.x;
  out.y = to.y;
  return true;
};

/** Draws the tip back along its way. */
export const shortenTrack = (track: Track, mm: number): void => {
  track.lengthMm = Math.max(0, track.lengthMm - mm);
};
