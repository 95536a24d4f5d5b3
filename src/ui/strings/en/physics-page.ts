/** @file Words of the physics page: columns, names of constants, how to read them, and what is not modelled. */
import type { MaterialRow } from '../../../core/anatomy/material-table.ts';
import type { ConstantGroup, ConstantName, ConstantUnit } from '../../../core/ultrasound/constants.ts';
import type { PresetNumber } from '../../../core/ultrasound/presets.ts';

interface ColumnWords {
  readonly label: string;
  readonly unit: string;
  /** What it does to the image. */
  readonly means: string;
}

const acoustic: Readonly<Record<keyof MaterialRow['acoustic'], ColumnWords>> = {
  speedMs: { label: 'Speed', unit: 'm/s', means: 'where what lies behind is drawn, at 1540 m/s' },
  impedanceMRayl: { label: 'Impedance', unit: 'MRayl', means: 'its step at a boundary makes the echo' },
  alphaDbCmMHz: { label: 'Attenuation', unit: 'dB/cm/MHz', means: 'one way, linear in frequency' },
  levelDb: { label: 'Level', unit: 'dB', means: 'mean brightness against adventitia, before attenuation' },
  alongLevelDb: { label: 'Level along', unit: 'dB', means: 'the same when struck along the layers' },
  gammaShape: { label: 'Shape', unit: '', means: 'how even: small is patchy, ∞ plain speckle' },
  specular: {
    label: 'Mirror-like',
    unit: '',
    means: 'share of a boundary’s echo that needs square incidence',
  },
  border: { label: 'Border', unit: '', means: 'how abrupt: 1 has a line of its own, 0 grades over' },
};

const constants: Readonly<Record<ConstantName, string>> = {
  speed: 'Speed of sound by which ranges are drawn',
  adventitiaLevel: 'Adventitia, where the element hears best',
  noiseLevel: 'Receiver noise, before time gain',
  receiverGain: 'Fixed gain of the last stage',
  timeGainCap: 'Most that time gain makes up for',
  inaudible: 'Below noise, echoes are left out from here on',
  storedRange: 'Range of a stored frame',
  lateness: 'Where wave packets are laid, share of their delay on the axis',
  sliceEdge: 'Edge of the slice, both ways',
  penumbra: 'Blur of transmission, beam widths',
  phaseSteps: 'Steps of phase per turn',
  walkStep: 'Step along a line in search of boundaries',
  scatterersPerCell: 'Scatterers in a resolution cell',
  wallGrainOutward: 'Patches of the wall: outward',
  wallGrainAround: 'Patches of the wall: around',
  wallGrainAlong: 'Patches of the wall: along the vessel',
  softGrainOutward: 'Patches of plaque: outward',
  softGrainAround: 'Patches of plaque: around',
  softGrainAlong: 'Patches of plaque: along the vessel',
  outsideGrainOutward: 'Patches of the bed: outward',
  outsideGrainAround: 'Patches of the bed: around',
  outsideGrainAlong: 'Patches of the bed: along the vessel',
  flow: 'Mean flow in an open artery',
  shearStep35: 'Blood at rest over flowing, 35 MHz',
  shearStep70: 'Blood at rest over flowing, 70 MHz',
  shearStepKept: 'The same as at 35 MHz, up to',
  aggregatesBreak: 'Flow at which half of that is gone',
  clearFluid: 'Saline and contrast medium',
  mirrorTilt: 'Tilt at which a mirror’s echo is 1/e, wavelengths per aperture',
  calciumMirror: 'Mirror-like share that calcium adds',
  rough: 'Rough echo against a mirror',
  roughCalcium: 'Rough echo of calcium against a mirror',
  surfacePatch: 'Patch of a rough surface with one phase',
  catheterFace: 'Reflection of the catheter’s face',
  calciumRepeats: 'Repeats of calcium that are drawn',
  steelReflection: 'Reflection of a wire',
  steelSpeed: 'Speed of sound in a wire',
  wireMirror: 'Mirror-like share of a wire',
  wireRough: 'Rough echo of a wire against a mirror',
  rings: 'Rings inside a wire that are drawn',
  firstRing: 'First ring against the surface echo',
  ringDecay: 'Each ring against the one before',
  wireRepeats: 'Repeats of a wire that are drawn',
  wireLean: 'Lean of a wire at which its echo is 1/e',
  wireLeanFloor: 'Echo that is left however a wire leans',
  outerFace: 'Outer face of the window',
  innerFace: 'Inner face of the window',
  windowWall: 'Distance of the window’s two faces',
  ringDown: 'Ring-down at the element',
  ringDownDecay: 'Distance over which it falls by 20 dB',
  ringDownReach: 'Reach beyond the window',
  ringDownResidue: 'Share that subtraction leaves',
  ringDownLobes: 'Lobes of what is left, per turn',
  ringDownUneven: 'What is left varies around the turn, up and down',
  airEcho: 'First echo of air in the window',
  airRepeats: 'Repeats of air',
  airDecay: 'Each repeat of air against the one before',
  airTransmission: 'What air lets through',
};

const groups: Readonly<Record<ConstantGroup, string>> = {
  receiver: 'Receiver',
  beam: 'Beam',
  speckle: 'Speckle',
  blood: 'Blood',
  boundaries: 'Boundaries',
  wires: 'Wires',
  catheter: 'Catheter',
};

/** As printed. Angles are shown in degrees. */
const constantUnits: Readonly<Record<ConstantUnit, string>> = {
  MHz: 'MHz',
  '1': '',
  dB: 'dB',
  mm: 'mm',
  'mm/us': 'mm/µs',
  'mm/s': 'mm/s',
  rad: '°',
  '1/mm3': '1/mm³',
};

const presets: Readonly<Record<PresetNumber, { readonly label: string; readonly unit: string }>> = {
  frequencyMHz: { label: 'Centre frequency', unit: 'MHz' },
  apertureMm: { label: 'Side of the element', unit: 'mm' },
  focusMm: { label: 'Focus from its face', unit: 'mm' },
  bandwidthPercent: { label: '−6 dB band', unit: '%' },
  orbitMm: { label: 'Face from the axis', unit: 'mm' },
  elements: { label: 'Elements', unit: '' },
  framesPerS: { label: 'Frame rate', unit: 'frames/s' },
  pullbackMmS: { label: 'Pullback speeds', unit: 'mm/s' },
  tipToTransducerMm: { label: 'Tip to transducer', unit: 'mm' },
  windowRadiusMm: { label: 'Radius of the window', unit: 'mm' },
  outerRadiusMm: { label: 'Widest radius', unit: 'mm' },
  travelMm: { label: 'Travel', unit: 'mm' },
  rxLumens: { label: 'Rx lumens', unit: '' },
  rxLumenMm: { label: 'Length of the tip’s lumen', unit: 'mm' },
  axisOffsetMm: { label: 'Shaft off the bundle’s middle', unit: 'mm' },
  wireFromAxisMm: { label: 'Wire 1 from the axis', unit: 'mm' },
  startMm: { label: 'First sample from the axis', unit: 'mm' },
  mmPerSample: { label: 'Sample spacing', unit: 'mm' },
  displayRadiusMm: { label: 'Radius shown at first', unit: 'mm' },
  maxDisplayRadiusMm: { label: 'Radius shown at most', unit: 'mm' },
  smoothLines: { label: 'Console averages, lines to each side', unit: '' },
  persistenceFrames: { label: 'Console averages, frames', unit: '' },
  dynamicRangeDb: { label: 'Dynamic range shown', unit: 'dB' },
  timeGainDbCmMHz: { label: 'Time gain', unit: 'dB/cm/MHz' },
};

export const physicsPage = {
  title: 'The physics behind it',
  sections: 'Sections of this page',
  tabs: { constants: 'Constants and sources', validation: 'Validation', limits: 'What is not modelled' },

  acoustic,
  constants,
  groups,
  constantUnits,
  presets,
  flat: 'flat',

  // Tables
  search: 'Search',
  searchHint: 'A name, a number or a source, such as “calcium”, “ASSUMED” or “Hoffman”',
  onlyAssumed: 'Only ASSUMED',
  shown: (shown: number, all: number) => `${shown} of ${all} rows`,
  nothing: 'No row matches.',
  clear: 'Show all rows',
  copy: 'Copy as CSV',
  copyName: (table: string) => `Copy as CSV: ${table}`,
  copied: (table: string, rows: number) => `${table}: ${rows} values copied as CSV.`,
  saved: (name: string) => `This browser does not let pages copy; saved as ${name} instead.`,
  materialsTable: 'Materials and what they do to sound',
  presetsTable: 'IVUS catheters and consoles',
  constantsTable: 'Constants of the engine',
  material: 'Material',
  quantity: 'Quantity',
  constant: 'Constant',
  value: 'Value',
  unit: 'Unit',
  source: 'Source',
  group: 'Part',
  allSources: ': all sources',
  sourcesOf: (name: string) => `Sources: ${name}`,
  sortBy: (column: string) => `Sort by ${column}`,
  withUnit: (label: string, unit: string) => (unit === '' ? label : `${label} (${unit})`),
  valueName: (label: string, value: string) => `${label}: ${value}`,
  provenance: {
    sourced: 'sourced',
    adjusted: 'adjusted',
    unconfirmed: 'unconfirmed',
    assumed: 'ASSUMED',
  },

  // How to read
  readHeading: 'How to read the tables',
  read: [
    'Point at a number, or move to it with the arrow keys, to see what it rests on; a row’s name opens all its sources.',
    'ASSUMED: no usable measurement was found, and the reason for the choice stands beside it. Adjusted: a measurement is named, and the number was moved away from it. Unconfirmed: common knowledge of the field that we did not see in a text.',
    'The numbers are those that the engine computes with. They are read from it, not copied into this page.',
    'Levels are in dB of amplitude (20 log₁₀), attenuation is one way. A boundary’s echo is R = (Z₂ − Z₁) / (Z₂ + Z₁).',
  ],

  // Validation
  validation: {
    intro:
      'Twenty-five questions that a physicist would ask, answered by the engine in this browser while you wait. Nothing is stored: each number below was measured when you pressed the button.',
    run: 'Run all tests',
    again: 'Run all again',
    cancel: 'Cancel',
    one: 'Run',
    oneName: (title: string) => `Run: ${title}`,
    download: 'Save as JSON',
    openAll: 'Open all',
    closeAll: 'Close all',
    number: 'No.',
    test: 'Test',
    verdict: 'Verdict',
    checksHead: 'Checks',
    took: 'Time',
    extra: 'not counted',
    progressName: 'Tests done',
    checks: (passed: number, all: number) => `${passed} of ${all} checks`,
    states: { idle: 'not run', waiting: 'waiting', running: 'running…', failed: 'could not run' },
    progress: (done: number, all: number) => `${done} of ${all} tests done`,
    running: (title: string) => `Running: ${title}`,
    ended: (passed: number, all: number) => `Finished: ${passed} of ${all} tests within tolerance.`,
    cancelled: 'Cancelled. Results so far are kept.',
    failure: (detail: string) => `This test could not be run. ${detail}`,
    retry: 'Try again',
    plotTitle: (y: string, x: string, where: string) =>
      `${y.charAt(0).toUpperCase()}${y.slice(1)} against ${x}${where ? ` (${where})` : ''}`,
    plotDescription: (y: string, x: string, curves: string) => `${y} against ${x}: ${curves}.`,
    columns: {
      what: 'Quantity',
      at: 'Where',
      measured: 'Measured',
      reference: 'Reference',
      tolerance: 'Accepted',
      verdict: 'Verdict',
      source: 'Reference from',
    },
    checksOf: (title: string) => `Checks: ${title}`,
    none: '–',
    seconds: (s: string) => `${s} s`,
  },

  // What is not modelled
  limitsIntro:
    'A teaching model: calibrated against no console, and not for diagnosis, treatment or device choice. These simplifications are known.',
  limits: [
    [
      'One scattering only',
      'Echoes of echoes are left out, except those between calcium or a wire and the catheter.',
    ],
    ['Straight rays', 'Sound is not bent at the window of the catheter or at the edges of calcium.'],
    [
      'Grain near the element',
      'Size and statistics of speckle are right close to the catheter; single grains are not those of an exact field.',
    ],
    [
      'Attenuation linear in frequency',
      'The pulse keeps its pitch with depth, where in tissue its high frequencies are lost first.',
    ],
    [
      'Tissue values',
      'They spread by 30 % in the literature, and several were measured at lower frequencies.',
    ],
    ['Console', 'Grey curve, smoothing and time gain are generic. No maker’s console is reproduced.'],
    [
      'Thickness of the slice',
      'Loss is followed in the middle of the slice: a plate that ends within it shadows all or nothing.',
    ],
    ['Blood', 'It has one speed at each station: there is no shear across the lumen.'],
    ['Heartbeat', 'Nothing pulsates, and the catheter does not move with the heart.'],
    ['Strong sound', 'Nonlinear sound and saturation of the receiver are left out.'],
    [
      'Appearance',
      'The look was compared with a few published frames only. That it reads well is no proof that it is right.',
    ],
  ],
} as const;
