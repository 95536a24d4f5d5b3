/**
 * @file What each material is: sound, strength, X-ray and colour, every number with where it comes from.
 *
 * One row per material, so that the program can show the table and nobody keeps numbers without a source.
 * 'ASSUMED' marks values chosen for the simulator because no usable measurement was found.
 */
import { MATERIAL, MATERIAL_NAMES, type MaterialId, type MaterialName } from './material.ts';

/** A value and its source. */
export interface Sourced {
  readonly value: number;
  readonly source: string;
}

export interface MaterialRow {
  readonly name: MaterialName;
  readonly acoustic: {
    /** Speed of sound, m/s. */
    readonly speedMs: Sourced;
    /** Characteristic impedance, MRayl. */
    readonly impedanceMRayl: Sourced;
    /** One-way attenuation, dB / cm / MHz, linear in frequency, effective at 40 MHz. */
    readonly alphaDbCmMHz: Sourced;
    /** Mean envelope at 40 MHz before attenuation, dB relative to adventitia; for media struck across its layers. */
    readonly levelDb: Sourced;
    /** The same when struck along the layers; equal for materials without layers. */
    readonly alongLevelDb: Sourced;
    /** Gamma shape of local scattering power: large = even, small = patchy; Infinity = no patches. */
    readonly gammaShape: Sourced;
    /** Share of a boundary's echo that is mirror-like, 0 .. 1; the rest is rough. */
    readonly specular: Sourced;
    /** How abrupt the material's boundary is, 0 (grades over into its neighbour: no line) .. 1. */
    readonly border: Sourced;
  };
  /** Moves between frames, so its speckle never repeats. */
  readonly flows: boolean;
  readonly mechanical: {
    /** Peak force that drives a 0.889 mm wire end in, N; Infinity where none did. Scales with diameter^1.5. */
    readonly punctureN: Sourced;
    /** Lateral foundation stiffness for a wire inside, N/mm^2 (force per length per deflection). */
    readonly foundationNPerMm2: Sourced;
    /** Lateral pressure at which the track widens, MPa. */
    readonly yieldMPa: Sourced;
  };
  readonly radiographic: {
    /** Linear attenuation, 1/cm, at 50 and 80 keV. */
    readonly muCm50: Sourced;
    readonly muCm80: Sourced;
  };
  /** sRGB hex for scene and label images. */
  readonly colour: string;
}

const ASSUMED = 'ASSUMED';
/** No usable measurement, or one that did not fit: set so that the picture reads like a clinical one. */
const LOOK = 'ASSUMED, tuned to the look of clinical frames';
const EVEN = Number.POSITIVE_INFINITY;
const from = (value: number, source: string): Sourced => ({ value, source });

/** Speed, impedance, attenuation, level, gamma shape, mirror-like share, border; then the source of the first four. */
type Sound = readonly [
  speed: number,
  z: number,
  alpha: number,
  level: number,
  shape: number,
  specular: number,
  border: number,
];
type SoundSources = readonly [speed: string, z: string, alpha: string, level: string];
/** Puncture, foundation, yield, and their source. */
type Strength = readonly [puncture: number, foundation: number, yieldMPa: number, source: string];
type Ray = readonly [mu50: number, mu80: number, source: string];

const row = (
  name: MaterialName,
  sound: Sound,
  soundSources: SoundSources,
  strength: Strength,
  ray: Ray,
  colour: string,
  along: number = sound[3],
): MaterialRow => ({
  name,
  acoustic: {
    speedMs: from(sound[0], soundSources[0]),
    impedanceMRayl: from(sound[1], soundSources[1]),
    alphaDbCmMHz: from(sound[2], soundSources[2]),
    levelDb: from(sound[3], soundSources[3]),
    alongLevelDb: from(along, soundSources[3]),
    gammaShape: from(sound[4], LOOK),
    specular: from(sound[5], ASSUMED),
    border: from(sound[6], ASSUMED),
  },
  flows: name === 'blood' || name === 'vein',
  mechanical: {
    punctureN: from(strength[0], strength[3]),
    foundationNPerMm2: from(strength[1], ASSUMED),
    yieldMPa: from(strength[2], ASSUMED),
  },
  radiographic: { muCm50: from(ray[0], ray[2]), muCm80: from(ray[1], ray[2]) },
  colour,
});

const BLOOD_SOUND = 'blood 1570-1584 m/s, 1.61-1.68 MRayl: calibrated IVUS console data';
const BLOOD_ALPHA = '0.10-0.32 dB/cm/MHz: Franceschini, JASA 2008;123:EL85';
const SHEAR =
  'slower blood is brighter (14.3 dB at 35 MHz, 2.9 dB at 70 MHz, 30-70 MHz study): as much at 40 MHz at full rest; 8 dB, because what stands in a plane is partly plasma and clot, ASSUMED';
const STASIS_ALPHA = 'aggregation raises it: Arakawa, Front Phys 2023; amount ASSUMED';
const SOFT_ALPHA = 'soft plaque 0.3-1.3 dB/cm/MHz: PMC2785011';
const DENSE_Z = '2.02 +- 0.06 at 80 MHz (Tanoren 2018), lowered: tuned to the look';
const DENSE_ALPHA = 'below the 1.3-1.6 of Diagnostics 2023;13:855: tuned to the look';
const MICRO_Z = '2.23 +- 0.09 at 80 MHz (Tanoren 2018), lowered: tuned to the look';
const CONNECTIVE_ALPHA = 'below the 1.57 of Diagnostics 2023;13:855: tuned to the look';
const WALL_SOUND = 'arterial wall 1571 m/s, 1.82 MRayl, about 5 dB/mm one-way at 50 MHz: IVUS console data';
const LAYERS = 'media dark only across its layers: Hoffman, Ultrasound Med Biol 2011 (PMC3063363)';
const COLLAGEN_SPEED = 'speed = 1561 + 17.8 x collagen %: Rooney and Gammell, arterial tissue';
const MICROSCOPY = 'acoustic microscopy of carotid plaque at 80 MHz: Tanoren 2018';
const DEPTH_VARIANCE = 'patchy in depth at 50 MHz: Cardiovasc Ultrasound 2008;6:18';
const CALCIFIED_ALPHA = '1.4-2.5 dB/cm/MHz at 2.5-7.5 MHz, carotid plaque: PMC2785011';
const SHEET_ALPHA =
  'reproduces 60 MHz sheets seen through below 0.3 mm, not above 0.5 mm (60-MHz IVUS vs OFDI)';
const TISSUE_TABLE = 'general tissue tables: Diagnostics 2023;13:855, Sensors 2023;23:5942';

const LIMB_CTO =
  'limb occlusions, 0.035 inch wire end: soft 0.43, hard 1.71 N, calcified not entered: Roy 2017';
const XCOM = 'NIST XAAMDI tables';
const CALCIUM_XCOM = 'hydroxyapatite-like at 1.8 g/cm^3: XCOM; scales with density';
const LIKE_MUSCLE: Ray = [0.238, 0.191, XCOM];
const FAT_RAY: Ray = [0.202, 0.171, XCOM];
const NOTHING: Strength = [0, 0, 0, 'liquid'];

export const MATERIAL_TABLE: Readonly<Record<MaterialName, MaterialRow>> = {
  blood: row(
    'blood',
    [1580, 1.65, 0.2, -16, EVEN, 0.3, 1],
    [BLOOD_SOUND, BLOOD_SOUND, BLOOD_ALPHA, LOOK],
    NOTHING,
    LIKE_MUSCLE,
    '#a3262a',
  ),
  stasis: row(
    'stasis',
    [1580, 1.65, 0.3, -8, 6, 0.3, 1],
    [BLOOD_SOUND, BLOOD_SOUND, STASIS_ALPHA, SHEAR],
    NOTHING,
    LIKE_MUSCLE,
    '#6e1a33',
  ),
  thrombus: row(
    'thrombus',
    [1620, 1.7, 0.5, -11, 2, 0.3, 0.3],
    [ASSUMED, LOOK, LOOK, LOOK],
    [0.15, 0.05, 0.1, ASSUMED],
    LIKE_MUSCLE,
    '#8e4a58',
  ),
  looseFibrous: row(
    'looseFibrous',
    [1620, 1.74, 0.7, -9, 2.5, 0.3, 0.25],
    [COLLAGEN_SPEED, LOOK, SOFT_ALPHA, LOOK],
    [0.43, 0.1, 0.3, LIMB_CTO],
    LIKE_MUSCLE,
    '#d9b79a',
  ),
  denseFibrous: row(
    'denseFibrous',
    [1680, 1.9, 0.9, -5.5, EVEN, 0.3, 0.25],
    [COLLAGEN_SPEED, DENSE_Z, DENSE_ALPHA, LOOK],
    [1.7, 0.5, 1.2, LIMB_CTO],
    LIKE_MUSCLE,
    '#b98a5e',
  ),
  lipid: row(
    'lipid',
    [1520, 1.7, 0.8, -15, 1.5, 0.3, 0.3],
    [ASSUMED, MICROSCOPY, ASSUMED, DEPTH_VARIANCE],
    [0.43, 0.1, 0.3, LIMB_CTO],
    FAT_RAY,
    '#e8d34a',
  ),
  microcalcified: row(
    'microcalcified',
    [1850, 2.1, 1.5, 3, 0.9, 0.3, 0.3],
    [ASSUMED, MICRO_Z, CALCIFIED_ALPHA, LOOK],
    [3.5, 2, 3, ASSUMED],
    [0.42, 0.26, 'a quarter of dense calcium, rest soft tissue: ASSUMED mix'],
    '#e9ebcf',
  ),
  calcium: row(
    'calcium',
    [3000, 7, 5, 4, 2, 0.5, 1],
    [
      '2000-3400 m/s: Rooney and Gammell; bone tables',
      'bone 6.5 MRayl: Sensors 2023;23:5942',
      SHEET_ALPHA,
      'behind its surface, which has an echo of its own; ASSUMED, tuned to the look',
    ],
    [Number.POSITIVE_INFINITY, 20, 10, LIMB_CTO],
    [0.96, 0.42, CALCIUM_XCOM],
    '#ffffff',
  ),
  intima: row(
    'intima',
    [1585, 1.72, 0.8, -3, 4, 0.4, 1],
    [WALL_SOUND, LOOK, WALL_SOUND, LOOK],
    [0.6, 0.2, 0.4, ASSUMED],
    LIKE_MUSCLE,
    '#e3938a',
  ),
  media: row(
    'media',
    [1560, 1.66, 0.7, -15, 6, 0.4, 1],
    [ASSUMED, LOOK, LOOK, LAYERS],
    [0.6, 0.1, 0.14, 'radial strength 140 kPa, human aortic media: Sommer 2008; puncture ASSUMED'],
    LIKE_MUSCLE,
    '#4b2b52',
    -10,
  ),
  adventitia: row(
    'adventitia',
    [1620, 1.78, 0.9, 0, 1.8, 0.4, 1],
    [WALL_SOUND, WALL_SOUND, WALL_SOUND, 'reference level'],
    [
      0.78,
      0.3,
      1.4,
      'shear plug pi d t tau, t 0.20 mm, tau 1.4 MPa (Holzapfel 2005, Teng 2009): form ASSUMED',
    ],
    LIKE_MUSCLE,
    '#98aabd',
  ),
  fat: row(
    'fat',
    [1450, 1.38, 0.7, -14, 0.9, 0.3, 0.12],
    [TISSUE_TABLE, TISSUE_TABLE, TISSUE_TABLE, LOOK],
    [0.1, 0.02, 0.05, ASSUMED],
    FAT_RAY,
    '#c9bd63',
  ),
  muscle: row(
    'muscle',
    [1580, 1.68, 1.1, -17, 1.2, 0.3, 0.2],
    [TISSUE_TABLE, TISSUE_TABLE, TISSUE_TABLE, LOOK],
    [0.1, 0.02, 0.05, ASSUMED],
    LIKE_MUSCLE,
    '#8a3a33',
  ),
  connective: row(
    'connective',
    [1640, 1.75, 1.2, -5, 1.2, 0.4, 0.3],
    [COLLAGEN_SPEED, LOOK, CONNECTIVE_ALPHA, LOOK],
    [0.1, 0.02, 0.05, ASSUMED],
    LIKE_MUSCLE,
    '#789878',
  ),
  vein: row(
    'vein',
    [1580, 1.65, 0.2, -17, EVEN, 0.3, 0.8],
    [BLOOD_SOUND, BLOOD_SOUND, BLOOD_ALPHA, LOOK],
    [0.1, 0.02, 0.05, ASSUMED],
    LIKE_MUSCLE,
    '#33479f',
  ),
  freshThrombus: row(
    'freshThrombus',
    [1590, 1.68, 0.4, -14, 1, 0.3, 0.3],
    [ASSUMED, ASSUMED, ASSUMED, 'granular, 3 dB below organised thrombus: ASSUMED'],
    [0.05, 0.02, 0.05, 'softer than organised thrombus: ASSUMED'],
    LIKE_MUSCLE,
    '#a8455c',
  ),
};

/** The row of a material id. */
export const materialRow = (id: MaterialId): MaterialRow => MATERIAL_TABLE[MATERIAL_NAMES[id]!];

/** A column of the table indexed by material id, for hot loops. */
export const materialColumn = (pick: (row: MaterialRow) => number): Float32Array => {
  const out = new Float32Array(MATERIAL_NAMES.length);
  for (const name of MATERIAL_NAMES) out[MATERIAL[name]] = pick(MATERIAL_TABLE[name]);
  return out;
};
