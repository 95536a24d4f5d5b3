/** @file What the module exports: the steps of a frame that take most of its time. */
export { beam } from './beam.ts';
export { average, detect, envelope } from './detect.ts';
export { fillBrick } from './fill-brick.ts';
export { addNoise, filter, gather } from './receive.ts';
export { splat } from './splat.ts';
export { materialAt, referenceMaterialAt } from './tissue.ts';
export { trace } from './trace.ts';
