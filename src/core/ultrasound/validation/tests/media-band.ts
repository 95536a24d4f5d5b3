/** @file Test 22: the media is a dark band when seen across, and not when seen obliquely. */
import type { StraightVesselSpec } from '../../../anatomy/straight-spec.ts';
import type { ImagingSettings, PolarFrame } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { depthProfileDb, powerDb, toPower } from '../picture.ts';
import { atLeast, checkOf, rowOf, type Series, type ValidationRow } from '../report.ts';

const FRAMES = 34;
/** Thickness of intima and media, mm. */
const INTIMA_MM = 0.2;
const MEDIA_MM = 0.2;
const OBLIQUE_RAD = Math.PI / 3;

const walls = (lumen: number): StraightVesselSpec => ({
  radiiMm: {
    lumen,
    iel: lumen + INTIMA_MM,
    eem: lumen + INTIMA_MM + MEDIA_MM,
    adventitia: lumen + INTIMA_MM + MEDIA_MM + 0.6,
  },
});

interface View {
  readonly lumenMm: number;
  readonly offsetMm: number;
  readonly settings: ImagingSettings;
}

/** From the middle of the vessel, and from so far off that a line meets the wall at 60 degrees. */
const ACROSS: View = { lumenMm: 1.35, offsetMm: 0, settings: bare({ samples: 256 }) };
const ASLANT: View = { lumenMm: 5.5, offsetMm: 5.05, settings: bare() };

/** Range at which a direction from the catheter meets a circle about the middle of the vessel, mm. */
const rangeOf = (radius: number, offset: number, angle: number): number =>
  Math.sqrt(radius ** 2 - (offset * Math.sin(angle)) ** 2) - offset * Math.cos(angle);

/** Direction in which the middle of the media is met at a tilt; the farther one of the two. */
const directionOf = (view: View, tilt: number): number => {
  if (view.offsetMm === 0) return 0;
  const radius = view.lumenMm + INTIMA_MM + MEDIA_MM / 2;
  return Math.PI - Math.asin((radius * Math.sin(tilt)) / view.offsetMm);
};

interface Band {
  readonly contrastDb: number;
  readonly mm: readonly number[];
  readonly db: readonly number[];
}

/** Middle of the media against the middles of both neighbours. */
const look = (lab: Lab, view: View, tilt: number): Band => {
  const scanner = lab.scanner(walls(view.lumenMm));
  const frames = Array.from({ length: FRAMES }, (_, i) =>
    scanner.frame(view.settings, { x: view.offsetMm, s: 3 + i }),
  );
  const angle = directionOf(view, tilt);
  const line = Math.round((angle / (2 * Math.PI)) * view.settings.lines);
  const profile = tilt === 0 ? depthProfileDb(frames) : onBothSides(frames, line);
  const { startMm, mmPerSample } = view.settings;
  const mean = (fromRadius: number, toRadius: number): number => {
    const ranges = [fromRadius, toRadius].map((r) => rangeOf(r, view.offsetMm, angle));
    const first = Math.round((ranges[0]! - startMm) / mmPerSample);
    const last = Math.round((ranges[1]! - startMm) / mmPerSample);
    let power = 0;
    for (let k = first; k < last; k++) power += toPower(profile[k]!) / (last - first);
    return power;
  };
  const iel = view.lumenMm + INTIMA_MM;
  const eem = iel + MEDIA_MM;
  const third = MEDIA_MM / 3;
  const neighbours =
    (mean(iel - 0.75 * INTIMA_MM, iel - 0.25 * INTIMA_MM) + mean(eem + third, eem + 2 * third)) / 2;
  const [from, to] = [view.lumenMm - 0.1, eem + 0.3].map((r) => rangeOf(r, view.offsetMm, angle));
  const mm: number[] = [];
  const db: number[] = [];
  for (let k = Math.round((from! - startMm) / mmPerSample); startMm + k * mmPerSample < to!; k++) {
    mm.push(startMm + k * mmPerSample - from!);
    db.push(profile[k]!);
  }
  return { contrastDb: powerDb(mean(iel + third, eem - third) / neighbours), mm, db };
};

/** The same tilt is met on the line and on its mirror image. */
const onBothSides = (frames: readonly PolarFrame[], line: number): Float64Array => {
  const { lines } = frames[0]!;
  const one = depthProfileDb(frames, [line, line + 1]);
  const other = depthProfileDb(frames, [lines - line, lines - line + 1]);
  return one.map((db, k) => powerDb((toPower(db) + toPower(other[k]!)) / 2));
};

export const mediaBandRow = (lab: Lab): ValidationRow => {
  const across = look(lab, ACROSS, 0);
  const aslant = look(lab, ASLANT, OBLIQUE_RAD);
  const series = (
    [
      [across, 0],
      [aslant, 60],
    ] as const
  ).map(
    ([band, angleDeg]): Series => ({
      name: 'measured',
      at: { angleDeg },
      x: band.mm,
      y: band.db,
      style: 'line',
    }),
  );
  return rowOf(
    'mediaBand',
    [
      checkOf({
        what: 'mediaContrast',
        at: { frequencyMHz: 40, angleDeg: 0 },
        measured: across.contrastDb,
        reference: null,
        tolerance: { lo: -14, hi: -8 },
        unit: 'dB',
        source: 'published',
      }),
      checkOf({
        what: 'mediaContrast',
        at: { frequencyMHz: 40, angleDeg: 60 },
        measured: aslant.contrastDb,
        reference: null,
        tolerance: atLeast(-6),
        unit: 'dB',
        source: 'published',
      }),
    ],
    { x: { label: 'rangeMm', unit: 'mm' }, y: { label: 'level', unit: 'dB' }, series },
  );
};
