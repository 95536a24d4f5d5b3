/** @file Makes a whole case from a few parameters and a seed, for educators who want one more of a kind. */

import type { LegSide, PlateSpec, SpecInterval } from '../anatomy/spec.ts';
import type { TargetName } from '../anatomy/tissue.ts';
import { createStream, type Stream } from '../math/rng.ts';
import { CASE_VERSION, type CaseFile, caseFileSchema } from './schema.ts';

export type CalciumPattern = 'medial' | 'intimal' | 'mixed' | 'nodular';
export type Severity = 'none' | 'mild' | 'moderate' | 'severe';

export interface CaseParameters {
  readonly vessel: TargetName;
  /** 20 mm .. what the vessel can hold (`longestOcclusion`). */
  readonly occlusionMm: number;
  /** 1.5 .. 3.8 mm */
  readonly rvdMm: number;
  readonly entry: 'blunt' | 'tapered';
  readonly entryCalcium: boolean;
  readonly outflow: 'good' | 'poor' | 'none';
  readonly calciumPattern: CalciumPattern;
  readonly severity: Severity;
  readonly seed: number;
  readonly side: LegSide;
}

/** Vessel lengths, mm (about 320, 300, 260), as the courses of `leg-paths.ts` allow. ASSUMED. */
const LENGTH_MM: Readonly<Record<TargetName, number>> = { PTA: 300, ATA: 310, peroneal: 265 };
const VESSEL_NAME: Readonly<Record<TargetName, string>> = {
  PTA: 'posterior tibial',
  ATA: 'anterior tibial',
  peroneal: 'peroneal',
};
/** The cleft begins this far before the occlusion (before its funnel, if tapered) and ends at best this far after it, mm. */
const LEAD_MM = { blunt: 8, tapered: 14 } as const;
const LONGEST_LEAD_MM = 14;
const TAIL_MM = 30;
const LEAST_TAIL_MM = 15;
/** Diseased length over occluded length: 198.5 / 150 mm (Shima 2026). */
const LESION_RATIO = 1.32;
/** Reference wall at any RVD: intima 0.15, media 0.20, adventitia 0.25 mm. ASSUMED, within a wall of 0.65 mm. */
const INTIMA_MM = 0.15;
const MEDIA_MM = 0.2;
const ADVENTITIA_MM = 0.25;

/** Share of the lesion under calcium by severity. ASSUMED: none, under a quarter, about half, most of it. */
const COVERAGE: Readonly<Record<Severity, number>> = { none: 0, mild: 0.2, moderate: 0.45, severe: 0.8 };

/** Longest occlusion the generator can place in a vessel, mm. */
export const longestOcclusion = (vessel: TargetName): number =>
  LENGTH_MM[vessel] - (LONGEST_LEAD_MM + 4) - (LEAST_TAIL_MM + 6);

const POWERS = [1, 10, 100] as const;
const round = (v: number, digits: 0 | 1 | 2 = 1): number => Math.round(v * POWERS[digits]) / POWERS[digits];

/** Where occlusion and lesion lie: drawn, but always with room before and behind. */
const layOut = (p: CaseParameters, stream: Stream) => {
  const length = LENGTH_MM[p.vessel];
  const lead = LEAD_MM[p.entry];
  const room = length - p.occlusionMm;
  const tail = Math.max(LEAST_TAIL_MM, Math.min(TAIL_MM, Math.floor(room - lead - 12)));
  const earliest = lead + 4;
  const latest = length - p.occlusionMm - tail - 6;
  const start = round(earliest + (latest - earliest) * stream.range(0.15, 0.55), 0);
  const occlusion: SpecInterval = { startMm: start, endMm: round(start + p.occlusionMm) };
  const extra = p.occlusionMm * (LESION_RATIO - 1);
  const lesion: SpecInterval = {
    startMm: round(Math.max(1, start - extra * 0.45), 0),
    endMm: round(Math.min(length - 2, occlusion.endMm + Math.max(extra * 0.55, 12)), 0),
  };
  return { length, tail, occlusion, lesion };
};

/** Severe cases hide the first place one would try to re-enter behind a bulky plate. */
const hidingPlate = (occlusion: SpecInterval, rvdMm: number): PlateSpec => ({
  site: 'intimal',
  startMm: round(occlusion.endMm - 12),
  endMm: round(occlusion.endMm + 3),
  facing: 'cleft',
  arcDeg: 170,
  depthMm: 0.02,
  thicknessMm: round(Math.min(0.75, 0.28 * rvdMm), 2),
});

/** Shares of plaque by vessel: PTA more medial calcium, ATA more eccentric and necrotic (published comparison in limb ischaemia: calcified share 48 against 62 %). */
const plaqueOf = (p: CaseParameters) => ({
  thicknessMm: round(Math.min(0.42, 0.17 * p.rvdMm), 2),
  eccentricity: p.vessel === 'ATA' ? 0.55 : 0.3,
  denseFibrous: 0.45,
  lipid: p.vessel === 'ATA' ? 0.16 : 0.08,
  microcalcified: p.severity === 'none' ? 0.03 : 0.1,
});

/** How a mixed pattern divides: PTA mostly medial, ATA mostly intimal (the same), peroneal between. ASSUMED. */
const MIXED: Readonly<Record<TargetName, { medial: number; intimal: number }>> = {
  PTA: { medial: 0.9, intimal: 0.4 },
  ATA: { medial: 0.45, intimal: 0.65 },
  peroneal: { medial: 0.7, intimal: 0.5 },
};

const calciumOf = (p: CaseParameters, occlusion: SpecInterval, tail: number) => {
  const coverage = COVERAGE[p.severity];
  const { calciumPattern: pattern } = p;
  const distalWindow = Math.min(24, tail - 2);
  const windows: SpecInterval[] = [];
  if (p.occlusionMm >= 45) {
    windows.push({ startMm: round(occlusion.endMm - 40), endMm: round(occlusion.endMm - 15) });
  }
  windows.push({ startMm: round(occlusion.endMm + 5), endMm: round(occlusion.endMm + distalWindow) });
  return {
    medialCoverage:
      pattern === 'medial' ? coverage : pattern === 'mixed' ? round(coverage * MIXED[p.vessel].medial, 2) : 0,
    medialArcDeg: p.severity === 'severe' ? 120 : 85,
    intimalCoverage:
      pattern === 'intimal'
        ? coverage
        : pattern === 'mixed'
          ? round(coverage * MIXED[p.vessel].intimal, 2)
          : round(coverage * 0.2, 2),
    intimalArcDeg: p.severity === 'severe' ? 100 : 65,
    nodules: pattern === 'nodular' ? Math.round(coverage * 10) : p.severity === 'severe' ? 2 : 0,
    atEntry: p.entryCalcium,
    plates: p.severity === 'severe' ? [hidingPlate(occlusion, p.rvdMm)] : [],
    windows,
  };
};

/**
 * A complete, valid case file.
 * @throws RangeError if the occlusion does not fit the vessel or RVD is out of range
 */
export const generateCase = (p: CaseParameters): CaseFile => {
  const longest = longestOcclusion(p.vessel);
  if (!(p.occlusionMm >= 20 && p.occlusionMm <= longest)) {
    throw new RangeError(`occlusionMm must be 20 .. ${longest} mm in a ${p.vessel}, not ${p.occlusionMm}`);
  }
  if (!(p.rvdMm >= 1.5 && p.rvdMm <= 3.8))
    throw new RangeError(`rvdMm must be 1.5 .. 3.8 mm, not ${p.rvdMm}`);
  const stream = createStream(p.seed, 'generate');
  const { length, tail, occlusion, lesion } = layOut(p, stream);
  const name = VESSEL_NAME[p.vessel];
  const blunt = p.entry === 'blunt';
  return caseFileSchema.parse({
    kind: 'truelumen-case',
    version: CASE_VERSION,
    id: `${p.vessel.toLowerCase()}-${Math.round(p.occlusionMm)}-${p.seed}`,
    title: `${name[0]!.toUpperCase()}${name.slice(1)} occlusion, ${Math.round(p.occlusionMm)} mm`,
    briefing: `A ${Math.round(p.occlusionMm)} mm ${name} occlusion with a ${p.entry} entry and ${
      p.severity === 'none' ? 'no' : p.severity
    } calcium; RVD ${round(p.rvdMm)} mm.`,
    goals: ['Find the true lumen on IVUS', 'Bring wire 2 into the distal true lumen and confirm it'],
    anatomy: {
      seed: p.seed,
      side: p.side,
      vessel: p.vessel,
      lengthMm: length,
      outflow: p.outflow,
      lesion,
      occlusion: {
        ...occlusion,
        entry: p.entry,
        proximalCapMm: round(Math.min(blunt ? 9 : 6, p.occlusionMm * 0.2)),
        distalCapMm: round(Math.min(4, p.occlusionMm * 0.1)),
        microchannels: blunt ? 2 : 4,
        coreFibrous: blunt ? 0.25 : 0.15,
      },
      wall: {
        lumenDiameterMm: p.rvdMm,
        eemDiameterMm: round(p.rvdMm + 2 * (INTIMA_MM + MEDIA_MM), 2),
        mediaMm: MEDIA_MM,
        adventitiaMm: ADVENTITIA_MM,
      },
      plaque: plaqueOf(p),
      calcium: calciumOf(p, occlusion, tail),
      cleft: {
        angleDeg: round(stream.range(-180, 180), 0),
        driftDeg: 40,
        leadMm: LEAD_MM[p.entry],
        tailMm: tail,
      },
    },
  });
};
