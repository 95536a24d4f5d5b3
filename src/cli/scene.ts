/** @file Where frames come from on the command line: a case as it is designed, or a session's last moment. */
import type { Tissue } from '../core/anatomy/tissue.ts';
import { designedEdits, designedPose } from '../core/cases/designed.ts';
import { caseTissue } from '../core/cases/library.ts';
import { imagingPoseAt, travelNow } from '../core/session/imaging.ts';
import { createReplay } from '../core/session/replay.ts';
import type { Session } from '../core/session/session.ts';
import type { ImagingPose, ImagingSettings } from '../core/ultrasound/frame.ts';
import {
  CATHETER_IDS,
  type CatheterPreset,
  DEFAULT_CATHETER,
  findCatheter,
  imagingOf,
} from '../core/ultrasound/presets.ts';
import { FREQUENCY_MHZ } from '../core/ultrasound/settings.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { type Arguments, numberOption } from './arguments.ts';
import { caseNamed, sessionIn } from './files.ts';
import type { CliHost } from './host.ts';

/** Options that name a scene. */
export const SCENE_OPTIONS = ['case', 'session', 'catheter', 'frequency', 'seed'] as const;

export interface Scene {
  readonly tissue: Tissue;
  readonly catheter: CatheterPreset;
  readonly settings: ImagingSettings;
  readonly seed: number;
  /** Stations that the transducer can reach, mm. */
  readonly fromMm: number;
  readonly toMm: number;
  /** Pose with the transducer at a station within reach. */
  poseAt(stationMm: number): ImagingPose;
}

/** The scene that the options name. @throws InputError */
export const sceneOf = (args: Arguments, host: CliHost): Scene => {
  const file = args.options.get('session');
  const devices = file === undefined ? designedDevices(args, host) : sessionDevices(args, host, file);
  const { catheter } = devices;
  const recorded = imagingOf(catheter);
  const frequencyMHz = numberOption(args, 'frequency', FREQUENCY_MHZ, catheter.probe.frequencyMHz);
  return {
    ...devices,
    settings: { ...recorded, smoothLines: 0, probe: { ...recorded.probe, frequencyMHz } },
    seed: numberOption(args, 'seed', { min: 0, max: 4294967295, whole: true }, 1),
  };
};

/** A station given by option `name`, within the scene's reach. @throws InputError */
export const stationOption = (args: Arguments, name: string, { fromMm, toMm }: Scene): number => {
  const s = numberOption(args, name, { min: -1000, max: 1000 });
  if (s >= fromMm && s <= toMm) return s;
  const tenths = (mm: number, round: (v: number) => number): number => round(mm * 10) / 10;
  const [from, to] = [tenths(fromMm, Math.ceil), tenths(toMm, Math.floor)];
  throw new InputError(`--${name}`, '', CLI_PROBLEMS.outOfReach(from, to));
};

type Devices = Omit<Scene, 'settings' | 'seed'>;

const catheterOption = (args: Arguments, otherwise: CatheterPreset): CatheterPreset => {
  const id = args.options.get('catheter');
  if (id === undefined) return otherwise;
  const found = findCatheter(id);
  if (!found) throw new InputError('--catheter', '', CLI_PROBLEMS.noScene(CATHETER_IDS, id));
  return found;
};

/** The devices as the case designs them. */
const designedDevices = (args: Arguments, host: CliHost): Devices => {
  const name = args.options.get('case');
  if (name === undefined) throw new InputError('--case', '', CLI_PROBLEMS.needed());
  const tissue = caseTissue(caseNamed(host, name));
  const { curve, cleft } = tissue.anatomy.target;
  tissue.apply(designedEdits(tissue.anatomy));
  const catheter = catheterOption(args, DEFAULT_CATHETER);
  return {
    tissue,
    catheter,
    fromMm: curve.startMm,
    toMm: cleft.endMm,
    poseAt: (s) => ({ ...designedPose(tissue.anatomy, s), sheathRadiusMm: catheter.windowRadiusMm }),
  };
};

const sessionDevices = (args: Arguments, host: CliHost, file: string): Devices => {
  const name = args.options.get('case');
  const saved = sessionIn(host, file);
  const replay = createReplay(name === undefined ? saved : { ...saved, case: caseNamed(host, name) });
  while (replay.step());
  const { session } = replay;
  const at = (back: number): ImagingPose => {
    const pose = imagingPoseAt(session, back);
    if (!pose) throw new InputError(file, '', CLI_PROBLEMS.noCatheter());
    return pose;
  };
  const far = travelNow(session);
  return {
    tissue: session.tissue,
    catheter: catheterOption(args, session.catheter),
    fromMm: at(far).s,
    toMm: at(0).s,
    poseAt: (s) => slidTo(session, at, s),
  };
};

/** The transducer slid within the catheter, as it lies at the session's end, to station s. */
const slidTo = (session: Session, at: (back: number) => ImagingPose, s: number): ImagingPose => {
  let near = 0;
  let far = travelNow(session);
  // the station falls steadily as the transducer is pulled back
  for (let i = 0; i < 50; i++) {
    const middle = (near + far) / 2;
    if (at(middle).s > s) near = middle;
    else far = middle;
  }
  return at((near + far) / 2);
};
