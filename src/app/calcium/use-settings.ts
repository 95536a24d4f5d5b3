/** @file The hook that owns the page's settings: from the address or the last visit, and back into both. */
import { useCallback, useEffect, useState } from 'react';
import {
  CALCIUM_KEY,
  type Checks,
  isBetween,
  isBoolean,
  isOneOf,
  readSettings,
  writeSettings,
} from '../../platform/settings.ts';
import { notify } from '../../state/notices.ts';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import {
  type AddressProblem,
  addressOf,
  type CalciumSettings,
  DEFAULT_SETTINGS,
  RANGES,
  readAddress,
} from './settings.ts';

/** A slider being dragged is written once. */
const SETTLED_MS = 400;

const between = (field: keyof typeof RANGES) => isBetween(RANGES[field].min, RANGES[field].max);
const CHECKS: Checks<CalciumSettings> = {
  shape: isOneOf('sheet', 'nodule'),
  arcDeg: between('arcDeg'),
  thicknessMm: between('thicknessMm'),
  depthMm: between('depthMm'),
  frequencyMHz: between('frequencyMHz'),
  offsetMm: between('offsetMm'),
  gainDb: between('gainDb'),
  lineDeg: between('lineDeg'),
  shadow: isBoolean,
  multiples: isBoolean,
  wireShadow: isBoolean,
};

const problemText = (problem: AddressProblem): string => {
  if (problem.kind === 'newer') return words.newer;
  if (problem.kind === 'unreadable') return words.unreadable(problem.name, problem.text);
  const { field, asked, shown } = problem;
  return words.field(words.fields[field], words.outOfRange(asked, words.values[field](shown)));
};

/** A link is taken as it is meant, with the first settings for all it leaves out; else the last visit counts. */
const firstSettings = (): CalciumSettings =>
  readAddress(location.hash).settings ?? {
    ...DEFAULT_SETTINGS,
    ...readSettings<CalciumSettings>(CHECKS, CALCIUM_KEY),
  };

const tellProblems = (): void => {
  const { problems } = readAddress(location.hash);
  if (problems.length > 0) notify('warning', words.addressProblems(problems.map(problemText)));
};

export interface OwnedSettings {
  readonly settings: CalciumSettings;
  readonly change: (change: Partial<CalciumSettings>) => void;
}

export const useSettings = (): OwnedSettings => {
  const [settings, setSettings] = useState(firstSettings);
  const change = useCallback(
    (part: Partial<CalciumSettings>) => setSettings((now) => ({ ...now, ...part })),
    [],
  );

  useEffect(() => {
    tellProblems();
    // another link pasted into the address bar, or the browser's back and forward
    const follow = () => {
      const { settings: asked } = readAddress(location.hash);
      if (asked) setSettings(asked);
      tellProblems();
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      writeSettings(settings, CALCIUM_KEY);
      const address = addressOf(settings);
      // the page may have been left meanwhile
      if (location.hash.startsWith('#/calcium') && location.hash !== address) {
        history.replaceState(history.state, '', address);
      }
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [settings]);

  return { settings, change };
};
