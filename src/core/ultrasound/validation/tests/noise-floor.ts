/** @file Test 19: receiver noise is Rayleigh distributed after detection, and time gain lifts it. */
import { NOISE_DB, RECEIVER_GAIN_DB } from '../../plan.ts';
import { envelopeSnr, logSdDb, RAYLEIGH_DB, RAYLEIGH_SNR } from '../envelope-statistics.ts';
import { bare, type Lab } from '../lab.ts';
import { silentBut, UNIFORM } from '../phantoms.ts';
import { envelopeOf, levelDb } from '../picture.ts';
import { absolute, checkOf, rowOf, type ValidationRow } from '../report.ts';

const MM = [2, 4] as const;
const TIME_GAIN = 0.3;
const NEAR_MM = 1.5;
const FAR_MM = 4;
const HALF_MM = 0.1;
const MM_PER_CM = 10;

export const noiseFloorRow = (lab: Lab): ValidationRow => {
  const scanner = lab.scanner(UNIFORM, silentBut({}));
  const flat = bare({ effects: { noise: true } });
  const frame = scanner.frame(flat);
  const lifted = scanner.frame({ ...flat, timeGainDbCmMHz: TIME_GAIN });
  const envelope = Float64Array.from(envelopeOf(frame, { mm: MM }).values);
  const at = (mm: number): number => levelDb(lifted, { mm: [mm - HALF_MM, mm + HALF_MM] });
  const rise = (2 * TIME_GAIN * flat.probe.frequencyMHz * (FAR_MM - NEAR_MM)) / MM_PER_CM;
  const floor = NOISE_DB + RECEIVER_GAIN_DB;
  return rowOf('noiseFloor', [
    checkOf({
      what: 'level',
      measured: levelDb(frame, { mm: MM }),
      reference: floor,
      tolerance: absolute(floor, 0.5),
      unit: 'dB',
      source: 'design',
    }),
    checkOf({
      what: 'envelopeSnr',
      measured: envelopeSnr(envelope),
      reference: RAYLEIGH_SNR,
      tolerance: absolute(RAYLEIGH_SNR, 0.03),
      unit: '1',
      source: 'theory',
    }),
    checkOf({
      what: 'logSd',
      measured: logSdDb(envelope),
      reference: RAYLEIGH_DB,
      tolerance: absolute(RAYLEIGH_DB, 0.1),
      unit: 'dB',
      source: 'theory',
    }),
    checkOf({
      what: 'noiseRise',
      at: { fromMm: NEAR_MM, toMm: FAR_MM },
      measured: at(FAR_MM) - at(NEAR_MM),
      reference: rise,
      tolerance: absolute(rise, 0.5),
      unit: 'dB',
      source: 'theory',
    }),
  ]);
};
