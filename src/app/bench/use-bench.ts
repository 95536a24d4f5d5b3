/** @file The bench's settings, remembered, and the pushes that they mean. */
import { useEffect, useMemo, useState } from 'react';
import { type PushStep, recordPush } from '../../core/mechanics/bench/recorded-push.ts';
import { findWire, type WireClass } from '../../core/mechanics/wires.ts';
import { BENCH_KEY, readSettings, writeSettings } from '../../platform/settings.ts';
import { type BenchSettings, CHECKS, FIRST_SETTINGS, NONE, punctureOf } from './settings.ts';

/** A slider being dragged is written once. */
const SETTLED_MS = 400;

export interface Push {
  readonly wire: WireClass;
  readonly steps: readonly PushStep[];
}

export interface Bench {
  readonly settings: BenchSettings;
  readonly change: (change: Partial<BenchSettings>) => void;
  /** The chosen wire's push, and that of the other one if there is one. */
  readonly pushes: readonly Push[];
}

const pushOf = (id: string, { target, supportMm }: BenchSettings): Push | null => {
  const wire = findWire(id);
  return wire && { wire, steps: recordPush(wire, supportMm, punctureOf(wire, target)) };
};

export const useBench = (): Bench => {
  const [settings, setSettings] = useState(() => ({
    ...FIRST_SETTINGS,
    ...readSettings<BenchSettings>(CHECKS, BENCH_KEY),
  }));
  useEffect(() => {
    const timer = setTimeout(() => writeSettings(settings, BENCH_KEY), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [settings]);
  const pushes = useMemo(
    () =>
      [settings.wire, settings.other]
        .filter((id) => id !== NONE)
        .map((id) => pushOf(id, settings))
        .filter((push) => push !== null),
    [settings],
  );
  return {
    settings,
    change: (part) => setSettings((now) => ({ ...now, ...part })),
    pushes,
  };
};
