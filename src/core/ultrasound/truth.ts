/**
 * @file What lies at each point of the imaging plane: the truth beside a picture. Unlike the labels of a frame it is not
 * drawn as a console draws, uneven rotation and ranges by time of flight left out.
 */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import type { ImagingPose } from './frame.ts';
import { LABEL_NAMES } from './labels.ts';
import { inAir } from './scene/air.ts';
import { slabBasis } from './scene/slab.ts';

/** The labels of a frame, where 'catheter' is the wall of the window, then what fills window and lumen instead of blood. */
export const TRUTH_NAMES: readonly string[] = [...LABEL_NAMES, 'inside', 'air', 'flush', 'contrast'];

/** Thickness of the window's wall as drawn, mm. */
const WALL_MM = 0.07;

const indexOf = (name: string): number => TRUTH_NAMES.indexOf(name);

/** Index into TRUTH_NAMES of what lies at an angle from line 0, rad, and a range from the catheter's axis, mm. */
export type TruthAt = (angleRad: number, rangeMm: number) => number;

/** The truth for a pose. The image plane leans with the catheter. */
export const truthAt = (tissue: Tissue, pose: ImagingPose): TruthAt => {
  const { s, x: atX, y: atY, sheathRadiusMm, fluid = 'blood', air } = pose;
  const basis = slabBasis(pose);
  const wires = pose.wires.map((wire) => ({ ...wire, label: indexOf(wire.device) }));
  const lumen = fluid === 'blood' ? MATERIAL.blood : indexOf(fluid);
  const [wall, inside, bubble] = [indexOf('catheter'), indexOf('inside'), indexOf('air')];
  return (angleRad, rangeMm) => {
    const u = rangeMm * Math.cos(angleRad);
    const v = rangeMm * Math.sin(angleRad);
    const ds = u * basis.us + v * basis.vs;
    const x = atX + u * basis.ux + v * basis.vx;
    const y = atY + u * basis.uy + v * basis.vy;
    for (const wire of wires) {
      const off = Math.hypot(x - wire.x - wire.dxds * ds, y - wire.y - wire.dyds * ds);
      if (off <= wire.radiusMm) return wire.label;
    }
    if (rangeMm > sheathRadiusMm) {
      const material = tissue.materialAt(s + ds, x, y);
      return material === MATERIAL.blood ? lumen : material;
    }
    if (rangeMm > sheathRadiusMm - WALL_MM) return wall;
    return air && inAir(air, angleRad) ? bubble : inside;
  };
};
