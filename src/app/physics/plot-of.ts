/** @file A plot of the validation as the line plot wants it: axes that hold all values, and a look for each curve. */
import type { Conditions, Plot, Series } from '../../core/ultrasound/validation/report.ts';
import type { PlotAxis, PlotSeries } from '../../ui/LinePlot.tsx';
import { physics } from '../../ui/strings/en/physics.ts';
import { physicsPage } from '../../ui/strings/en/physics-page.ts';
import { conditionsText } from './condition-text.ts';

const words = physicsPage.validation;

/** One for each set of conditions; markers and dashes tell them apart too. */
const COLOURS = ['var(--accent)', 'var(--warn)', 'var(--good)', 'var(--wire2)', 'var(--plane)', 'var(--bad)'];
const MARKERS = ['circle', 'square', 'triangle'] as const;

/** By name, so that measurement and reference differ in more than colour. */
const DASHES: Readonly<Record<Series['name'], string | undefined>> = {
  measured: undefined,
  simulator: '7 4',
  peer: '2 3',
  theory: '7 4',
  lowest: '2 4',
  highest: '2 4',
};

const keyOf = (at: Conditions | undefined): string => JSON.stringify(at ?? {});

/** The conditions that all curves share: said once, in the title. */
const sharedOf = ({ series }: Plot): Conditions => {
  const first = Object.entries(series[0]?.at ?? {});
  return Object.fromEntries(
    first.filter(([name, value]) => series.every(({ at }) => at?.[name as keyof Conditions] === value)),
  );
};

const nameOf = ({ name, at = {} }: Series, shared: Conditions): string => {
  const own = Object.fromEntries(Object.entries(at).filter(([condition]) => !(condition in shared)));
  return [physics.series[name], conditionsText(own)].filter(Boolean).join(', ');
};

/** Curves of the same conditions share a colour, so that a measurement is seen beside its reference. */
const lookOf = (series: Series, place: number): Pick<PlotSeries, 'colour' | 'dash' | 'marker' | 'look'> => ({
  colour: COLOURS[place % COLOURS.length]!,
  marker: MARKERS[place % MARKERS.length]!,
  dash: DASHES[series.name],
  look: series.style,
});

/** Share of the span that is left free at each end. */
const MARGIN = 0.05;

const spanOf = (values: readonly number[]): { readonly min: number; readonly max: number } => {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { min: 0, max: 1 };
  const min = finite.reduce((a, b) => Math.min(a, b));
  const max = finite.reduce((a, b) => Math.max(a, b));
  const room = MARGIN * (max - min || Math.abs(max) || 1);
  return { min: min - room, max: max + room };
};

/** Digits that tell a hundredth of the axis apart. */
const digitsOf = ({ min, max }: { readonly min: number; readonly max: number }): number =>
  Math.max(0, Math.min(5, 2 - Math.floor(Math.log10(max - min))));

const labelOf = (name: Plot['x']['label']): string =>
  name in physics.quantities
    ? physics.quantities[name as keyof typeof physics.quantities]
    : physics.conditions[name as keyof typeof physics.conditions];

const axisOf = ({ label, unit }: Plot['x'], values: readonly number[]): PlotAxis => {
  const span = spanOf(values);
  return { label: labelOf(label), unit: physics.units[unit], ...span, digits: digitsOf(span) };
};

export interface ShownPlot {
  readonly title: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
}

export const linePlotOf = (plot: Plot): ShownPlot => {
  const shared = sharedOf(plot);
  const places = [...new Set(plot.series.map(({ at }) => keyOf(at)))];
  return {
    title: words.plotTitle(labelOf(plot.y.label), labelOf(plot.x.label), conditionsText(shared)),
    x: axisOf(
      plot.x,
      plot.series.flatMap(({ x }) => x),
    ),
    y: axisOf(
      plot.y,
      plot.series.flatMap(({ y }) => y),
    ),
    series: plot.series.map((one) => ({
      name: nameOf(one, shared),
      x: one.x,
      y: one.y,
      ...lookOf(one, places.indexOf(keyOf(one.at))),
    })),
  };
};
