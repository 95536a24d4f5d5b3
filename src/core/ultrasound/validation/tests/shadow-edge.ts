/** @file Test 11: the penumbra of a shadow is as wide as the beam, and so is what is drawn beyond a plate's true arc. */
import { bare, type Lab } from '../lab.ts';
import { losslessBut, plate, silentBut, tube } from '../phantoms.ts';
import { toPower, turnProfileDb } from '../picture.ts';
import { pointSpread } from '../point-spread.ts';
import { type Check, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';
import { edgeOf } from '../width.ts';

const LUMEN_MM = 1.8;
const ARC_RAD = Math.PI / 2;
const THICKNESS_MM = 0.8;
/** Where the shadow is read, from the axis, mm. */
const BEHIND_MM = [2.7, 3.5] as const;
const FRAMES = 38;
/** An ordinary border lies about this far below calcium: the plate looks as long as it is brighter than that. */
const ORDINARY_DB = -20;
const DEG = 180 / Math.PI;

/** Width of a lone point at a range, rad. */
const beamRad = (rangeMm: number): number => {
  const { probe } = bare();
  return pointSpread(probe, rangeMm - probe.orbitMm).lateralRad;
};

/** Mean intensity by line behind the plate, over many slices. */
const shadow = (lab: Lab): Float64Array => {
  const settings = bare({ samples: 352 });
  const tissue = { gammaShape: Number.POSITIVE_INFINITY };
  const media = losslessBut({ intima: tissue, calcium: { alphaDbCmMHz: 5, levelDb: -200 } });
  const scanner = lab.scanner(tube(LUMEN_MM, { calcium: [plate(THICKNESS_MM, ARC_RAD)] }), media);
  const frames = Array.from({ length: FRAMES }, (_, i) => scanner.frame(settings, { s: 1 + i }));
  return turnProfileDb(frames, BEHIND_MM).map(toPower);
};

/** Lines of a profile from `from` on, over the seam. */
const cut = (profile: Float64Array, from: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => profile[(from + i + profile.length) % profile.length]!);

/** How much longer than it is the plate's surface is drawn, rad, and the beam's width there. */
const overstated = (lab: Lab): { readonly extraRad: number; readonly beamAtPlateRad: number } => {
  const media = silentBut({ calcium: { impedanceMRayl: 1.9, specular: 0.8 }, blood: { specular: 0.8 } });
  const scanner = lab.scanner(tube(LUMEN_MM, { calcium: [plate(THICKNESS_MM, ARC_RAD)] }), media);
  const frame = scanner.frame(bare({ samples: 352 }));
  const profile = turnProfileDb([frame], [LUMEN_MM - 0.05, LUMEN_MM + 0.05]);
  const half = profile.length / 4;
  const top = profile[half]!;
  const drawn = profile.filter((db) => db > top + ORDINARY_DB).length;
  return {
    extraRad: (drawn * 2 * Math.PI) / profile.length - ARC_RAD,
    beamAtPlateRad: beamRad(LUMEN_MM),
  };
};

export const shadowEdgeRow = (lab: Lab): ValidationRow => {
  const profile = shadow(lab);
  const lines = profile.length;
  const lineDeg = 360 / lines;
  const { orbitMm } = bare().probe;
  const range = (BEHIND_MM[0] + BEHIND_MM[1]) / 2;
  const beam = beamRad(range) * DEG;
  const span = Math.round(lines / 8);
  const bright = mean(cut(profile, lines / 2, lines / 2));
  const dark = mean(cut(profile, Math.round((lines * 3) / 16), lines / 8));
  // the plate begins at an eighth of the turn and ends at three
  const begins = edgeOf(cut(profile, lines / 8 - span / 2, span), bright, dark);
  const ends = edgeOf(cut(profile, (lines * 3) / 8 - span / 2, span), dark, bright);
  const { extraRad, beamAtPlateRad } = overstated(lab);
  const checks: Check[] = [
    checkOf({
      what: 'penumbra',
      at: { depthMm: range - orbitMm },
      measured: ((begins.width + ends.width) / 2) * lineDeg,
      reference: beam,
      tolerance: { lo: 0.9 * beam, hi: 1.3 * beam },
      unit: 'deg',
      source: 'simulator',
    }),
    checkOf({
      what: 'arcOverstatement',
      at: { depthMm: LUMEN_MM - orbitMm, angleDeg: ARC_RAD * DEG },
      measured: extraRad * DEG,
      reference: beamAtPlateRad * DEG,
      tolerance: relative(beamAtPlateRad * DEG, 0.2),
      unit: 'deg',
      source: 'simulator',
    }),
  ];
  const shown = cut(profile, 0, lines / 2);
  return rowOf('shadowEdge', checks, {
    x: { label: 'angleDeg', unit: 'deg' },
    y: { label: 'intensity', unit: '1' },
    series: [
      {
        name: 'measured',
        x: Array.from(shown, (_, i) => i * lineDeg),
        y: Array.from(shown, (v) => v / bright),
        style: 'line',
      },
    ],
  });
};

const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
