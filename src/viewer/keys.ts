/** @file Arrow keys on handles: which way, how far; keys that were used do not reach the case's own shortcuts. */
import type { KeyboardEvent } from 'react';

export interface Arrow {
  /** -1, 0, 1: right positive. */
  readonly right: number;
  /** -1, 0, 1: up positive. */
  readonly up: number;
}

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowLeft: { right: -1, up: 0 },
  ArrowRight: { right: 1, up: 0 },
  ArrowUp: { right: 0, up: 1 },
  ArrowDown: { right: 0, up: -1 },
};

/** The arrow pressed, or null. Chords with Ctrl, Alt or Meta are the browser's. */
export const arrowOf = (event: KeyboardEvent): Arrow | null =>
  event.ctrlKey || event.altKey || event.metaKey ? null : (ARROWS[event.key] ?? null);

/** Marks a key as used: no scrolling, and the hub keys of the case page do not hear it. */
export const used = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopPropagation();
};
