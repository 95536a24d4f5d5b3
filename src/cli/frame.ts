/** @file Verb `frame`: one IVUS frame of a case, or of a session's last moment, as JSON, picture and raw data. */
import { scanConvert } from '../core/measure/scan-convert.ts';
import { DB_RANGE, DB_STEP, type ImagingPose, type PolarFrame, toDb } from '../core/ultrasound/frame.ts';
import { LABEL_NAMES, labelsOf } from '../core/ultrasound/labels.ts';
import { createSynthesizer } from '../core/ultrasound/synthesize.ts';
import { readArguments } from './arguments.ts';
import { writeBytes } from './files.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { encodePng } from './png.ts';
import { SCENE_OPTIONS, sceneOf, stationOption } from './scene.ts';
import { noMoreWords } from './words.ts';

const OPTIONS = [...SCENE_OPTIONS, 'at', 'png', 'polar', 'labels'];
/** Side of the picture, pixels. */
const PICTURE = 512;

/** The whole frame, scan-converted, as a PNG. */
export const pictureOf = (frame: PolarFrame, dynamicRangeDb: number): Uint8Array => {
  const grey = new Uint8Array(PICTURE * PICTURE);
  const depthMm = frame.startMm + (frame.samples - 1) * frame.mmPerSample;
  const view = { gainDb: 0, dynamicRangeDb, gamma: 1, depthMm, rotationRad: 0, mirrored: false };
  scanConvert(frame, { floorDb: -DB_RANGE, stepDb: DB_STEP }, view, PICTURE, PICTURE, grey);
  return encodePng(grey, PICTURE, PICTURE);
};

/** The log envelope in dB, float32, line-major. */
export const polarOf = (frame: PolarFrame): Uint8Array =>
  new Uint8Array(Float32Array.from(frame.data, toDb).buffer);

/** The pose as the answers print it. */
export const poseFields = ({ s, x, y, dxds, dyds, rollRad, wires }: ImagingPose) => ({
  s,
  x,
  y,
  dxds,
  dyds,
  rollRad,
  wires,
});

export const frame = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, OPTIONS);
  noMoreWords(args.words);
  const scene = sceneOf(args, host);
  const { tissue, settings, seed } = scene;
  const pose = scene.poseAt(stationOption(args, 'at', scene));
  const request = { pose, settings, editsVersion: tissue.version, frameSeed: seed, timeS: 0 };
  const made = createSynthesizer(tissue).render(request)!;

  const out = (name: string, make: () => Uint8Array): void => {
    const target = args.options.get(name);
    if (target !== undefined) writeBytes(host, target, make());
  };
  out('png', () => pictureOf(made, scene.catheter.console.dynamicRangeDb));
  out('polar', () => polarOf(made));
  out('labels', () => labelsOf(tissue, pose, settings));

  const { lines, samples, mmPerSample, startMm, editsVersion } = made;
  const answer = {
    lines,
    samples,
    mmPerSample,
    startMm,
    stationMm: pose.s,
    seed,
    catheter: scene.catheter.id,
    frequencyMHz: settings.probe.frequencyMHz,
    editsVersion,
    pose: poseFields(pose),
    labelNames: LABEL_NAMES,
  };
  host.print(`${JSON.stringify(answer, null, 2)}\n`);
  return EXIT.fine;
};
