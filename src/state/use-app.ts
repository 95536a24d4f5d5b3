/** @file The hook by which components read the application's state. */
import { useStore } from 'zustand';
import { type AppState, appStore } from './store.ts';

/** Re-renders only when the selected value changes (compared with Object.is): select primitives or stable objects. */
export const useApp = <T>(selector: (state: AppState) => T): T => useStore(appStore, selector);
