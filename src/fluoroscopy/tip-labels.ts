/** @file Small labels beside the tips: placed to the right of their points and pushed apart, never overlapping. */

export interface LabelPoint {
  readonly id: string;
  /** Pixels from the top left of the picture. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedLabel extends LabelPoint {
  /** Top left corner of the label. */
  readonly left: number;
  readonly top: number;
}

/**
 * Labels of one height stacked beside their points without overlap, kept inside the picture.
 * @param size label width and height, gap to the point, and the picture's sides, px.
 */
export const placeLabels = (
  points: readonly LabelPoint[],
  size: {
    readonly width: number;
    readonly height: number;
    readonly offset: number;
    readonly picture: { readonly width: number; readonly height: number };
  },
): PlacedLabel[] => {
  const { width, height, offset, picture } = size;
  const placed = points
    .filter((p) => p.x >= 0 && p.y >= 0 && p.x <= picture.width && p.y <= picture.height)
    .map((p) => ({
      ...p,
      left: p.x + offset + width > picture.width ? p.x - offset - width : p.x + offset,
      top: Math.min(picture.height - height, Math.max(0, p.y - height / 2)),
    }))
    .sort((a, b) => a.top - b.top || a.id.localeCompare(b.id));
  for (let i = 1; i < placed.length; i++) {
    const free = placed[i - 1]!.top + height;
    if (placed[i]!.top < free) placed[i] = { ...placed[i]!, top: free };
  }
  // What was pushed over the lower edge is pushed back up, from the last to the first.
  for (let i = placed.length - 1, limit = picture.height - height; i >= 0; i--, limit -= height) {
    const here = placed[i]!;
    if (here.top <= limit) break;
    placed[i] = { ...here, top: limit };
  }
  return placed;
};
