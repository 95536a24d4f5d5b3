/**
 * @file The X-ray picture on WebGL2: path lengths add up in float targets, a pulse turns them into light.
 *
 * Passes: still (leg, calcium; per view) + moving (iodine, devices; per pulse) -> detector (per pulse, with lag)
 * -> monitor (whenever anything shown changes). Everything can be made again from its inputs after a lost context.
 */
import { type Filling, ROADMAP_FILLING } from '../core/fluoro/contrast.ts';
import { buildRibbons, createRibbonMesh, type RibbonMesh } from '../core/fluoro/ribbon.ts';
import type { Tube } from '../core/fluoro/tube.ts';
import type { IodineTubes } from '../core/fluoro/vessel-tubes.ts';
import { COVER_VERTEX, createProgram } from './gl/program.ts';
import { createRibbonBuffer, type RibbonBuffer } from './gl/ribbons.ts';
import { createTarget, floatSupport } from './gl/target.ts';
import {
  DETECTOR_FRAGMENT,
  METER_FRAGMENT,
  MONITOR_FRAGMENT,
  PATH_FRAGMENT,
  PATH_VERTEX,
} from './xray-shaders.ts';
import { fieldOf, heldTransform, type PictureSize, sameView, type XrayView } from './xray-view.ts';

/** What one pulse exposes. Lists are compared by identity: a new list means a changed content. */
export interface Exposure {
  readonly view: XrayView;
  readonly still: readonly Tube[];
  readonly iodine: IodineTubes;
  readonly filling: Filling;
  readonly devices: readonly Tube[];
  /** Makes the noise; the same seed gives the same picture. */
  readonly seed: number;
}

export interface Roadmap {
  /** Angle at which it was taken, with the table and field of now. */
  readonly view: XrayView;
  readonly iodine: IodineTubes;
  /** 0 .. 1 */
  readonly strength: number;
}

export interface XrayPicture {
  /** Exposes one pulse and keeps it as the held image. */
  expose(exposure: Exposure): void;
  /** Draws the held image as seen in `view` into the canvas. False before the first pulse. */
  show(view: XrayView, roadmap: Roadmap | null): boolean;
  /** Forgets the held image and shows black. */
  clear(): void;
  dispose(): void;
}

/** Scatter to primary ratio at the detector of a leg (ASSUMED 0.3 .. 1). */
const SCATTER = 0.35;
/** Effective photons per pixel of a pulse: sets the grain (ASSUMED, tuned to look like 7.5 pulses/s fluoroscopy). */
const PHOTONS = 2600;
/** Share of the previous pulse that stays: y = 0.4 before + 0.6 now. */
const LAG = 0.4;
const METER = 16;
const METER_SIZE: PictureSize = { width: METER, height: METER };
/** Consoles lift thin metal out of the bone behind it; here its depth counts so many times (ASSUMED, by eye). */
const METAL_GAIN = 1.8;
/** The exposure aims at this brightness behind the leg. */
const AIM = 0.95;

/** @param size detector matrix, pixels, of the canvas's shape. @throws Error when this context has no float targets. */
export const createXrayPicture = (gl: WebGL2RenderingContext, size: PictureSize): XrayPicture => {
  const support = floatSupport(gl);
  if (support === 'none') throw new Error('This graphics context cannot draw into float targets.');
  const path = createProgram(gl, PATH_VERTEX, PATH_FRAGMENT);
  const meter = createProgram(gl, COVER_VERTEX, METER_FRAGMENT);
  const detector = createProgram(gl, COVER_VERTEX, DETECTOR_FRAGMENT);
  const monitor = createProgram(gl, COVER_VERTEX, MONITOR_FRAGMENT);
  const still = createTarget(gl, size, support);
  const moving = createTarget(gl, size, support);
  const roadmapTarget = createTarget(gl, size, 'half');
  const meterTarget = createTarget(gl, METER_SIZE, support);
  let held = createTarget(gl, size, 'half');
  let spare = createTarget(gl, size, 'half');
  const buffers: Record<'still' | 'open' | 'collateral' | 'devices' | 'roadmap', RibbonBuffer> = {
    still: createRibbonBuffer(gl),
    open: createRibbonBuffer(gl),
    collateral: createRibbonBuffer(gl),
    devices: createRibbonBuffer(gl),
    roadmap: createRibbonBuffer(gl),
  };
  const cover = gl.createVertexArray();
  const mesh: RibbonMesh = createRibbonMesh();
  const light = new Float32Array(METER * METER * 4);

  let output = 1;
  let heldView: XrayView | null = null;
  let stillKey: { view: XrayView; tubes: readonly Tube[] } | null = null;
  let iodineKey: { view: XrayView; iodine: IodineTubes } | null = null;
  let roadmapKey: { view: XrayView; iodine: IodineTubes } | null = null;

  const shorter = Math.min(size.width, size.height);
  const pixel = (view: XrayView): number => view.fieldMm / shorter;
  const load = (buffer: RibbonBuffer, tubes: readonly Tube[], view: XrayView): void =>
    buffer.upload(buildRibbons(mesh, tubes, view, pixel(view) * 0.75));
  const clear = (target: { bindForDrawing(): void }): void => {
    target.bindForDrawing();
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
  };
  const add = (buffer: RibbonBuffer, view: XrayView, amount: number): void => {
    if (amount <= 0) return;
    path.use();
    const field = fieldOf(view.fieldMm, size);
    path.vec2('fieldMm', field.width, field.height);
    path.float('pixelMm', pixel(view));
    path.float('amount', amount);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE);
    buffer.draw();
    gl.disable(gl.BLEND);
  };
  const drawCover = (): void => {
    gl.bindVertexArray(cover);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.bindVertexArray(null);
  };

  /** Tube output that brings the middle of the leg to the aim: median of what the leg lets through. */
  const readMeter = (): void => {
    meterTarget.bindForDrawing();
    still.bindTexture(0);
    meter.use();
    meter.int('still', 0);
    drawCover();
    gl.readPixels(0, 0, METER, METER, gl.RGBA, gl.FLOAT, light);
    const behind: number[] = [];
    for (let i = 0; i < light.length; i += 4) if (light[i]! > 0 && light[i]! < 0.5) behind.push(light[i]!);
    behind.sort((a, b) => a - b);
    const median = behind[Math.floor(behind.length / 2)];
    output = AIM / (median ?? 0.5);
  };

  const drawStill = ({ view, still: tubes }: Exposure): void => {
    if (stillKey && stillKey.tubes === tubes && sameView(stillKey.view, view)) return;
    load(buffers.still, tubes, view);
    clear(still);
    add(buffers.still, view, 1);
    readMeter();
    stillKey = { view, tubes };
  };

  const drawMoving = ({ view, iodine, filling, devices }: Exposure): void => {
    const filled = filling.open > 0.003 || filling.collateral > 0.003;
    if (filled && !(iodineKey && iodineKey.iodine === iodine && sameView(iodineKey.view, view))) {
      load(buffers.open, iodine.open, view);
      load(buffers.collateral, iodine.collateral, view);
      iodineKey = { view, iodine };
    }
    load(buffers.devices, devices, view);
    clear(moving);
    if (filled) {
      add(buffers.open, view, filling.open);
      add(buffers.collateral, view, filling.collateral);
    }
    add(buffers.devices, view, METAL_GAIN);
  };

  const drawRoadmap = ({ view, iodine }: Roadmap): void => {
    if (roadmapKey && roadmapKey.iodine === iodine && sameView(roadmapKey.view, view)) return;
    clear(roadmapTarget);
    for (const group of ['open', 'collateral'] as const) {
      load(buffers.roadmap, iodine[group], view);
      add(buffers.roadmap, view, ROADMAP_FILLING[group]);
    }
    roadmapKey = { view, iodine };
  };

  return {
    expose: (exposure) => {
      drawStill(exposure);
      drawMoving(exposure);
      spare.bindForDrawing();
      still.bindTexture(0);
      moving.bindTexture(1);
      held.bindTexture(2);
      detector.use();
      detector.int('still', 0);
      detector.int('moving', 1);
      detector.int('before', 2);
      detector.float('output1', output);
      detector.float('scatter', SCATTER);
      detector.float('photons', PHOTONS);
      detector.float('keep', heldView && sameView(heldView, exposure.view) ? LAG : 0);
      detector.int('seed', exposure.seed | 0);
      drawCover();
      [held, spare] = [spare, held];
      heldView = exposure.view;
    },
    show: (view, roadmap) => {
      if (!heldView) return false;
      if (roadmap) drawRoadmap(roadmap);
      const { width, height } = gl.canvas;
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, 0, width, height);
      held.bindTexture(0);
      roadmapTarget.bindTexture(1);
      const { u, v, zoom } = heldTransform(heldView, view, size);
      monitor.use();
      monitor.int('held', 0);
      monitor.int('roadmap', 1);
      monitor.vec2('shift', u, v);
      monitor.float('zoom', zoom);
      monitor.float('roadmapStrength', roadmap?.strength ?? 0);
      monitor.vec2('shape', size.width / shorter, size.height / shorter);
      monitor.float('rounding', 0.03);
      monitor.float('edgeSoft', 0.005);
      drawCover();
      return true;
    },
    clear: () => {
      heldView = null;
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.clearColor(0, 0, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
    },
    dispose: () => {
      for (const program of [path, meter, detector, monitor]) program.dispose();
      for (const target of [still, moving, roadmapTarget, meterTarget, held, spare]) target.dispose();
      for (const buffer of Object.values(buffers)) buffer.dispose();
      gl.deleteVertexArray(cover);
    },
  };
};
