/** @file A window of the newest measurements, for the performance panel. */

export interface Window {
  add(value: number): void;
  /** Value below which the share q (0 .. 1) of the window lies; 0 while empty. */
  quantile(q: number): number;
}

export const createWindow = (size = 120): Window => {
  const values: number[] = [];
  let next = 0;
  return {
    add: (value) => {
      values[next] = value;
      next = (next + 1) % size;
    },
    quantile: (q) => {
      if (values.length === 0) return 0;
      const sorted = [...values].sort((a, b) => a - b);
      return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
    },
  };
};

/** Counts events per second over the last `spanMs`. */
export const createRate = (now: () => number, spanMs = 2000) => {
  let times: number[] = [];
  const trim = (): void => {
    const from = now() - spanMs;
    if (times.length > 0 && times[0]! < from) times = times.filter((t) => t >= from);
  };
  return {
    tick: (): void => {
      times.push(now());
      trim();
    },
    perSecond: (): number => {
      trim();
      return (times.length * 1000) / spanMs;
    },
  };
};
