/** @file Words of the calcium page. */
import { fixed } from '../../format.ts';

const mm = (value: number, digits = 2): string => `${fixed(value, digits)}\u00a0mm`;
const degrees = (value: number): string => `${fixed(value)}°`;
const db = (value: number): string => `${fixed(value)}\u00a0dB`;
const signed = (value: number): string => (value > 0 ? `+${fixed(value)}` : fixed(value));
const face = (minutes: number): string => {
  const hour = Math.floor(minutes / 60) % 12;
  return `${hour === 0 ? 12 : hour}:${String(minutes % 60).padStart(2, '0')}`;
};

export const calcium = {
  title: 'Why calcium casts a shadow',
  home: 'TrueLumen: back to the start page',
  honesty: 'Synthetic and simplified, for education. Not for diagnosis or device choice.',

  presets: 'Examples',
  preset: {
    thin60: '0.2 mm sheet at 60 MHz',
    thick: '0.5 mm sheet',
    threeQuarters: '270° arc',
    nodule: 'Nodule',
    eccentric: 'Eccentric catheter',
  },
  reset: 'Reset',
  resetHint: 'Back to the first settings',
  copyLink: 'Copy link',
  copyLinkHint: 'Copies an address that opens this page with these settings',
  linkCopied: 'The link is copied. It opens this page with the same settings.',
  linkNotCopied: 'The browser did not let the link be copied. The address bar holds it too.',

  // Pictures
  plate: 'With the plate',
  plain: 'Same vessel without it',
  platePicture: 'IVUS image of the vessel with the plate',
  plainPicture: 'IVUS image of the same vessel without the plate',
  pictureHelp: 'Drag to turn the A-line',
  ticks: 'Ticks 1 mm',
  frequency: (mhz: number) => `${mhz} MHz`,
  gainReadout: (value: number) => `Gain ${signed(value)} dB`,
  line: 'Direction of the A-line',
  lineValue: (deg: number) => {
    const away = deg > 180 ? deg - 360 : deg;
    const clock = face(Math.round(deg * 2));
    if (away === 0) return `${clock} o’clock, through the plate’s middle`;
    return `${clock} o’clock, ${Math.abs(away)}° ${away > 0 ? 'clockwise' : 'counter-clockwise'} of the plate’s middle`;
  },
  waiting: 'Computing the two images…',
  slow: 'Still computing. On a slow machine this takes a few seconds.',
  restarting: 'The computation stopped and is being started again…',
  failed: 'The images could not be computed here: the computation keeps stopping.',
  refused: 'These settings could not be computed. Change one, or reset.',
  retry: 'Try again',
  stale: 'The image above is the last that could be computed.',

  // Controls
  controls: 'Plate and catheter',
  shape: 'Shape of the plate',
  shapes: { sheet: 'Sheet', nodule: 'Nodule' },
  fields: {
    arcDeg: 'Arc',
    thicknessMm: 'Thickness',
    depthMm: 'Depth in the wall',
    frequencyMHz: 'Frequency',
    offsetMm: 'Catheter off centre',
    gainDb: 'Gain',
    lineDeg: 'A-line',
  },
  values: {
    arcDeg: (value: number) => degrees(value),
    arcLimited: (value: number, shown: number) => `${degrees(shown)} (asked ${degrees(value)})`,
    thicknessMm: (value: number) => mm(value),
    depthMm: (value: number) => (value === 0 ? 'on the lumen' : mm(value)),
    noduleDepth: 'bulges into the lumen',
    frequencyMHz: (value: number) => `${value} MHz`,
    offsetMm: (value: number) => {
      if (value === 0) return 'centred';
      return `${mm(Math.abs(value))} ${value > 0 ? 'to the plate' : 'away from it'}`;
    },
    offsetStopped: (value: number) => `${mm(value)}, stopped by the nodule`,
    gainDb: (value: number) => `${signed(value)} dB`,
    lineDeg: (value: number) => degrees(value),
  },
  effects: 'Physics, each on or off',
  effect: { shadow: 'Shadow', multiples: 'Multiples', wireShadow: 'Wire shadow' },
  effectHint: {
    shadow: 'Tissue and calcium take sound from what lies behind them',
    multiples: 'Sound runs to and fro between plate and catheter',
    wireShadow: 'Metal lets nothing through',
  },

  // Arc
  arc: 'Arc of calcium',
  arcTrue: 'True, about the vessel’s axis',
  arcSeen: 'True, as the catheter sees it',
  arcRead: 'Read off the image',
  arcReadRule: (thresholdDb: number) =>
    `Counts where the brightest echo stands ${thresholdDb} dB above what lies behind it.`,
  arcNone: 'no calcium found',
  arcHand: 'By hand',
  arcHidden: 'hidden',
  arcOff: (value: number, difference: number) => `${degrees(value)} (${signed(difference)}°)`,
  degrees,
  measure: 'Measure by hand',
  measureHint: 'Puts two handles on the image and hides the answers',
  compare: 'Compare',
  compareHint: 'Shows the answers beside your arc',
  measureAgain: 'Measure again',
  measureEnd: 'Remove handles',
  handle: { from: 'Start of your arc', to: 'End of your arc' },
  handleValue: (deg: number) => `${face(Math.round(deg * 2))} o’clock`,

  // A-line
  aLine: 'A-line',
  aLineTitle: (deg: number) => `A-line at ${face(Math.round(deg * 2))} o’clock`,
  aLineDescription: (at: string, front: number | null, back: number, repeats: readonly number[]) =>
    `Level against range from the catheter axis, ${at}, with and without the plate. ${
      front === null
        ? 'The plate does not lie on this line.'
        : `The plate’s faces are expected at ${mm(front)} and ${mm(back)}${
            repeats.length === 0 ? '' : `, repeats at ${repeats.map((r) => mm(r)).join(' and ')}`
          }.`
    }`,
  range: 'Range from the catheter axis',
  level: 'Level',
  withPlate: 'With plate',
  withoutPlate: 'Without',
  front: 'front face',
  back: 'back face',
  repeat: (n: number) => `repeat ${n}`,
  white: 'white on the image',
  black: 'black on the image',

  // Sentences
  sentences: 'What happens to the sound',
  say: {
    edge: (reflected: number, inWall: boolean) =>
      `From ${inWall ? 'wall' : 'blood'} to calcium the acoustic impedance jumps: ${fixed(
        100 * reflected,
      )}\u00a0% of the amplitude turns back at the front face, the bright edge.`,
    loss: (mhz: number, thickness: number, total: number, reflected: number, absorbed: number) =>
      `At ${mhz}\u00a0MHz ${mm(thickness)} of calcium takes ${db(total)} there and back: ${db(
        reflected,
      )} at its faces, ${db(absorbed)} inside.`,
    measured: (measured: number, expected: number) =>
      `Behind it the image is ${db(measured)} darker than without the plate (tables: ${db(expected)}).`,
    verdict: {
      seen: 'The wall behind is still seen.',
      dim: 'The wall behind is just visible.',
      black: 'The wall behind is darker than black on the screen; more gain brings it back.',
      noise:
        'What is left lies in the noise: no gain brings the wall back, and thickness cannot be measured.',
    },
    noShadow:
      'Shadow is off: the plate costs the sound nothing. Without darkness behind it, it is only a bright line.',
    multiples: (gap: number) =>
      `Where the plate faces the catheter, sound runs once more between them, ${mm(gap)} apart, and returns late: repeats.`,
    speed: (thickness: number, drawn: number) =>
      `Calcium carries sound twice as fast: ${mm(thickness)} are drawn ${mm(drawn)} thick, and all behind too near.`,
    noMultiples: 'Multiples are off: the repeats behind the plate are gone.',
    noWireShadow: 'Wire shadow is off: the wall behind the wire shows as if the metal were not there.',
    eccentric: (offset: number, trueDeg: number, seenDeg: number) =>
      `The catheter lies ${mm(offset)} off centre: ${degrees(trueDeg)} of the vessel fill ${degrees(
        seenDeg,
      )} of the image.`,
  },

  // Addresses
  field: (name: string, problem: string) => `${name}: ${problem}`,
  outOfRange: (asked: number, shown: string) => `${asked} is out of range, ${shown} is shown`,
  unreadable: (name: string, text: string) => `“${name}=${text}” could not be read and was left out`,
  newer: 'it was made by a newer version, so some of it may be missing',
  addressProblems: (problems: readonly string[]) =>
    `The link could not be taken as it was: ${problems.join('; ')}.`,
} as const;
