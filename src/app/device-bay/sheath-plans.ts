/** @file What may come to lie side by side in a sheath, and the verdict on it as a sentence. */
import { findBalloon } from '../../core/mechanics/devices/balloons.ts';
import type { IvusSize, SheathContents } from '../../core/mechanics/devices/contents.ts';
import { fitOf, type SheathFit } from '../../core/mechanics/devices/fit.ts';
import { MICROCATHETERS } from '../../core/mechanics/devices/microcatheters.ts';
import { ivusSizeOf } from '../../core/mechanics/devices/room.ts';
import type { SheathId } from '../../core/mechanics/devices/sheaths.ts';
import { bodyOf } from '../../core/session/catheter.ts';
import { fitValues } from '../../core/session/refusal.ts';
import type { CatheterPreset } from '../../core/ultrasound/presets.ts';
import { sheath as words } from '../../ui/strings/en/sheath.ts';

export interface Plan {
  readonly key: string;
  readonly label: string;
  readonly contents: SheathContents;
}

/** Balloons by which the difference between the designs shows. */
const SHOWN_BALLOONS = ['rx-25', 'otw-25'] as const;

const balloonName = (id: (typeof SHOWN_BALLOONS)[number]): string => {
  const { nominalMm, design } = findBalloon(id)!;
  return words.balloonName(nominalMm, design);
};

/** What is in the sheath now, then what a case may bring into it, with this IVUS catheter. */
export const plansOf = (now: SheathContents, preset: CatheterPreset): readonly Plan[] => {
  const ivus: IvusSize = ivusSizeOf(bodyOf(preset));
  const over = { wire1: true, ivus, wire2: null, balloon: null };
  const { plans } = words;
  return [
    { key: 'now', label: plans.now, contents: now },
    { key: 'ivus', label: plans.ivus, contents: over },
    ...(preset.rxLumens === 2
      ? [{ key: 'rx', label: plans.rx, contents: { ...over, wire2: 'rx-lumen' } as const }]
      : []),
    ...MICROCATHETERS.map(({ id }) => ({
      key: id,
      label: plans.beside(words.microcatheters[id]),
      contents: { ...over, wire2: id },
    })),
    ...SHOWN_BALLOONS.map((id) => ({
      key: `${id}-on-1`,
      label: plans.balloon1(balloonName(id)),
      contents: { ...over, ivus: null, balloon: { id, on: 'wire1' } } as const,
    })),
    ...SHOWN_BALLOONS.map((id) => ({
      key: `${id}-on-2`,
      label: plans.balloon2(balloonName(id)),
      contents: { ...over, wire2: 'bare', balloon: { id, on: 'wire2' } } as const,
    })),
  ];
};

export interface Judged {
  readonly fits: boolean;
  readonly fit: SheathFit;
  readonly sentence: string;
}

export const judged = (sheath: SheathId, contents: SheathContents): Judged => {
  const fit = fitOf(sheath, contents);
  if (fit.section.length === 0) return { fits: true, fit, sentence: words.empty };
  const values = fitValues(fit);
  return { fits: fit.fits, fit, sentence: fit.fits ? words.spare(values) : words.missing(values) };
};
