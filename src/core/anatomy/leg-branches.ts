/** @file The small arteries of the leg: muscular branches, and the collaterals that keep a distal vessel alive. */
import { type Curve, toWorld } from '../math/curve.ts';
import { createNoise } from '../math/noise.ts';
import { arcLengths, smoothCentripetal } from '../math/polyline.ts';
import { createStream } from '../math/rng.ts';
import { cos, PI, sin, TAU } from '../math/trig.ts';
import { add, addScaled, cross, distance, lerp, normalize, scale, type Vec3, vec3 } from '../math/vec3.ts';
import { distalFilling, legVessel, TARGET_ID } from './leg-vessel.ts';
import type { AnatomySpec } from './spec.ts';
import type { LegVessel, SideBranch } from './tissue.ts';

/** A muscular branch: leaves at the wall, bends down the leg and thins out. */
const branchPoints = (from: Vec3, direction: Vec3, lengthMm: number, sway: number): Vec3[] => {
  const down = vec3(0, 0, 1);
  const side = normalize(cross(direction, down));
  const out = [from];
  for (let k = 1; k <= 5; k++) {
    const t = k / 5;
    const heading = normalize(
      add(scale(direction, 1 - 0.75 * t), addScaled(scale(down, 0.25 + 0.9 * t), side, sway * t)),
    );
    out.push(addScaled(out[k - 1]!, heading, lengthMm / 5));
  }
  return smoothCentripetal(out, 6);
};

/** A collateral: corkscrews beside the straight way from one vessel to another. */
const collateralPoints = (from: Vec3, to: Vec3, bulge: Vec3, seed: number, name: string): Vec3[] => {
  const noise = createNoise(seed, name);
  const count = Math.max(24, Math.round(distance(from, to) / 2));
  const out: Vec3[] = [];
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const arch = sin(PI * t);
    const base = addScaled(lerp(from, to, t), bulge, arch);
    out.push({
      x: base.x + arch * 3.2 * noise(t * count * 0.21, 1.5, 2.5),
      y: base.y + arch * 3.2 * noise(t * count * 0.21, 7.5, 2.5),
      z: base.z,
    });
  }
  return smoothCentripetal(out, 3);
};

/** Branches of the vessels that are not the target. */
export const muscularBranches = (spec: AnatomySpec, trunks: readonly LegVessel[]): LegVessel[] => {
  const stream = createStream(spec.seed, 'muscular');
  const out: LegVessel[] = [];
  for (const trunk of trunks) {
    if (trunk.id === 'dorsalis-pedis' || trunk.id === 'plantar' || trunk.id === 'tpt') continue;
    let number = 0;
    const { curve } = trunk;
    for (let s = stream.range(12, 28); s < curve.endMm - 12; s += stream.range(20, 40)) {
      const turn = stream.next() * TAU;
      const radius = stream.range(0.2, 0.45);
      const i = Math.round((s - curve.startMm) / curve.stepMm);
      const f = curve.frames[Math.min(curve.frames.length - 1, i)]!;
      const direction = addScaled(scale(f.n1, cos(turn)), f.n2, sin(turn));
      const points = branchPoints(f.origin, direction, stream.range(14, 38), stream.range(-0.5, 0.5));
      out.push(
        legVessel(
          `${trunk.id}-branch-${number++}`,
          'Muscular branch',
          points,
          [radius, radius * 0.35],
          trunk.id,
          trunk.filling,
        ),
      );
    }
  }
  return out;
};

/** The target's side branches, as the wall has them. */
export const targetBranches = (
  spec: AnatomySpec,
  route: Curve,
  branches: readonly SideBranch[],
): LegVessel[] => {
  const stream = createStream(spec.seed, 'target-branches');
  const id = TARGET_ID[spec.vessel];
  return branches.map((b, i) => {
    const f = route.frames[Math.round((b.stationMm - route.startMm) / route.stepMm)]!;
    const direction = addScaled(scale(f.n1, cos(b.angleRad)), f.n2, sin(b.angleRad));
    const points = branchPoints(f.origin, direction, stream.range(14, 34), stream.range(-0.4, 0.4));
    const proximal = b.stationMm < spec.occlusion.startMm;
    return legVessel(
      `${id}-branch-${i}`,
      'Muscular branch',
      points,
      [b.radiusMm, b.radiusMm * 0.4],
      proximal ? `${id}-proximal` : `${id}-distal`,
      proximal ? 'open' : distalFilling(spec),
    );
  });
};

/** The network that keeps the distal vessel alive: along the target, and across from a neighbour above the ankle. */
export const collaterals = (spec: AnatomySpec, route: Curve, trunks: readonly LegVessel[]): LegVessel[] => {
  if (spec.outflow === 'none') return [];
  const { occlusion } = spec;
  const from = toWorld(route, { s: Math.max(2, occlusion.startMm - 5), x: 0, y: 0 });
  const to = toWorld(route, { s: Math.min(spec.lengthMm - 4, occlusion.endMm + 9), x: 0, y: 0 });
  const medial = spec.side === 'right' ? 1 : -1;
  const radius = spec.outflow === 'good' ? 0.42 : 0.28;
  const id = TARGET_ID[spec.vessel];
  const bridge = (name: string, bulge: Vec3, r: number): LegVessel =>
    legVessel(
      name,
      'Collateral',
      collateralPoints(from, to, bulge, spec.seed, name),
      [r, r * 0.8],
      `${id}-proximal`,
      'open',
    );
  const out = [bridge('collateral-1', vec3(-4 * medial, -9, 0), radius)];
  if (spec.outflow === 'good') out.push(bridge('collateral-2', vec3(8 * medial, -4, 0), radius * 0.75));
  const neighbour = trunks.find((v) => v.id === (spec.vessel === 'peroneal' ? 'pta' : 'peroneal'));
  if (neighbour) {
    // communicating or perforating branch 5-7 cm above the ankle (ASSUMED)
    const arc = arcLengths(neighbour.curve.frames.map((f) => f.origin));
    const i = arc.findIndex((a) => a > neighbour.curve.endMm - 45);
    const start = neighbour.curve.frames[Math.max(0, i)]!.origin;
    const name = spec.vessel === 'ATA' ? 'perforating' : 'communicating';
    const end = toWorld(route, {
      s: Math.min(spec.lengthMm - 6, Math.max(occlusion.endMm + 14, spec.lengthMm - 40)),
      x: 0,
      y: 0,
    });
    const points = collateralPoints(start, end, vec3(0, spec.vessel === 'ATA' ? 2 : -5, 0), spec.seed, name);
    const label = name === 'perforating' ? 'Perforating branch' : 'Communicating branch';
    out.push(legVessel(name, label, points, [radius * 1.1, radius * 0.9], neighbour.id, 'open'));
  }
  return out;
};
