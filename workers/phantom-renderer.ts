/** @file Frames of the vessel with one plate of calcium; the newest plate's tissue is kept while others settings change. */
import { createTissue } from '../src/core/anatomy/create-tissue.ts';
import { phantomPlate, phantomPose, plainVessel, plateVessel } from '../src/core/cases/calcium-phantom.ts';
import type { PolarFrame } from '../src/core/ultrasound/frame.ts';
import { createSynthesizer, type Synthesizer } from '../src/core/ultrasound/synthesize.ts';
import type { RenderPhantom } from '../src/protocol/ivus.ts';

interface PhantomRenderer {
  /** @throws ImagingSettingsError for settings out of range */
  render(wish: RenderPhantom): PolarFrame | null;
}

export const createPhantomRenderer = (): PhantomRenderer => {
  let known: { readonly plate: string; readonly synthesizer: Synthesizer } | null = null;

  const synthesizerFor = ({ phantom, withPlate }: RenderPhantom): Synthesizer => {
    const plate = withPlate ? JSON.stringify(phantomPlate(phantom)) : '';
    if (known?.plate === plate) return known.synthesizer;
    // first let go of the old one's memory
    known = null;
    const synthesizer = createSynthesizer(createTissue(withPlate ? plateVessel(phantom) : plainVessel()));
    known = { plate, synthesizer };
    return synthesizer;
  };

  return {
    render: (wish) => {
      const { phantom, settings, frameSeed, timeS } = wish;
      const pose = phantomPose(phantom);
      return synthesizerFor(wish).render({ pose, settings, editsVersion: 0, frameSeed, timeS });
    },
  };
};
