/**
 * @file What lies in the sheath, and every way in which it can come to lie side by side.
 *
 * A wire inside a catheter takes no room of its own. Where a rapid-exchange device has let its wire out, shaft and wire
 * lie side by side; its widest part passes with the wire inside. Each of the two systems (what runs on wire 1, what runs
 * on wire 2) may have any of its parts beside any part of the other, since both move freely.
 */
import { findWire } from '../wires.ts';
import { type BalloonId, findBalloon } from './balloons.ts';
import { findMicrocatheter, type MicrocatheterId, widestOf } from './microcatheters.ts';

/** What can lie beside something else. */
export type PieceName = 'wire1' | 'wire2' | 'ivus' | 'microcatheter' | 'balloon';

/** One circle of a cross-section. */
export interface Piece {
  readonly name: PieceName;
  /** Diameter, mm. */
  readonly mm: number;
}

/** What an IVUS catheter takes of a sheath. */
export interface IvusSize {
  /** Widest part, wires in its lumens included, mm. */
  readonly widestMm: number;
  /** Shaft that wires lie beside, mm. */
  readonly shaftMm: number;
}

/** How wire 2 runs: in the catheter's second lumen, in a microcatheter, or by itself. */
export type Wire2Way = 'rx-lumen' | 'bare' | MicrocatheterId;

export interface SheathContents {
  readonly wire1: boolean;
  readonly ivus: IvusSize | null;
  readonly wire2: Wire2Way | null;
  readonly balloon: { readonly id: BalloonId; readonly on: 'wire1' | 'wire2' } | null;
}

/** Every 0.014 inch wire is as thick in its shaft, mm. */
export const WIRE_MM = findWire('workhorse-1')!.bodyDiameterMm;

const WIRE1: Piece = { name: 'wire1', mm: WIRE_MM };
const WIRE2: Piece = { name: 'wire2', mm: WIRE_MM };

type Section = readonly Piece[];

const balloonOn = (contents: SheathContents, wire: 'wire1' | 'wire2'): Section[] | null => {
  const { balloon } = contents;
  if (balloon?.on !== wire) return null;
  const { crossingProfileMm, shaftMm, design } = findBalloon(balloon.id)!;
  const shaft: Piece = { name: 'balloon', mm: shaftMm };
  const beside = wire === 'wire1' ? WIRE1 : WIRE2;
  return [[{ name: 'balloon', mm: crossingProfileMm }], design === 'rx' ? [shaft, beside] : [shaft]];
};

/** What wire 1 carries, in its different parts. */
const firstSystem = (contents: SheathContents): Section[] => {
  const { ivus, wire1, wire2 } = contents;
  const carried = wire2 === 'rx-lumen' ? [WIRE2] : [];
  if (ivus) {
    const shaft: Piece = { name: 'ivus', mm: ivus.shaftMm };
    return [[{ name: 'ivus', mm: ivus.widestMm }], [shaft, WIRE1, ...carried]];
  }
  return balloonOn(contents, 'wire1') ?? [wire1 ? [WIRE1] : []];
};

/** What wire 2 runs in, where it is not the IVUS catheter. */
const secondSystem = (contents: SheathContents): Section[] => {
  const { wire2, ivus } = contents;
  const balloon = balloonOn(contents, 'wire2');
  if (balloon) return balloon;
  if (wire2 === null || (wire2 === 'rx-lumen' && ivus)) return [[]];
  if (wire2 === 'bare' || wire2 === 'rx-lumen') return [[WIRE2]];
  return [[{ name: 'microcatheter', mm: widestOf(findMicrocatheter(wire2)!) }]];
};

/** Every cross-section that the sheath may have to hold. */
export const sectionsOf = (contents: SheathContents): readonly Section[] =>
  firstSystem(contents).flatMap((first) => secondSystem(contents).map((second) => [...first, ...second]));
