/** @file Test 14: distances in blood and calcium are drawn as wrong as a console draws them, which assumes 1540 m/s. */
import type { PolarFrame } from '../../frame.ts';
import { bare, type Lab, SHEATH_MM } from '../lab.ts';
import { plate, silentBut, tube } from '../phantoms.ts';
import { amplitudeAt, sampleAtMm } from '../picture.ts';
import { absolute, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { TISSUE_SPEED } from '../two-way-spectrum.ts';
import { peakOf } from '../width.ts';

const BLOOD_SPEED = 1.584;
const BLOOD_MM = 1.5;
const CALCIUM_SPEED = 2;
const SHEET_MM = 0.4;
const SIDE_SAMPLES = 8;
const UM = 1000;

/** Where the mean line peaks near a range, mm. */
const edgeNear = (frame: PolarFrame, rangeMm: number): number => {
  const first = sampleAtMm(frame, rangeMm) - SIDE_SAMPLES;
  const along = new Float64Array(2 * SIDE_SAMPLES + 1);
  for (let l = 0; l < frame.lines; l++) {
    for (let i = 0; i < along.length; i++) along[i] = along[i]! + amplitudeAt(frame, l, first + i);
  }
  return frame.startMm + (first + peakOf(along).at) * frame.mmPerSample;
};

export const soundSpeedRow = (lab: Lab): ValidationRow => {
  const settings = bare({ effects: { soundSpeed: true } });
  const blood = { speedMmUs: BLOOD_SPEED };
  const calcium = { speedMmUs: CALCIUM_SPEED, impedanceMRayl: 2 };
  const media = silentBut({ blood, calcium });
  const vessel = tube(SHEATH_MM + BLOOD_MM, { calcium: [plate(SHEET_MM)] });
  const frame = lab.scanner(vessel, media).frame(settings);
  const bloodDrawn = (BLOOD_MM * TISSUE_SPEED) / BLOOD_SPEED;
  const sheetDrawn = (SHEET_MM * TISSUE_SPEED) / CALCIUM_SPEED;
  const front = edgeNear(frame, SHEATH_MM + bloodDrawn);
  const back = edgeNear(frame, SHEATH_MM + bloodDrawn + sheetDrawn);
  const sample = settings.mmPerSample * UM;
  const length = (medium: 'blood' | 'calcium', speedMmPerUs: number, measured: number, reference: number) =>
    checkOf({
      what: 'apparentLength',
      at: { medium, speedMmPerUs },
      measured: measured * UM,
      reference: reference * UM,
      tolerance: absolute(reference * UM, sample),
      unit: 'um',
      source: 'theory',
    });
  return rowOf('soundSpeed', [
    length('blood', BLOOD_SPEED, front - SHEATH_MM, bloodDrawn),
    length('calcium', CALCIUM_SPEED, back - front, sheetDrawn),
  ]);
};
