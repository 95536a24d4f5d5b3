/**
 * @file The J-BTK CTO score of a case: five items, a grade, and how often conventional wiring then succeeds.
 *
 * Source: Tan et al., J Vasc Surg 2021;74:506-13, as reported by Hayakawa 2023. The maximum is 6 with five items,
 * so one item counts twice; which one was not confirmed: no outflow is ASSUMED and can be switched.
 */
import type { CaseFile } from './schema.ts';

export const JBTK_ITEMS = [
  'noOutflow',
  'longOcclusion',
  'smallVessel',
  'calcifiedEntry',
  'bluntEntry',
] as const;
export type JbtkItem = (typeof JBTK_ITEMS)[number];
export type JbtkGrade = 'A' | 'B' | 'C' | 'D';

/** Limits of the items: occlusion longer than 200 mm, RVD below 2.0 mm. */
const LONG_MM = 200;
const SMALL_MM = 2;

export const DEFAULT_DOUBLE_ITEM: JbtkItem = 'noOutflow';

/** Published success of conventional wiring by grade, per cent. */
export const JBTK_WIRE_SUCCESS: Readonly<Record<JbtkGrade, number>> = { A: 97.3, B: 76.8, C: 19.3, D: 0 };

export interface Jbtk {
  /** 0 .. 6 */
  readonly score: number;
  readonly grade: JbtkGrade;
  readonly items: Readonly<Record<JbtkItem, boolean>>;
}

/** A 0-1, B 2-3, C 4-5, D 6. */
export const gradeOfScore = (score: number): JbtkGrade =>
  score <= 1 ? 'A' : score <= 3 ? 'B' : score <= 5 ? 'C' : 'D';

/** @param doubleItem the item that counts two points */
export const jbtk = (caseFile: CaseFile, doubleItem: JbtkItem = DEFAULT_DOUBLE_ITEM): Jbtk => {
  const { occlusion, wall, calcium, outflow } = caseFile.anatomy;
  const items = {
    noOutflow: outflow === 'none',
    longOcclusion: occlusion.endMm - occlusion.startMm > LONG_MM,
    smallVessel: wall.lumenDiameterMm < SMALL_MM,
    calcifiedEntry: calcium.atEntry,
    bluntEntry: occlusion.entry === 'blunt',
  };
  const score = JBTK_ITEMS.reduce((sum, item) => sum + (items[item] ? (item === doubleItem ? 2 : 1) : 0), 0);
  return { score, grade: gradeOfScore(score), items };
};
