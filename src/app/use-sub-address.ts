/** @file The part of the address that belongs to a page to teach with: what follows its name. */
import { useSyncExternalStore } from 'react';
import type { TeachingPage } from '../state/store.ts';

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('popstate', onChange);
  window.addEventListener('hashchange', onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener('hashchange', onChange);
  };
};

/** '' at `#/page`, 'a/b' at `#/page/a/b`. */
export const subAddressOf = (hash: string, page: TeachingPage): string =>
  hash.startsWith(`#/${page}/`) ? hash.slice(page.length + 3) : '';

export const useSubAddress = (page: TeachingPage): string =>
  useSyncExternalStore(subscribe, () => subAddressOf(location.hash, page));

/** Goes there without an entry of its own in the history. */
export const replaceAddress = (hash: string): void => location.replace(hash);
