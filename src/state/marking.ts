/** @file Placing a reading on the IVUS image: a mark is armed by a button or key, then the image takes one click. */
import type { MarkKind } from '../core/procedure/procedure.ts';
import { appStore, dispatch } from './store.ts';

/** Arms a mark, or disarms it when it is the one already armed. */
export const armMark = (kind: MarkKind): void =>
  appStore.setState((s) => ({ pendingMark: s.pendingMark === kind ? null : kind }));

export const disarmMark = (): void => appStore.setState({ pendingMark: null });

/**
 * The viewer's click on the image: the live one, or the recorded frame under review.
 * @param clock hours 0 .. 12 on the unmirrored image
 * @param rangeMm from the catheter axis
 * @returns false when no mark was armed: the click is the viewer's own then
 */
export const placeMark = (clock: number, rangeMm: number): boolean => {
  const kind = appStore.getState().pendingMark;
  if (kind === null) return false;
  const { reviewMm } = appStore.getState().view;
  dispatch({ type: 'mark', kind, clock, rangeMm, ...(reviewMm === null ? {} : { pulledBackMm: reviewMm }) });
  disarmMark();
  return true;
};
