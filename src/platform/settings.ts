/** @file Settings remembered between visits: small JSON objects in local storage, each field checked when read. */

/** Of the viewer; a page with settings of its own has its own key. */
const KEY = 'truelumen.settings';
export const CALCIUM_KEY = 'truelumen.calcium';
export const BENCH_KEY = 'truelumen.bench';
const VERSION = 1;

/** For each remembered field, whether a stored value can be trusted. */
export type Checks<T> = { readonly [K in keyof T]: (value: unknown) => value is T[K] };

/** The stored fields that pass their check; unknown, missing or damaged ones are left out. Never throws. */
export const readSettings = <T extends object>(checks: Checks<T>, key = KEY): Partial<T> => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (!isRecord(stored) || stored.version !== VERSION) return {};
    const out: Partial<T> = {};
    for (const field of Object.keys(checks) as (keyof T & string)[]) {
      const value = Object.hasOwn(stored, field) ? stored[field] : undefined;
      if (checks[field](value)) out[field] = value;
    }
    return out;
  } catch {
    return {};
  }
};

/** Tells whether the browser took them; it may keep no data at all. */
export const writeSettings = (settings: object, key = KEY): boolean => {
  try {
    localStorage.setItem(key, JSON.stringify({ ...settings, version: VERSION }));
    return true;
  } catch {
    return false;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isBetween =
  (low: number, high: number) =>
  (value: unknown): value is number =>
    typeof value === 'number' && value >= low && value <= high;
export const isOneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (value: unknown): value is T =>
    allowed.includes(value as T);
