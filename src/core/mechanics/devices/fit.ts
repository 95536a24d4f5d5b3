/** @file Whether what lies in a sheath fits side by side, and if not, which devices are in each other's way. */
import { type Piece, type SheathContents, sectionsOf } from './contents.ts';
import { boreFor } from './packing.ts';
import { findSheath, type SheathId } from './sheaths.ts';

export interface SheathFit {
  readonly fits: boolean;
  readonly sheath: SheathId;
  readonly boreMm: number;
  /** Bore that the tightest cross-section needs, mm. */
  readonly needMm: number;
  /** What is left of the bore, mm; negative: what is missing. */
  readonly spareMm: number;
  /** The tightest cross-section. */
  readonly section: readonly Piece[];
  /** Those of it that decide: without any of them it would need less. */
  readonly deciding: readonly Piece[];
}

/** A device that is exactly as wide as what is left still passes, mm. */
const EXACT_MM = 1e-9;

const needOf = (section: readonly Piece[]): number => boreFor(section.map(({ mm }) => mm));

/** Leaves out, narrowest first, what lies in the gaps of the rest. */
const decidingOf = (section: readonly Piece[], needMm: number): readonly Piece[] => {
  const narrowFirst = [...section].sort((a, b) => a.mm - b.mm);
  let left = section;
  for (const piece of narrowFirst) {
    const without = left.filter((other) => other !== piece);
    if (without.length > 0 && needOf(without) >= needMm - EXACT_MM) left = without;
  }
  return left;
};

export const fitOf = (id: SheathId, contents: SheathContents): SheathFit => {
  const { boreMm } = findSheath(id)!;
  let section: readonly Piece[] = [];
  let needMm = -1;
  for (const candidate of sectionsOf(contents)) {
    const needed = needOf(candidate);
    if (needed <= needMm) continue;
    needMm = needed;
    section = candidate;
  }
  const spareMm = boreMm - needMm;
  return {
    fits: spareMm >= -EXACT_MM,
    sheath: id,
    boreMm,
    needMm,
    spareMm,
    section,
    deciding: decidingOf(section, needMm),
  };
};
