/** @file The three frames of the flagship case that the golden statistics describe. */
import flagship from '../../../assets/cases/pta-flagship.json' with { type: 'json' };
import { createTissue } from '../../../src/core/anatomy/create-tissue.ts';
import { MATERIAL_NAMES, type MaterialName } from '../../../src/core/anatomy/material.ts';
import { anatomyOf } from '../../../src/core/cases/anatomy-of.ts';
import { designedEdits, designedPose } from '../../../src/core/cases/designed.ts';
import { caseFileSchema } from '../../../src/core/cases/schema.ts';
import { DEFAULT_IMAGING, type PolarFrame, toDb } from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';

export interface FrameStatistics {
  readonly stationMm: number;
  /** Mean level in dB of every material with at least MIN_SAMPLES samples in view. */
  readonly meanDb: Partial<Record<MaterialName, number>>;
  /** Levels in dB below which 5, 25, 50, 75, 95 and 99 % of all samples lie. */
  readonly quantilesDb: readonly number[];
}

/** Open vessel before the lesion; mid-occlusion; at the window-hiding plate. */
export const STATIONS = [20, 140, 205] as const;
const MIN_SAMPLES = 1500;
const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;
/** Samples within this of the axis belong to the catheter, mm. */
const CATHETER_MM = 0.55;

const round = (db: number): number => Math.round(db * 100) / 100;

export const flagshipStatistics = (): FrameStatistics[] => {
  const anatomy = anatomyOf(caseFileSchema.parse(flagship));
  const tissue = createTissue(anatomy);
  tissue.apply(designedEdits(anatomy));
  const synthesizer = createSynthesizer(tissue);
  return STATIONS.map((stationMm) => {
    const pose = designedPose(anatomy, stationMm);
    const frame = synthesizer.render({
      pose,
      settings: DEFAULT_IMAGING,
      editsVersion: tissue.version,
      frameSeed: 1,
      timeS: 0,
    });
    const label = (l: number, r: number): number => {
      const a = pose.rollRad + (2 * Math.PI * l) / DEFAULT_IMAGING.lines;
      return tissue.materialAt(stationMm, pose.x + r * Math.cos(a), pose.y + r * Math.sin(a));
    };
    return { stationMm, ...statistics(frame!, label) };
  });
};

const statistics = (frame: PolarFrame, label: (line: number, r: number) => number) => {
  const sums = new Float64Array(MATERIAL_NAMES.length);
  const counts = new Uint32Array(MATERIAL_NAMES.length);
  const all = Float32Array.from(frame.data, toDb).sort();
  for (let l = 0; l < frame.lines; l++) {
    for (let k = 0; k < frame.samples; k++) {
      const r = frame.startMm + k * frame.mmPerSample;
      if (r < CATHETER_MM) continue;
      const m = label(l, r);
      sums[m] = sums[m]! + toDb(frame.data[l * frame.samples + k]!);
      counts[m] = counts[m]! + 1;
    }
  }
  const seen = MATERIAL_NAMES.flatMap((name, m) =>
    counts[m]! < MIN_SAMPLES ? [] : [[name, round(sums[m]! / counts[m]!)] as const],
  );
  return {
    meanDb: Object.fromEntries(seen) as FrameStatistics['meanDb'],
    quantilesDb: QUANTILES.map((q) => round(all[Math.floor(q * (all.length - 1))]!)),
  };
};
