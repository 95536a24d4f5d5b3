/** @file A wire between its support and what it is pushed onto, at one step of the push, in true proportions. The support moves
 *  with the hand: on the bench it is the clamp. */
import type { PushStep } from '../../core/mechanics/bench/recorded-push.ts';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import styles from './bench.module.css';
import type { Push } from './use-bench.ts';

interface PushDrawingProps {
  readonly pushes: readonly Push[];
  /** How far the hand has pushed, 0 .. 1. */
  readonly share: number;
  readonly supportMm: number;
  readonly plate: boolean;
  readonly label: string;
}

/** Room around the wire, mm: the support's end, the block, and to either side a bow of a quarter of the length. */
const HOLDER_MM = 3;
const BLOCK_MM = 2.5;
const BOW_SHARE = 0.24;
const LEAST_SIDE_MM = 1.6;
const ROW_GAP_MM = 0.6;

export const stepAt = ({ steps }: Push, share: number): PushStep =>
  steps[Math.round(share * (steps.length - 1))]!;

const pathOf = ({ x, z }: PushStep): string =>
  Array.from(z, (along, i) => `${i === 0 ? 'M' : 'L'}${along.toFixed(3)} ${(-x[i]!).toFixed(3)}`).join('');

export const PushDrawing = ({ pushes, share, supportMm, plate, label }: PushDrawingProps) => {
  const side = Math.max(LEAST_SIDE_MM, BOW_SHARE * supportMm);
  const row = 2 * side + ROW_GAP_MM;
  const height = pushes.length * row - ROW_GAP_MM;
  const width = HOLDER_MM + supportMm + BLOCK_MM;
  return (
    <svg
      className={styles.drawing}
      viewBox={`${-HOLDER_MM} ${-side} ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {pushes.map((push, i) => {
        const step = stepAt(push, share);
        const { tipDiameterMm, bodyDiameterMm } = push.wire;
        const last = step.z.length - 1;
        return (
          <g key={push.wire.id} transform={`translate(0 ${i * row})`}>
            <rect
              className={plate ? styles.plate : styles.block}
              x={supportMm}
              y={-side}
              width={BLOCK_MM}
              height={2 * side}
            />
            <rect
              className={styles.holder}
              x={step.wayMm - HOLDER_MM}
              y={-bodyDiameterMm * 1.4}
              width={HOLDER_MM}
              height={bodyDiameterMm * 2.8}
            />
            <path
              className={i === 0 ? styles.wire : styles.otherWire}
              d={pathOf(step)}
              strokeWidth={bodyDiameterMm}
            />
            <circle
              className={i === 0 ? styles.tip : styles.otherTip}
              cx={step.z[last]}
              cy={-step.x[last]!}
              r={tipDiameterMm / 2}
            />
          </g>
        );
      })}
      <g transform={`translate(${-HOLDER_MM + 0.4} ${height - side - 0.35})`}>
        <path className={styles.scale} d="M0 -0.12V0H1V-0.12" />
        <text className={styles.scaleText} x={1.2} y={0.1} fontSize={Math.max(0.28, 0.03 * width)}>
          {words.scale}
        </text>
      </g>
    </svg>
  );
};
