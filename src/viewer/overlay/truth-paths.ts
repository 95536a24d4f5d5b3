/** @file The truth of one image as SVG paths, where the image draws it: an uneven turn draws things aside. */
import { imagePoint, polarOf } from '../../core/measure/clock.ts';
import { type ImageContour, polarFromPlane, type TruthContours } from '../../core/measure/truth-contours.ts';
import type { ImagingPose, SlabWire } from '../../core/ultrasound/frame.ts';
import { drawnAngle } from '../../core/ultrasound/nurd.ts';
import { type PictureGeometry, pxPerMm, toScreen } from '../cross-section/geometry.ts';

export const TRUTH_LAYERS = ['calcium', 'eem', 'iel', 'lumen', 'holes', 'wire1', 'wire2'] as const;
export type TruthLayer = (typeof TRUTH_LAYERS)[number];

/** Corners of what is drawn for a circle. */
const CORNERS = 40;
/** A wire's circle is this much larger than the wire, px, so that the echo inside stays visible. */
const AROUND_WIRE_PX = 3;

/** Draws true places (psi in rad, range in mm) on the picture of a frame. */
const createPen = (g: PictureGeometry, { nurd }: Pick<ImagingPose, 'nurd'>) => {
  const at = (psi: number, rangeMm: number): string => {
    const { x, y } = toScreen(g, drawnAngle(psi, nurd), rangeMm);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const closed = (points: readonly string[]): string => (points.length > 0 ? `M${points.join('L')}Z` : '');
  return {
    line: (psi: number, fromMm: number, toMm: number): string => `M${at(psi, fromMm)}L${at(psi, toMm)}`,
    contour: (contour: ImageContour): string => {
      const points: string[] = [];
      for (let i = 0; i < contour.length; i += 2) points.push(at(contour[i]!, contour[i + 1]!));
      return closed(points);
    },
    circle: (psi: number, rangeMm: number, radiusMm: number): string => {
      const middle = imagePoint(psi, rangeMm);
      const points = Array.from({ length: CORNERS }, (_, k) => {
        const turn = (2 * Math.PI * k) / CORNERS;
        const edge = polarOf({
          x: middle.x + radiusMm * Math.cos(turn),
          y: middle.y + radiusMm * Math.sin(turn),
        });
        return at(edge.psi, edge.rangeMm);
      });
      return closed(points);
    },
  };
};

/** One path for each layer, with the truth as `truthContours` found it for the pose. */
export const truthPaths = (
  g: PictureGeometry,
  pose: ImagingPose,
  truth: TruthContours,
): Record<TruthLayer, string> => {
  const pen = createPen(g, pose);
  const wire = (device: SlabWire['device']): string =>
    pose.wires
      .filter((w) => w.device === device)
      .map((w) => {
        const { psi, rangeMm } = polarFromPlane(pose, w.x, w.y);
        return pen.circle(psi, rangeMm, w.radiusMm + AROUND_WIRE_PX / pxPerMm(g));
      })
      .join('');
  return {
    calcium: truth.calcium.map((run) => pen.line(run.psi, run.innerMm, run.outerMm)).join(''),
    eem: pen.contour(truth.eem),
    iel: pen.contour(truth.iel),
    lumen: pen.contour(truth.lumen),
    holes: truth.holes.map((hole) => pen.circle(hole.psi, hole.rangeMm, hole.radiusMm)).join(''),
    wire1: wire('wire1'),
    wire2: wire('wire2'),
  };
};
