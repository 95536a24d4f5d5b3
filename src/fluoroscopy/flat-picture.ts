/** @file The X-ray picture without WebGL2 float targets: projected outlines on a plain grey field, nothing added up. */
import { type CArm, cArmBasis, type Projected, projectInto } from '../core/fluoro/c-arm.ts';
import { ROADMAP_FILLING } from '../core/fluoro/contrast.ts';
import { nodeCount, type Tube } from '../core/fluoro/tube.ts';
import type { Exposure, Roadmap, XrayPicture } from './xray-picture.ts';
import type { XrayView } from './xray-view.ts';

const BACKGROUND = '#a9adaf';

export const createFlatPicture = (context: CanvasRenderingContext2D): XrayPicture => {
  let held: Exposure | null = null;
  const point: Projected = { u: 0, v: 0, depth: 0, magnification: 1 };

  const stroke = (tubes: readonly Tube[], cArm: CArm, view: XrayView, alpha: number, tone: string): void => {
    const { width, height } = context.canvas;
    const perMm = Math.min(width, height) / view.fieldMm;
    const basis = cArmBasis(cArm.angleDeg);
    context.strokeStyle = tone;
    context.lineCap = 'butt';
    context.lineJoin = 'round';
    for (const tube of tubes) {
      // A cavity brightens in the real sum; here it would only paint over what is already drawn.
      if (tube.mu.low < 0) continue;
      const n = nodeCount(tube);
      const radius = tube.radius[Math.floor(n / 2)] ?? 0;
      context.globalAlpha = Math.min(1, alpha * (1 - Math.exp(-2 * radius * tube.mu.low)));
      context.lineWidth = Math.max(1, 2 * radius * perMm);
      context.beginPath();
      for (let i = 0; i < n; i++) {
        projectInto(
          basis,
          view.centre,
          tube.world[3 * i]!,
          tube.world[3 * i + 1]!,
          tube.world[3 * i + 2]!,
          point,
        );
        context.lineTo(width / 2 + point.u * perMm, height / 2 + point.v * perMm);
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  };

  const fill = (): void => {
    context.fillStyle = BACKGROUND;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  };

  return {
    expose: (exposure) => {
      held = exposure;
    },
    show: (view: XrayView, roadmap: Roadmap | null) => {
      if (!held) return false;
      const at = { ...held.view, centre: view.centre, fieldMm: view.fieldMm };
      fill();
      stroke(held.still, held.view, at, 0.35, '#1b2126');
      if (roadmap) {
        for (const group of ['open', 'collateral'] as const) {
          stroke(
            roadmap.iodine[group],
            roadmap.view,
            at,
            roadmap.strength * ROADMAP_FILLING[group] * 4,
            '#ffffff',
          );
        }
      }
      for (const group of ['open', 'collateral'] as const) {
        stroke(held.iodine[group], held.view, at, held.filling[group] * 1.5, '#101418');
      }
      stroke(held.devices, held.view, at, 1.4, '#050708');
      return true;
    },
    clear: () => {
      held = null;
      context.fillStyle = '#000';
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    },
    dispose: () => {
      held = null;
    },
  };
};
