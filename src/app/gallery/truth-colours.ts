/** @file The colours and names of the truth: materials as everywhere else, devices as on every pane. */
import { MATERIAL_NAMES } from '../../core/anatomy/material.ts';
import { MATERIAL_TABLE } from '../../core/anatomy/material-table.ts';
import { TRUTH_NAMES } from '../../core/ultrasound/truth.ts';
import { NO_LABEL } from '../../protocol/ivus.ts';
import { materials, truthOthers } from '../../ui/strings/en/materials.ts';

/** Custom properties of the theme, or hex where nothing else in the program has that colour. */
const OTHERS: Readonly<Record<string, string>> = {
  catheter: '--ivus',
  wire1: '--wire1',
  wire2: '--wire2',
  inside: '#10262b',
  air: '#ffffff',
  flush: '#d5e8ee',
  contrast: '#7f8a93',
};

const materialOf = (label: number) => MATERIAL_NAMES.find((known) => known === TRUTH_NAMES[label]);

/** CSS colour of a label. */
export const truthColour = (label: number): string => {
  const material = materialOf(label);
  if (material) return MATERIAL_TABLE[material].colour;
  const other = OTHERS[TRUTH_NAMES[label] ?? ''] ?? '#000000';
  return other.startsWith('--') ? `var(${other})` : other;
};

/** What a label stands for, '' outside the disc. */
export const truthName = (label: number): string => {
  const material = materialOf(label);
  return material ? materials[material] : (truthOthers[TRUTH_NAMES[label] ?? ''] ?? '');
};

/** Red, green and blue of `#rrggbb`. */
const bytesOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) || 0);

/** Three bytes for each label, as the theme stands now. */
const paletteNow = (): Uint8Array => {
  const theme = getComputedStyle(document.documentElement);
  return Uint8Array.from(
    TRUTH_NAMES.flatMap((name, label) => {
      const other = OTHERS[name] ?? '';
      return bytesOf(other.startsWith('--') ? theme.getPropertyValue(other).trim() : truthColour(label));
    }),
  );
};

/** Fills a square of pixels from labels; what has none is black. */
export const paintTruth = (labels: Uint8Array, pixels: Uint8ClampedArray): void => {
  const palette = paletteNow();
  for (let i = 0; i < labels.length; i++) {
    const from = 3 * labels[i]!;
    pixels[4 * i] = palette[from] ?? 0;
    pixels[4 * i + 1] = palette[from + 1] ?? 0;
    pixels[4 * i + 2] = palette[from + 2] ?? 0;
    pixels[4 * i + 3] = 255;
  }
};

/** Labels with a name that cover at least this share of the picture, the largest first. */
const WORTH_NAMING = 0.0008;
const UNNAMED: readonly string[] = ['inside'];

export const labelsIn = (labels: Uint8Array): readonly number[] => {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .filter(([label, n]) => label !== NO_LABEL && n >= WORTH_NAMING * labels.length)
    .filter(([label]) => !UNNAMED.includes(TRUTH_NAMES[label] ?? ''))
    .sort(([, a], [, b]) => b - a)
    .map(([label]) => label);
};
