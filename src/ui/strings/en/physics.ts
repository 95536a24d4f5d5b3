/** @file Words of the physics validation: what each test asks, what it measures, and against what. */
import type {
  Condition,
  Note,
  Quantity,
  SeriesName,
  Source,
  TestTitle,
  Unit,
  Word,
} from '../../../core/ultrasound/validation/names.ts';

/** Title and question of each test. */
const tests: Readonly<Record<TestTitle, { readonly title: string; readonly asks: string }>> = {
  pointSpread: {
    title: 'Point target',
    asks: 'Is the echo of a lone point as long, as wide and as thick as the field of the element makes it?',
  },
  farField: {
    title: 'Far field',
    asks: 'Far from the element, does the width follow wavelength over aperture?',
  },
  rayleigh: {
    title: 'Rayleigh statistics',
    asks: 'Is the envelope of uniform tissue distributed as fully developed speckle must be?',
  },
  speckleCell: {
    title: 'Speckle cell',
    asks: 'Are the grains of speckle as large as the beam makes them, however many lines are drawn?',
  },
  sparseMedia: {
    title: 'Patchy tissue',
    asks: 'Does tissue with few or uneven scatterers show the unevenness that was put in?',
  },
  attenuation: {
    title: 'Attenuation',
    asks: 'Without time gain, does brightness fall with depth by twice the one-way attenuation?',
  },
  diffraction: {
    title: 'Diffraction',
    asks: 'In a uniform medium without loss, does brightness by depth follow the beam alone?',
  },
  interfaceLevels: {
    title: 'Boundaries',
    asks: 'Do boundaries differ in brightness as the acoustic impedances say?',
  },
  tiltCurve: {
    title: 'Tilt',
    asks: 'Does the echo of a smooth surface fade with its tilt as the beam lets it, alike on both sides?',
  },
  calciumThickness: {
    title: 'Calcium thickness',
    asks: 'At 60 MHz, is the wall seen through 0.3 mm of calcium and lost behind 0.5 mm?',
  },
  shadowEdge: {
    title: 'Edge of a shadow',
    asks: 'Is the penumbra of a shadow as wide as the beam?',
  },
  multiples: {
    title: 'Repeats',
    asks: 'Do repeated echoes lie as far apart as reflector and catheter, and fade as they should?',
  },
  wire: {
    title: 'Guidewire',
    asks: 'Does a steel wire ring at the spacing of its diameter, and cast the shadow of its width?',
  },
  soundSpeed: {
    title: 'Speed of sound',
    asks: 'Are distances in blood and calcium drawn as wrong as a console draws them?',
  },
  pullbackCorrelation: {
    title: 'Speckle during pullback',
    asks: 'Does speckle change along the pullback as fast as the slice leaves the tissue behind?',
  },
  rigidMotion: {
    title: 'Speckle belongs to tissue',
    asks: 'When the catheter turns or shifts, does the speckle stay with the tissue?',
  },
  blood: {
    title: 'Blood',
    asks: 'Is flowing blood new in each frame, stagnant blood the same and brighter?',
  },
  ringDown: {
    title: 'Ring-down',
    asks: 'Does ring-down die away exponentially, and does subtraction remove it?',
  },
  noiseFloor: {
    title: 'Noise',
    asks: 'Is receiver noise Rayleigh distributed, and does time gain lift it?',
  },
  logAndScan: {
    title: 'Grey scale and scan conversion',
    asks: 'Is 10 dB the stated step of grey, a circle round, and the seam invisible?',
  },
  lumenGeometry: {
    title: 'Size of a lumen',
    asks: 'Is a tube measured on the image as wide as it is, with the catheter off centre?',
  },
  mediaBand: {
    title: 'Media',
    asks: 'Is the media a dark band when seen across, and not when seen obliquely?',
  },
  determinism: {
    title: 'Same frame again',
    asks: 'Does the same request give the same bytes?',
  },
  fieldSimulator: {
    title: 'Field simulator',
    asks: 'With the same scatterers, does the image agree with an independent simulation of the field?',
  },
  consoleLook: {
    title: 'Look of a console',
    asks: 'With smoothing on, are blood and wall as grey and as grainy as on a clinical frame?',
  },
};

const quantities: Readonly<Record<Quantity, string>> = {
  axialWidth: 'axial width at half amplitude',
  lateralWidth: 'lateral width at half amplitude',
  elevationWidth: 'slice thickness at half amplitude',
  widthRatio: 'ratio of widths',
  envelopeSnr: 'envelope mean / SD',
  logSd: 'SD of the log envelope',
  rayleighDistance: 'Kolmogorov–Smirnov distance to Rayleigh',
  nakagamiM: 'Nakagami m',
  independentCells: 'independent speckle cells',
  grainAxial: 'axial size of the speckle cell',
  grainLateral: 'lateral size of the speckle cell',
  kShape: 'shape of the K-distribution',
  attenuationSlope: 'fall with depth',
  level: 'level',
  unevenness: 'brightness where the turn begins, against elsewhere',
  levelSpread: 'largest deviation of the level',
  tiltHalfAngle: 'tilt at half amplitude',
  tiltAsymmetry: 'difference between the sides',
  wallContrast: 'wall behind calcium, over the floor',
  sheetLoss: 'two-way loss of the sheet',
  penumbra: '10–90 % width of the edge',
  arcOverstatement: 'arc drawn beyond the true arc',
  repeatSpacing: 'spacing of repeats',
  repeatRatio: 'level of a repeat below the one before',
  ringingSpacing: 'spacing of the ringing',
  shadowWidth: 'width of the shadow',
  apparentLength: 'length as drawn',
  complexCorrelation: 'complex correlation',
  intensityCorrelation: 'correlation of intensity',
  shearStep: 'flowing blood below stagnant blood',
  fitR2: 'R² of the exponential',
  extent: 'extent',
  residual: 'what subtraction leaves',
  noiseRise: 'rise of the noise with time gain',
  greyStep: 'grey step of 10 dB',
  radius: 'radius',
  seamJump: 'largest jump across the seam',
  diameter: 'diameter',
  centreError: 'error of the centre',
  mediaContrast: 'media below its neighbours',
  differingWords: 'samples that differ',
  greySd: 'SD of grey',
  grainAngle: 'angular size of the speckle cell',
  envelope: 'envelope, root mean square 1',
  density: 'probability density',
  intensity: 'intensity',
};

const conditions: Readonly<Record<Condition, string>> = {
  frequencyMHz: 'frequency',
  apertureMm: 'aperture',
  focusMm: 'focus',
  depthMm: 'depth',
  rangeMm: 'range from the axis',
  fromMm: 'from',
  toMm: 'to',
  gammaShape: 'shape put in',
  alphaDbCmMHz: 'attenuation',
  lines: 'lines per turn',
  thicknessMm: 'thickness',
  shiftMm: 'shift',
  angleDeg: 'angle',
  speedMmPerUs: 'speed of sound',
  flowMmS: 'flow',
  order: 'order',
  diameterMm: 'true diameter',
  boundary: 'boundary',
  medium: 'medium',
  which: 'case',
};

/** Unit in which a condition's number stands. Words and pure numbers have none. */
const conditionUnits: Readonly<Record<Condition, string>> = {
  frequencyMHz: 'MHz',
  apertureMm: 'mm',
  focusMm: 'mm',
  depthMm: 'mm',
  rangeMm: 'mm',
  fromMm: 'mm',
  toMm: 'mm',
  gammaShape: '',
  alphaDbCmMHz: 'dB/cm/MHz',
  lines: '',
  thicknessMm: 'mm',
  shiftMm: 'mm',
  angleDeg: '°',
  speedMmPerUs: 'mm/µs',
  flowMmS: 'mm/s',
  order: '',
  diameterMm: 'mm',
  boundary: '',
  medium: '',
  which: '',
};

/** What a condition says in words. */
const words: Readonly<Record<Word, string>> = {
  blood: 'blood',
  calcium: 'calcium',
  bloodSteel: 'blood to steel, against blood to calcium',
  bloodWall: 'blood to wall, against blood to calcium',
  bloodFibrous: 'blood to fibrous plaque, against blood to calcium',
  bloodLipid: 'blood to lipid, against blood to calcium',
  bloodCalcium: 'blood to calcium',
  salineWindow: 'saline to window, against blood to calcium',
  plaque: 'patches of plaque',
  wall: 'patches of the wall',
  bed: 'patches of the bed',
  console: 'ranges at 1540 m/s, as a console draws them',
  picture: 'the picture',
  phantom: 'point by point',
  otherOrder: 'asked again in another order',
  otherEngine: 'asked of another engine',
  otherSeed: 'asked with another seed',
};

const notes: Readonly<Record<Note, string>> = {
  peerNearElement:
    'So near the element the reference is the exact integral: PyMUST smooths the edges of the face and misses the length of the echo.',
  farEnough: 'Not yet in the far field (less than a²/λ away): the rule does not hold here.',
  peerFewCells: 'PyMUST’s value rests on 300 to 500 speckle cells; the exact integral says 3.4°.',
  curvedFront:
    'The Gaussian law holds for a flat wave front only, near the narrowest place of the beam and up to 0.1 mm.',
  perOrder: 'Without the loss on the way and the spreading.',
  betweenPublished: 'On a straight line between the values published for 35 and 70 MHz.',
  consoleSpeed: 'Blood carries sound faster than 1540 m/s, so a console shows the vessel too small.',
};

const sources: Readonly<Record<Source, string>> = {
  peer: 'PyMUST, measured for the same elements',
  simulator: 'Rayleigh integral over the element, computed here',
  theory: 'closed form',
  materials: 'the material table of this program',
  published: 'published measurement',
  clinicalFrame: 'one clinical frame',
  design: 'design value (assumed)',
};

const series: Readonly<Record<SeriesName, string>> = {
  measured: 'this program',
  simulator: 'field simulator',
  peer: 'PyMUST',
  theory: 'theory',
  lowest: 'lowest accepted',
  highest: 'highest accepted',
};

const units: Readonly<Record<Unit, string>> = {
  '1': '',
  dB: 'dB',
  'dB/mm': 'dB/mm',
  deg: '°',
  mm: 'mm',
  um: 'µm',
  'mm/us': 'mm/µs',
  'mm/s': 'mm/s',
  MHz: 'MHz',
  grey: 'grey',
  lines: 'lines',
  samples: 'samples',
  pixels: 'pixels',
};

export const physics = {
  tests,
  quantities,
  conditions,
  conditionUnits,
  words,
  notes,
  sources,
  series,
  units,
  condition: (name: string, value: string, unit: string) => `${name} ${value}${unit ? ` ${unit}` : ''}`,
  passed: 'within tolerance',
  failed: 'out of tolerance',
  between: (lo: string, hi: string, unit: string) => `${lo} to ${hi}${unit ? ` ${unit}` : ''}`,
  atMost: (hi: string, unit: string) => `at most ${hi}${unit ? ` ${unit}` : ''}`,
  atLeast: (lo: string, unit: string) => `at least ${lo}${unit ? ` ${unit}` : ''}`,
  notMeasured: 'could not be measured',
  summary: (passed: number, all: number) => `${passed} of ${all} tests within tolerance`,
} as const;
