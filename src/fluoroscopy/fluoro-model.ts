/**
 * @file Keeps the X-ray's inputs in step with the session: tube lists, filling, pulses, table and field.
 *
 * No React and no WebGL: the pane calls `advance` once per screen frame and draws what it returns.
 */
import type { Anatomy, Tissue } from '../core/anatomy/tissue.ts';
import { cArmBasis } from '../core/fluoro/c-arm.ts';
import { calciumStrands } from '../core/fluoro/calcium-strands.ts';
import { EMPTY_FILLING, type Filling, stepFilling } from '../core/fluoro/contrast.ts';
import { balloonTubes, catheterTubes, wireTubes } from '../core/fluoro/device-tubes.ts';
import { legShadow, legSide } from '../core/fluoro/leg-shadow.ts';
import type { Tube } from '../core/fluoro/tube.ts';
import { type IodineTubes, iodineTubes } from '../core/fluoro/vessel-tubes.ts';
import { TICK_S } from '../core/session/command.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { interestOf, transducerOf, visibleDevice } from './interest.ts';
import { clampField, dragTable, followTable, steppedField, type Table } from './table.ts';
import type { Exposure, Roadmap } from './xray-picture.ts';
import type { XrayView } from './xray-view.ts';

/** Calcium moves with the wall; it is cut into strands again at most this often, s. */
const RECUT_S = 0.8;
/** Roadmaps taken at another angle no longer fit; this far off they are flagged, deg. */
export const ROADMAP_TOLERANCE_DEG = 1.5;

export type PulseRate = 7.5 | 15;

export interface FluoroModel {
  /** Follows tips with table and field; false after the user moved either. */
  readonly following: boolean;
  readonly fieldMm: number;
  /** View of the newest pulse, null while dark. */
  readonly heldView: XrayView | null;
  /** What the C-arm would see now. */
  view(): XrayView | null;
  setPulseRate(rate: PulseRate): void;
  follow(): void;
  drag(duMm: number, dvMm: number): void;
  zoomBy(factor: number): void;
  zoomStep(step: 1 | -1): void;
  /** @returns the pulse to expose now, or null. */
  advance(snapshot: Snapshot | null, tissue: Tissue | null, dtS: number): Exposure | null;
  /** The overlay for the newest pulse, or null without one; `fits` says whether the C-arm still stands as it did. */
  roadmap(snapshot: Snapshot): { readonly roadmap: Roadmap; readonly fits: boolean } | null;
  /** The newest exposure again, for a rebuilt picture. */
  repeat(): Exposure | null;
}

export const createFluoroModel = (): FluoroModel => {
  let anatomy: Anatomy | null = null;
  let shadow: readonly Tube[] = [];
  let still: readonly Tube[] = [];
  let iodine: IodineTubes = { open: [], collateral: [] };
  let cutVersion = -1;
  let sinceCut = 0;
  let table: Table | null = null;
  let fieldMm = 260;
  let following = true;
  let rate: PulseRate = 7.5;
  let sincePulse = Number.POSITIVE_INFINITY;
  let filling: Filling = EMPTY_FILLING;
  let simulatedS = 0;
  let angleDeg = 0;
  let last: Exposure | null = null;

  const meet = (tissue: Tissue): void => {
    if (tissue.anatomy === anatomy) return;
    anatomy = tissue.anatomy;
    shadow = legShadow(legSide(anatomy));
    iodine = iodineTubes(anatomy);
    cutVersion = -1;
    table = null;
    following = true;
    filling = EMPTY_FILLING;
    last = null;
  };

  const cut = (tissue: Tissue, dtS: number): void => {
    sinceCut += dtS;
    if (cutVersion === tissue.version || (cutVersion >= 0 && sinceCut < RECUT_S)) return;
    still = [...shadow, ...calciumStrands(tissue)];
    cutVersion = tissue.version;
    sinceCut = 0;
  };

  const devices = (snapshot: Snapshot, of: Anatomy): Tube[] => {
    const ivus = visibleDevice(snapshot, 'ivus');
    return [
      ...(ivus ? catheterTubes(ivus, transducerOf(snapshot, of)) : []),
      ...(['wire1', 'wire2'] as const).flatMap((id) => {
        const wire = visibleDevice(snapshot, id);
        return wire ? wireTubes(wire) : [];
      }),
      ...(snapshot.balloon.loaded ? balloonTubes(snapshot.balloon) : []),
    ];
  };

  const view = (): XrayView | null => (table ? { angleDeg, centre: table.centre, fieldMm } : null);

  return {
    get following() {
      return following;
    },
    get fieldMm() {
      return fieldMm;
    },
    get heldView() {
      return last?.view ?? null;
    },
    view,
    setPulseRate: (next) => {
      rate = next;
    },
    follow: () => {
      following = true;
    },
    drag: (duMm, dvMm) => {
      if (!table) return;
      following = false;
      table = dragTable(table, cArmBasis(angleDeg).right, duMm, dvMm);
    },
    zoomBy: (factor) => {
      following = false;
      fieldMm = clampField(fieldMm * factor);
    },
    zoomStep: (step) => {
      following = false;
      fieldMm = steppedField(fieldMm, step);
    },
    advance: (snapshot, tissue, dtS) => {
      if (!snapshot || !tissue) return null;
      meet(tissue);
      angleDeg = snapshot.cArm.angleDeg;
      const interest = interestOf(snapshot, tissue.anatomy);
      if (!table) {
        table = { centre: interest.point, moving: false };
        fieldMm = interest.fieldMm;
      }
      if (following) {
        table = followTable(table, interest.point, fieldMm, dtS);
        const k = 1 - Math.exp(-dtS / 0.4);
        const next = fieldMm + (interest.fieldMm - fieldMm) * k;
        fieldMm = Math.abs(next - interest.fieldMm) < 0.2 ? interest.fieldMm : next;
      }
      const timeS = snapshot.tick * TICK_S;
      filling = stepFilling(filling, snapshot.contrast.opacity, Math.min(1, Math.max(0, timeS - simulatedS)));
      simulatedS = timeS;
      sincePulse += dtS;
      if (!snapshot.cArm.fluoroOn || sincePulse < 1 / rate - 0.004) return null;
      sincePulse = 0;
      cut(tissue, 1 / rate);
      last = {
        view: { angleDeg, centre: table.centre, fieldMm },
        still,
        iodine,
        filling,
        devices: devices(snapshot, tissue.anatomy),
        seed: snapshot.tick,
      };
      return last;
    },
    roadmap: (snapshot) => {
      const taken = snapshot.contrast.roadmapAngleDeg;
      const now = view();
      if (taken === null || !now || !last) return null;
      const fits = Math.abs(taken - now.angleDeg) <= ROADMAP_TOLERANCE_DEG;
      // While the vessels themselves are dark with iodine the overlay would only hide them.
      const clear = Math.max(0, 1 - 2.5 * Math.max(last.filling.open, last.filling.collateral));
      return {
        roadmap: { view: { ...now, angleDeg: taken }, iodine, strength: (fits ? 0.5 : 0.18) * clear },
        fits,
      };
    },
    repeat: () => last,
  };
};
