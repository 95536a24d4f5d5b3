/** @file Which wire the IVUS catheter runs over. */
import type { MechanicsState, WireState } from '../state.ts';

/** True for the wire that carries the IVUS catheter. */
export const rides = ({ ivus, wire1 }: MechanicsState, wire: WireState): boolean =>
  ivus.loaded && wire === wire1;
