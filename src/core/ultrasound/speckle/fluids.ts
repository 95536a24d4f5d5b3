/** @file How bright each fluid is in a frame, and how far it has flowed. */
import { MATERIAL, MATERIAL_NAMES } from '../../anatomy/material.ts';
import { FLOW_MM_S, type FrameRequest } from '../frame.ts';
import { bloodLevelDb, dbToAmplitude, FLOWS, type Media } from '../media.ts';

/** 1 for the materials that flow, by label; 256 entries, so that any label may be looked up. */
export const FLOWING = Uint8Array.from({ length: 256 }, (_, label) => FLOWS[label] ?? 0);
/** 1 for blood at rest in opened holes. */
export const RESTING = Uint8Array.from({ length: 256 }, (_, label) => Number(label === MATERIAL.stasis));

/** Saline and contrast scatter nothing that matters: -60 dB. */
export const CLEAR_DB = -60;

/** Amplitude by label of what flows, adventitia = 1. */
export const flowingLevels = ({ pose, settings }: FrameRequest, media: Media, out: Float32Array): void => {
  out.fill(0);
  const flow = pose.flowMmS ?? FLOW_MM_S;
  const clear = pose.fluid === 'flush' || pose.fluid === 'contrast';
  const level = (label: number): number => {
    if (label !== MATERIAL.blood) return media.levelDb[label]!;
    return clear ? CLEAR_DB : bloodLevelDb(settings.probe.frequencyMHz, flow, media);
  };
  for (let label = 0; label < MATERIAL_NAMES.length; label++) {
    if (FLOWS[label]) out[label] = dbToAmplitude(level(label));
  }
};

/** Amplitude by label of blood at rest. */
export const restingLevels = (media: Media, out: Float32Array): void => {
  out.fill(0);
  out[MATERIAL.stasis] = dbToAmplitude(media.levelDb[MATERIAL.stasis]!);
};
