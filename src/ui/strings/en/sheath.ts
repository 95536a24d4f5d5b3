/** @file Words of the sheath and of what lies in it: names, and why something does not fit. */
import type { BalloonDesign } from '../../../core/mechanics/devices/balloons.ts';
import type { PieceName } from '../../../core/mechanics/devices/contents.ts';
import type { MicrocatheterId } from '../../../core/mechanics/devices/microcatheters.ts';
import type { SheathId } from '../../../core/mechanics/devices/sheaths.ts';

type Values = Readonly<Record<string, string | number>>;

/** Generic name, how it is called inside a sentence, and what the choice changes. */
interface SheathWords {
  readonly name: string;
  readonly short: string;
  readonly inline: string;
  readonly change: string;
}

const mm = (value: number): string => `${value.toFixed(2)} mm`;
const fr = (value: number): string => `${(3 * value).toFixed(1).replace(/\.0$/, '')} Fr`;

const sheaths = {
  'thin-wall-5': {
    name: 'Thin-wall sheath, 5 Fr class',
    short: '5 Fr thin wall',
    inline: 'the thin-wall 5 Fr sheath',
    change: 'A bore for 6 Fr-class devices in a smaller hole: IVUS catheter and a second wire system fit.',
  },
  'plain-5': {
    name: 'Plain sheath, 5 Fr',
    short: '5 Fr plain',
    inline: 'the 5 Fr sheath',
    change: 'The smallest hole. Two catheters do not pass side by side: wire 2 goes in the Rx lumen.',
  },
  'plain-6': {
    name: 'Plain sheath, 6 Fr',
    short: '6 Fr plain',
    inline: 'the 6 Fr sheath',
    change: 'The same bore as the thin-wall one, through a larger hole in the artery.',
  },
} as const satisfies Readonly<Record<SheathId, SheathWords>>;

const PIECES: Readonly<Record<PieceName, (value: number) => string>> = {
  wire1: (value) => `wire 1 (${mm(value)})`,
  wire2: (value) => `wire 2 (${mm(value)})`,
  ivus: (value) => `the ${fr(value)} catheter (${mm(value)})`,
  microcatheter: (value) => `the microcatheter (${mm(value)})`,
  balloon: (value) => `the balloon (${mm(value)})`,
};

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const piecesOf = (values: Values): string[] => {
  const out: string[] = [];
  for (let i = 1; values[`device${i}`] !== undefined; i++) {
    const word = PIECES[String(values[`device${i}`]) as PieceName];
    if (word) out.push(word(Number(values[`mm${i}`])));
  }
  return out;
};

const needs = (values: Values): string => {
  const pieces = piecesOf(values);
  return `${capital(list(pieces))} ${pieces.length === 1 ? 'needs' : 'need'} ${mm(Number(values.needMm))}`;
};

const sheathOf = (values: Values): SheathWords => sheaths[String(values.sheath) as SheathId];

export const sheath = {
  title: 'Choose the sheath',
  short: 'Sheath',
  buttonName: (short: string) => `Sheath: ${short}`,
  use: 'Use this sheath',
  sheaths: sheaths as Readonly<Record<SheathId, SheathWords>>,
  facts: (boreMm: number, outerMm: number) => `bore ${mm(boreMm)} · hole in the artery ${mm(outerMm)}`,
  microcatheters: {
    'low-profile': 'Low profile, 2.6 Fr',
    'braided-support': 'Braided support, 2.8 Fr',
    penetration: 'Penetration, 3.1 Fr',
  } as const satisfies Readonly<Record<MicrocatheterId, string>>,
  microcatheter: 'Microcatheter',
  inUse: 'A sheath is exchanged over wire 1 alone: take everything else out to choose another.',
  show: 'Look at what lies side by side',
  plans: {
    now: 'In the sheath now',
    ivus: 'IVUS catheter over wire 1',
    rx: 'IVUS catheter, wire 2 in its second Rx lumen',
    beside: (microcatheter: string) => `IVUS catheter, wire 2 in a microcatheter (${microcatheter})`,
    balloon1: (balloon: string) => `Balloon on wire 1 (${balloon})`,
    balloon2: (balloon: string) => `IVUS catheter, balloon on wire 2 (${balloon})`,
  },
  balloonName: (nominalMm: number, design: BalloonDesign) =>
    `${nominalMm.toFixed(1)} mm, ${design === 'otw' ? 'over the wire' : 'rapid exchange'}`,
  /** Inside the circles of the picture. */
  marks: {
    wire1: '1',
    wire2: '2',
    ivus: 'IVUS',
    microcatheter: 'M',
    balloon: 'B',
  } as const satisfies Readonly<Record<PieceName, string>>,
  picture: (short: string) => `Cross-section of the sheath (${short}) with what lies in it, to scale`,
  empty: 'Nothing lies in the sheath.',
  fits: 'Fits.',
  doesNotFit: 'Does not fit.',
  fitsShort: 'fits',
  doesNotFitShort: 'does not fit',
  /** As one sentence, from the values of a refusal or of a check. */
  missing: (values: Values) =>
    `${needs(values)}; ${sheathOf(values).inline} has ${mm(Number(values.boreMm))}.`,
  spare: (values: Values) =>
    `${needs(values)}; ${sheathOf(values).inline} has ${mm(Number(values.boreMm))}, ${mm(
      Number(values.boreMm) - Number(values.needMm),
    )} to spare.`,
} as const;
