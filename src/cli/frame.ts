/** @file Verb `frame`: one IVUS frame of a case, or of a session's last moment, as JSON, picture and raw data. */
import type { Tissue } from '../core/anatomy/tissue.ts';
import { designedEdits, designedPose } from '../core/cases/designed.ts';
import { caseTissue } from '../core/cases/library.ts';
import { scanConvert } from '../core/measure/scan-convert.ts';
import { imagingPoseAt, travelNow } from '../core/session/imaging.ts';
import { createReplay } from '../core/session/replay.ts';
import type { Session } from '../core/session/session.ts';
import {
  DB_RANGE,
  DB_STEP,
  DEFAULT_IMAGING,
  DEFAULT_PROBE,
  type ImagingPose,
  type ImagingSettings,
  type PolarFrame,
  toDb,
} from '../core/ultrasound/frame.ts';
import { FREQUENCY_MHZ } from '../core/ultrasound/settings.ts';
import { createSynthesizer } from '../core/ultrasound/synthesize.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { type Arguments, numberOption, readArguments } from './arguments.ts';
import { caseNamed, sessionIn, writeBytes } from './files.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { LABEL_NAMES, labelsOf } from './labels.ts';
import { encodePng } from './png.ts';
import { noMoreWords } from './words.ts';

const OPTIONS = ['case', 'at', 'session', 'frequency', 'seed', 'png', 'polar', 'labels'];
/** Side of the picture, pixels. */
const PICTURE = 512;

interface Scene {
  readonly tissue: Tissue;
  readonly pose: ImagingPose;
}

const oneDecimalIn = (mm: number, round: (v: number) => number): number => round(mm * 10) / 10;

/** The devices as the case designs them, the transducer at station s. */
const designedScene = (args: Arguments, host: CliHost): Scene => {
  const name = args.options.get('case');
  if (name === undefined) throw new InputError('--case', '', CLI_PROBLEMS.needed());
  const tissue = caseTissue(caseNamed(host, name));
  const { curve, cleft } = tissue.anatomy.target;
  const s = stationOption(args, curve.startMm, cleft.endMm);
  tissue.apply(designedEdits(tissue.anatomy));
  return { tissue, pose: designedPose(tissue.anatomy, s) };
};

const stationOption = (args: Arguments, fromMm: number, toMm: number): number => {
  const s = numberOption(args, 'at', { min: -1000, max: 1000 });
  if (s >= fromMm && s <= toMm) return s;
  const [from, to] = [oneDecimalIn(fromMm, Math.ceil), oneDecimalIn(toMm, Math.floor)];
  throw new InputError('--at', '', CLI_PROBLEMS.outOfReach(from, to));
};

/** The transducer slid within the catheter, as it lies at the session's end, to station s. */
const slidTo = (session: Session, args: Arguments, file: string): ImagingPose => {
  const at = (back: number): ImagingPose => {
    const pose = imagingPoseAt(session, back);
    if (!pose) throw new InputError(file, '', CLI_PROBLEMS.noCatheter());
    return pose;
  };
  let near = 0;
  let far = travelNow(session);
  const s = stationOption(args, at(far).s, at(near).s);
  // the station falls steadily as the transducer is pulled back
  for (let i = 0; i < 50; i++) {
    const middle = (near + far) / 2;
    if (at(middle).s > s) near = middle;
    else far = middle;
  }
  return at((near + far) / 2);
};

const sessionScene = (args: Arguments, host: CliHost, file: string): Scene => {
  const name = args.options.get('case');
  const saved = sessionIn(host, file);
  const replay = createReplay(name === undefined ? saved : { ...saved, case: caseNamed(host, name) });
  while (replay.step());
  return { tissue: replay.session.tissue, pose: slidTo(replay.session, args, file) };
};

const picture = (frame: PolarFrame, depthMm: number): Uint8Array => {
  const grey = new Uint8Array(PICTURE * PICTURE);
  const view = { gainDb: 0, dynamicRangeDb: 50, gamma: 1, depthMm, rotationRad: 0, mirrored: false };
  scanConvert(frame, { floorDb: -DB_RANGE, stepDb: DB_STEP }, view, PICTURE, PICTURE, grey);
  return encodePng(grey, PICTURE, PICTURE);
};

const bytesOf = (data: Float32Array): Uint8Array => new Uint8Array(data.buffer);

export const frame = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, OPTIONS);
  noMoreWords(args.words);
  const frequencyMHz = numberOption(args, 'frequency', FREQUENCY_MHZ, DEFAULT_PROBE.frequencyMHz);
  const seed = numberOption(args, 'seed', { min: 0, max: 4294967295, whole: true }, 1);
  const settings: ImagingSettings = { ...DEFAULT_IMAGING, probe: { ...DEFAULT_PROBE, frequencyMHz } };
  const file = args.options.get('session');
  const { tissue, pose } = file === undefined ? designedScene(args, host) : sessionScene(args, host, file);
  const made = createSynthesizer(tissue).render({
    pose,
    settings,
    editsVersion: tissue.version,
    frameSeed: seed,
    timeS: 0,
  })!;

  const out = (name: string, make: () => Uint8Array): void => {
    const target = args.options.get(name);
    if (target !== undefined) writeBytes(host, target, make());
  };
  out('png', () => picture(made, settings.startMm + (settings.samples - 1) * settings.mmPerSample));
  out('polar', () => bytesOf(Float32Array.from(made.data, toDb)));
  out('labels', () => labelsOf(tissue, pose, settings));

  const { lines, samples, mmPerSample, startMm } = made;
  const { s, x, y, dxds, dyds, rollRad } = pose;
  const answer = {
    lines,
    samples,
    mmPerSample,
    startMm,
    stationMm: s,
    seed,
    frequencyMHz,
    editsVersion: made.editsVersion,
    pose: { s, x, y, dxds, dyds, rollRad, wires: pose.wires },
    labelNames: LABEL_NAMES,
  };
  host.print(`${JSON.stringify(answer, null, 2)}\n`);
  return EXIT.fine;
};
