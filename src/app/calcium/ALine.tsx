/** @file The A-line under the cursor: level against range, with and without the plate, and where its echoes must lie. */
import { useMemo } from 'react';
import type { Tissue } from '../../core/anatomy/tissue.ts';
import { TAU } from '../../core/math/trig.ts';
import { type PolarFrame, toDb } from '../../core/ultrasound/frame.ts';
import type { PhantomPair } from '../../engine/phantom-lab.ts';
import { LinePlot, type PlotMark } from '../../ui/LinePlot.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import { echoesAt } from './findings.ts';
import { DEPTH_MM, DYNAMIC_RANGE_DB, psiOfLine } from './imaging.ts';

interface ALineProps {
  readonly pair: PhantomPair;
  readonly tissue: Tissue;
  readonly lineDeg: number;
  readonly gainDb: number;
}

/** Full scale and a little below the deepest noise. */
const LEVELS = { min: -80, max: 5 };

const levelsOf = (frame: PolarFrame, psi: number): Float32Array => {
  const line = Math.round((psi / TAU) * frame.lines) % frame.lines;
  const row = frame.data.subarray(line * frame.samples, (line + 1) * frame.samples);
  return Float32Array.from(row, toDb);
};

export const ALine = ({ pair, tissue, lineDeg, gainDb }: ALineProps) => {
  const { plate, plain, wish } = pair;
  const psi = psiOfLine(lineDeg);
  const range = useMemo(
    () => Float32Array.from({ length: plate.samples }, (_, k) => plate.startMm + k * plate.mmPerSample),
    [plate],
  );
  const series = useMemo(
    () => [
      {
        name: words.withoutPlate,
        x: range,
        y: levelsOf(plain, psi),
        colour: 'var(--accent)',
        look: 'area' as const,
      },
      { name: words.withPlate, x: range, y: levelsOf(plate, psi), colour: 'var(--calcium)', widthPx: 1.4 },
    ],
    [plate, plain, psi, range],
  );
  const echoes = useMemo(() => echoesAt(tissue, plate.pose, wish.settings, psi), [tissue, plate, wish, psi]);
  const marks: readonly PlotMark[] = echoes
    ? [
        { x: echoes.frontMm, label: words.front, colour: 'var(--warn)' },
        { x: echoes.backMm, label: words.back, colour: 'var(--warn)', dash: '6 3' },
        ...echoes.repeatsMm.map((x, n) => ({
          x,
          label: words.repeat(n + 1),
          colour: 'var(--wire2)',
          dash: '2 3',
        })),
      ]
    : [];
  return (
    <LinePlot
      title={words.aLineTitle(lineDeg)}
      description={words.aLineDescription(
        words.lineValue(lineDeg),
        echoes?.frontMm ?? null,
        echoes?.backMm ?? 0,
        echoes?.repeatsMm ?? [],
      )}
      x={{ label: words.range, unit: 'mm', min: 0.3, max: DEPTH_MM, digits: 2 }}
      y={{ label: words.level, unit: 'dB', ...LEVELS, digits: 0 }}
      series={series}
      marks={marks}
      levels={[
        { y: -gainDb, label: words.white },
        { y: -gainDb - DYNAMIC_RANGE_DB, label: words.black },
      ]}
    />
  );
};
