/** @file Pointer capture that does not throw. */

/** Keeps a pointer's events on the element until it is released; a pointer that is gone already is let go. */
export const holdPointer = (element: Element, pointerId: number): void => {
  try {
    element.setPointerCapture(pointerId);
  } catch {
    // Released between the event and now: its up or cancel event ends the hold.
  }
};
