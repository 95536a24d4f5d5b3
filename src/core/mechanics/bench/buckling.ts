/** @file Loads at which a straight rod gives way: thrust on a clamped column, twist of a rod clamped at both ends. */
import { pointForce } from '../rod/loads.ts';
import { instabilities, settle } from '../rod/newton.ts';
import type { Rod } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { clampedRod, lastThatHolds, type UniformRod } from './bench-rod.ts';

/** Thrust at which a clamped rod gives way, N. @param pinned its tip cannot move sideways */
export const columnN = (build: () => Rod, scaleN: number, pinned: boolean, halvings = 44): number =>
  lastThatHolds(
    0,
    scaleN,
    (thrust) => {
      const rod = build();
      const tip = rod.nodes - 1;
      if (pinned) {
        rod.held[4 * tip] = 1;
        rod.held[4 * tip + 1] = 1;
      }
      const system = createSystem(rod);
      const loads = [pointForce(tip, 0, 0, -thrust)];
      settle(rod, system, loads, { iterations: 8, toleranceN: 1e-12 * scaleN, moveMm: 1 });
      return instabilities(rod, system, loads) === 0;
    },
    halvings,
  );

/** Thrust at which a clamped uniform rod gives way, N. */
export const eulerN = (of: UniformRod, pinned = false): number =>
  columnN(() => clampedRod(of), (60 * of.EI) / (of.lengthMm * of.lengthMm), pinned);
