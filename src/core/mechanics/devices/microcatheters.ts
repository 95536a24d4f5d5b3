/** @file The support microcatheters on the shelf: what carries wire 2 beside the IVUS catheter. Classes, not products. */

export const MICROCATHETER_IDS = ['low-profile', 'braided-support', 'penetration'] as const;
/** Also the key of the microcatheter's name in the strings table. */
export type MicrocatheterId = (typeof MICROCATHETER_IDS)[number];

type MicrocatheterNumber = Exclude<keyof Microcatheter, 'id' | 'sources'>;

export interface Microcatheter {
  readonly id: MicrocatheterId;
  /** Outer diameters at the distal and the proximal shaft, mm. */
  readonly distalOuterMm: number;
  readonly proximalOuterMm: number;
  /** Inner diameters there, mm: a 0.014 inch wire is 0.356 mm thick. */
  readonly distalInnerMm: number;
  readonly proximalInnerMm: number;
  /** Bending stiffness of the distal and the proximal shaft, N mm^2. */
  readonly distalEi: number;
  readonly proximalEi: number;
  readonly lengthMm: number;
  readonly sources: Readonly<Record<MicrocatheterNumber, string>>;
}

const GOEL = 'Goel 2022, Front Cardiovasc Med 9:724608, table of single-lumen microcatheters';
const CLASS = 'ASSUMED: as microcatheters of this class, background knowledge of the field';
const STIFFNESS = 'ASSUMED: between a wire in its first 30 mm and its shaft; no bench value found';
const LENGTH = `135 and 150 cm: ${GOEL}`;

const SOURCES: Microcatheter['sources'] = {
  distalOuterMm: CLASS,
  proximalOuterMm: CLASS,
  distalInnerMm: CLASS,
  proximalInnerMm: CLASS,
  distalEi: STIFFNESS,
  proximalEi: STIFFNESS,
  lengthMm: LENGTH,
};

/** In order of bulk. */
export const MICROCATHETERS: readonly Microcatheter[] = [
  {
    id: 'low-profile',
    distalOuterMm: 0.6,
    proximalOuterMm: 0.87,
    distalInnerMm: 0.45,
    proximalInnerMm: 0.53,
    distalEi: 8,
    proximalEi: 90,
    lengthMm: 1500,
    sources: {
      ...SOURCES,
      distalOuterMm: `1.8 Fr, 0.60 mm: ${GOEL}`,
      proximalOuterMm: `2.6 Fr; ${CLASS}`,
      lengthMm: `130 and 150 cm: ${GOEL}`,
    },
  },
  {
    id: 'braided-support',
    distalOuterMm: 0.87,
    proximalOuterMm: 0.93,
    distalInnerMm: 0.38,
    proximalInnerMm: 0.45,
    distalEi: 25,
    proximalEi: 140,
    lengthMm: 1500,
    sources: {
      ...SOURCES,
      distalOuterMm: `2.6 Fr; ${CLASS}`,
      proximalOuterMm: `2.8 Fr; ${CLASS}`,
    },
  },
  {
    id: 'penetration',
    distalOuterMm: 0.87,
    proximalOuterMm: 1.02,
    distalInnerMm: 0.4,
    proximalInnerMm: 0.5,
    distalEi: 45,
    proximalEi: 200,
    lengthMm: 1350,
    sources: {
      ...SOURCES,
      distalOuterMm: `2.6 Fr; ${CLASS}`,
      proximalOuterMm: `3.1 Fr; ${CLASS}`,
    },
  },
];

/** The one that is taken when an order names none. */
export const DEFAULT_MICROCATHETER: MicrocatheterId = 'low-profile';

/** The microcatheter of an id, or null. */
export const findMicrocatheter = (id: string): Microcatheter | null =>
  MICROCATHETERS.find((microcatheter) => microcatheter.id === id) ?? null;

/** What it takes of a sheath, mm: the widest part of it passes there. */
export const widestOf = ({ distalOuterMm, proximalOuterMm }: Microcatheter): number =>
  Math.max(distalOuterMm, proximalOuterMm);
