/** @file What can be set on the calcium page, its limits, and its form in the address and in storage. */
import { PLATE_SHAPES, type PlateShape } from '../../core/cases/calcium-phantom.ts';

export interface CalciumSettings {
  readonly shape: PlateShape;
  readonly arcDeg: number;
  readonly thicknessMm: number;
  readonly depthMm: number;
  readonly frequencyMHz: number;
  /** Catheter off the vessel's axis, towards the plate if positive. */
  readonly offsetMm: number;
  readonly gainDb: number;
  /** Direction of the A-line, degrees clockwise from 12 o'clock, where the plate's middle is. */
  readonly lineDeg: number;
  readonly shadow: boolean;
  readonly multiples: boolean;
  readonly wireShadow: boolean;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export type NumberField =
  | 'arcDeg'
  | 'thicknessMm'
  | 'depthMm'
  | 'frequencyMHz'
  | 'offsetMm'
  | 'gainDb'
  | 'lineDeg';
export type EffectField = 'shadow' | 'multiples' | 'wireShadow';

/** What the phantom's wall has room for, and what the engine's probe and the viewer's gain allow. */
export const RANGES: Readonly<Record<NumberField, Range>> = {
  arcDeg: { min: 20, max: 360, step: 5 },
  thicknessMm: { min: 0.05, max: 0.6, step: 0.01 },
  depthMm: { min: 0, max: 0.6, step: 0.02 },
  frequencyMHz: { min: 20, max: 60, step: 1 },
  offsetMm: { min: -0.15, max: 0.5, step: 0.05 },
  gainDb: { min: -20, max: 40, step: 1 },
  lineDeg: { min: 0, max: 359, step: 1 },
};
export const NUMBER_FIELDS = Object.keys(RANGES) as readonly NumberField[];
export const EFFECT_FIELDS: readonly EffectField[] = ['shadow', 'multiples', 'wireShadow'];

export const DEFAULT_SETTINGS: CalciumSettings = {
  shape: 'sheet',
  arcDeg: 120,
  thicknessMm: 0.3,
  depthMm: 0.1,
  frequencyMHz: 40,
  offsetMm: 0.15,
  gainDb: 0,
  lineDeg: 0,
  shadow: true,
  multiples: true,
  wireShadow: true,
};

export type PresetId = 'thin60' | 'thick' | 'threeQuarters' | 'nodule' | 'eccentric';

/** Starting points of a lesson; gain and line stay at their first values. */
export const PRESETS: Readonly<Record<PresetId, CalciumSettings>> = {
  thin60: { ...DEFAULT_SETTINGS, thicknessMm: 0.2, frequencyMHz: 60 },
  thick: { ...DEFAULT_SETTINGS, thicknessMm: 0.5 },
  threeQuarters: { ...DEFAULT_SETTINGS, arcDeg: 270, depthMm: 0.2, offsetMm: 0 },
  nodule: { ...DEFAULT_SETTINGS, shape: 'nodule', arcDeg: 80, thicknessMm: 0.5, offsetMm: 0 },
  eccentric: { ...DEFAULT_SETTINGS, arcDeg: 90, offsetMm: 0.45 },
};
export const PRESET_IDS = Object.keys(PRESETS) as readonly PresetId[];

export const sameSettings = (a: CalciumSettings, b: CalciumSettings): boolean =>
  (Object.keys(a) as (keyof CalciumSettings)[]).every((key) => a[key] === b[key]);

/** Nearest value of a field's slider. */
export const withinRange = (field: NumberField, value: number): number => {
  const { min, max, step } = RANGES[field];
  const steps = Math.round((value - min) / step);
  // decimals of the step, without the dust of binary fractions
  return Math.min(max, Math.max(min, Number((min + steps * step).toFixed(2))));
};

/** Something in an address that could not be taken as it stood. */
export type AddressProblem =
  | { readonly kind: 'range'; readonly field: NumberField; readonly asked: number; readonly shown: number }
  | { readonly kind: 'unreadable'; readonly name: string; readonly text: string }
  | { readonly kind: 'newer' };

const ADDRESS = '#/calcium';
/** Raised when a field changes its meaning. */
const VERSION = 1;
const NAMES: Readonly<Record<NumberField, string>> = {
  arcDeg: 'arc',
  thicknessMm: 'thickness',
  depthMm: 'depth',
  frequencyMHz: 'mhz',
  offsetMm: 'offset',
  gainDb: 'gain',
  lineDeg: 'line',
};
const EFFECT_NAMES: Readonly<Record<EffectField, string>> = {
  shadow: 'shadow',
  multiples: 'multiples',
  wireShadow: 'wire',
};

/** What differs from the first settings stands in the address. The version always does: it tells a link from the bare page. */
export const addressOf = (settings: CalciumSettings): string => {
  const parts = [`v=${VERSION}`];
  if (settings.shape !== DEFAULT_SETTINGS.shape) parts.push(`shape=${settings.shape}`);
  for (const field of NUMBER_FIELDS) {
    if (settings[field] !== DEFAULT_SETTINGS[field]) parts.push(`${NAMES[field]}=${settings[field]}`);
  }
  const off = EFFECT_FIELDS.filter((field) => !settings[field]).map((field) => EFFECT_NAMES[field]);
  if (off.length > 0) parts.push(`off=${off.join('.')}`);
  return `${ADDRESS}?${parts.join('&')}`;
};

export interface ReadAddress {
  /** Null where the address says nothing of the settings. */
  readonly settings: CalciumSettings | null;
  readonly problems: readonly AddressProblem[];
}

/** Takes from an address what it can: what is out of range is brought within, what is unreadable left out. */
export const readAddress = (hash: string): ReadAddress => {
  const query = hash.split('?')[1];
  if (query === undefined || query === '') return { settings: null, problems: [] };
  const words = new URLSearchParams(query);
  const problems: AddressProblem[] = [];
  const change: { -readonly [K in keyof CalciumSettings]?: CalciumSettings[K] } = {};
  if (Number(words.get('v') ?? VERSION) > VERSION) problems.push({ kind: 'newer' });
  for (const field of NUMBER_FIELDS) {
    const text = words.get(NAMES[field]);
    if (text === null) continue;
    const asked = Number(text);
    if (text.trim() === '' || !Number.isFinite(asked)) {
      problems.push({ kind: 'unreadable', name: NAMES[field], text });
      continue;
    }
    const { min, max } = RANGES[field];
    const shown = withinRange(field, asked);
    if (asked < min || asked > max) problems.push({ kind: 'range', field, asked, shown });
    change[field] = shown;
  }
  const shape = words.get('shape');
  const known = PLATE_SHAPES.find((one) => one === shape);
  if (known) change.shape = known;
  else if (shape !== null) problems.push({ kind: 'unreadable', name: 'shape', text: shape });
  for (const name of (words.get('off') ?? '').split('.').filter((word) => word !== '')) {
    const field = EFFECT_FIELDS.find((one) => EFFECT_NAMES[one] === name);
    if (field) change[field] = false;
    else problems.push({ kind: 'unreadable', name: 'off', text: name });
  }
  return { settings: { ...DEFAULT_SETTINGS, ...change }, problems };
};
