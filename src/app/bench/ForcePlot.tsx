/** @file Force on the tip against the way of the hand, with the label's load and what the block takes. */
import { useMemo } from 'react';
import { NEWTON_PER_GF } from '../../core/mechanics/wires.ts';
import { fixed } from '../../ui/format.ts';
import { LinePlot, type PlotLevel } from '../../ui/LinePlot.tsx';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { stepAt } from './PushDrawing.tsx';
import { type BenchSettings, punctureOf } from './settings.ts';
import type { Push } from './use-bench.ts';

interface ForcePlotProps {
  readonly pushes: readonly Push[];
  readonly settings: BenchSettings;
  readonly share: number;
}

const nameOf = ({ wire }: Push): string => devices.wires[wire.id] ?? wire.id;

export const ForcePlot = ({ pushes, settings, share }: ForcePlotProps) => {
  const series = useMemo(
    () =>
      pushes.map((push, i) => ({
        name: nameOf(push),
        x: push.steps.map(({ wayMm }) => wayMm),
        y: push.steps.map(({ forceN }) => forceN / NEWTON_PER_GF),
        colour: i === 0 ? 'var(--wire2)' : 'var(--wire1)',
        dash: i === 0 ? undefined : '7 4',
        widthPx: 2,
      })),
    [pushes],
  );
  const push = pushes[0]!;
  const peak = Math.max(...series.flatMap(({ y }) => y));
  const puncture = punctureOf(push.wire, settings.target) / NEWTON_PER_GF;
  const label = push.wire.tipLoadGf;
  const reach = Math.max(peak, label, Number.isFinite(puncture) && puncture < 3 * peak ? puncture : 0);
  const levels: PlotLevel[] = [{ y: label, label: words.labelLevel(fixed(label, 1)) }];
  if (puncture <= reach * 1.1) levels.push({ y: puncture, label: words.punctureLevel(fixed(puncture, 1)) });
  return (
    <LinePlot
      title={words.plot}
      description={words.plotDescription(nameOf(push), fixed(peak, 1))}
      x={{ label: words.wayAxis, unit: 'mm', min: 0, max: push.steps.at(-1)!.wayMm }}
      y={{ label: words.forceAxis, unit: 'gf', min: 0, max: 1.15 * reach }}
      series={series}
      levels={levels}
      marks={[{ x: stepAt(push, share).wayMm, label: words.now, dash: '3 3' }]}
    />
  );
};
