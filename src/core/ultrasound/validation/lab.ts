/**
 * @file The laboratory: the engine as it runs in the app, with phantoms before it whose answer is known.
 *
 * A phantom is a straight vessel of the real tissue model; only the numbers of its materials may be replaced. Nothing here
 * copies a stage of the engine: pictures come from its synthesizer, lone points go through its own splat, beam and receiver.
 */
import { createTissue } from '../../anatomy/create-tissue.ts';
import type { StraightVesselSpec } from '../../anatomy/straight-spec.ts';
import { straightVessel } from '../../anatomy/straight-vessel.ts';
import type { Tissue } from '../../anatomy/tissue.ts';
import type { Bench } from '../bench.ts';
import {
  DEFAULT_IMAGING,
  type Effects,
  type FrameRequest,
  type ImagingPose,
  type ImagingSettings,
  type PolarFrame,
  type Probe,
} from '../frame.ts';
import type { KernelPath } from '../kernels/kernels.ts';
import { MEDIA, type Media } from '../media.ts';
import { createSynthesizer } from '../synthesize.ts';
import type { ScanConverter } from './scan-converter.ts';

/** An engine over one phantom. */
export interface Scanner {
  readonly tissue: Tissue;
  /** A frame with the transducer in the middle of the vessel, unless the pose says otherwise. */
  frame(settings: ImagingSettings, pose?: Partial<ImagingPose>, request?: FrameChange): PolarFrame;
  /** Tables and buffers of the newest frame. */
  bench(): Bench;
}

export type FrameChange = Partial<Pick<FrameRequest, 'frameSeed' | 'timeS'>>;

export interface Lab {
  readonly path: KernelPath;
  readonly scan: ScanConverter;
  scanner(vessel: StraightVesselSpec, media?: Media): Scanner;
}

/** Length of phantoms and where the transducer is, mm. */
export const PHANTOM_MM = 40;
export const MIDDLE_MM = PHANTOM_MM / 2;
export const SHEATH_MM = 0.435;

export const createLab = (scan: ScanConverter, path: KernelPath): Lab => ({
  path,
  scan,
  scanner: (vessel, media = MEDIA) => {
    const tissue = createTissue(straightVessel({ lengthMm: PHANTOM_MM, ...vessel }));
    const synthesizer = createSynthesizer(tissue, { path, media });
    return {
      tissue,
      frame: (settings, pose = {}, { frameSeed = 1, timeS = 0 } = {}) => {
        const request = {
          pose: { ...POSE, ...pose },
          settings,
          editsVersion: tissue.version,
          frameSeed,
          timeS,
        };
        return synthesizer.render(request) as PolarFrame;
      },
      bench: () => synthesizer.bench as Bench,
    };
  },
});

/** In the middle of the vessel, along its axis. */
export const POSE: ImagingPose = {
  s: MIDDLE_MM,
  x: 0,
  y: 0,
  dxds: 0,
  dyds: 0,
  rollRad: 0,
  sheathRadiusMm: SHEATH_MM,
  wires: [],
};

/** Nothing but echoes and the loss on their way. */
const BARE: Effects = {
  shadow: true,
  wireShadow: true,
  multiples: false,
  ringDown: 'none',
  noise: false,
  soundSpeed: false,
};

export type SettingsChange = Partial<Omit<ImagingSettings, 'probe' | 'effects'>> & {
  readonly probe?: Partial<Probe>;
  readonly effects?: Partial<Effects>;
};

/** The usual settings without time gain, noise, ring-down, repeats and the console's errors of distance. */
export const bare = ({ probe, effects, ...change }: SettingsChange = {}): ImagingSettings => ({
  ...DEFAULT_IMAGING,
  timeGainDbCmMHz: 0,
  ...change,
  probe: { ...DEFAULT_IMAGING.probe, ...probe },
  effects: { ...BARE, ...effects },
});
