/** @file What an IVUS worker does: keeps one tissue up to date and renders frames of it. */
import { transfer } from 'comlink';
import type { Tissue } from '../src/core/anatomy/tissue.ts';
import { designedEdits, designedPose } from '../src/core/cases/designed.ts';
import { caseTissue } from '../src/core/cases/library.ts';
import { scanConvert } from '../src/core/measure/scan-convert.ts';
import type { FrameRequest, PolarFrame } from '../src/core/ultrasound/frame.ts';
import { createSynthesizer, type Synthesizer } from '../src/core/ultrasound/synthesize.ts';
import type { IvusOps, RenderReply } from '../src/protocol/ivus.ts';
import { type Api, PROTOCOL_VERSION } from '../src/protocol/ops.ts';
import { createPhantomRenderer } from './phantom-renderer.ts';
import { createSceneRenderer } from './scene-renderer.ts';

interface Loaded {
  readonly tissue: Tissue;
  /** One for each frame size in use: a synthesizer that changes its size sets up all its buffers anew. */
  readonly synthesizers: Map<string, Synthesizer>;
}

const synthesizerFor = ({ tissue, synthesizers }: Loaded, { settings }: FrameRequest): Synthesizer => {
  const key = `${settings.lines} x ${settings.samples}`;
  const known = synthesizers.get(key);
  if (known) return known;
  const made = createSynthesizer(tissue);
  // live and recorded frames; more sizes would only hold memory
  if (synthesizers.size >= 2) synthesizers.clear();
  synthesizers.set(key, made);
  return made;
};

/** @param now a clock in ms, for the counters only */
export const createIvusService = (now: () => number): Api<IvusOps> => {
  let loaded: Loaded | null = null;
  const phantom = createPhantomRenderer();
  const scenes = createSceneRenderer();

  const render = (request: FrameRequest): RenderReply => {
    if (!loaded) return { ok: false, reason: 'not-loaded' };
    const { tissue } = loaded;
    const synthesizer = synthesizerFor(loaded, request);
    return replyWith(() => synthesizer.render({ ...request, editsVersion: tissue.version }));
  };

  const replyWith = (make: () => PolarFrame | null): RenderReply => {
    const start = now();
    const frame = make();
    // only a `cancelled` callback makes it null, and none is given: a worker cannot hear while it computes
    if (!frame) return { ok: false, reason: 'not-loaded' };
    const reply: RenderReply = { ok: true, frame, renderMs: now() - start };
    return transfer(reply, [frame.data.buffer as ArrayBuffer]);
  };

  return {
    hello: () => ({ worker: 'ivus', protocol: PROTOCOL_VERSION }),

    load: ({ caseFile, designed }) => {
      const tissue = caseTissue(caseFile);
      if (designed) tissue.apply(designedEdits(tissue.anatomy));
      loaded = { tissue, synthesizers: new Map() };
      const { startMm, endMm } = tissue.anatomy.target.cleft;
      return { startMm, endMm };
    },

    render: ({ request, editsFrom, edits }) => {
      if (!loaded) return { ok: false, reason: 'not-loaded' };
      const { tissue } = loaded;
      if (editsFrom > tissue.version) return { ok: false, reason: 'stale-tissue', haveEdits: tissue.version };
      // what it has already is skipped: a request may be sent twice
      tissue.apply(edits.slice(tissue.version - editsFrom));
      return render(request);
    },

    renderDesigned: ({ s, rollRad, frameSeed, settings }) => {
      if (!loaded) return { ok: false, reason: 'not-loaded' };
      const pose = designedPose(loaded.tissue.anatomy, s, rollRad);
      return render({
        pose,
        settings,
        frameSeed,
        timeS: frameSeed / 30,
        editsVersion: loaded.tissue.version,
      });
    },

    renderPhantom: (wish) => replyWith(() => phantom.render(wish)),

    drawScene: async (wish) => {
      const start = now();
      const { frame, truth } = await scenes.draw(wish);
      const buffers = [frame.data, ...(truth ? [truth] : [])].map(({ buffer }) => buffer as ArrayBuffer);
      return transfer({ frame, truth, renderMs: now() - start }, buffers);
    },

    validate: async ({ id }) => {
      // no case should wait for the code of the tests
      const { validatePhysics } = await import('../src/core/ultrasound/validation/run.ts');
      const [row] = validatePhysics({ scan: scanConvert, only: [id] });
      if (!row) throw new RangeError(`there is no test ${id}`);
      return row;
    },
  };
};
