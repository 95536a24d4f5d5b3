/** @file What the chosen push shows, in sentences with numbers. */
import { BENCH_MM, NEWTON_PER_GF } from '../../core/mechanics/wires.ts';
import { fixed } from '../../ui/format.ts';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import styles from './bench.module.css';
import type { Finding } from './findings.ts';
import type { BenchSettings } from './settings.ts';

const gf = (newton: number): string => fixed(newton / NEWTON_PER_GF, 1);

export const sentencesOf = (finding: Finding, { target, supportMm }: BenchSettings): readonly string[] => {
  const { wire, benchGf, bearsN, punctureN, piercesFromMm, pressureMPa } = finding;
  const { says } = words;
  const times = bearsN / NEWTON_PER_GF / wire.tipLoadGf;
  const sentences: string[] = [says.label(fixed(benchGf, 1), fixed(wire.tipLoadGf, 1))];
  if (supportMm !== BENCH_MM)
    sentences.push(says.bears(fixed(supportMm, 1), gf(bearsN), fixed(bearsN, 2), fixed(times, 1)));
  if (punctureN === null) sentences.push(says.plate);
  else {
    const onto = words.targets[target];
    sentences.push(bearsN >= punctureN ? says.pierces(onto, gf(punctureN)) : says.bows(onto, gf(punctureN)));
    if (piercesFromMm === null) sentences.push(says.never);
    else if (piercesFromMm === Number.POSITIVE_INFINITY) sentences.push(says.always);
    else sentences.push(says.from(fixed(piercesFromMm, 1)));
  }
  sentences.push(says.pressure(fixed(pressureMPa, 1), fixed(wire.tipDiameterMm, 2)));
  if (target === 'denseCap' || target === 'flap') sentences.push(says.danger);
  return sentences;
};

export const Findings = ({ sentences }: { readonly sentences: readonly string[] }) => (
  <ul
    className={styles.sentences}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a low screen, so the keyboard must reach it
    tabIndex={0}
    aria-label={words.findings}
  >
    {sentences.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);
