/** @file The arteries of the leg for X-ray and scene: trunk vessels, the target in its parts, branches, collaterals. */
import { type Curve, createCurve, toWorld } from '../math/curve.ts';
import { smoothCentripetal } from '../math/polyline.ts';
import type { Vec3 } from '../math/vec3.ts';
import { collaterals, muscularBranches, targetBranches } from './leg-branches.ts';
import {
  ataPath,
  DORSALIS_PEDIS,
  FIBULA,
  PERONEAL,
  PLANTAR,
  POPLITEAL,
  PTA,
  TIBIA,
  TPT,
  toWorldPoint,
  type Waypoint,
} from './leg-paths.ts';
import { distalFilling, type Filling, LEG_STEP_MM, legVessel, TARGET_ID } from './leg-vessel.ts';
import { healthyRadiusAt, wander } from './route.ts';
import type { AnatomySpec, LegSide } from './spec.ts';
import type { LegBone, LegTree, LegVessel, SideBranch, WallMaps } from './tissue.ts';

interface Trunk {
  readonly id: string;
  readonly name: string;
  readonly path: readonly Waypoint[];
  readonly parent: string | null;
  /** Radius at origin and end, mm. Somewhat below healthy means; 95th percentiles in Lorbeer 2018 (PLoS One 13:e0197559). ASSUMED. */
  readonly radii: readonly [number, number];
}

const TRUNKS: readonly Trunk[] = [
  { id: 'popliteal', name: 'Popliteal artery', path: POPLITEAL, parent: null, radii: [2.75, 2.5] },
  { id: 'tpt', name: 'Tibioperoneal trunk', path: TPT, parent: 'popliteal', radii: [1.95, 1.75] },
  { id: 'ata', name: 'Anterior tibial artery', path: ataPath(), parent: 'popliteal', radii: [1.4, 1] },
  { id: 'pta', name: 'Posterior tibial artery', path: PTA, parent: 'tpt', radii: [1.3, 0.95] },
  { id: 'peroneal', name: 'Peroneal artery', path: PERONEAL, parent: 'tpt', radii: [1.3, 0.85] },
  {
    id: 'dorsalis-pedis',
    name: 'Dorsalis pedis artery',
    path: DORSALIS_PEDIS,
    parent: 'ata',
    radii: [0.95, 0.6],
  },
  { id: 'plantar', name: 'Plantar artery', path: PLANTAR, parent: 'pta', radii: [0.9, 0.5] },
];

/** The foot vessel that the target feeds. */
const FOOT_OF = { PTA: 'plantar', ATA: 'dorsalis-pedis', peroneal: null } as const;

/** A stretch of the route as a vessel of its own, with the true calibre of the wall maps. */
const routePart = (
  spec: AnatomySpec,
  route: Curve,
  wall: WallMaps,
  part: { id: string; name: string; from: number; to: number; parent: string; filling: Filling },
): LegVessel => {
  const points: Vec3[] = [];
  const count = Math.max(2, Math.round((part.to - part.from) / LEG_STEP_MM));
  for (let i = 0; i <= count; i++) {
    points.push(toWorld(route, { s: part.from + ((part.to - part.from) * i) / count, x: 0, y: 0 }));
  }
  const curve = createCurve(points, 0, LEG_STEP_MM);
  const radiusMm = Float32Array.from(curve.frames, (_, i) => {
    const s = part.from + i * curve.stepMm;
    return part.filling === 'occluded' ? healthyRadiusAt(spec, s) : meanLumen(wall, s);
  });
  return { id: part.id, name: part.name, curve, radiusMm, parent: part.parent, filling: part.filling };
};

const meanLumen = (wall: WallMaps, s: number): number => {
  const i = Math.max(0, Math.min(wall.stations - 1, Math.round((s - wall.startMm) / wall.stepMm)));
  let sum = 0;
  for (let j = 0; j < wall.angles; j++) sum += wall.lumen[i * wall.angles + j]!;
  return sum / wall.angles;
};

const bonesOf = (side: LegSide): LegBone[] =>
  (
    [
      ['tibia', TIBIA],
      ['fibula', FIBULA],
    ] as const
  ).map(([id, shaft]) => ({
    id,
    points: shaft.map(([m, a, z]) => toWorldPoint(side, [m, a, z])),
    radiusMm: shaft.map((p) => p[3]),
  }));

const ON_ROUTE: readonly string[] = ['popliteal', 'tpt'];

/** Vessels that are not the target: their course, healthy calibre, and a few branches of their own. */
const otherTrunks = (spec: AnatomySpec, route: Curve): LegVessel[] => {
  const foot = FOOT_OF[spec.vessel];
  const distal = distalFilling(spec);
  const out: LegVessel[] = [];
  for (const trunk of TRUNKS) {
    if (trunk.id === TARGET_ID[spec.vessel]) continue;
    const smooth = smoothCentripetal(trunk.path.map((w) => toWorldPoint(spec.side, w)));
    // devices run in popliteal and trunk along the route, which does not wander there
    const points = ON_ROUTE.includes(trunk.id) ? smooth : wander(smooth, spec.seed, trunk.id);
    const parent = trunk.parent === TARGET_ID[spec.vessel] ? `${trunk.parent}-distal` : trunk.parent;
    const filling = trunk.id === foot ? distal : 'open';
    if (trunk.id === foot) points[0] = toWorld(route, { s: spec.lengthMm, x: 0, y: 0 });
    out.push(legVessel(trunk.id, trunk.name, points, trunk.radii, parent, filling));
  }
  return out;
};

/** The whole tree; the target is split at the occlusion's ends because each part fills differently. */
export const createLeg = (
  spec: AnatomySpec,
  route: Curve,
  wall: WallMaps,
  branches: readonly SideBranch[],
): LegTree => {
  const id = TARGET_ID[spec.vessel];
  const name = TRUNKS.find((t) => t.id === id)!.name;
  const parent = spec.vessel === 'ATA' ? 'popliteal' : 'tpt';
  const { startMm, endMm } = spec.occlusion;
  const part = (suffix: string, from: number, to: number, above: string, filling: Filling) =>
    routePart(spec, route, wall, { id: `${id}-${suffix}`, name, from, to, parent: above, filling });
  const target = [
    part('proximal', 0, startMm, parent, 'open'),
    part('occluded', startMm, endMm, `${id}-proximal`, 'occluded'),
    part('distal', endMm, spec.lengthMm, `${id}-occluded`, distalFilling(spec)),
  ];
  const trunks = otherTrunks(spec, route);
  return {
    side: spec.side,
    vessels: [
      ...trunks,
      ...target,
      ...targetBranches(spec, route, branches),
      ...muscularBranches(spec, trunks),
      ...collaterals(spec, route, trunks),
    ],
    bones: bonesOf(spec.side),
  };
};
