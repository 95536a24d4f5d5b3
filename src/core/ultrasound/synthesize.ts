/** @file One IVUS frame from tissue and request: the chain of stages, in the order sound meets them. */
import type { Tissue } from '../anatomy/tissue.ts';
import { hash32 } from '../math/rng.ts';
import type { Scene } from './baseband.ts';
import { type Bench, createBench } from './bench.ts';
import { addCatheter } from './echoes/catheter.ts';
import { addInterfaces, surfacesOf } from './echoes/interfaces.ts';
import { addWires, metalAlongLines } from './echoes/wires.ts';
import { FLOW_MM_S, type FrameRequest, type ImagingPose, type PolarFrame, sameImaging } from './frame.ts';
import { createKernels, type KernelPath } from './kernels/kernels.ts';
import { MEDIA, type Media } from './media.ts';
import { scheduleLines } from './receiver/schedule.ts';
import { softenShadows } from './scene/penumbra.ts';
import { type SlabBasis, slabBasis } from './scene/slab.ts';
import { ImagingSettingsError } from './settings.ts';
import {
  type BrickStore,
  createFluidBricks,
  createTissueBricks,
  FLUID_FLOATS,
  TISSUE_FLOATS,
} from './speckle/bricks.ts';
import type { Density } from './speckle/density.ts';
import { FLUID_PERIOD_MM, type Fluids, findFluids, listFluidBricks } from './speckle/fluid-bricks.ts';
import { flowingLevels, restingLevels } from './speckle/fluids.ts';
import type { SplatPose } from './speckle/splat.ts';
import { listTissueBricks } from './speckle/tissue-bricks.ts';

export interface Synthesizer {
  /**
   * The frame of a request, or null as soon as `cancelled` answers true.
   * @throws ImagingSettingsError for settings out of range; RangeError when the tissue lacks edits of the request.
   */
  render(request: FrameRequest, cancelled?: () => boolean): PolarFrame | null;
  /** Scatterers inside the slab of the newest frame. */
  readonly scatterers: number;
  /** Which kernels it runs on. */
  readonly path: KernelPath;
  /** Tables and buffers of the newest frame, for measurements: its grid holds the echoes after the beam, before noise and
   *  pulse. Valid until the next frame; null before the first. */
  readonly bench: Bench | null;
}

/** The stages of a frame, in their order. */
export const STAGES = [
  'trace',
  'penumbra',
  'find scatterers',
  'splat tissue',
  'splat blood at rest',
  'boundaries',
  'wires',
  'splat flowing blood',
  'beam',
  'catheter',
  'receiver',
] as const;
export type StageName = (typeof STAGES)[number];

export interface SynthesizerOptions {
  /** The kernels to use; the fastest that the engine offers if left out. */
  readonly path?: KernelPath;
  /** What the materials do to sound; the material table if left out. */
  readonly media?: Media;
  /** Scatterers per volume, times the usual number. More only cost time, fewer than half spoil the speckle. */
  readonly density?: number;
  /** Told when a stage has ended, for those who bring a clock. A stage that was left out is not told. */
  readonly onStage?: (stage: StageName) => void;
}

/** What a bench's echoes hold, and where there is fluid. */
interface Heard {
  readonly version: number;
  readonly pose: ImagingPose;
  readonly fluids: Fluids;
}

/** Scatterers of one density. */
interface Bricks {
  readonly density: Density;
  readonly tissue: BrickStore;
  readonly fluid: BrickStore;
}

/** Settings whose buffers are kept: live and recorded frames. */
const BENCHES = 2;

/** A renderer over `tissue`. Frames depend on anatomy, edits and request only, never on what was rendered before. */
export const createSynthesizer = (tissue: Tissue, options: SynthesizerOptions = {}): Synthesizer => {
  const { path, media = MEDIA, density = 1, onStage: ended = () => {} } = options;
  const { seed } = tissue.anatomy;
  const kernels = createKernels(path);
  const arena = kernels.float32(TISSUE_FLOATS);
  const fluidArena = kernels.float32(FLUID_FLOATS);
  const onTissue = kernels.forTissue(tissue, media);
  let bricks: Bricks | null = null;
  const surfaces = surfacesOf(media);
  const axes = kernels.float32(12);
  const mark = kernels.mark();
  let benches: Bench[] = [];
  /** What `echoes` of a bench hold. */
  const heard = new Map<Bench, Heard>();
  /** Scatterers of the newest frame: those that last, and those that flow. */
  let lasting = 0;
  let flowing = 0;
  let newest: Bench | null = null;
  const never = (): boolean => false;

  const benchFor = (request: FrameRequest): Bench => {
    const known = benches.find((bench) => sameImaging(bench.plan.settings, request.settings));
    if (known) return known;
    const start = (): void => {
      kernels.release(mark);
      benches = [];
      heard.clear();
    };
    if (benches.length >= BENCHES) start();
    const before = kernels.mark();
    try {
      benches.push(createBench({ ...request.settings }, kernels, media, density));
    } catch (error) {
      kernels.release(before);
      if (benches.length === 0 || error instanceof ImagingSettingsError) throw error;
      // a large picture needs the room of the others
      start();
      benches.push(createBench({ ...request.settings }, kernels, media, density));
    }
    return benches[benches.length - 1]!;
  };

  /** Probes of much finer cells see more scatterers; those of others make room for them. */
  const bricksFor = ({ plan }: Bench): Bricks => {
    const { near, far } = plan.density;
    if (bricks?.density.near !== near || bricks.density.far !== far) {
      bricks = {
        density: plan.density,
        tissue: createTissueBricks(seed, onTissue.fillBrick, arena, plan.density),
        fluid: createFluidBricks(seed, fluidArena, plan.density),
      };
    }
    return bricks;
  };

  const splatPose = ({ pose }: Scene, basis: SlabBasis, advanceMm: number, labelled: boolean): SplatPose => {
    axes.set([basis.ux, basis.uy, basis.us, basis.vx, basis.vy, basis.vs, basis.nx, basis.ny, basis.ns]);
    const { s, x, y, sheathRadiusMm } = pose;
    return { s, x, y, axes, insideMm: sheathRadiusMm, advanceMm, labelled };
  };

  /** Fills trace and echoes with all that stays the same from frame to frame; tells where fluids are, or null when
   *  cancelled. */
  const hear = (bench: Bench, scene: Scene, cancelled: () => boolean): Fluids | null => {
    const { plan, trace, tables, echoes, metalMm } = bench;
    const { pose, basis } = scene;
    const stores = bricksFor(bench);
    metalAlongLines(pose, basis, plan, metalMm);
    onTissue.trace(scene, metalMm);
    ended('trace');
    softenShadows(trace.transmission, plan, bench.penumbra);
    ended('penumbra');
    if (cancelled()) return null;

    echoes.fill(0);
    stores.tissue.nextFrame();
    const solid = listTissueBricks(scene, stores.tissue, tables, cancelled);
    if (solid < 0) return null;
    ended('find scatterers');
    const advance = pose.advanceMm ?? 0;
    lasting = kernels.splat(
      tables,
      splatPose(scene, basis, advance, false),
      stores.tissue.arena,
      solid,
      echoes,
    );
    ended('splat tissue');
    restingLevels(media, tables.levels);
    stores.fluid.nextFrame();
    const fluids = findFluids(scene);
    const resting = listFluidBricks(scene, stores.fluid, fluids.resting, 0, -advance, tables);
    lasting += kernels.splat(
      tables,
      splatPose(scene, basis, advance, true),
      stores.fluid.arena,
      resting,
      echoes,
    );
    ended('splat blood at rest');
    addInterfaces(scene, echoes);
    ended('boundaries');
    addWires(scene, echoes);
    ended('wires');
    return fluids;
  };

  /** Adds what flows: new in every frame. */
  const addFlowing = (bench: Bench, scene: Scene, fluids: Fluids, request: FrameRequest): void => {
    const { tables, grid } = bench;
    const { pose, settings, timeS } = request;
    const flow = pose.flowMmS ?? FLOW_MM_S;
    const shift = (flow * timeS) % FLUID_PERIOD_MM;
    flowingLevels(request, media, tables.levels);
    const { fluid } = bricksFor(bench);
    fluid.nextFrame();
    // a scatterer flows on while the element turns
    const turnMm = (flow / settings.framesPerS) * scene.basis.ns - (pose.advanceMm ?? 0);
    const moving = listFluidBricks(scene, fluid, fluids.flowing, shift, turnMm, tables);
    const at = splatPose(scene, scene.basis, -turnMm, true);
    flowing = kernels.splat(tables, at, fluid.arena, moving, grid);
    ended('splat flowing blood');
  };

  const render = (request: FrameRequest, cancelled: () => boolean = never): PolarFrame | null => {
    const { pose, frameSeed } = request;
    const bench = benchFor(request);
    newest = bench;
    if (tissue.version < request.editsVersion) {
      throw new RangeError(
        `editsVersion ${request.editsVersion} is newer than the tissue (${tissue.version})`,
      );
    }
    if (cancelled()) return null;
    const { plan, trace, echoes, grid, picture } = bench;
    const { lines, samples, startMm, mmPerSample } = plan.settings;
    const scene: Scene = { tissue, pose, basis: slabBasis(pose), plan, trace, surfaces };

    // what lasts is heard once and kept for as long as nothing moves
    let now = heard.get(bench);
    if (now?.version !== tissue.version || !samePose(now.pose, pose)) {
      heard.delete(bench);
      const fluids = hear(bench, scene, cancelled);
      if (!fluids) return null;
      now = { version: tissue.version, pose, fluids };
      heard.set(bench, now);
    }
    grid.set(echoes);
    addFlowing(bench, scene, now.fluids, request);
    if (cancelled()) return null;

    kernels.beam(grid, bench.spectra, plan.columns, plan.blocks);
    ended('beam');
    if (cancelled()) return null;

    addCatheter(plan, pose, frameSeed, grid);
    ended('catheter');
    scheduleLines(pose, plan, bench.schedule);
    kernels.receive({
      grid,
      columns: plan.columns,
      lines,
      samples,
      source: bench.schedule.source,
      weight: bench.schedule.weight,
      taps: bench.taps,
      reach: plan.reach,
      offset: bench.offset,
      noise: bench.noise,
      frameSeed: hash32(frameSeed, 0),
      smooth: plan.settings.smoothLines,
      out: picture,
    });
    const data = picture.slice();
    ended('receiver');
    return {
      lines,
      samples,
      startMm,
      mmPerSample,
      data,
      pose,
      editsVersion: tissue.version,
      frameSeed,
    };
  };

  return {
    render,
    path: kernels.path,
    get scatterers() {
      return lasting + flowing;
    },
    get bench() {
      return newest;
    },
  };
};

/** Compares by value; poses are small trees of numbers and words. */
const samePose = (a: ImagingPose, b: ImagingPose): boolean => same(a, b);

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
};
