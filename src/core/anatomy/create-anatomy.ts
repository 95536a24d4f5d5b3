/** @file From a case's few parameters to the whole leg: deterministic, the same in every engine. */
import { createBranches } from './branches.ts';
import { createCleft } from './cleft.ts';
import { createComposition } from './composition.ts';
import { createLeg } from './create-leg.ts';
import { createWall } from './create-wall.ts';
import { placeCalcium } from './place-calcium.ts';
import { createRoute } from './route.ts';
import type { AnatomySpec } from './spec.ts';
import type { Anatomy } from './tissue.ts';
import { createTissueTile } from './tissue-tile.ts';
import { createVeins } from './veins.ts';

/**
 * Builds the immutable anatomy of a case.
 * Trusts the spec: files are checked by the case schema before they come here.
 */
export const createAnatomy = (spec: AnatomySpec): Anatomy => {
  const curve = createRoute(spec);
  const wall = createWall(spec);
  const veins = createVeins(spec, wall);
  const branches = createBranches(spec, veins);
  return {
    caseId: spec.caseId,
    seed: spec.seed,
    leg: createLeg(spec, curve, wall, branches),
    target: {
      name: spec.vessel,
      curve,
      occlusion: { startMm: spec.occlusion.startMm, endMm: spec.occlusion.endMm },
      lesion: { startMm: spec.lesion.startMm, endMm: spec.lesion.endMm },
      rvdMm: spec.wall.lumenDiameterMm,
      wall,
      composition: createComposition(spec, wall),
      surroundings: createTissueTile(spec.seed),
      calcium: placeCalcium(spec),
      veins,
      branches,
      cleft: createCleft(spec, wall),
    },
  };
};
