/** @file The user's marks: those placed near this station, and the cursor that places the next one by keyboard. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { clockOfPsi, psiOfClock } from '../../core/measure/clock.ts';
import type { PolarPoint } from '../../core/measure/length.ts';
import type { Mark, MarkKind } from '../../core/procedure/procedure.ts';
import { disarmMark } from '../../state/marking.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { type PictureGeometry, toScreen } from '../cross-section/geometry.ts';
import { arrowOf, used } from '../keys.ts';
import { MarkGlyph } from './MarkGlyph.tsx';
import { movePoint } from './move-point.ts';
import styles from './overlay.module.css';

/** A mark belongs to the images within this distance along the vessel, mm (ASSUMED: about the slab's thickness). */
const NEAR_MM = 0.75;

/** The newest mark of each kind near a station (mm); only that one counts. */
export const marksNear = (marks: readonly Mark[], stationMm: number | null): readonly Mark[] => {
  if (stationMm === null) return [];
  const here = marks.filter((mark) => Math.abs(mark.stationMm - stationMm) <= NEAR_MM);
  return [...new Map(here.map((mark) => [mark.kind, mark])).values()];
};

interface PlacedMarksProps {
  readonly geometry: PictureGeometry;
  readonly marks: readonly Mark[];
}

export const PlacedMarks = ({ geometry, marks }: PlacedMarksProps) =>
  marks.map((mark) => {
    const { x, y } = toScreen(geometry, psiOfClock(mark.clock), mark.rangeMm);
    return (
      <g key={mark.kind}>
        <MarkGlyph kind={mark.kind} x={x} y={y} />
        <text className={styles.markLabel} x={x} y={y + 20}>
          {viewer.marks[mark.kind]}
        </text>
      </g>
    );
  });

/** mm per arrow key, and with Shift. */
const STEP_MM = 0.1;
const FINE_STEP_MM = 0.02;
/** Where the cursor starts: right of the catheter. */
const START: PolarPoint = { psi: psiOfClock(3), rangeMm: 1.5 };

interface MarkCursorProps {
  readonly geometry: PictureGeometry;
  readonly kind: MarkKind;
  readonly onPlace: (point: PolarPoint) => void;
}

/** Takes the focus when a mark is armed, so that the arrow keys move it at once. */
export const MarkCursor = ({ geometry, kind, onPlace }: MarkCursorProps) => {
  const [point, setPoint] = useState(START);
  const element = useRef<SVGGElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.focus();
    return () => {
      // Back to whatever had the keys, unless the user has moved on meanwhile.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event);
    if (arrow) {
      const step = event.shiftKey ? FINE_STEP_MM : STEP_MM;
      setPoint(movePoint(point, arrow.right * step, arrow.up * step, geometry));
    } else if (event.key === 'Enter' || event.key === ' ') {
      onPlace(point);
    } else if (event.key === 'Escape') disarmMark();
    else return;
    used(event);
  };
  const { x, y } = toScreen(geometry, point.psi, point.rangeMm);
  return (
    <g
      ref={element}
      className={styles.cursor}
      role="slider"
      tabIndex={0}
      aria-label={viewer.markCursor(viewer.marks[kind])}
      aria-valuemin={0}
      aria-valuemax={12}
      aria-valuenow={Number(clockOfPsi(point.psi).toFixed(2))}
      aria-valuetext={viewer.markCursorValue(
        viewer.clock(clockOfPsi(point.psi)),
        viewer.range(point.rangeMm),
      )}
      onKeyDown={onKeyDown}
    >
      <path
        className={styles.cursorCross}
        d={`M${x - 14} ${y}h9M${x + 5} ${y}h9M${x} ${y - 14}v9M${x} ${y + 5}v9`}
      />
      <MarkGlyph kind={kind} x={x} y={y} />
    </g>
  );
};
