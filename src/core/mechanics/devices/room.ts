/** @file What is in the sheath now, and whether one thing more would fit. */
import type { CatheterBody } from '../catalogue.ts';
import type { MechanicsState } from '../state.ts';
import type { IvusSize, SheathContents, Wire2Way } from './contents.ts';
import { fitOf, type SheathFit } from './fit.ts';

/** The shaft behind the window is as thick as the window: ASSUMED, as its drive shaft runs through both. */
export const ivusSizeOf = ({ widestMm, windowRadiusMm }: CatheterBody): IvusSize => ({
  widestMm,
  shaftMm: 2 * windowRadiusMm,
});

const wire2Way = ({ wire2, access }: MechanicsState): Wire2Way =>
  wire2.route === 'rx-lumen' ? 'rx-lumen' : (access.microcatheter ?? 'bare');

export const contentsOf = (state: MechanicsState): SheathContents => {
  const { balloon } = state.access;
  return {
    wire1: state.wire1.loaded,
    ivus: state.ivus.loaded ? ivusSizeOf(state.catheter) : null,
    wire2: state.wire2.loaded ? wire2Way(state) : null,
    balloon: balloon.loaded ? { id: balloon.id, on: balloon.on } : null,
  };
};

/** How the sheath would be filled if something came in. */
export const fitWith = (state: MechanicsState, more: Partial<SheathContents>): SheathFit =>
  fitOf(state.access.sheath, { ...contentsOf(state), ...more });
