/** @file A few sentences that follow the settings: what the plate does to the sound, in this engine's numbers. */
import { MATERIAL } from '../../core/anatomy/material.ts';
import { DEG } from '../../core/math/trig.ts';
import { reflection } from '../../core/ultrasound/media.ts';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import styles from './calcium.module.css';
import { type Findings, verdictOf } from './findings.ts';
import { DYNAMIC_RANGE_DB } from './imaging.ts';
import type { CalciumSettings } from './settings.ts';

const { say } = words;
/** An offset below this is not worth a sentence, mm; nor is a difference of the arcs, rad. */
const OFFSET_MM = 0.05;
const ARC_RAD = 5 * DEG;

export const sentencesOf = (
  findings: Findings,
  settings: Pick<CalciumSettings, 'frequencyMHz' | 'gainDb' | 'shadow' | 'multiples' | 'wireShadow'>,
  sheathRadiusMm: number,
): readonly string[] => {
  const { echoes, loss, arc, offsetMm } = findings;
  const out = [
    say.edge(Math.abs(reflection(echoes.inFront, MATERIAL.calcium)), echoes.inFront !== MATERIAL.blood),
  ];
  if (settings.shadow) {
    out.push(
      say.loss(settings.frequencyMHz, echoes.thicknessMm, loss.totalDb, loss.reflectedDb, loss.absorbedDb),
      `${say.measured(findings.plainDb - findings.behindDb, findings.expectedDb)} ${
        say.verdict[verdictOf(findings, settings.gainDb, DYNAMIC_RANGE_DB)]
      }`,
    );
  } else out.push(say.noShadow);
  out.push(settings.multiples ? say.multiples(echoes.frontMm - sheathRadiusMm) : say.noMultiples);
  out.push(say.speed(echoes.thicknessMm, echoes.backMm - echoes.frontMm));
  if (!settings.wireShadow) out.push(say.noWireShadow);
  if (offsetMm > OFFSET_MM && arc.seen.widthRad - arc.trueRad > ARC_RAD) {
    out.push(say.eccentric(offsetMm, arc.trueRad / DEG, arc.seen.widthRad / DEG));
  }
  return out;
};

interface ExplanationProps {
  readonly sentences: readonly string[];
}

export const Explanation = ({ sentences }: ExplanationProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
  <div className={styles.sentences} tabIndex={0} aria-live="polite">
    {sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
);
