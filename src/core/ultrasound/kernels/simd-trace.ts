/** @file The fast path of the trace: aims the rays, and leaves the walk to the module. */
import type { Scene } from '../baseband.ts';
import { MATERIALS, WALK_STEP_MM } from '../scene/medium.ts';
import { aimRays } from '../scene/rays.ts';
import { CUTS, CUTS_VAGUE, clearTrace, INAUDIBLE, MAX_CROSSINGS_PER_LINE } from '../scene/trace.ts';
import type { KernelExports } from './exports.ts';
import { createHeader } from './header.ts';
import type { KernelMemory } from './memory.ts';

/** Fields of assembly/trace-job.ts. */
const DOUBLES = 5;
const WORDS = 20;

export type SimdTrace = (tissue: number, scene: Scene, metalMm: Float32Array) => void;

export const createSimdTrace = (memory: KernelMemory, kernels: KernelExports): SimdTrace => {
  const { addressOf } = memory;
  const job = createHeader(memory, new Array(DOUBLES).fill(0), new Array(WORDS).fill(0));

  return (tissue, { pose, basis, plan, trace }, metalMm) => {
    const { lines, samples, stepMm } = plan.trace;
    const { crossings } = trace;
    aimRays(pose, basis, plan, metalMm, trace.rays);
    clearTrace(trace);
    job.doubles.set([plan.settings.startMm, stepMm, pose.sheathRadiusMm, WALK_STEP_MM, INAUDIBLE]);
    const arrays = [
      trace.rays,
      trace.media,
      trace.passed,
      trace.labels,
      trace.transmission,
      trace.lateMm,
      trace.atMetal,
      trace.lateAtMetal,
      crossings.firstOf,
      crossings.rangeMm,
      crossings.lateMm,
      crossings.from,
      crossings.to,
      crossings.transmission,
    ];
    job.words.set([
      lines,
      samples,
      MAX_CROSSINGS_PER_LINE,
      CUTS,
      CUTS_VAGUE,
      MATERIALS,
      ...arrays.map(addressOf),
    ]);
    crossings.count = kernels.trace(tissue, job.address);
  };
};
