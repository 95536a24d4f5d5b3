/** @file One IVUS frame from tissue and request: the chain of stages, in the order sound meets them. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import type { Baseband } from './baseband.ts';
import { applyBeam } from './beam.ts';
import { addBlood } from './blood.ts';
import { createBrickStore } from './bricks.ts';
import { addCatheter } from './catheter.ts';
import type { FrameRequest, ImagingSettings, PolarFrame } from './frame.ts';
import { addInterfaces } from './interfaces.ts';
import { type FramePlan, planFrame } from './plan.ts';
import { applyPulse } from './pulse.ts';
import { addNoise, detect } from './receiver.ts';
import type { RecursiveGaussian } from './recursive-gaussian.ts';
import { penumbraFilter, softenShadows } from './shadow.ts';
import { slabBasis } from './slab.ts';
import { splatStasis, splatTissue } from './splat.ts';
import { createTrace, type Trace, traceTissue } from './trace.ts';
import { addWires, metalAlongLines } from './wires.ts';

export interface Synthesizer {
  /**
   * The frame of a request, or null as soon as `cancelled` answers true.
   * @throws ImagingSettingsError for settings out of range; RangeError when the tissue lacks edits of the request.
   */
  render(request: FrameRequest, cancelled?: () => boolean): PolarFrame | null;
  /** Scatterers inside the slab of the newest frame. */
  readonly scatterers: number;
}

/** Buffers for one set of settings. */
interface Bench {
  readonly plan: FramePlan;
  readonly penumbra: RecursiveGaussian;
  readonly trace: Trace;
  readonly metalMm: Float32Array;
  readonly grid: Baseband;
  readonly packets: Baseband;
  readonly rows: Float32Array;
}

const setUp = (settings: ImagingSettings): Bench => {
  const plan = planFrame(settings);
  const size = settings.lines * settings.samples;
  const baseband = (): Baseband => new Float32Array(2 * size);
  return {
    plan,
    penumbra: penumbraFilter(plan),
    trace: createTrace(plan),
    metalMm: new Float32Array(plan.trace.lines),
    grid: baseband(),
    packets: baseband(),
    rows: new Float32Array(6 * settings.samples),
  };
};

/** Keeps decaying filter tails out of the slow denormal range; 240 dB below full scale. */
const ALMOST_ZERO = 1e-12;

/** A renderer over `tissue`. Frames depend on anatomy, edits and request only, never on what was rendered before. */
export const createSynthesizer = (tissue: Tissue): Synthesizer => {
  const { seed } = tissue.anatomy;
  const tissueBricks = createBrickStore(seed, 'scatterers', (s, x, y) => tissue.referenceMaterialAt(s, x, y));
  const stasisBricks = createBrickStore(seed, 'stasis', () => MATERIAL.stasis);
  let bench: Bench | null = null;
  let scatterers = 0;

  const render = (request: FrameRequest, cancelled: () => boolean = () => false): PolarFrame | null => {
    const { pose, settings, frameSeed } = request;
    if (!bench || !sameSettings(bench.plan.settings, settings)) bench = setUp({ ...settings });
    if (tissue.version < request.editsVersion) {
      throw new RangeError(
        `editsVersion ${request.editsVersion} is newer than the tissue (${tissue.version})`,
      );
    }
    if (cancelled()) return null;
    const { plan, trace, grid, packets, rows } = bench;
    const { lines, samples } = settings;
    const basis = slabBasis(pose);
    const scene = { tissue, pose, basis, plan, trace };

    metalAlongLines(pose, basis, plan, bench.metalMm);
    traceTissue(tissue, pose, basis, plan, bench.metalMm, trace);
    softenShadows(trace.transmission, plan, bench.penumbra, rows);
    if (cancelled()) return null;

    grid.fill(ALMOST_ZERO);
    const inSlab = splatTissue(scene, tissueBricks, grid, cancelled);
    if (inSlab < 0) return null;
    scatterers = inSlab + splatStasis(scene, stasisBricks, grid);
    tissueBricks.trim();
    stasisBricks.trim();
    addBlood(plan, trace, frameSeed, grid);
    addInterfaces(scene, grid);
    addWires(pose, basis, plan, trace, grid);
    if (cancelled()) return null;

    applyBeam(grid, lines, 2 * samples, plan.beam, rows);
    if (cancelled()) return null;

    addCatheter(plan, pose.sheathRadiusMm, frameSeed, grid);
    addNoise(plan, frameSeed, grid);
    applyPulse(grid, packets, plan);
    const data = new Uint16Array(lines * samples);
    detect(plan, packets, rows, data);

    return {
      lines,
      samples,
      startMm: settings.startMm,
      mmPerSample: settings.mmPerSample,
      data,
      pose,
      editsVersion: tissue.version,
      frameSeed,
    };
  };

  return {
    render,
    get scatterers() {
      return scatterers;
    },
  };
};

const sameSettings = (a: ImagingSettings, b: ImagingSettings): boolean =>
  a.frequencyMHz === b.frequencyMHz &&
  a.lines === b.lines &&
  a.samples === b.samples &&
  a.startMm === b.startMm &&
  a.mmPerSample === b.mmPerSample;
