/**
 * @file A plot of lines or points with labelled axes, marks, and a cursor by which pointer and keyboard read values.
 *
 * The drawing is decoration for assistive technology; the description and the cursor's spoken values carry the same.
 */
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { fixed } from './format.ts';
import styles from './LinePlot.module.css';
import { nearestIndex, niceTicks, type PlotAxis, placeOf, stackLabels, tickDigits } from './plot/axis.ts';
import { type PlotSeries, SeriesPath, SeriesSample } from './plot/Series.tsx';
import { plot as words } from './strings/en/plot.ts';
import { useSize } from './use-size.ts';

export type { PlotAxis } from './plot/axis.ts';
export type { PlotSeries } from './plot/Series.tsx';

/** A vertical line at a value of x. */
export interface PlotMark {
  readonly x: number;
  readonly label: string;
  readonly colour?: string;
  readonly dash?: string;
}

/** A horizontal line at a value of y, such as a limit. */
export interface PlotLevel {
  readonly y: number;
  readonly label: string;
}

interface LinePlotProps {
  readonly title: string;
  /** Where a heading beside it says the same: the title stays its name. */
  readonly titleHidden?: boolean;
  /** What the plot shows, in a sentence, for who does not see it. */
  readonly description: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Drawn in this order, the last on top. */
  readonly series: readonly PlotSeries[];
  readonly marks?: readonly PlotMark[];
  readonly levels?: readonly PlotLevel[];
}

/** Room for ticks and axis labels, px. */
const LEFT = 46;
const BOTTOM = 34;
const TOP = 6;
const RIGHT = 12;
const LABEL_ROW = 13;
/** A level nearer to the top than this has its label below it. */
const LEVEL_LABEL = 16;
/** About; labels are laid out before they are drawn. */
const LABEL_CHARACTER = 5.9;
const PER_X_TICK = 70;
const PER_Y_TICK = 34;
/** Steps of the cursor over the whole axis: arrow keys, and Page keys. */
const STEPS = 100;
const PAGE_STEPS = 10;

export const LinePlot = (props: LinePlotProps) => {
  const { title, titleHidden = false, description, x, y, series, marks = [], levels = [] } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const titleId = useId();
  const descriptionId = useId();
  const width = Math.max(0, size.width - LEFT - RIGHT);
  const height = Math.max(0, size.height - TOP - BOTTOM);
  const shown = marks.filter((mark) => mark.x >= x.min && mark.x <= x.max);
  const rows = stackLabels(
    shown.map((mark) => ({ at: placeOf(x, width, mark.x), width: mark.label.length * LABEL_CHARACTER })),
  );
  const xTicks = niceTicks(x.min, x.max, Math.max(2, width / PER_X_TICK));
  const yTicks = niceTicks(y.min, y.max, Math.max(2, height / PER_Y_TICK));
  return (
    <figure className={styles.figure} aria-labelledby={titleId} aria-describedby={descriptionId}>
      <figcaption className={styles.head}>
        <span id={titleId} className={titleHidden ? 'visually-hidden' : styles.title}>
          {title}
        </span>
        {series.map((one) => (
          <span key={one.name} className={styles.key}>
            <SeriesSample series={one} />
            {one.name}
          </span>
        ))}
        <span id={descriptionId} className="visually-hidden">
          {description}
        </span>
      </figcaption>
      <div ref={host} className={styles.host}>
        {width > 0 && height > 0 && (
          <>
            <svg className={styles.drawing} width={size.width} height={size.height} aria-hidden="true">
              <g transform={`translate(${LEFT} ${TOP})`}>
                {yTicks.map((tick) => (
                  <g key={tick} transform={`translate(0 ${placeOf(y, height, tick, true)})`}>
                    <path className={styles.grid} d={`M0 0h${width}`} />
                    <text className={styles.yTick} x={-6}>
                      {fixed(tick, tickDigits(yTicks))}
                    </text>
                  </g>
                ))}
                {xTicks.map((tick) => (
                  <g key={tick} transform={`translate(${placeOf(x, width, tick)} 0)`}>
                    <path className={styles.grid} d={`M0 0v${height}`} />
                    <text className={styles.xTick} y={height + 13}>
                      {fixed(tick, tickDigits(xTicks))}
                    </text>
                  </g>
                ))}
                <text className={styles.xLabel} x={width / 2} y={height + 29}>
                  {words.axis(x.label, x.unit)}
                </text>
                <text
                  className={styles.yLabel}
                  transform={`translate(${-LEFT + 11} ${height / 2}) rotate(-90)`}
                >
                  {words.axis(y.label, y.unit)}
                </text>
                <svg width={width} height={height} overflow="hidden" aria-hidden="true">
                  {series.map((one) => (
                    <SeriesPath key={one.name} series={one} x={x} y={y} width={width} height={height} />
                  ))}
                  {levels.map((level) => {
                    const at = placeOf(y, height, level.y, true);
                    return (
                      <g key={level.label}>
                        <path className={styles.level} d={`M0 ${at}h${width}`} />
                        <text
                          className={styles.levelLabel}
                          x={width - 4}
                          y={at < LEVEL_LABEL ? at + 11 : at - 4}
                        >
                          {level.label}
                        </text>
                      </g>
                    );
                  })}
                  {shown.map((mark, i) => {
                    const at = placeOf(x, width, mark.x);
                    const leftwards = at + mark.label.length * LABEL_CHARACTER > width;
                    return (
                      <g key={`${mark.label} ${mark.x}`} color={mark.colour ?? 'var(--text-dim)'}>
                        <path className={styles.mark} strokeDasharray={mark.dash} d={`M${at} 0V${height}`} />
                        <text
                          className={styles.markLabel}
                          x={leftwards ? at - 4 : at + 4}
                          y={10 + rows[i]! * LABEL_ROW}
                          textAnchor={leftwards ? 'end' : 'start'}
                        >
                          {mark.label}
                        </text>
                      </g>
                    );
                  })}
                </svg>
              </g>
            </svg>
            <div className={styles.area} style={{ left: LEFT, top: TOP, width, height }}>
              <PlotCursor x={x} y={y} series={series} width={width} name={words.cursor(title)} />
            </div>
          </>
        )}
      </div>
    </figure>
  );
};

interface PlotCursorProps {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  readonly width: number;
  readonly name: string;
}

/** Reads every series where the pointer or the arrow keys are. */
const PlotCursor = ({ x, y, series, width, name }: PlotCursorProps) => {
  const [at, setAt] = useState<number | null>(null);
  const value = Math.min(x.max, Math.max(x.min, at ?? (x.min + x.max) / 2));
  const rows = series.flatMap((one) => {
    const i = nearestIndex(one.x, value);
    const found = i < 0 ? Number.NaN : one.y[i]!;
    return Number.isFinite(found) ? [{ one, text: words.value(fixed(found, y.digits ?? 1), y.unit) }] : [];
  });
  const xText = words.value(fixed(value, x.digits ?? 1), x.unit);
  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(x.min + ((event.clientX - box.left) / box.width) * (x.max - x.min));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cursorByKey(event.key, value, x);
    if (next === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
  };
  const place = placeOf(x, width, value);
  return (
    <div
      className={styles.cursor}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={x.min}
      aria-valuemax={x.max}
      aria-valuenow={Math.round(value * 1000) / 1000}
      aria-valuetext={words.reading(
        xText,
        rows.map(({ one, text }) => words.of(one.name, text)),
      )}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setAt(null)}
      onFocus={() => setAt((now) => now ?? value)}
      onBlur={() => setAt(null)}
      onKeyDown={onKeyDown}
    >
      {at !== null && (
        <>
          <span className={styles.hair} style={{ left: place }} />
          <span
            className={styles.reading}
            style={place > width / 2 ? { right: width - place + 8 } : { left: place + 8 }}
          >
            <b>{xText}</b>
            {rows.map(({ one, text }) => (
              <span key={one.name} className={styles.readingRow}>
                <SeriesSample series={one} />
                {text}
              </span>
            ))}
          </span>
        </>
      )}
    </div>
  );
};

/** Where a key moves the cursor, or null for a key that does not. */
const cursorByKey = (key: string, value: number, { min, max }: PlotAxis): number | null => {
  const step = (max - min) / STEPS;
  const moved: Readonly<Record<string, number>> = {
    ArrowLeft: value - step,
    ArrowDown: value - step,
    ArrowRight: value + step,
    ArrowUp: value + step,
    PageDown: value - PAGE_STEPS * step,
    PageUp: value + PAGE_STEPS * step,
    Home: min,
    End: max,
  };
  const next = moved[key];
  return next === undefined ? null : Math.min(max, Math.max(min, next));
};
