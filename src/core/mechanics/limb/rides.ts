/** @file Which wire carries the IVUS catheter. */
import type { MechanicsState, WireState } from '../state.ts';

export const rides = ({ ivus, wire1 }: MechanicsState, wire: WireState): boolean =>
  ivus.loaded && wire === wire1;
