/** @file Moves the labels over the picture without React: project, place, write transforms. */
import { type PerspectiveCamera, Vector3 } from 'three';
import { type LabelBox, placeLabels } from './labels.ts';
import type { Anchors } from './scene-root.ts';

export const LABEL_IDS = ['wire1', 'ivus', 'wire2', 'lumen', 'plane'] as const;
export type LabelId = (typeof LABEL_IDS)[number];

export interface LabelElements {
  readonly label: Partial<Record<LabelId, HTMLElement | null>>;
  readonly leader: Partial<Record<LabelId, SVGLineElement | null>>;
}

const LINE_PX = 18;
const point = new Vector3();
const UNKNOWN_PX = 70;
const measured = new WeakMap<HTMLElement, number>();

/** Asking for a width makes the browser lay out the page, so it is asked once per label. */
const widthOf = (element: HTMLElement | null | undefined): number => {
  if (!element) return UNKNOWN_PX;
  const known = measured.get(element);
  if (known !== undefined) return known;
  const width = element.offsetWidth;
  if (width > 0) measured.set(element, width);
  return width || UNKNOWN_PX;
};

/** @param shown false hides all of them. */
export const moveSceneLabels = (
  elements: LabelElements,
  anchors: Anchors,
  camera: PerspectiveCamera,
  area: { readonly width: number; readonly height: number },
  shown: boolean,
): void => {
  const widths: Record<string, number> = {};
  const wanted = LABEL_IDS.map((id) => {
    const anchor = shown ? anchors[id] : null;
    widths[id] = widthOf(elements.label[id]);
    if (!anchor) return { id, at: null };
    point.set(anchor.x, anchor.y, anchor.z).project(camera);
    const behind = point.z > 1;
    return {
      id,
      at: behind ? null : { x: ((point.x + 1) / 2) * area.width, y: ((1 - point.y) / 2) * area.height },
    };
  });
  const boxes = new Map<string, LabelBox>(placeLabels(wanted, widths, LINE_PX, area).map((b) => [b.id, b]));
  for (const id of LABEL_IDS) {
    const box = boxes.get(id);
    const label = elements.label[id];
    const leader = elements.leader[id];
    if (label) {
      label.style.visibility = box ? 'visible' : 'hidden';
      if (box) label.style.transform = `translate(${box.left.toFixed(1)}px, ${box.top.toFixed(1)}px)`;
    }
    if (!leader) continue;
    leader.style.visibility = box ? 'visible' : 'hidden';
    if (!box) continue;
    leader.setAttribute('x1', box.x.toFixed(1));
    leader.setAttribute('y1', box.y.toFixed(1));
    leader.setAttribute('x2', box.left.toFixed(1));
    leader.setAttribute('y2', (box.top + LINE_PX / 2).toFixed(1));
  }
};
