/** @file A wire out of its holder: whether it takes the shape that its tip was given. */
import { atan2, DEG } from '../../math/trig.ts';
import type { TipShape } from '../device.ts';
import { REST, settle } from '../rod/newton.ts';
import { cosineBetween } from '../rod/readings.ts';
import { clampEdge } from '../rod/rod.ts';
import { createSystem } from '../rod/system.ts';
import { shapedWire } from '../wire-rod.ts';
import type { WireClass } from '../wires.ts';

const LENGTH_MM = 20;

/** Angle between tip and shaft of a free wire that was straight and is let go, degrees. */
export const freeTipDeg = (wire: WireClass, shape: TipShape): number => {
  const rod = shapedWire(wire, shape, LENGTH_MM);
  clampEdge(rod, 0);
  settle(rod, createSystem(rod), [], { ...REST, toleranceN: 1e-8 });
  const cosine = cosineBetween(rod, 0, rod.nodes - 2);
  return atan2(Math.sqrt(Math.max(0, 1 - cosine * cosine)), cosine) / DEG;
};
