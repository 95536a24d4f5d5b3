/** @file Numbers as people read them. */

/** m:ss, or h:mm:ss from an hour on. */
export const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const s = String(whole % 60).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${s}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${s}`;
};

/** With a real minus sign and no "-0". */
export const fixed = (value: number, digits = 0): string => {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

const TURN = 2 * Math.PI;

/** Degrees within a turn, 0 .. 359, of an angle in rad. */
export const degreesOf = (rad: number): number =>
  Math.round((((rad % TURN) + TURN) % TURN) * (360 / TURN)) % 360;
