/** @file Test 12: repeats between calcium and catheter lie as far apart as the two, and fade by both reflections. */
import type { PolarFrame } from '../../frame.ts';
import { bare, type Lab, SHEATH_MM } from '../lab.ts';
import { plate, silentBut, tube } from '../phantoms.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { absolute, type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { peakOf } from '../width.ts';

const SURFACE_MM = 1.2;
const ORDERS = [1, 2, 3] as const;
/** Blood and calcium, MRayl: R = 0.61. */
const Z = [1.7, 7] as const;
/** Face of the catheter: -14 to -21 dB per order together with calcium in one clinical frame, so 0.15 to 0.35. */
const CATHETER = 0.28;
const PER_ORDER_DB = { lo: -21, hi: -14 } as const;
const SIDE_SAMPLES = 15;
/** Loss on the way to the plate, one way: without it the receiver saturates. */
const BLOOD_ALPHA = 1.5;
const MM_PER_CM = 10;
const UM = 1000;

/** Where an echo peaks near a range, mm, and how strong it is, the mean over lines. */
const echoNear = (frame: PolarFrame, rangeMm: number): { readonly mm: number; readonly db: number } => {
  const first = sampleAtMm(frame, rangeMm) - SIDE_SAMPLES;
  const along = new Float64Array(2 * SIDE_SAMPLES);
  for (let l = 0; l < frame.lines; l++) {
    for (let i = 0; i < along.length; i++) {
      along[i] = along[i]! + amplitudeAt(frame, l, first + i) / frame.lines;
    }
  }
  const peak = peakOf(along);
  return {
    mm: frame.startMm + (first + peak.at) * frame.mmPerSample,
    db: 20 * Math.log10(peak.value),
  };
};

export const multiplesRow = (lab: Lab): ValidationRow => {
  const media = silentBut({
    blood: { impedanceMRayl: Z[0], alphaDbCmMHz: BLOOD_ALPHA, specular: 0.8 },
    calcium: { impedanceMRayl: Z[1], specular: 0.8 },
  });
  const settings = bare({ effects: { multiples: true } });
  const vessel = tube(SURFACE_MM, { calcium: [plate(2)] });
  const frame = lab.scanner(vessel, media).frame(settings);
  const gap = SURFACE_MM - SHEATH_MM;
  const reflected = ((Z[1] - Z[0]) / (Z[1] + Z[0])) * CATHETER;
  const lost = (2 * BLOOD_ALPHA * settings.probe.frequencyMHz * gap) / MM_PER_CM;
  const checks: Check[] = [];
  let before = echoNear(frame, SURFACE_MM);
  const surface = before;
  for (const order of ORDERS) {
    const here = echoNear(frame, SURFACE_MM + order * gap);
    const spreading = (SURFACE_MM + (order - 1) * gap) / (SURFACE_MM + order * gap);
    const expected = 20 * Math.log10(reflected * spreading) - lost;
    const clear = here.db - before.db + lost - 20 * Math.log10(spreading);
    checks.push(
      checkOf({
        what: 'repeatSpacing',
        at: { order },
        measured: (here.mm - before.mm) * UM,
        reference: gap * UM,
        tolerance: absolute(gap * UM, settings.mmPerSample * UM),
        unit: 'um',
        source: 'theory',
      }),
      checkOf({
        what: 'repeatRatio',
        at: { order },
        measured: here.db - before.db,
        reference: expected,
        tolerance: absolute(expected, 1),
        unit: 'dB',
        source: 'theory',
      }),
      checkOf({
        what: 'repeatRatio',
        at: { order },
        measured: clear,
        reference: null,
        tolerance: PER_ORDER_DB,
        unit: 'dB',
        source: 'clinicalFrame',
        note: 'perOrder',
      }),
    );
    before = here;
  }
  const last = sampleAtMm(frame, SURFACE_MM + 3.3 * gap);
  const first = sampleAtMm(frame, SURFACE_MM - 0.1);
  const x = Array.from({ length: last - first }, (_, i) => frame.startMm + (first + i) * frame.mmPerSample);
  return rowOf('multiples', checks, {
    x: { label: 'rangeMm', unit: 'mm' },
    y: { label: 'level', unit: 'dB' },
    series: [
      {
        name: 'measured',
        x,
        y: x.map((_, i) => Math.max(-90, 20 * Math.log10(amplitudeAt(frame, 0, first + i)) - surface.db)),
        style: 'line',
      },
    ],
  });
};
