/** @file The balloons on the shelf, folded as they come: over the wire or rapid exchange. Classes, not products. */

export const BALLOON_IDS = ['otw-20', 'otw-25', 'otw-30', 'rx-20', 'rx-25', 'rx-30'] as const;
export type BalloonId = (typeof BALLOON_IDS)[number];

/** `otw`: the wire runs inside all the way. `rx`: inside as far as the port, beside the shaft behind it. */
export type BalloonDesign = 'otw' | 'rx';

type BalloonNumber = Exclude<keyof Balloon, 'id' | 'design' | 'sources'>;

export interface Balloon {
  readonly id: BalloonId;
  readonly design: BalloonDesign;
  /** Diameter at nominal pressure, mm. */
  readonly nominalMm: number;
  /** Lengths in which it is offered, mm. */
  readonly lengthsMm: readonly number[];
  /** Widest part as folded, mm: what has to pass sheath and lesion. */
  readonly crossingProfileMm: number;
  /** Shaft behind the balloon, in the sheath, mm. */
  readonly shaftMm: number;
  readonly wireLumenMm: number;
  /** From the tip to the port where the wire leaves, mm; null over the wire. */
  readonly rxPortMm: number | null;
  /** From the tip to the distal end of the balloon, mm. */
  readonly tipMm: number;
  readonly sources: Readonly<Record<BalloonNumber, string>>;
}

const AMSTUTZ = 'Amstutz 2023, BioMed Eng OnLine 22:94, eight coronary balloons';
const LENGTHS = 'ASSUMED: tibial balloons are long; those offered are a choice';
const PROFILE = `between 0.9 and 1.2 mm, more for a larger balloon: ${AMSTUTZ}`;
const OTW_SHAFT = 'ASSUMED: 2.9 Fr; a second lumen all the way makes it thicker than a hypotube';

const SOURCES: Balloon['sources'] = {
  nominalMm: 'sizes for tibial arteries of 2.1 to 2.5 mm reference diameter (Shima 2026, Hayakawa 2023)',
  lengthsMm: LENGTHS,
  crossingProfileMm: PROFILE,
  shaftMm: `hypotube of 0.59 to 0.69 mm: ${AMSTUTZ}`,
  wireLumenMm: 'ASSUMED: a 0.014 inch wire (0.356 mm) slides in it',
  rxPortMm: '20 to 30 cm: Interventional Cardiology, textbook chapter on balloons',
  tipMm: 'ASSUMED',
};

/** Nominal diameter and folded profile, mm. */
const SIZES = [
  [2, 0.95],
  [2.5, 1],
  [3, 1.07],
] as const;

const LENGTHS_MM = [40, 80, 120] as const;

const balloon = (design: BalloonDesign, nominalMm: number, crossingProfileMm: number): Balloon => ({
  id: `${design}-${nominalMm * 10}` as BalloonId,
  design,
  nominalMm,
  lengthsMm: LENGTHS_MM,
  crossingProfileMm,
  shaftMm: design === 'otw' ? 0.97 : 0.66,
  wireLumenMm: 0.39,
  rxPortMm: design === 'otw' ? null : 250,
  tipMm: 5,
  sources: design === 'otw' ? { ...SOURCES, shaftMm: OTW_SHAFT, rxPortMm: 'there is none' } : SOURCES,
});

export const BALLOONS: readonly Balloon[] = (['otw', 'rx'] as const).flatMap((design) =>
  SIZES.map(([nominalMm, profileMm]) => balloon(design, nominalMm, profileMm)),
);

/** The one that is taken when an order names none. */
export const DEFAULT_BALLOON: BalloonId = 'rx-25';

/** The balloon of an id, or null. */
export const findBalloon = (id: string): Balloon | null => BALLOONS.find((entry) => entry.id === id) ?? null;
