/** @file The bore of a sheath with what lies in it, as circles to scale. What does not fit sticks out of it. */
import {
  type Piece,
  type PieceName,
  type SheathContents,
  WIRE_MM,
} from '../../core/mechanics/devices/contents.ts';
import type { SheathFit } from '../../core/mechanics/devices/fit.ts';
import { arrange, type Place } from '../../core/mechanics/devices/packing.ts';
import { findSheath } from '../../core/mechanics/devices/sheaths.ts';
import { sheath as words } from '../../ui/strings/en/sheath.ts';
import styles from './SheathDialog.module.css';

interface SheathPictureProps {
  readonly fit: SheathFit;
  readonly contents: SheathContents;
  readonly label: string;
}

/** px per mm: the widest that is drawn, a balloon beside the catheter, stays in the frame. */
const SCALE = 72;
const SIZE = 220;

/** Line of the device that a piece belongs to. */
const LINE: Readonly<Record<PieceName, string>> = {
  wire1: 'var(--wire1)',
  ivus: 'var(--ivus)',
  wire2: 'var(--wire2)',
  microcatheter: 'var(--wire2)',
  balloon: 'var(--text)',
};

/** Wires that run inside a piece of this cross-section. */
const inside = (
  { name }: Piece,
  section: readonly Piece[],
  { balloon, wire2 }: SheathContents,
): readonly ('wire1' | 'wire2')[] => {
  if (name === 'microcatheter') return ['wire2'];
  const carried: ('wire1' | 'wire2')[] =
    name === 'ivus'
      ? wire2 === 'rx-lumen'
        ? ['wire1', 'wire2']
        : ['wire1']
      : name === 'balloon'
        ? [balloon?.on ?? 'wire1']
        : [];
  return carried.filter((wire) => !section.some((other) => other.name === wire));
};

/** A hair more than needed: what just fits is found however the last bit was rounded. */
const layOut = (fit: SheathFit): readonly Place[] => {
  const diameters = fit.section.map(({ mm }) => mm);
  return (
    arrange(diameters, Math.max(fit.boreMm, fit.needMm * 1.00001)) ??
    arrange(diameters, fit.needMm * 1.01) ??
    []
  );
};

const Wires = ({
  wires,
  place,
}: {
  readonly wires: readonly ('wire1' | 'wire2')[];
  readonly place: Place;
}) => {
  const within = arrange(
    wires.map(() => WIRE_MM),
    2 * place.r,
  );
  // one wire lies at the far side of its carrier, away from the carrier's name
  return within?.map((p, i) => (
    <circle
      key={wires[i]}
      cx={(place.x + (wires.length === 1 ? 0 : p.x)) * SCALE}
      cy={(place.y + (wires.length === 1 ? place.r - p.r : 0) * 0.9) * SCALE}
      r={p.r * SCALE}
      fill={LINE[wires[i]!]}
      stroke="var(--bg-0)"
      strokeWidth="1"
    />
  ));
};

export const SheathPicture = ({ fit, contents, label }: SheathPictureProps) => {
  const { outerMm } = findSheath(fit.sheath)!;
  const places = layOut(fit);
  const half = SIZE / 2;
  return (
    <svg
      className={styles.picture}
      viewBox={`${-half} ${-half} ${SIZE} ${SIZE}`}
      role="img"
      aria-label={label}
    >
      <circle r={(outerMm / 2) * SCALE} className={styles.wall} />
      <circle r={(fit.boreMm / 2) * SCALE} className={styles.bore} />
      {places.map((place, i) => {
        const piece = fit.section[i]!;
        const wires = inside(piece, fit.section, contents);
        const small = piece.mm < 0.5;
        return (
          <g key={piece.name} data-piece={piece.name}>
            <circle
              cx={place.x * SCALE}
              cy={place.y * SCALE}
              r={place.r * SCALE}
              fill={small ? LINE[piece.name] : 'var(--bg-2)'}
              fillOpacity={small ? 1 : 0.85}
              stroke={LINE[piece.name]}
              strokeWidth="2"
              strokeDasharray={piece.name === 'microcatheter' ? '5 3' : undefined}
            />
            <Wires wires={wires} place={place} />
            <text
              className={small ? styles.smallMark : styles.mark}
              x={place.x * SCALE}
              y={place.y * SCALE + (wires.length > 0 ? -8 : 4)}
            >
              {words.marks[piece.name]}
            </text>
          </g>
        );
      })}
      {!fit.fits && <circle r={(fit.boreMm / 2) * SCALE} className={styles.tooSmall} />}
    </svg>
  );
};
