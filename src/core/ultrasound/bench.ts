/** @file All tables and buffers for one set of imaging settings, in kernel memory where the hot stages need them. */
import { DB_RANGE, DB_STEP, type ImagingSettings } from './frame.ts';
import { beamColumns, type Kernels } from './kernels/kernels.ts';
import { dbToAmplitude, MEDIA, type Media } from './media.ts';
import { type FramePlan, NOISE_DB, planFrame, RECEIVER_GAIN_DB } from './plan.ts';
import { ELEVATION_STEPS } from './probe/beam-table.ts';
import type { Schedule } from './receiver/schedule.ts';
import { penumbraFilter } from './scene/penumbra.ts';
import type { RecursiveGaussian } from './scene/recursive-gaussian.ts';
import { createTrace, type Trace } from './scene/trace.ts';
import { DEPTH, SLICE, type SplatTables, WORK } from './speckle/splat.ts';
import { PHASE_STEPS } from './waves.ts';

export interface Bench {
  readonly plan: FramePlan;
  readonly penumbra: RecursiveGaussian;
  readonly trace: Trace;
  readonly metalMm: Float32Array;
  readonly tables: SplatTables;
  /** Echoes of everything that lasts, and the picture of one frame. */
  readonly echoes: Float32Array;
  readonly grid: Float32Array;
  readonly spectra: Float32Array;
  readonly schedule: Schedule;
  readonly taps: Float32Array;
  /** Per sample, in words: time gain, receiver gain and the zero of the scale. */
  readonly offset: Float32Array;
  /** rms of noise before the pulse. */
  readonly noise: number;
  readonly picture: Uint16Array;
}

/** Bricks that one frame may list, and slices of holes. */
const MAX_BRICKS = 30_000;
const MAX_SLICES = 128;

/**
 * Sets up a bench.
 * @param scatterers per volume, times the usual number
 * @throws ImagingSettingsError
 */
export const createBench = (
  settings: ImagingSettings,
  kernels: Kernels,
  media: Media = MEDIA,
  scatterers = 1,
): Bench => {
  const plan = planFrame(settings, beamColumns, scatterers);
  const { lines, samples, startMm, mmPerSample, effects } = settings;
  const { columns, blocks, beam } = plan;
  const copy = (from: Float32Array): Float32Array => {
    const to = kernels.float32(from.length);
    to.set(from);
    return to;
  };
  const trace = createTrace(plan, kernels, media);
  const pulseRms = plan.pulseRms[samples >> 1]!;
  return {
    plan,
    penumbra: penumbraFilter(plan),
    trace,
    metalMm: new Float32Array(plan.trace.lines),
    tables: {
      columns,
      samples,
      // packets peak a little behind their range, beyond the first millimetre everywhere by about as much
      startMm: startMm - median(beam.lateMm),
      mmPerSample,
      turnsPerMm: plan.turnsPerMm,
      depths: copy(depthRows(plan)),
      elevation: copy(elevationTable(beam.elevation)),
      elevationSteps: ELEVATION_STEPS,
      traceLines: plan.trace.lines,
      traceSamples: plan.trace.samples,
      transmission: trace.transmission,
      lateMm: trace.lateMm,
      labels: trace.labels,
      levels: kernels.float32(256),
      slices: kernels.float32(MAX_SLICES * SLICE.columns),
      work: kernels.int32(MAX_BRICKS * WORK.columns),
    },
    echoes: kernels.float32(blocks * columns * 8),
    grid: kernels.float32(blocks * columns * 8),
    spectra: copy(beam.spectra),
    schedule: { source: kernels.int32(lines), weight: kernels.float32(lines) },
    taps: copy(plan.taps),
    offset: copy(plan.timeGainDb.map((gain, k) => receiverWords(gain, plan.pulseGain[k]!))),
    // complex noise of this rms has the receiver's band after the pulse
    noise: effects.noise ? dbToAmplitude(NOISE_DB) / Math.SQRT2 / pulseRms : 0,
    picture: kernels.uint16(lines * samples),
  };
};

/** What the receiver adds at a range, in words. */
const receiverWords = (timeGainDb: number, pulseGain: number): number =>
  (timeGainDb + RECEIVER_GAIN_DB - 20 * Math.log10(pulseGain) + DB_RANGE) / DB_STEP + 0.5;

const median = (values: Float32Array): number => values.slice().sort()[values.length >> 1]!;

const depthRows = (plan: FramePlan): Float32Array => {
  const { samples } = plan.settings;
  const rows = new Float32Array(DEPTH.columns * samples);
  for (let k = 0; k < samples; k++) {
    const row = k * DEPTH.columns;
    const reach = plan.beam.reachMm[k >> 2]!;
    rows[row + DEPTH.reach] = reach;
    // a hair less, so that nothing within reach rounds to a step too many
    rows[row + DEPTH.stepsPerMm] = (ELEVATION_STEPS / reach) * (1 - 1e-6);
    rows[row + DEPTH.gain] = plan.scattererGain[k]!;
    rows[row + DEPTH.audible] = plan.audible[k]!;
  }
  return rows;
};

/** Phases in whole steps of the carrier's table. */
const elevationTable = (elevation: Float32Array): Float32Array =>
  elevation.map((v, i) => (i & 1 ? Math.floor(v * PHASE_STEPS) : v));
