/** @file Where the keyboard is after a new page has opened. */

/** As a ref: moves focus to the element when it appears, so that keys and screen readers start on the new page. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
