/** @file What a recognition scene is: a name, and how to build the tissue and the pose that show one sign. */
import type { Tissue } from '../../anatomy/tissue.ts';
import type { ImagingPose } from '../../ultrasound/frame.ts';

/** In the order in which a reader should meet them. */
export const SCENE_IDS = [
  'normal-wall',
  'oblique-wall',
  'companion-veins',
  'side-branch',
  'intraplaque',
  'subintimal',
  'intramedial',
  'compressed-true-lumen',
  'reentry-true-lumen',
  'reentry-in-plaque',
  'false-lumen',
  'medial-tram-track',
  'intimal-sheet',
  'calcified-nodule',
  'medial-under-intimal',
  'intramural-haematoma',
  'dissection-flap',
  'fresh-thrombus',
  'organised-thrombus',
  'flowing-blood',
  'stagnant-blood',
  'flush',
  'contrast',
  'air-in-window',
  'both-wires',
  'nurd-eccentric',
] as const;

export type SceneId = (typeof SCENE_IDS)[number];

export interface SceneView {
  readonly tissue: Tissue;
  readonly pose: ImagingPose;
}

/** Builds the scene afresh; the tissue belongs to the caller. A few tens of ms. */
export type SceneBuilder = () => SceneView;
