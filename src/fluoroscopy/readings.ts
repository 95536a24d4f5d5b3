/** @file What is printed beside the picture, and the same in words for those who cannot see it. */

import type { Anatomy } from '../core/anatomy/tissue.ts';
import { projectPoint } from '../core/fluoro/c-arm.ts';
import { DEVICE_IDS } from '../core/mechanics/device.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { devices as deviceWords } from '../ui/strings/en/devices.ts';
import { fluoro } from '../ui/strings/en/fluoro.ts';
import type { FluoroModel } from './fluoro-model.ts';
import { tipOf, transducerOf, visibleDevice } from './interest.ts';

export interface Readings {
  readonly angle: string;
  /** Where the gantry is going, or empty. */
  readonly turning: string;
  readonly exposing: boolean;
  readonly dark: boolean;
  /** State of the picture: X-ray on, or last image hold and where it was taken. */
  readonly state: string;
  readonly roadmap: string;
  readonly roadmapFits: boolean;
  readonly hasRoadmap: boolean;
  readonly field: string;
  /** 10 mm at the isocentre as a share of the picture's shorter side. */
  readonly barShare: number;
  readonly following: boolean;
}

export const NO_READINGS: Readings = {
  angle: fluoro.angle(0),
  turning: '',
  exposing: false,
  dark: true,
  state: '',
  roadmap: '',
  roadmapFits: true,
  hasRoadmap: false,
  field: '',
  barShare: 0,
  following: true,
};

const TURNING_DEG = 0.2;

export const readingsOf = (snapshot: Snapshot, model: FluoroModel, roadmapShown: boolean): Readings => {
  const { angleDeg, targetDeg, fluoroOn } = snapshot.cArm;
  const { heldView } = model;
  const roadmap = model.roadmap(snapshot);
  const taken = snapshot.contrast.roadmapAngleDeg;
  const heldAngle = heldView ? fluoro.angle(heldView.angleDeg) : '';
  const angle = fluoro.angle(angleDeg);
  const hold = heldAngle === angle ? fluoro.lastImage : fluoro.lastImageAt(heldAngle);
  return {
    angle,
    turning: Math.abs(targetDeg - angleDeg) > TURNING_DEG ? fluoro.turningTo(fluoro.angle(targetDeg)) : '',
    exposing: fluoroOn,
    dark: heldView === null,
    state: fluoroOn ? fluoro.exposing : heldView ? hold : '',
    roadmap:
      roadmap && taken !== null && roadmapShown
        ? roadmap.fits
          ? fluoro.roadmapAt(fluoro.angle(taken))
          : fluoro.roadmapMoved(fluoro.angle(taken))
        : '',
    roadmapFits: roadmap?.fits ?? true,
    hasRoadmap: taken !== null,
    field: fluoro.field((model.fieldMm / 10).toFixed(model.fieldMm < 99.5 ? 1 : 0)),
    barShare: 10 / model.fieldMm,
    following: model.following,
  };
};

export const sameReadings = (a: Readings, b: Readings): boolean =>
  (Object.keys(a) as (keyof Readings)[]).every((key) => a[key] === b[key]);

/** One paragraph that says what the held picture shows; only what an operator could read from it. */
export const describe = (snapshot: Snapshot, anatomy: Anatomy, model: FluoroModel): string => {
  const view = model.heldView;
  if (!view) return fluoro.dark;
  const parts = [fluoro.angle(view.angleDeg), snapshot.cArm.fluoroOn ? fluoro.exposing : fluoro.lastImage];
  for (const id of DEVICE_IDS) {
    const pose = visibleDevice(snapshot, id);
    if (!pose) continue;
    const { u, v } = projectPoint(view, tipOf(pose));
    parts.push(
      fluoro.describeTip(deviceWords.names[id], fluoro.mmRight(Math.round(u)), fluoro.mmBelow(Math.round(v))),
    );
  }
  const transducer = transducerOf(snapshot, anatomy);
  const wire2 = visibleDevice(snapshot, 'wire2');
  if (transducer && wire2) {
    const gap = projectPoint(view, tipOf(wire2)).u - projectPoint(view, transducer).u;
    parts.push(fluoro.describeGap(Math.abs(gap).toFixed(1), gap >= 0 ? 'right' : 'left'));
  }
  return fluoro.described(parts);
};
