/** @file Verb `pullback`: a run of frames with labels and poses, whole or one share of it, for training sets. */
import { hash32 } from '../core/math/rng.ts';
import { LABEL_NAMES, labelsOf } from '../core/ultrasound/labels.ts';
import { createSynthesizer } from '../core/ultrasound/synthesize.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { type Arguments, numberOption, readArguments } from './arguments.ts';
import { makeFolder, writeBytes } from './files.ts';
import { pictureOf, polarOf, poseFields } from './frame.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { SCENE_OPTIONS, sceneOf, stationOption } from './scene.ts';
import { noMoreWords } from './words.ts';

const OPTIONS = [...SCENE_OPTIONS, 'from', 'to', 'step', 'png', 'polar', 'labels', 'shard'];
const MAX_FRAMES = 100_000;
/** Digits of a frame's number in its file's name. */
const DIGITS = 6;

interface Shard {
  /** 0-based. */
  readonly index: number;
  readonly count: number;
}

/** `i/n`, i from 1 to n. @throws InputError */
const shardOption = (args: Arguments): Shard => {
  const text = args.options.get('shard');
  if (text === undefined) return { index: 0, count: 1 };
  const parts = /^(\d+)\/(\d+)$/.exec(text);
  const [i, n] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || n < 1 || n > MAX_FRAMES || i < 1 || i > n) {
    throw new InputError('--shard', '', CLI_PROBLEMS.shard(text));
  }
  return { index: i - 1, count: n };
};

/** Folders by what lies in them; every frame has a file of its own in each. */
type Folders = Readonly<Partial<Record<'png' | 'polar' | 'labels', string>>>;

const foldersOf = (args: Arguments, host: CliHost): Folders => {
  const folders: Partial<Record<'png' | 'polar' | 'labels', string>> = {};
  for (const kind of ['png', 'polar', 'labels'] as const) {
    const folder = args.options.get(kind);
    if (folder === undefined) continue;
    makeFolder(host, folder);
    folders[kind] = folder.replace(/\/+$/, '');
  }
  if (Object.keys(folders).length === 0) throw new InputError('--png', '', CLI_PROBLEMS.noOutput());
  return folders;
};

export const pullback = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, OPTIONS);
  noMoreWords(args.words);
  const scene = sceneOf(args, host);
  const { tissue, settings, seed, catheter } = scene;
  const fromMm = stationOption(args, 'from', scene);
  const toMm = stationOption(args, 'to', scene);
  const stepMm = numberOption(args, 'step', { min: 0.001, max: 100 });
  const total = Math.floor(Math.abs(toMm - fromMm) / stepMm + 1e-6) + 1;
  if (total > MAX_FRAMES) throw new InputError('--step', '', CLI_PROBLEMS.tooManyFrames(MAX_FRAMES));
  const shard = shardOption(args);
  const folders = foldersOf(args, host);

  // each frame is one turn of a helix, stepMm long; time runs from the first
  const advanceMm = Math.sign(toMm - fromMm) * Math.min(stepMm, LONGEST_TURN_MM);
  const synthesizer = createSynthesizer(tissue);
  const frames = [];
  for (let i = shard.index; i < total; i += shard.count) {
    const stationMm = fromMm + Math.sign(toMm - fromMm) * i * stepMm;
    const pose = { ...scene.poseAt(stationMm), advanceMm };
    const made = synthesizer.render({
      pose,
      settings,
      editsVersion: tissue.version,
      frameSeed: hash32(seed, i),
      timeS: i / catheter.framesPerS,
    })!;
    const name = String(i).padStart(DIGITS, '0');
    const out = (kind: keyof Folders, ending: string, make: () => Uint8Array): void => {
      if (folders[kind]) writeBytes(host, `${folders[kind]}/${name}.${ending}`, make());
    };
    out('png', 'png', () => pictureOf(made, catheter.console.dynamicRangeDb));
    out('polar', 'f32', () => polarOf(made));
    out('labels', 'u8', () => labelsOf(tissue, pose, settings));
    frames.push({ index: i, name, stationMm, pose: poseFields(pose) });
  }

  const { lines, samples, mmPerSample, startMm } = settings;
  const answer = {
    lines,
    samples,
    mmPerSample,
    startMm,
    seed,
    catheter: catheter.id,
    frequencyMHz: settings.probe.frequencyMHz,
    total,
    shard: `${shard.index + 1}/${shard.count}`,
    labelNames: LABEL_NAMES,
    frames,
  };
  host.print(`${JSON.stringify(answer, null, 2)}\n`);
  return EXIT.fine;
};

/** No catheter moves further in a turn: 9 mm/s at 30 turns a second. */
const LONGEST_TURN_MM = 0.3;
