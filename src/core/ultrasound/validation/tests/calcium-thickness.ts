/** @file Test 10: at 60 MHz the wall is seen through 0.3 mm of calcium and lost behind 0.5 mm. */
import type { StraightVesselSpec } from '../../../anatomy/straight-spec.ts';
import type { ImagingSettings } from '../../frame.ts';
import { ALL_EFFECTS, DEFAULT_IMAGING } from '../../frame.ts';
import type { Media } from '../../media.ts';
import { bare, type Lab } from '../lab.ts';
import { losslessBut, plate, silentBut, tube, UNIFORM } from '../phantoms.ts';
import { levelDb, powerDb, toPower } from '../picture.ts';
import { absolute, atLeast, atMost, type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';

const FREQUENCY_MHZ = 60;
const ALPHA = 5;
/** Calcium against blood and tissue, MRayl: R = 0.61. */
const CALCIUM_Z = 7;
const SOFT_Z = 1.7;
const THICKNESSES_MM = [0.1, 0.2, 0.3, 0.4, 0.48, 0.5, 0.6, 0.8, 1] as const;
const LUMEN_MM = 1.3;
/** Where the loss is read, behind the thickest plate, mm from the axis. */
const BEHIND_MM = [2.5, 3] as const;
const STATIONS = [8, 16] as const;
/** Echoes that have lost more are not even added: they would lie far below the noise. */
const LOST_DB = 60;
const MM_PER_CM = 10;

/** Mean power over several slices, dB. */
const behind = (
  lab: Lab,
  vessel: StraightVesselSpec,
  settings: ImagingSettings,
  mm: readonly [number, number],
  media?: Media,
): number => {
  const scanner = lab.scanner(vessel, media);
  let power = 0;
  for (const s of STATIONS) power += toPower(levelDb(scanner.frame(settings, { s }), { mm }));
  return powerDb(power / STATIONS.length);
};

/** Two-way loss of a sheet in otherwise lossless tissue: the same grains with and without it. */
const losses = (lab: Lab): readonly number[] => {
  const settings = bare({ probe: { frequencyMHz: FREQUENCY_MHZ }, samples: 352 });
  const media = losslessBut({
    blood: { impedanceMRayl: SOFT_Z },
    intima: { impedanceMRayl: SOFT_Z, gammaShape: Number.POSITIVE_INFINITY },
    calcium: { impedanceMRayl: CALCIUM_Z, alphaDbCmMHz: ALPHA, levelDb: -200 },
  });
  const open = behind(lab, tube(LUMEN_MM), settings, BEHIND_MM, media);
  return THICKNESSES_MM.map((t) => {
    const vessel = tube(LUMEN_MM, { calcium: [plate(t)] });
    return open - behind(lab, vessel, settings, BEHIND_MM, media);
  });
};

/** A wall of 0.15 mm of media and thick adventitia behind a plate in a thin intima. */
const wallBehind = (thicknessMm: number): StraightVesselSpec => {
  const iel = LUMEN_MM + 0.1 + thicknessMm;
  return {
    radiiMm: { lumen: LUMEN_MM, iel, eem: iel + 0.15, adventitia: iel + 1 },
    calcium: [plate(thicknessMm, 2 * Math.PI, 0.05)],
  };
};

/** Adventitia behind the plate over the floor in the same place, dB: the materials of the table, noise and all. */
const contrasts = (lab: Lab): readonly number[] => {
  const settings = {
    ...DEFAULT_IMAGING,
    probe: { ...DEFAULT_IMAGING.probe, frequencyMHz: FREQUENCY_MHZ },
    // the plate's repeats lie in the same place
    effects: { ...ALL_EFFECTS, multiples: false },
  };
  const floor = lab.scanner(UNIFORM, silentBut({})).frame(settings);
  return THICKNESSES_MM.map((t) => {
    const eem = LUMEN_MM + 0.25 + t;
    const mm = [eem + 0.05, eem + 0.35] as const;
    return behind(lab, wallBehind(t), settings, mm) - levelDb(floor, { mm });
  });
};

export const calciumThicknessRow = (lab: Lab): ValidationRow => {
  const r = (CALCIUM_Z - SOFT_Z) / (CALCIUM_Z + SOFT_Z);
  const faces = 40 * Math.log10(1 / (1 - r * r));
  const expected = THICKNESSES_MM.map((t) => faces + (2 * ALPHA * FREQUENCY_MHZ * t) / MM_PER_CM);
  const lost = losses(lab);
  const contrast = contrasts(lab);
  const checks: Check[] = [];
  THICKNESSES_MM.forEach((thicknessMm, i) => {
    const at = { frequencyMHz: FREQUENCY_MHZ, thicknessMm };
    if (expected[i]! < LOST_DB) {
      checks.push(
        checkOf({
          what: 'sheetLoss',
          at,
          measured: lost[i]!,
          reference: expected[i]!,
          tolerance: absolute(expected[i]!, 1),
          unit: 'dB',
          source: 'theory',
        }),
      );
    }
    if (thicknessMm > 0.3 && thicknessMm < 0.5) return;
    checks.push(
      checkOf({
        what: 'wallContrast',
        at,
        measured: contrast[i]!,
        reference: null,
        tolerance: thicknessMm <= 0.3 ? atLeast(6) : atMost(3),
        unit: 'dB',
        source: 'published',
      }),
    );
  });
  return rowOf('calciumThickness', checks, {
    x: { label: 'thicknessMm', unit: 'mm' },
    y: { label: 'sheetLoss', unit: 'dB' },
    series: [
      { name: 'measured', x: THICKNESSES_MM, y: lost, style: 'points' },
      { name: 'theory', x: THICKNESSES_MM, y: expected, style: 'line' },
    ],
  });
};
