/** @file The target vessel around the working region as surfaces of the deformed tissue. */
import { plateSpan } from '../../core/anatomy/calcium.ts';
import type { OpeningChannel } from '../../core/anatomy/edit.ts';
import type { CalciumPlate, CompanionVein, Tissue } from '../../core/anatomy/tissue.ts';
import { type WallSurface, wallRadius } from '../../core/anatomy/wall-maps.ts';
import type { Cut } from './cut.ts';
import { evenStations, type GridPoint, gridSurface, joinSurfaces, type SurfaceData } from './grid-surface.ts';

const STEP_MM = 1;
const ANGLES = 48;
const HOLE_ANGLES = 20;
const VEIN_ANGLES = 20;
/** An opening narrower than this is closed tissue again, mm. */
const OPEN_MM = 0.04;
const BRANCH_LENGTH_MM = 3.5;

const around = (column: number, angles: number): number => (2 * Math.PI * column) / angles;

/** A surface of the wall, pushed aside by the openings. `where` leaves stations out. */
export const wallSurface = (
  tissue: Tissue,
  cut: Cut,
  surface: WallSurface,
  where: (s: number) => boolean = () => true,
): SurfaceData => {
  const { curve, wall } = tissue.anatomy.target;
  const at: GridPoint = (s, j, out) => {
    if (!where(s)) return false;
    const a = around(j, ANGLES);
    const r = wallRadius(wall, surface, s, a);
    tissue.toDeformed(s, r * Math.cos(a), r * Math.sin(a), out);
    return true;
  };
  return gridSurface(curve, cut, evenStations(cut.window.startMm, cut.window.endMm, STEP_MM), ANGLES + 1, at);
};

/** The true lumen's surface where blood still runs in it. */
export const openLumenSurface = (tissue: Tissue, cut: Cut): SurfaceData => {
  const { occlusion } = tissue.anatomy.target;
  return wallSurface(tissue, cut, 'lumen', (s) => s <= occlusion.startMm || s >= occlusion.endMm);
};

/** The lumen's old outline through the occlusion: now full of plug. */
export const plugSurface = (tissue: Tissue, cut: Cut): SurfaceData => {
  const { occlusion } = tissue.anatomy.target;
  return wallSurface(tissue, cut, 'lumen', (s) => s >= occlusion.startMm - 1 && s <= occlusion.endMm + 1);
};

/** What devices have opened. */
export const openingSurface = (tissue: Tissue, cut: Cut, channel: OpeningChannel): SurfaceData => {
  const hole = { x: 0, y: 0, radiusMm: 0 };
  const at: GridPoint = (s, j, out) => {
    if (!tissue.holeAt(channel, s, hole) || hole.radiusMm < OPEN_MM) return false;
    const a = around(j, HOLE_ANGLES);
    out.x = hole.x + hole.radiusMm * Math.cos(a);
    out.y = hole.y + hole.radiusMm * Math.sin(a);
    return true;
  };
  const stations = evenStations(cut.window.startMm, cut.window.endMm, STEP_MM);
  return gridSurface(tissue.anatomy.target.curve, cut, stations, HOLE_ANGLES + 1, at);
};

export const veinSurface = (tissue: Tissue, cut: Cut, vein: CompanionVein): SurfaceData => {
  const last = vein.x.length - 1;
  const at: GridPoint = (s, j, out) => {
    const i = Math.round((s - vein.startMm) / vein.stepMm);
    if (i < 0 || i > last) return false;
    const a = around(j, VEIN_ANGLES);
    const r = vein.radiusMm[i]!;
    tissue.toDeformed(s, vein.x[i]! + r * Math.cos(a), vein.y[i]! + r * Math.sin(a), out);
    return true;
  };
  const stations = evenStations(cut.window.startMm, cut.window.endMm, 2);
  return gridSurface(tissue.anatomy.target.curve, cut, stations, VEIN_ANGLES + 1, at);
};

/** Stubs of the side branches: short tubes standing on the wall, leaning distally. */
export const branchSurface = (tissue: Tissue, cut: Cut): SurfaceData => {
  const { branches, curve, wall } = tissue.anatomy.target;
  const parts = branches
    .filter((b) => b.stationMm > cut.window.startMm + 2 && b.stationMm < cut.window.endMm - 2)
    .map((branch) => {
      const from = wallRadius(wall, 'lumen', branch.stationMm, branch.angleRad) * 0.9;
      const c = Math.cos(branch.angleRad);
      const d = Math.sin(branch.angleRad);
      // Rows run across the branch along the vessel, so that the station of every vertex is its own.
      const rows = Float32Array.from(
        { length: 9 },
        (_, i) => branch.stationMm - branch.radiusMm * Math.cos((Math.PI * i) / 8),
      );
      const at =
        (side: 1 | -1): GridPoint =>
        (s, j, out) => {
          const along = from + (BRANCH_LENGTH_MM * j) / 4;
          const offset = s - branch.stationMm;
          const half = side * Math.sqrt(Math.max(0, branch.radiusMm ** 2 - offset ** 2));
          tissue.toDeformed(s, along * c - half * d, along * d + half * c, out);
          return true;
        };
      return joinSurfaces([
        gridSurface(curve, cut, rows, 5, at(1)),
        gridSurface(curve, cut, rows, 5, at(-1)),
      ]);
    });
  return joinSurfaces(parts);
};

/** Calcium plates as closed shells: inner and outer face. */
export const calciumSurface = (tissue: Tissue, cut: Cut): SurfaceData => {
  const { window } = cut;
  const near = tissue.anatomy.target.calcium.filter(
    (p) => p.endMm > window.startMm && p.startMm < window.endMm,
  );
  return joinSurfaces(near.flatMap((plate) => plateFaces(tissue, cut, plate)));
};

const plateFaces = (tissue: Tissue, cut: Cut, plate: CalciumPlate): SurfaceData[] => {
  const { curve, wall } = tissue.anatomy.target;
  const columns = Math.max(4, Math.min(40, Math.ceil(plate.arcRad / 0.16) + 1));
  const rows = Math.max(4, Math.min(30, Math.ceil((plate.endMm - plate.startMm) / 0.7) + 1));
  const span = { inner: 0, outer: 0 };
  const half = (plate.endMm - plate.startMm) / 2;
  const power = plate.site === 'nodular' ? 2 : 4;
  /** Share of the arc that the plate's outline reaches at a station, so that its rim is smooth. */
  const reach = (s: number): number => (1 - Math.abs((s - plate.startMm) / half - 1) ** power) ** (1 / power);
  const face =
    (pick: 'inner' | 'outer'): GridPoint =>
    (s, j, out) => {
      const a = plate.angleRad + plate.arcRad * 0.99 * reach(s) * (j / (columns - 1) - 0.5);
      const radii = {
        lumen: wallRadius(wall, 'lumen', s, a),
        iel: wallRadius(wall, 'iel', s, a),
        eem: wallRadius(wall, 'eem', s, a),
      };
      if (!plateSpan(plate, s, a, radii, span)) return false;
      tissue.toDeformed(s, span[pick] * Math.cos(a), span[pick] * Math.sin(a), out);
      return true;
    };
  const shrink = (plate.endMm - plate.startMm) * 0.004;
  const stations = evenStations(
    plate.startMm + shrink,
    plate.endMm - shrink,
    (plate.endMm - plate.startMm) / rows,
  );
  return (['inner', 'outer'] as const).map((pick) => gridSurface(curve, cut, stations, columns, face(pick)));
};
