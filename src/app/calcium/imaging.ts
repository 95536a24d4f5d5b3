/** @file From the page's settings to the phantom and to how its frames are made and shown. */
import { type CalciumPhantom, WIRE_ANGLE_RAD, wireSectorRad } from '../../core/cases/calcium-phantom.ts';
import { DEG } from '../../core/math/trig.ts';
import type { ArcSearch, Sector } from '../../core/measure/calcium-arc.ts';
import type { DbScale } from '../../core/measure/polar-image.ts';
import { DB_RANGE, DB_STEP, type ImagingSettings } from '../../core/ultrasound/frame.ts';
import { DEFAULT_CATHETER, imagingOf } from '../../core/ultrasound/presets.ts';
import type { PhantomWish } from '../../engine/phantom-lab.ts';
import type { CalciumSettings } from './settings.ts';

export const SCALE: DbScale = { floorDb: -DB_RANGE, stepDb: DB_STEP };
/** Radius shown, mm: the whole wall and some of what lies around it. */
export const DEPTH_MM = 3.25;
export const DYNAMIC_RANGE_DB = DEFAULT_CATHETER.console.dynamicRangeDb;
/** Calcium draws what lies behind it up to 0.3 mm nearer: tissue from beyond the rim must be there to be drawn. */
const SPARE_SAMPLES = 35;
/** One frame: the same grains of blood and noise in every picture, so that only what is changed changes. */
const FRAME_SEED = 1;
const TIME_S = 0;

export const phantomOf = (settings: CalciumSettings): CalciumPhantom => ({
  shape: settings.shape,
  arcRad: settings.arcDeg * DEG,
  thicknessMm: settings.thicknessMm,
  depthMm: settings.depthMm,
  offsetMm: settings.offsetMm,
});

/** The console's own settings but for what the page changes. */
const imagingFor = ({ frequencyMHz, shadow, multiples, wireShadow }: CalciumSettings): ImagingSettings => {
  const usual = imagingOf(DEFAULT_CATHETER);
  return {
    ...usual,
    // no deeper than is shown: a third less work
    samples: Math.ceil((DEPTH_MM - usual.startMm) / usual.mmPerSample) + SPARE_SAMPLES,
    probe: { ...usual.probe, frequencyMHz },
    effects: { ...usual.effects, shadow, multiples, wireShadow },
  };
};

export const wishOf = (settings: CalciumSettings): PhantomWish => ({
  phantom: phantomOf(settings),
  settings: imagingFor(settings),
  frameSeed: FRAME_SEED,
  timeS: TIME_S,
});

/** Image angle of a line, rad. */
export const psiOfLine = (lineDeg: number): number => (90 + lineDeg) * DEG;

/** Beside the wire's own angle, the beam's width tells nothing of calcium either. ASSUMED. */
const WIRE_MARGIN_RAD = 7 * DEG;
const wireWidth = wireSectorRad() + 2 * WIRE_MARGIN_RAD;
const WIRE_SECTOR: Sector = { fromRad: WIRE_ANGLE_RAD - wireWidth / 2, widthRad: wireWidth };

/** Outside the window's rings, inside the deepest plate. */
export const ARC_SEARCH: ArcSearch = { innerMm: 0.55, outerMm: 1.75, ignored: [WIRE_SECTOR] };
