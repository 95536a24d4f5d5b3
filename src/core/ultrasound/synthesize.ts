/** @file One IVUS frame from tissue and request: the chain of stages, in the order sound meets them. */
import { MATERIAL } from '../anatomy/material.ts';
import type { Tissue } from '../anatomy/tissue.ts';
import { type Baseband, createBaseband } from './baseband.ts';
import { applyBeam } from './beam.ts';
import { addBlood } from './blood.ts';
import { createBrickStore } from './bricks.ts';
import { addCatheter } from './catheter.ts';
import type { FrameRequest, ImagingPose, ImagingSettings, PolarFrame, SlabWire } from './frame.ts';
import { addInterfaces } from './interfaces.ts';
import { type FramePlan, planFrame } from './plan.ts';
import { createReceiver, type Receiver } from './receiver.ts';
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
  /** Echoes of everything that lasts, and the picture of one frame. */
  readonly echoes: Baseband;
  readonly grid: Baseband;
  readonly receiver: Receiver;
}

const setUp = (settings: ImagingSettings): Bench => {
  const plan = planFrame(settings);
  return {
    plan,
    penumbra: penumbraFilter(plan),
    trace: createTrace(plan),
    metalMm: new Float32Array(plan.trace.lines),
    echoes: createBaseband(plan),
    grid: createBaseband(plan),
    receiver: createReceiver(plan),
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
  /** What `echoes` of a bench hold. */
  let heard: { readonly bench: Bench; readonly version: number; readonly pose: ImagingPose } | null = null;
  let scatterers = 0;

  /** Fills trace and echoes with all that stays the same from frame to frame; false when cancelled. */
  const hear = (
    { plan, penumbra, trace, metalMm, echoes }: Bench,
    pose: ImagingPose,
    cancelled: () => boolean,
  ): boolean => {
    const basis = slabBasis(pose);
    const scene = { tissue, pose, basis, plan, trace };
    metalAlongLines(pose, basis, plan, metalMm);
    traceTissue(tissue, pose, basis, plan, metalMm, trace);
    softenShadows(trace.transmission, plan, penumbra);
    if (cancelled()) return false;

    echoes.fill(ALMOST_ZERO);
    const inSlab = splatTissue(scene, tissueBricks, echoes, cancelled);
    if (inSlab < 0) return false;
    scatterers = inSlab + splatStasis(scene, stasisBricks, echoes);
    tissueBricks.trim();
    stasisBricks.trim();
    addInterfaces(scene, echoes);
    addWires(pose, basis, plan, trace, echoes);
    return true;
  };

  const render = (request: FrameRequest, cancelled: () => boolean = () => false): PolarFrame | null => {
    const { pose, settings, frameSeed } = request;
    if (!bench || !sameSettings(bench.plan.settings, settings)) bench = setUp({ ...settings });
    if (tissue.version < request.editsVersion) {
      throw new RangeError(
        `editsVersion ${request.editsVersion} is newer than the tissue (${tissue.version})`,
      );
    }
    if (cancelled()) return null;
    const { plan, trace, echoes, grid } = bench;
    const { lines, samples } = settings;

    // what lasts is heard once and kept for as long as nothing moves
    if (heard?.bench !== bench || heard.version !== tissue.version || !samePose(heard.pose, pose)) {
      heard = null;
      if (!hear(bench, pose, cancelled)) return null;
      heard = { bench, version: tissue.version, pose };
    }
    grid.set(echoes);
    addBlood(plan, trace, frameSeed, grid);
    if (cancelled()) return null;

    applyBeam(grid, plan);
    if (cancelled()) return null;

    addCatheter(plan, pose.sheathRadiusMm, frameSeed, grid);
    const data = new Uint16Array(lines * samples);
    bench.receiver.receive(grid, frameSeed, data);

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
  sameFields(a.probe, b.probe) &&
  sameFields(a.effects, b.effects) &&
  a.timeGainDbCmMHz === b.timeGainDbCmMHz &&
  a.lines === b.lines &&
  a.samples === b.samples &&
  a.startMm === b.startMm &&
  a.mmPerSample === b.mmPerSample;

const sameFields = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);

const samePose = (a: ImagingPose, b: ImagingPose): boolean =>
  a.s === b.s &&
  a.x === b.x &&
  a.y === b.y &&
  a.dxds === b.dxds &&
  a.dyds === b.dyds &&
  a.rollRad === b.rollRad &&
  a.sheathRadiusMm === b.sheathRadiusMm &&
  a.wires.length === b.wires.length &&
  a.wires.every((wire, i) => sameWire(wire, b.wires[i]!));

const sameWire = (a: SlabWire, b: SlabWire): boolean =>
  a.x === b.x && a.y === b.y && a.radiusMm === b.radiusMm && a.dxds === b.dxds && a.dyds === b.dyds;
