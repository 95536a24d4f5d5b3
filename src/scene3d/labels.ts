/** @file Labels over the scene: at their points, pushed apart so that none covers another. */

export interface LabelAnchor {
  readonly id: string;
  /** Pixels from the top left; null hides the label. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

export interface LabelBox {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  /** The point it belongs to, for the leader line. */
  readonly x: number;
  readonly y: number;
}

const GAP = 3;
/** Labels stand this far above right of their points, px. */
const OFFSET = { x: 18, y: -26 } as const;

/**
 * Boxes of the visible labels, inside width x height, never overlapping.
 * @param sizes width of each label by id; all are `lineHeight` tall.
 */
export const placeLabels = (
  anchors: readonly LabelAnchor[],
  widths: Readonly<Record<string, number>>,
  lineHeight: number,
  area: { readonly width: number; readonly height: number },
): LabelBox[] => {
  const boxes: LabelBox[] = [];
  const inside = anchors
    .flatMap(({ id, at }) => (at ? [{ id, x: at.x, y: at.y }] : []))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= area.width && y <= area.height)
    .sort((a, b) => a.y - b.y || a.id.localeCompare(b.id));
  for (const { id, x, y } of inside) {
    const width = widths[id] ?? 60;
    const left = Math.max(2, Math.min(area.width - width - 2, x + OFFSET.x));
    let top = Math.max(2, Math.min(area.height - lineHeight - 2, y + OFFSET.y));
    const clash = (): LabelBox | undefined =>
      boxes.find(
        (b) =>
          Math.abs(b.top - top) < lineHeight + GAP &&
          left < b.left + (widths[b.id] ?? 60) + GAP &&
          b.left < left + width + GAP,
      );
    for (let tries = 0; tries < boxes.length + 1; tries++) {
      const other = clash();
      if (!other) break;
      top = other.top + lineHeight + GAP;
    }
    if (top + lineHeight > area.height) {
      // No room below: stack upward from the point instead.
      top = Math.max(2, y + OFFSET.y);
      for (let tries = 0; tries < boxes.length + 1; tries++) {
        const other = clash();
        if (!other) break;
        top = Math.max(2, other.top - lineHeight - GAP);
      }
    }
    boxes.push({ id, left, top, x, y });
  }
  return boxes;
};
