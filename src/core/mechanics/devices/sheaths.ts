/** @file The sheaths on the shelf: what bore each offers for how wide a hole in the artery. Classes, not products. */

export const SHEATH_IDS = ['thin-wall-5', 'plain-5', 'plain-6'] as const;
/** Also the key of the sheath's name in the strings table. */
export type SheathId = (typeof SHEATH_IDS)[number];

export interface Sheath {
  readonly id: SheathId;
  /** What the label says: the French size of the catheter that it is sold for, or that its outside compares with. */
  readonly labelFr: number;
  /** Inner diameter, mm: what lies in it side by side has to fit into a circle so wide. */
  readonly boreMm: number;
  /** Outer diameter, mm: the hole in the artery. */
  readonly outerMm: number;
  readonly lengthMm: number;
  readonly sources: { readonly boreMm: string; readonly outerMm: string; readonly lengthMm: string };
}

const LONG = 'about 50 cm, antegrade from the groin: Shima 2026, Ann Vasc Surg 131:44';
const CLASS = 'ASSUMED: as sheaths of this class, background knowledge of the field';

export const SHEATHS: readonly Sheath[] = [
  {
    id: 'thin-wall-5',
    labelFr: 5,
    boreMm: 2.22,
    outerMm: 2.46,
    lengthMm: 500,
    sources: {
      boreMm: `takes 6 Fr-class devices: Shima 2026; ${CLASS}`,
      outerMm: `${CLASS}; a thin wall makes it about 1 Fr smaller than a plain one (NCT04911218)`,
      lengthMm: LONG,
    },
  },
  {
    id: 'plain-5',
    labelFr: 5,
    boreMm: 1.8,
    outerMm: 2.29,
    lengthMm: 500,
    sources: { boreMm: `takes a 5 Fr catheter of 1.67 mm; ${CLASS}`, outerMm: CLASS, lengthMm: LONG },
  },
  {
    id: 'plain-6',
    labelFr: 6,
    boreMm: 2.22,
    outerMm: 2.62,
    lengthMm: 500,
    sources: { boreMm: `takes a 6 Fr catheter of 2.00 mm; ${CLASS}`, outerMm: CLASS, lengthMm: LONG },
  },
];

/** With which every session begins; that of most cases in Shima 2026. Whatever could be done before sheaths could be
 *  chosen can be done in it. */
export const DEFAULT_SHEATH: SheathId = 'thin-wall-5';

/** The sheath of an id, or null. */
export const findSheath = (id: string): Sheath | null => SHEATHS.find((sheath) => sheath.id === id) ?? null;

/** French size of a diameter: three to the millimetre. */
export const french = (mm: number): number => 3 * mm;
