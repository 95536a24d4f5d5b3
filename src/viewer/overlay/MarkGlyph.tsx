/** @file One glyph per kind of mark: a different shape as well as a different colour. */
import type { MarkKind } from '../../core/procedure/procedure.ts';
import styles from './overlay.module.css';

const SHAPES: Readonly<Record<MarkKind, string>> = {
  // ring with a dot, diamond, triangle with its point, ring with a cross
  'true-lumen': 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M-1 0h2',
  plane: 'M0 -7L7 0L0 7L-7 0ZM-1 0h2',
  'wire2-tip': 'M0 -7L6.5 5H-6.5ZM-1 0h2',
  'wire2-in-lumen': 'M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M-3.5 0H3.5M0 -3.5V3.5',
};

const CLASS: Readonly<Record<MarkKind, string | undefined>> = {
  'true-lumen': styles.markLumen,
  plane: styles.markPlane,
  'wire2-tip': styles.markWire2,
  'wire2-in-lumen': styles.markWire2,
};

interface MarkGlyphProps {
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
}

export const MarkGlyph = ({ kind, x, y }: MarkGlyphProps) => (
  <g className={CLASS[kind]} transform={`translate(${x} ${y})`}>
    <path className={styles.glyphHalo} d={SHAPES[kind]} />
    <path className={styles.glyph} d={SHAPES[kind]} />
  </g>
);
