/**
 * @file Every constant of the engine in one list, each with its source: for the program to show. Values are imported from
 * where they are used; the materials and the catheters have tables of their own.
 *
 * 'ASSUMED' marks what was chosen for the simulator because no usable measurement was found.
 */
import {
  AIR_DECAY,
  AIR_REFLECTION,
  AIR_REPEATS,
  INNER_FACE,
  LOBES,
  OUTER_FACE,
  RESIDUE,
  RING_DOWN,
  RING_DOWN_DECAY_MM,
  RING_DOWN_REACH_MM,
  UNEVEN,
  WINDOW_MM,
} from './echoes/catheter.ts';
import {
  CALCIUM_MIRROR,
  CATHETER_REFLECTION,
  PATCH_MM,
  REPEATS,
  ROUGH,
  ROUGH_CALCIUM,
  TILT_SHARE,
} from './echoes/interfaces.ts';
import {
  LEAN_FLOOR,
  LEAN_RAD,
  RING_DECAY,
  RING_START,
  RINGS,
  SPECULAR,
  STEEL_REFLECTION,
  STEEL_SPEED_MM_PER_US,
  REPEATS as WIRE_REPEATS,
  ROUGH as WIRE_ROUGH,
} from './echoes/wires.ts';
import { DB_RANGE, FLOW_MM_S } from './frame.ts';
import { AGGREGATES_BREAK_MM_S, SHEAR_STEP_DB, SHEAR_STEP_KEPT_MHZ } from './media.ts';
import { ADVENTITIA_DB, INAUDIBLE_DB, NOISE_DB, RECEIVER_GAIN_DB, TIME_GAIN_CAP_DB } from './plan.ts';
import { EDGE, LATENESS } from './probe/beam-table.ts';
import { SPEED_MM_PER_US } from './probe/spectrum.ts';
import { AIR_TRANSMISSION } from './scene/air.ts';
import { WALK_STEP_MM } from './scene/medium.ts';
import { PENUMBRA } from './scene/penumbra.ts';
import { PER_CELL } from './speckle/density.ts';
import { CLEAR_DB } from './speckle/fluids.ts';
import { OUTSIDE_GRAIN, SOFT_GRAIN, WALL_GRAIN } from './speckle/texture.ts';
import { PHASE_STEPS } from './waves.ts';

export const CONSTANT_GROUPS = [
  'receiver',
  'beam',
  'speckle',
  'blood',
  'boundaries',
  'wires',
  'catheter',
] as const;
export type ConstantGroup = (typeof CONSTANT_GROUPS)[number];

/** '1' is a pure number. Angles are in rad here, as everywhere inside; the screen and files show degrees. */
export type ConstantUnit = '1' | 'dB' | 'mm' | 'mm/us' | 'mm/s' | 'rad' | '1/mm3' | 'MHz';

export interface EngineConstant<Name extends string = string> {
  /** Key of the strings table. */
  readonly name: Name;
  readonly group: ConstantGroup;
  readonly value: number;
  readonly unit: ConstantUnit;
  readonly source: string;
}

type Row<Name extends string> = readonly [name: Name, value: number, unit: ConstantUnit, source: string];

const group = <const Name extends string>(
  of: ConstantGroup,
  rows: readonly Row<Name>[],
): readonly EngineConstant<Name>[] =>
  rows.map(([name, value, unit, source]) => ({ name, group: of, value, unit, source }));

/** An amplitude ratio as a level. */
const db = (ratio: number): number => 20 * Math.log10(ratio);

const FIELD_FIT = 'agrees best with the exact field of the element (field simulator of the validation)';
const CLINICAL_FRAME = 'one clinical frame with calcium: 14 to 21 dB per order, with the R of calcium';
const NUMERICAL = 'numerical: below what can be seen';
const STEEL = 'material constants of steel, 46 MRayl and 5.8 mm/us: textbook';
const SHEAR_STUDY = 'backscatter of blood at 30 to 70 MHz, rest against high shear';
const LOOK = 'ASSUMED, tuned to the look of clinical frames';

const RECEIVER = group('receiver', [
  ['speed', SPEED_MM_PER_US, 'mm/us', 'convention for soft tissue that consoles follow'],
  ['adventitiaLevel', ADVENTITIA_DB, 'dB', LOOK],
  ['noiseLevel', NOISE_DB, 'dB', 'ASSUMED: adventitia at 2 mm 40 to 45 dB above noise'],
  [
    'receiverGain',
    RECEIVER_GAIN_DB,
    'dB',
    'ASSUMED: greys spread like those of a clinical 40 MHz frame at 0 dB view gain',
  ],
  ['timeGainCap', TIME_GAIN_CAP_DB, 'dB', 'ASSUMED: keeps amplified noise below black'],
  ['inaudible', INAUDIBLE_DB, 'dB', NUMERICAL],
  ['storedRange', DB_RANGE, 'dB', 'numerical: in 65 536 steps'],
]);

const BEAM = group('beam', [
  ['lateness', LATENESS, '1', FIELD_FIT],
  ['sliceEdge', db(EDGE), 'dB', 'numerical: 0.25 % of the power on the axis'],
  ['penumbra', PENUMBRA, '1', 'with the beam itself, edges of shadows are about one beam width wide'],
  ['phaseSteps', PHASE_STEPS, '1', 'numerical: 44 dB below any echo'],
  ['walkStep', WALK_STEP_MM, 'mm', 'numerical: below the thinnest layer of the wall'],
]);

const COLLAGEN = 'ASSUMED: collagen in bundles of 0.06 to 0.15 mm around the vessel';
const SPECKLE = group('speckle', [
  ['scatterersPerCell', PER_CELL, '1', 'numerical: enough for fully developed speckle (validation, test 3)'],
  ['wallGrainOutward', WALL_GRAIN.outward, 'mm', COLLAGEN],
  ['wallGrainAround', WALL_GRAIN.around, 'mm', COLLAGEN],
  ['wallGrainAlong', WALL_GRAIN.along, 'mm', COLLAGEN],
  ['softGrainOutward', SOFT_GRAIN.outward, 'mm', LOOK],
  ['softGrainAround', SOFT_GRAIN.around, 'mm', LOOK],
  ['softGrainAlong', SOFT_GRAIN.along, 'mm', LOOK],
  ['outsideGrainOutward', OUTSIDE_GRAIN.outward, 'mm', LOOK],
  ['outsideGrainAround', OUTSIDE_GRAIN.around, 'mm', LOOK],
  ['outsideGrainAlong', OUTSIDE_GRAIN.along, 'mm', LOOK],
]);

const BLOOD = group('blood', [
  ['flow', FLOW_MM_S, 'mm/s', 'ASSUMED within the 50 to 300 mm/s of an open tibial artery'],
  ['shearStep35', SHEAR_STEP_DB.at35MHz, 'dB', SHEAR_STUDY],
  ['shearStep70', SHEAR_STEP_DB.at70MHz, 'dB', SHEAR_STUDY],
  ['shearStepKept', SHEAR_STEP_KEPT_MHZ, 'MHz', 'ASSUMED between the published 35 and 70 MHz'],
  [
    'aggregatesBreak',
    AGGREGATES_BREAK_MM_S,
    'mm/s',
    'ASSUMED: clumps of red cells break up well below usual flow',
  ],
  ['clearFluid', CLEAR_DB, 'dB', 'saline scatters less than noise'],
]);

const BOUNDARIES = group('boundaries', [
  [
    'mirrorTilt',
    TILT_SHARE,
    '1',
    'one-way beam of a square element, 1.207 lambda / a (sinc); 0.6 of it ASSUMED',
  ],
  ['calciumMirror', CALCIUM_MIRROR, '1', 'ASSUMED: a plate is smoother than the tissue beside it'],
  ['rough', ROUGH, '1', 'ASSUMED: weak echoes of walls seen askew'],
  ['roughCalcium', ROUGH_CALCIUM, '1', 'ASSUMED: lumpy, so that a plate seen askew still shows'],
  ['surfacePatch', PATCH_MM, 'mm', LOOK],
  ['catheterFace', CATHETER_REFLECTION, '1', CLINICAL_FRAME],
  ['calciumRepeats', REPEATS, '1', 'two or three can be seen in clinical frames'],
]);

const WIRES = group('wires', [
  ['steelReflection', STEEL_REFLECTION, '1', STEEL],
  ['steelSpeed', STEEL_SPEED_MM_PER_US, 'mm/us', STEEL],
  ['wireMirror', SPECULAR, '1', 'ASSUMED: the coiled tip is not quite smooth'],
  ['wireRough', WIRE_ROUGH, '1', 'ASSUMED: the coil shows where it is turned away'],
  ['rings', RINGS, '1', 'ASSUMED: beyond them the tail is lost in speckle'],
  ['firstRing', db(RING_START), 'dB', 'ASSUMED'],
  ['ringDecay', db(RING_DECAY), 'dB', 'ASSUMED within 6 to 10 dB'],
  ['wireRepeats', WIRE_REPEATS, '1', 'as for calcium; a convex mirror spreads sound sooner'],
  ['wireLean', LEAN_RAD, 'rad', 'ASSUMED'],
  ['wireLeanFloor', LEAN_FLOOR, '1', 'ASSUMED: the coil shows however the wire leans'],
]);

const POLYMER = 'polymer against saline, R 0.08 (21 to 22 dB): polyethylene 1.83, PEBA 1.77 MRayl';
const CATHETER = group('catheter', [
  ['outerFace', OUTER_FACE, '1', POLYMER],
  ['innerFace', INNER_FACE, '1', `${POLYMER}; less than outside: ASSUMED`],
  ['windowWall', WINDOW_MM, 'mm', 'two rings 0.05 to 0.09 mm apart in a clinical frame'],
  [
    'ringDown',
    db(RING_DOWN),
    'dB',
    'ASSUMED: peak 33 dB above the noise of one 10 MHz console, more with less loss',
  ],
  [
    'ringDownDecay',
    RING_DOWN_DECAY_MM * Math.LN10,
    'mm',
    'ASSUMED: 3 mm at 10 MHz, scaled to the band of 40 MHz',
  ],
  ['ringDownReach', RING_DOWN_REACH_MM, 'mm', 'ASSUMED: by there it has long sunk into the noise'],
  [
    'ringDownResidue',
    RESIDUE,
    '1',
    'ASSUMED: subtraction of a stored turn is never exact; at most 3 % anywhere',
  ],
  ['ringDownLobes', LOBES, '1', 'ASSUMED: goes around slowly'],
  ['ringDownUneven', UNEVEN, '1', 'ASSUMED'],
  ['airEcho', AIR_REFLECTION, '1', 'ASSUMED: air reflects nearly all'],
  ['airRepeats', AIR_REPEATS, '1', 'ASSUMED'],
  ['airDecay', AIR_DECAY, '1', 'ASSUMED'],
  ['airTransmission', db(AIR_TRANSMISSION), 'dB', 'ASSUMED: nothing is seen through air'],
]);

export const ENGINE_CONSTANTS = [
  ...RECEIVER,
  ...BEAM,
  ...SPECKLE,
  ...BLOOD,
  ...BOUNDARIES,
  ...WIRES,
  ...CATHETER,
];

export type ConstantName = (typeof ENGINE_CONSTANTS)[number]['name'];
