/** @file The way into the artery: which sheath, and what lies in it besides the wires and the IVUS catheter. Plain data. */
import type { Hasher } from '../../math/hash.ts';
import { type BalloonId, DEFAULT_BALLOON } from './balloons.ts';
import { DEFAULT_MICROCATHETER, type MicrocatheterId } from './microcatheters.ts';
import { DEFAULT_SHEATH, type SheathId } from './sheaths.ts';

export type WireId = 'wire1' | 'wire2';

export interface BalloonState {
  loaded: boolean;
  id: BalloonId;
  /** Of the balloon itself, mm. */
  lengthMm: number;
  on: WireId;
  /** Station of the catheter's tip, mm. */
  tipS: number;
  /** It is at the end of its wire. */
  stopped: boolean;
}

export interface AccessState {
  sheath: SheathId;
  /** On wire 2; null where none is, or where a balloon has taken its place. */
  microcatheter: MicrocatheterId | null;
  readonly balloon: BalloonState;
}

export const createAccess = (): AccessState => ({
  sheath: DEFAULT_SHEATH,
  microcatheter: null,
  balloon: { loaded: false, id: DEFAULT_BALLOON, lengthMm: 0, on: 'wire1', tipS: 0, stopped: false },
});

/** Feeds what departs from the defaults to a hasher: sessions from before there was a choice keep their hashes. */
export const hashAccess = (
  {
    access: { sheath, microcatheter, balloon },
    wire2,
  }: {
    readonly access: AccessState;
    readonly wire2: { readonly loaded: boolean; readonly route: string };
  },
  hasher: Hasher,
): void => {
  if (sheath !== DEFAULT_SHEATH) hasher.text(sheath);
  const beside = wire2.loaded && wire2.route === 'microcatheter';
  if (beside && microcatheter !== DEFAULT_MICROCATHETER) hasher.text(microcatheter ?? 'bare');
  if (!balloon.loaded) return;
  hasher.text(balloon.id).text(balloon.on).number(balloon.lengthMm).number(balloon.tipS);
  hasher.number(balloon.stopped ? 1 : 0);
};
