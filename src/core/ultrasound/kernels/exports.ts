/** @file The compiled module's functions, as its sources in assembly/ declare them. Addresses and sizes are in bytes. */

export interface KernelExports {
  beam(
    grid: number,
    spectra: number,
    columns: number,
    blocks: number,
    stages: number,
    count: number,
    bins: number,
  ): void;
  gather(
    grid: number,
    block: number,
    samples: number,
    lines: number,
    here: number,
    next: number,
    weight: number,
    strip: number,
    stride: number,
  ): void;
  addNoise(strip: number, samples: number, rms: number, from: number): void;
  filter(re: number, im: number, samples: number, taps: number, reach: number, power: number): void;
  envelope(power: number, samples: number, to: number): void;
  average(first: number, end: number, from: number, count: number, samples: number, power: number): void;
  detect(power: number, samples: number, offset: number, scale: number, out: number): void;
  splat(job: number): number;
  materialAt(tissue: number, s: number, x: number, y: number): number;
  referenceMaterialAt(tissue: number, s: number, x: number, y: number): number;
  trace(tissue: number, job: number): number;
  fillBrick(
    tissue: number,
    job: number,
    at: number,
    stride: number,
    ix: number,
    iy: number,
    startMm: number,
    side: number,
    weight: number,
    seed: number,
  ): void;
}
