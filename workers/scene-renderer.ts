/** @file Recognition scenes as pictures and truth; the newest scene's tissue is kept while catheter and time change. */
import type { SceneId, SceneView } from '../src/core/cases/gallery/scene.ts';
import { polarOfPixel } from '../src/core/measure/scan-convert.ts';
import type { PolarFrame } from '../src/core/ultrasound/frame.ts';
import { DEFAULT_CATHETER, findCatheter, imagingOf } from '../src/core/ultrasound/presets.ts';
import { createSynthesizer, type Synthesizer } from '../src/core/ultrasound/synthesize.ts';
import { truthAt } from '../src/core/ultrasound/truth.ts';
import { type DrawScene, NO_LABEL, type TruthView } from '../src/protocol/ivus.ts';

interface SceneRenderer {
  draw(wish: DrawScene): Promise<{ readonly frame: PolarFrame; readonly truth: Uint8Array | null }>;
}

interface Known extends SceneView {
  readonly scene: SceneId;
  readonly synthesizer: Synthesizer;
}

export const createSceneRenderer = (): SceneRenderer => {
  let known: Known | null = null;

  return {
    draw: async ({ scene, catheter, frameSeed, timeS, truth }) => {
      // only the gallery needs the scenes: no case should wait for their code
      const { buildScene, throughCatheter } = await import('../src/core/cases/gallery/gallery.ts');
      if (known?.scene !== scene) {
        // first let go of the old one's memory
        known = null;
        const view = buildScene(scene);
        known = { ...view, scene, synthesizer: createSynthesizer(view.tissue) };
      }
      const { tissue, synthesizer } = known;
      const preset = findCatheter(catheter) ?? DEFAULT_CATHETER;
      const pose = throughCatheter(known.pose, preset);
      const settings = imagingOf(preset);
      const frame = synthesizer.render({ pose, settings, editsVersion: tissue.version, frameSeed, timeS });
      // null comes of cancelling only
      if (!frame) throw new Error('no frame');
      return { frame, truth: truth && labelsOf(truth, truthAt(tissue, pose)) };
    },
  };
};

/** One byte per pixel, row-major from the top left. */
const labelsOf = ({ side, depthMm }: TruthView, at: ReturnType<typeof truthAt>): Uint8Array => {
  const view = { depthMm, rotationRad: 0, mirrored: false };
  return Uint8Array.from({ length: side * side }, (_, i) => {
    const { psi, rangeMm } = polarOfPixel((i % side) + 0.5, Math.floor(i / side) + 0.5, side, side, view);
    return rangeMm <= depthMm ? at(psi, rangeMm) : NO_LABEL;
  });
};
