/** @file The clipboard, where the browser lets a page write to it. */

/** Tells whether the text is on the clipboard. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no clipboard outside secure contexts, or not allowed
    return false;
  }
};
