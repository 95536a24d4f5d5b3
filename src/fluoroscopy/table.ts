/** @file The table under the C-arm: it keeps what matters in the field as an assistant would, or stays where put. */
import { add, addScaled, distance, type Vec3 } from '../core/math/vec3.ts';

/** Shorter side of the field at the isocentre, mm: from the whole lower leg down to wire work. */
export const FIELDS_MM = [320, 220, 160, 110, 75, 50] as const;
/** Continuous zoom by wheel stays within these, mm. */
export const SMALLEST_FIELD_MM = 30;
export const LARGEST_FIELD_MM = 360;

/** The picture stands still while the point of interest is within this share of the half field. */
const QUIET_SHARE = 0.55;
/** Time constant of a table move, s (ASSUMED). */
const MOVE_S = 0.45;
/** A move ends when this close, mm. */
const ARRIVED_MM = 0.4;

export interface Table {
  readonly centre: Vec3;
  /** True while the table runs to its next place. */
  readonly moving: boolean;
}

/** One step of following `interest`; moves only when it has left the quiet middle, then until it is centred. */
export const followTable = (table: Table, interest: Vec3, fieldMm: number, dtS: number): Table => {
  const off = distance(table.centre, interest);
  const moving = table.moving ? off > ARRIVED_MM : off > (QUIET_SHARE * fieldMm) / 2;
  if (!moving) return table.moving ? { centre: table.centre, moving: false } : table;
  const k = 1 - Math.exp(-dtS / MOVE_S);
  const to = (a: number, b: number): number => a + (b - a) * k;
  const { centre } = table;
  return {
    centre: { x: to(centre.x, interest.x), y: to(centre.y, interest.y), z: to(centre.z, interest.z) },
    moving: true,
  };
};

/** The table after the picture was dragged by (du, dv) mm on the screen. */
export const dragTable = (table: Table, right: Vec3, du: number, dv: number): Table => ({
  centre: add(addScaled(table.centre, right, -du), { x: 0, y: 0, z: -dv }),
  moving: false,
});

export const clampField = (fieldMm: number): number =>
  Math.min(LARGEST_FIELD_MM, Math.max(SMALLEST_FIELD_MM, fieldMm));

/** The next smaller (step +1) or larger (step -1) of the fixed fields. */
export const steppedField = (fieldMm: number, step: 1 | -1): number => {
  const fields = step > 0 ? FIELDS_MM : [...FIELDS_MM].reverse();
  return fields.find((f) => (step > 0 ? f < fieldMm - 0.5 : f > fieldMm + 0.5)) ?? fields[fields.length - 1]!;
};
