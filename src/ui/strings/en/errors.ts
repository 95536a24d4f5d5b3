/** @file Sentences for what goes wrong around a case: workers, storage, files, graphics. */

import type { RefusalCode } from '../../../core/session/refusal.ts';

/** Why an order was not carried out, as a sentence of its own. */
const refused: Readonly<Record<RefusalCode, string>> = {
  'not-a-command': 'That order was not understood.',
  'not-a-number': 'That order carries no usable number.',
  'out-of-range': 'That is beyond what the device can do.',
  'in-the-past': 'That order came too late.',
  finished: 'The case is finished.',
  'no-image': 'The IVUS catheter shows no image yet: bring its transducer into the vessel first.',
  'transducer-at-limit': 'The transducer is at the end of its travel.',
  'transducer-fixed': 'This catheter has no sliding transducer: move the catheter itself.',
  'pullback-too-fast': 'The drive of this catheter does not pull that fast.',
  'catheter-kinked': 'The shaft of the IVUS catheter is kinked: take it out and load a new one.',
  'unknown-catheter': 'There is no such catheter on the shelf.',
  'already-loaded': 'It is loaded already.',
  'not-loaded': 'It is not loaded.',
  'catheter-over-wire1': 'Wire 1 carries the IVUS catheter; take the catheter out first.',
  'needs-wire1': 'The IVUS catheter needs wire 1 to ride on.',
  'needs-catheter': 'The Rx lumen needs the IVUS catheter in the body first.',
  'catheter-too-shallow':
    'The IVUS catheter is not deep enough: its proximal lumen is still outside the body.',
  'catheter-in-body': 'An IVUS catheter is in the body: take it out before you exchange it.',
  'no-second-lumen':
    'This catheter has one Rx lumen, and wire 1 runs in it: bring wire 2 in a microcatheter alongside.',
  'wire2-in-catheter': 'Wire 2 runs in the catheter’s lumen; take wire 2 out first.',
  'unknown-wire': 'There is no such wire on the shelf.',
  'bad-shape': 'A tip cannot be given that shape.',
  'tip-in-body': 'The tip is in the vessel: draw the wire back to reshape it.',
  'does-not-fit': 'It does not fit into the sheath beside what is in it.',
  'sheath-in-use': 'A sheath is exchanged over wire 1 alone: take out everything else first.',
  'unknown-sheath': 'There is no such sheath on the shelf.',
  'unknown-microcatheter': 'There is no such microcatheter on the shelf.',
  'needs-microcatheter':
    'Wire 2 is exchanged through a microcatheter, and there is none: take wire 2 out and load the other.',
  'microcatheter-on-its-way':
    'The microcatheter is still on its way down the artery: bring it to the site first.',
  'unknown-balloon': 'There is no such balloon on the shelf.',
  'balloon-needs-wire': 'A balloon needs a wire to ride on: load that wire first.',
  'rail-taken': 'Another catheter runs on that wire already; take it out first.',
  'balloon-over-wire': 'This wire carries the balloon; take the balloon out first.',
  'wire2-not-here': 'Wire 2 does not cross the image at this level. Slide the transducer to it.',
  'in-occlusion': 'Wire 2 is inside the occlusion here. Confirm it where blood flows again.',
  'in-plaque': 'Wire 2 lies in the plaque at this level, not in the lumen.',
  'in-plane': 'Wire 2 lies in the plane at this level, outside the intima.',
  outside: 'Wire 2 lies outside the vessel at this level.',
};

export const errors = {
  workerRestarted: {
    simulation: 'The simulation stopped and was started again; nothing is lost.',
    ivus: 'An image worker stopped and was started again; nothing is lost.',
  },
  workerFailed: {
    simulation: 'The simulation keeps stopping. Save what you can and reload the page.',
    ivus: 'The IVUS image keeps failing. Reload the page to continue from the last autosave.',
  },
  refused,
  replayDiffers: (seconds: string) =>
    `The saved session played differently from ${seconds} s on. It goes on from where it arrived.`,
  saved: (name: string) => `Session saved as ${name}.`,
  saveFailed: (detail: string) => `The session could not be saved. ${detail}`,
  autosaveFailed: 'This browser refuses to keep an autosave. Save to a file before you leave.',
  restoreFailed: (detail: string) => `The autosave could not be read. ${detail}`,
  startFailed: (detail: string) => `The case could not be started. ${detail}`,
  caseUnknown: (id: string) => `There is no case “${id}” in the library.`,
  tooLarge: (name: string, megabytes: number) =>
    `${name}: larger than ${megabytes} MB, so it is no case or session file.`,
  unreadable: (name: string) => `${name}: the file could not be read.`,
  oneFile: 'Drop one file at a time.',
  noWebGl:
    'This browser offers no WebGL2: pictures are drawn more slowly, and the 3D scene and X-ray may be missing.',
  graphicsLost: 'The graphics driver restarted. The pictures come back by themselves.',
} as const;
