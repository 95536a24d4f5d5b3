/** @file One series of a plot: a line or points, and the small sample of it in the legend. */
import { type PlotAxis, placeOf } from './axis.ts';

export interface PlotSeries {
  readonly name: string;
  readonly x: ArrayLike<number>;
  /** As many as x; what is not finite leaves a gap. */
  readonly y: ArrayLike<number>;
  /** Any CSS colour. Never the only difference: vary `dash` or `marker` too. */
  readonly colour: string;
  /** Default 'line'; an area is filled down to the bottom of the plot. */
  readonly look?: 'line' | 'points' | 'area';
  /** Of a line, as for stroke-dasharray. */
  readonly dash?: string | undefined;
  /** Of points. Default 'circle'. */
  readonly marker?: Marker;
  /** Default 1.5 px. */
  readonly widthPx?: number;
}

export type Marker = 'circle' | 'square' | 'triangle';

/** What lies under an area, such as the grid, shows through. */
const AREA_OPACITY = 0.42;
/** Half the size of a marker, px. */
const R = 3.2;

const markerPath = (marker: Marker, x: number, y: number): string => {
  switch (marker) {
    case 'square':
      return `M${x - R} ${y - R}h${2 * R}v${2 * R}h${-2 * R}z`;
    case 'triangle':
      return `M${x} ${y - 1.2 * R}l${1.15 * R} ${2 * R}h${-2.3 * R}z`;
    default:
      return `M${x - R} ${y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0z`;
  }
};

const pathOf = (series: PlotSeries, x: PlotAxis, y: PlotAxis, width: number, height: number): string => {
  const parts: string[] = [];
  let joined = false;
  /** Ends a stretch of an area along the bottom. */
  const close = () => {
    if (joined && series.look === 'area') parts.push(`V${height}Z`);
    joined = false;
  };
  const count = Math.min(series.x.length, series.y.length);
  for (let i = 0; i < count; i++) {
    const px = Math.round(10 * placeOf(x, width, series.x[i]!)) / 10;
    const py = Math.round(10 * placeOf(y, height, series.y[i]!, true)) / 10;
    const drawn = Number.isFinite(px) && Number.isFinite(py);
    if (series.look === 'points') {
      if (drawn) parts.push(markerPath(series.marker ?? 'circle', px, py));
    } else if (drawn) {
      if (!joined) parts.push(series.look === 'area' ? `M${px} ${height}V${py}` : `M${px} ${py}`);
      else parts.push(`L${px} ${py}`);
      joined = true;
    } else close();
  }
  close();
  return parts.join('');
};

interface SeriesPathProps {
  readonly series: PlotSeries;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly width: number;
  readonly height: number;
}

export const SeriesPath = ({ series, x, y, width, height }: SeriesPathProps) => {
  const d = pathOf(series, x, y, width, height);
  if (series.look === 'points') return <path d={d} fill={series.colour} />;
  if (series.look === 'area') return <path d={d} fill={series.colour} fillOpacity={AREA_OPACITY} />;
  return (
    <path
      d={d}
      fill="none"
      stroke={series.colour}
      strokeWidth={series.widthPx ?? 1.5}
      strokeDasharray={series.dash}
      strokeLinejoin="round"
    />
  );
};

export const SeriesSample = ({ series }: { readonly series: PlotSeries }) => (
  <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden="true" focusable="false">
    {series.look === 'points' && (
      <path d={markerPath(series.marker ?? 'circle', 13, 5)} fill={series.colour} />
    )}
    {series.look === 'area' && <path d="M3 0h20v10H3z" fill={series.colour} fillOpacity={AREA_OPACITY} />}
    {(series.look ?? 'line') === 'line' && (
      <path d="M0 5h26" stroke={series.colour} strokeWidth="2.2" strokeDasharray={series.dash} />
    )}
  </svg>
);
