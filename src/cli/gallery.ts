/** @file Verb `gallery`: the recognition scenes as pictures beside their truth, a contact sheet, and their statistics. */
import path from 'node:path';
import { buildScene } from '../core/cases/gallery/gallery.ts';
import { SCENE_IDS, type SceneId } from '../core/cases/gallery/scene.ts';
import { GREY_BINS, polarStatistics, RING_MM } from '../core/measure/image-statistics.ts';
import { REFERENCE_FRAMES } from '../core/measure/reference-statistics.ts';
import { scanConvert } from '../core/measure/scan-convert.ts';
import {
  DB_RANGE,
  DB_STEP,
  DEFAULT_IMAGING,
  DEFAULT_PROBE,
  type ImagingSettings,
} from '../core/ultrasound/frame.ts';
import { FREQUENCY_MHZ } from '../core/ultrasound/settings.ts';
import { createSynthesizer } from '../core/ultrasound/synthesize.ts';
import { CLI_PROBLEMS, InputError } from '../io/errors.ts';
import { type Arguments, numberOption, readArguments } from './arguments.ts';
import { makeFolder, writeBytes } from './files.ts';
import { type SheetScene, scenePng, sheetPng } from './gallery-sheet.ts';
import { type CliHost, EXIT, type ExitStatus } from './host.ts';
import { noMoreWords } from './words.ts';

const OPTIONS = ['out', 'scene', 'seed', 'frequency'];
/** Display radius for tibial work, 3 - 6 mm. ASSUMED. */
const DEPTH_MM = 3.5;
/** Outside window and ring-down. */
const ANNULUS = { innerMm: 0.6, outerMm: DEPTH_MM } as const;
/** The screen's first view of a frame. */
const GREY = { gainDb: 0, dynamicRangeDb: 50, gamma: 1 } as const;
const SCALE = { floorDb: -DB_RANGE, stepDb: DB_STEP } as const;

const scenesAsked = (args: Arguments): readonly SceneId[] => {
  const name = args.options.get('scene');
  if (name === undefined) return SCENE_IDS;
  const id = SCENE_IDS.find((known) => known === name);
  if (!id) throw new InputError('--scene', '', CLI_PROBLEMS.noScene(SCENE_IDS, name));
  return [id];
};

const render = (id: SceneId, settings: ImagingSettings, frameSeed: number): SheetScene => {
  const { tissue, pose } = buildScene(id);
  const frame = createSynthesizer(tissue).render({
    pose,
    settings,
    editsVersion: tissue.version,
    frameSeed,
    timeS: 0,
  })!;
  return {
    id,
    tissue,
    pose,
    statistics: polarStatistics(frame, SCALE, GREY, ANNULUS),
    picture: (side) => {
      const grey = new Uint8Array(side * side);
      const view = { ...GREY, depthMm: DEPTH_MM, rotationRad: 0, mirrored: false };
      scanConvert(frame, SCALE, view, side, side, grey);
      return grey;
    },
  };
};

export const gallery = (argv: readonly string[], host: CliHost): ExitStatus => {
  const args = readArguments(argv, OPTIONS);
  noMoreWords(args.words);
  const out = args.options.get('out');
  if (out === undefined) throw new InputError('--out', '', CLI_PROBLEMS.needed());
  const seed = numberOption(args, 'seed', { min: 0, max: 4294967295, whole: true }, 1);
  const frequencyMHz = numberOption(args, 'frequency', FREQUENCY_MHZ, DEFAULT_PROBE.frequencyMHz);
  const settings: ImagingSettings = { ...DEFAULT_IMAGING, probe: { ...DEFAULT_PROBE, frequencyMHz } };

  const asked = scenesAsked(args);
  makeFolder(host, out);
  const scenes = asked.map((id) => render(id, settings, seed));
  const list = scenes.map((scene) => {
    const file = path.join(out, `${scene.id}.png`);
    writeBytes(host, file, scenePng(scene, DEPTH_MM));
    const { s, x, y, dxds, dyds, wires } = scene.pose;
    return { id: scene.id, file, pose: { s, x, y, dxds, dyds, wires }, ...scene.statistics };
  });
  const sheet = path.join(out, 'sheet.png');
  writeBytes(host, sheet, sheetPng(scenes, ANNULUS.innerMm, DEPTH_MM));
  const answer = {
    seed,
    frequencyMHz,
    sheet,
    annulus: ANNULUS,
    greyBins: GREY_BINS,
    ringMm: RING_MM,
    scenes: list,
    references: REFERENCE_FRAMES,
  };
  host.print(`${JSON.stringify(answer, null, 2)}\n`);
  return EXIT.fine;
};
