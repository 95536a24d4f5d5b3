/** @file Where the true lumen's middle is at a station. */
import type { WallMaps } from '../../core/anatomy/tissue.ts';

/** Centroid (mm along n1, n2) and radius of the circle of equal area of the lumen at a station. */
export const lumenSection = (wall: WallMaps, s: number): { x: number; y: number; radius: number } => {
  const row = Math.min(wall.stations - 1, Math.max(0, Math.round((s - wall.startMm) / wall.stepMm)));
  let area = 0;
  let x = 0;
  let y = 0;
  for (let j = 0; j < wall.angles; j++) {
    const a = (2 * Math.PI * j) / wall.angles;
    const r = wall.lumen[row * wall.angles + j]!;
    area += r * r;
    x += r * r * r * Math.cos(a);
    y += r * r * r * Math.sin(a);
  }
  if (area < 1e-9) return { x: 0, y: 0, radius: 0 };
  const k = 2 / (3 * area);
  return { x: x * k, y: y * k, radius: Math.sqrt(area / wall.angles) };
};
