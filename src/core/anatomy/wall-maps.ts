/** @file Reading the wall's radius maps: bilinear in station and angle, periodic in angle. */
import { polarAngle } from '../math/angle.ts';
import { TAU } from '../math/trig.ts';
import type { WallMaps } from './tissue.ts';

export type WallSurface = 'lumen' | 'iel' | 'eem' | 'adventitia';

/** Radius of a surface at (station, angle in rad), mm; stations are clamped to the map. */
export const wallRadius = (wall: WallMaps, surface: WallSurface, s: number, angle: number): number => {
  const map = wall[surface];
  const f = Math.max(0, Math.min(wall.stations - 1, (s - wall.startMm) / wall.stepMm));
  const i = Math.min(wall.stations - 2, Math.floor(f));
  const u = f - i;
  const turn = angle / TAU;
  const g = (turn - Math.floor(turn)) * wall.angles;
  const j = Math.floor(g) % wall.angles;
  const k = (j + 1) % wall.angles;
  const v = g - Math.floor(g);
  const row = i * wall.angles;
  const next = row + wall.angles;
  const a = map[row + j]! + (map[row + k]! - map[row + j]!) * v;
  const b = map[next + j]! + (map[next + k]! - map[next + j]!) * v;
  return a + (b - a) * u;
};

/** Radius of a surface in the direction of (x, y), mm. */
export const wallRadiusToward = (
  wall: WallMaps,
  surface: WallSurface,
  s: number,
  x: number,
  y: number,
): number => wallRadius(wall, surface, s, polarAngle(y, x));
