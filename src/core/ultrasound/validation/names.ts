/** @file The vocabulary of the physics validation: every name is a key of the strings table. */

/** Title of each test of the validation table; its place gives the number. */
export const TEST_TITLES = [
  'pointSpread',
  'farField',
  'rayleigh',
  'speckleCell',
  'sparseMedia',
  'attenuation',
  'diffraction',
  'interfaceLevels',
  'tiltCurve',
  'calciumThickness',
  'shadowEdge',
  'multiples',
  'wire',
  'soundSpeed',
  'pullbackCorrelation',
  'rigidMotion',
  'blood',
  'ringDown',
  'noiseFloor',
  'logAndScan',
  'lumenGeometry',
  'mediaBand',
  'determinism',
  'fieldSimulator',
  'consoleLook',
] as const;

export type TestTitle = (typeof TEST_TITLES)[number];

/** What a check can measure. */
export const QUANTITIES = [
  'axialWidth',
  'lateralWidth',
  'elevationWidth',
  'widthRatio',
  'envelopeSnr',
  'logSd',
  'rayleighDistance',
  'nakagamiM',
  'independentCells',
  'grainAxial',
  'grainLateral',
  'kShape',
  'attenuationSlope',
  'level',
  'unevenness',
  'levelSpread',
  'tiltHalfAngle',
  'tiltAsymmetry',
  'wallContrast',
  'sheetLoss',
  'penumbra',
  'arcOverstatement',
  'repeatSpacing',
  'repeatRatio',
  'ringingSpacing',
  'shadowWidth',
  'apparentLength',
  'complexCorrelation',
  'intensityCorrelation',
  'shearStep',
  'fitR2',
  'extent',
  'residual',
  'noiseRise',
  'greyStep',
  'radius',
  'seamJump',
  'diameter',
  'centreError',
  'mediaContrast',
  'differingWords',
  'greySd',
  'grainAngle',
  'envelope',
  'density',
  'intensity',
] as const;

export type Quantity = (typeof QUANTITIES)[number];

/** What a check can depend on. Numbers are in the unit of the name. */
export const CONDITIONS = [
  'frequencyMHz',
  'apertureMm',
  'focusMm',
  'depthMm',
  'rangeMm',
  'fromMm',
  'toMm',
  'gammaShape',
  'alphaDbCmMHz',
  'lines',
  'thicknessMm',
  'shiftMm',
  'angleDeg',
  'speedMmPerUs',
  'flowMmS',
  'order',
  'diameterMm',
  'boundary',
  'medium',
  'which',
] as const;

export type Condition = (typeof CONDITIONS)[number];

/** What a condition can say in words. */
export const WORDS = [
  'blood',
  'calcium',
  'bloodSteel',
  'bloodWall',
  'bloodFibrous',
  'bloodLipid',
  'bloodCalcium',
  'salineWindow',
  'plaque',
  'wall',
  'bed',
  'console',
  'picture',
  'phantom',
  'otherOrder',
  'otherEngine',
  'otherSeed',
] as const;

export type Word = (typeof WORDS)[number];

/** Remarks that go with a check. */
export const NOTES = [
  'peerNearElement',
  'farEnough',
  'peerFewCells',
  'curvedFront',
  'perOrder',
  'betweenPublished',
  'consoleSpeed',
] as const;

export type Note = (typeof NOTES)[number];

/** Where a reference comes from. */
export const SOURCES = [
  'peer',
  'simulator',
  'theory',
  'materials',
  'published',
  'clinicalFrame',
  'design',
] as const;

export type Source = (typeof SOURCES)[number];

/** What a curve of a plot can be. */
export const SERIES_NAMES = ['measured', 'simulator', 'peer', 'theory', 'lowest', 'highest'] as const;

export type SeriesName = (typeof SERIES_NAMES)[number];

/** Units of checks and axes; '1' is a pure number, of which the screen prints none. */
export const UNITS = [
  '1',
  'dB',
  'dB/mm',
  'deg',
  'mm',
  'um',
  'mm/us',
  'mm/s',
  'MHz',
  'grey',
  'lines',
  'samples',
  'pixels',
] as const;

export type Unit = (typeof UNITS)[number];
