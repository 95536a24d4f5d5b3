/**
 * @file The recognition scenes, by id: each shows one sign that follows from geometry and acoustics alone.
 *
 * Words about them (title, what is true) are in the strings table, by the same ids.
 */
import { calcifiedNodule, intimalSheet, medialTramTrack, medialUnderIntimal } from './calcium-scenes.ts';
import { airInWindow, contrast, flowingBlood, flush, stagnantBlood } from './fluid-scenes.ts';
import { dissectionFlap, freshThrombus, intramuralHaematoma, organisedThrombus } from './lesion-scenes.ts';
import {
  bothWires,
  compressedTrueLumen,
  falseLumen,
  intramedial,
  intraplaque,
  reentryInPlaque,
  reentryTrueLumen,
  subintimal,
} from './route-scenes.ts';
import type { SceneBuilder, SceneId, SceneView } from './scene.ts';
import { companionVeins, normalWall, nurdEccentric, obliqueWall, sideBranch } from './wall-scenes.ts';

export { throughCatheter } from './exchange.ts';

const BUILDERS: Readonly<Record<SceneId, SceneBuilder>> = {
  'normal-wall': normalWall,
  'oblique-wall': obliqueWall,
  'companion-veins': companionVeins,
  'side-branch': sideBranch,
  intraplaque,
  subintimal,
  intramedial,
  'compressed-true-lumen': compressedTrueLumen,
  'reentry-true-lumen': reentryTrueLumen,
  'reentry-in-plaque': reentryInPlaque,
  'false-lumen': falseLumen,
  'medial-tram-track': medialTramTrack,
  'intimal-sheet': intimalSheet,
  'calcified-nodule': calcifiedNodule,
  'medial-under-intimal': medialUnderIntimal,
  'intramural-haematoma': intramuralHaematoma,
  'dissection-flap': dissectionFlap,
  'fresh-thrombus': freshThrombus,
  'organised-thrombus': organisedThrombus,
  'flowing-blood': flowingBlood,
  'stagnant-blood': stagnantBlood,
  flush,
  contrast,
  'air-in-window': airInWindow,
  'both-wires': bothWires,
  'nurd-eccentric': nurdEccentric,
};

/** Tissue and pose of a scene, built afresh. */
export const buildScene = (id: SceneId): SceneView => BUILDERS[id]();
