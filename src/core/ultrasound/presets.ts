/** @file The IVUS catheters and their consoles as data: generic classes, every number with its source or ASSUMED. */
import { DEFAULT_IMAGING, DEFAULT_PROBE, type ImagingSettings, type Probe } from './frame.ts';

export const CATHETER_IDS = ['dual-rx-40', 'long-tip-40', 'peripheral-30', 'fast-60', 'array-20'] as const;
/** Also the key of the catheter's generic name in the strings table. */
export type CatheterId = (typeof CATHETER_IDS)[number];

/** What the console does to the frames of a catheter. */
export interface ConsolePreset {
  /** The envelope is averaged over this many of 512 lines to each side. */
  readonly smoothLines: number;
  /** Frames averaged over time; 1 shows each as it is. */
  readonly persistenceFrames: number;
  readonly dynamicRangeDb: number;
  readonly timeGainDbCmMHz: number;
}

/** The numbers of a preset, probe and console among them, one by one. */
export type PresetNumber =
  | keyof Probe
  | keyof ConsolePreset
  | Exclude<keyof CatheterPreset, 'id' | 'probe' | 'console' | 'sources'>;

export interface CatheterPreset {
  readonly id: CatheterId;
  readonly probe: Probe;
  /** 1: one element turned by a drive shaft. More: an array that looks round without turning or sliding. */
  readonly elements: number;
  readonly framesPerS: number;
  /** Motorised pullback speeds that are offered, mm/s. */
  readonly pullbackMmS: readonly number[];
  /** From the tip to the transducer in its most distal place, mm: this much of the way is never seen. */
  readonly tipToTransducerMm: number;
  readonly windowRadiusMm: number;
  /** Widest part, with the wire that lies beside the shaft, mm. */
  readonly outerRadiusMm: number;
  /** How far the transducer slides inside; for an array, how far the sled pulls the catheter. mm. */
  readonly travelMm: number;
  /** With two, wire 2 can ride in the second. */
  readonly rxLumens: 1 | 2;
  /** Length of the lumen at the tip in which wire 1 runs, mm. Past the transducer: the wire runs through the array. */
  readonly rxLumenMm: number;
  /** Shaft's axis off the middle of shaft and wire, and a wire beside the window off that axis, mm. */
  readonly axisOffsetMm: number;
  readonly wireFromAxisMm: number;
  /** Range of the first sample from the axis and spacing of the samples, mm. */
  readonly startMm: number;
  readonly mmPerSample: number;
  /** Radius shown at first and at most, mm. */
  readonly displayRadiusMm: number;
  readonly maxDisplayRadiusMm: number;
  readonly console: ConsolePreset;
  /** What each number rests on. */
  readonly sources: Readonly<Record<PresetNumber, string>>;
}

const FDA = 'FDA 510(k) summary K153617';
const FDA_30 = '30 MHz, peripheral, 150 mm of travel, 16 mm wire lumen: FDA 510(k) summary K222568';
const REVIEW = 'Rev Cardiovasc Med 2023;24:39 (PMC11273122), table 2';
const ELEMENTS = 'published elements: Sung and Chang 2021, Sensors 21:3907, table 2';
const TEXTBOOK = 'Interventional Cardiology, textbook chapter on IVUS';
const ARRAY = 'PMC4176895: 20 MHz, 3.5 Fr array';
const BACKGROUND = 'background knowledge of the field, not confirmed in a text';
const TOUCHING = 'ASSUMED: the window touches the wire';
const TIBIAL = 'ASSUMED: tibial work shows 4 to 6 mm';

/** A rotating console at 40 MHz. */
const CONSOLE_40: ConsolePreset = {
  smoothLines: 1,
  persistenceFrames: 3,
  dynamicRangeDb: 50,
  timeGainDbCmMHz: DEFAULT_IMAGING.timeGainDbCmMHz,
};

/** Dual-Rx CTO catheter (AnteOwl-like): the element slides inside the still catheter. */
const DUAL_RX: CatheterPreset = {
  id: 'dual-rx-40',
  probe: DEFAULT_PROBE,
  elements: 1,
  framesPerS: 30,
  pullbackMmS: [0.5, 1, 3, 9],
  tipToTransducerMm: 8,
  windowRadiusMm: 0.435,
  outerRadiusMm: 0.665,
  travelMm: 150,
  rxLumens: 2,
  rxLumenMm: 6,
  axisOffsetMm: 0.2,
  wireFromAxisMm: 0.62,
  startMm: DEFAULT_IMAGING.startMm,
  mmPerSample: DEFAULT_IMAGING.mmPerSample,
  displayRadiusMm: 4,
  maxDisplayRadiusMm: 5.5,
  console: CONSOLE_40,
  sources: {
    frequencyMHz: BACKGROUND,
    apertureMm: `within ${ELEMENTS}`,
    focusMm: `flat ones are among ${ELEMENTS}`,
    bandwidthPercent: `40 to 86 %: ${ELEMENTS}`,
    orbitMm: 'ASSUMED: face of a 0.5 mm element in a 2.6 Fr window',
    elements: 'one, on a drive shaft',
    framesPerS: `1800 rpm: ${TEXTBOOK}`,
    pullbackMmS: `0.5 and 1: ${TEXTBOOK}; the faster ones ASSUMED`,
    tipToTransducerMm: BACKGROUND,
    windowRadiusMm: `2.6 Fr: ${BACKGROUND}`,
    outerRadiusMm: '4.0 Fr: Hayakawa 2022, CVIR Endovasc 5:18',
    travelMm: BACKGROUND,
    rxLumens: 'two, as the technique demands: Tan 2022, J Endovasc Ther 29:150',
    rxLumenMm: 'ASSUMED',
    axisOffsetMm: TOUCHING,
    wireFromAxisMm: TOUCHING,
    startMm: 'the face of the element',
    mmPerSample: 'ASSUMED: a quarter of the pulse',
    displayRadiusMm: TIBIAL,
    maxDisplayRadiusMm: 'ASSUMED: as far as the samples reach',
    smoothLines:
      'ASSUMED: blood as smooth and as fine as in a clinical frame (grey SD 15 of 255, cell 3.4 deg)',
    persistenceFrames: 'ASSUMED: blood as smooth as in a clinical frame (grey SD 15 of 255)',
    dynamicRangeDb: 'wider than the 33 to 41 dB of one calibrated console, which hide much: ASSUMED',
    timeGainDbCmMHz: 'ASSUMED, tuned to the look of clinical frames',
  },
};

/** Long-tip 40 MHz catheter: the same element and console on purpose, so that what differs is the tip and the rail. */
const LONG_TIP: CatheterPreset = {
  ...DUAL_RX,
  id: 'long-tip-40',
  probe: { ...DEFAULT_PROBE, orbitMm: 0.35 },
  pullbackMmS: [0.5, 1],
  tipToTransducerMm: 20,
  windowRadiusMm: 0.517,
  outerRadiusMm: 0.695,
  travelMm: 150,
  rxLumens: 1,
  rxLumenMm: 16,
  axisOffsetMm: 0.178,
  wireFromAxisMm: 0.695,
  startMm: 0.35,
  sources: {
    ...DUAL_RX.sources,
    orbitMm: 'ASSUMED: further out in a wider window',
    pullbackMmS: TEXTBOOK,
    tipToTransducerMm: `travels 20 to 170 mm from the tip: ${FDA}; ${REVIEW}`,
    windowRadiusMm: `3.1 Fr: ${BACKGROUND}`,
    outerRadiusMm: 'window and a 0.014 inch wire side by side',
    travelMm: `travels 20 to 170 mm from the tip: ${FDA}; ${REVIEW}`,
    rxLumens: FDA,
    rxLumenMm: `wire lumen of 16 mm: ${FDA}`,
  },
};

/** 30 MHz catheter for leg arteries (OptiCross 18-like): looks further, in a wider window. */
const PERIPHERAL_30: CatheterPreset = {
  ...LONG_TIP,
  id: 'peripheral-30',
  probe: { frequencyMHz: 30, apertureMm: 0.6, focusMm: null, bandwidthPercent: 60, orbitMm: 0.4 },
  windowRadiusMm: 0.583,
  outerRadiusMm: 0.761,
  wireFromAxisMm: 0.761,
  startMm: 0.4,
  mmPerSample: 0.0155,
  displayRadiusMm: 5,
  maxDisplayRadiusMm: 8,
  console: { ...CONSOLE_40, timeGainDbCmMHz: 0.3 },
  sources: {
    ...LONG_TIP.sources,
    frequencyMHz: FDA_30,
    apertureMm:
      'ASSUMED: a wider element for a lower frequency keeps the beam narrow where a tibial wall lies',
    orbitMm: 'ASSUMED: further out in a wider window',
    windowRadiusMm: `3.5 Fr class: ${BACKGROUND}`,
    outerRadiusMm: 'window and a 0.014 inch wire side by side',
    wireFromAxisMm: 'window touching the wire',
    tipToTransducerMm: 'ASSUMED: as the long tip',
    travelMm: FDA_30,
    rxLumens: FDA_30,
    rxLumenMm: FDA_30,
    startMm: 'ASSUMED: at the face of the element',
    mmPerSample: '512 samples to 8.3 mm',
    displayRadiusMm: 'ASSUMED: sound of 30 MHz comes back from further out',
    maxDisplayRadiusMm: 'ASSUMED: sound of 30 MHz comes back from further out',
  },
};

/** 60 MHz catheter with a fast pullback (AltaView-like). */
const FAST_60: CatheterPreset = {
  ...LONG_TIP,
  id: 'fast-60',
  probe: { frequencyMHz: 60, apertureMm: 0.5, focusMm: 2.5, bandwidthPercent: 77, orbitMm: 0.3 },
  framesPerS: 60,
  pullbackMmS: [1, 3, 6, 9],
  tipToTransducerMm: 23.5,
  windowRadiusMm: 0.435,
  outerRadiusMm: 0.613,
  travelMm: 150,
  rxLumenMm: 16,
  axisOffsetMm: 0.178,
  wireFromAxisMm: 0.613,
  startMm: 0.3,
  displayRadiusMm: 3,
  maxDisplayRadiusMm: 5,
  console: { ...CONSOLE_40, persistenceFrames: 1, timeGainDbCmMHz: 0.28 },
  sources: {
    ...LONG_TIP.sources,
    apertureMm: `below 0.6 mm: ${ELEMENTS}`,
    focusMm: `as the 47 MHz one of ${ELEMENTS}: a flat one would be no finer near by`,
    bandwidthPercent: ELEMENTS,
    orbitMm: 'ASSUMED: face of a 0.5 mm element in a 2.6 Fr window',
    framesPerS: 'Garcia-Guimaraes 2018, Rev Esp Cardiol 71:119',
    pullbackMmS: 'up to 10 mm/s: Garcia-Guimaraes 2018, Rev Esp Cardiol 71:119',
    tipToTransducerMm: `23 to 24 mm: ${BACKGROUND}`,
    windowRadiusMm: 'ASSUMED: as slender as the dual-Rx one',
    travelMm: 'ASSUMED: as the long tip',
    rxLumens: 'ASSUMED: as the long tip',
    rxLumenMm: 'ASSUMED: as the long tip',
    displayRadiusMm: 'ASSUMED: sound of 60 MHz does not come back from as far',
    persistenceFrames: 'ASSUMED: averaging over time would smear along the vessel at 9 mm/s',
  },
};

/** Solid-state array (Eagle Eye-like): nothing turns and nothing slides, the catheter itself is pulled. */
const ARRAY_20: CatheterPreset = {
  id: 'array-20',
  probe: { frequencyMHz: 20, apertureMm: 0.8, focusMm: 3, bandwidthPercent: 60, orbitMm: 0.55 },
  elements: 64,
  framesPerS: 30,
  pullbackMmS: [0.5, 1],
  tipToTransducerMm: 10,
  windowRadiusMm: 0.583,
  outerRadiusMm: 0.583,
  travelMm: 100,
  rxLumens: 1,
  rxLumenMm: 240,
  axisOffsetMm: 0,
  wireFromAxisMm: 0,
  startMm: 0.933,
  mmPerSample: 0.018,
  displayRadiusMm: 6,
  maxDisplayRadiusMm: 10,
  console: { ...CONSOLE_40, smoothLines: 4, timeGainDbCmMHz: 0.55 },
  sources: {
    ...DUAL_RX.sources,
    frequencyMHz: ARRAY,
    apertureMm: 'ASSUMED: the elements that fire together act like one so wide',
    focusMm: 'ASSUMED: where a tibial wall lies',
    bandwidthPercent: 'ASSUMED: as the rotating ones',
    orbitMm: 'ASSUMED: on the surface of the catheter',
    elements: BACKGROUND,
    framesPerS: 'ASSUMED',
    pullbackMmS: `by a sled: ${TEXTBOOK}`,
    windowRadiusMm: ARRAY,
    outerRadiusMm: ARRAY,
    travelMm: 'ASSUMED',
    rxLumens: 'the rail runs through the array',
    rxLumenMm: BACKGROUND,
    axisOffsetMm: 'no wire beside it',
    wireFromAxisMm: 'no wire beside it',
    startMm: 'ASSUMED: ring-down hides 0.35 mm, between 3 mm of a 10 MHz array and 0.25 mm at 40 MHz',
    mmPerSample: `20 mm across: ${BACKGROUND}`,
    displayRadiusMm: 'ASSUMED',
    smoothLines: 'ASSUMED: 64 elements make 512 lines, so about eight share one',
  },
};

export const CATHETER_PRESETS: readonly CatheterPreset[] = [
  DUAL_RX,
  LONG_TIP,
  PERIPHERAL_30,
  FAST_60,
  ARRAY_20,
];

/** With which every session begins. */
export const DEFAULT_CATHETER: CatheterPreset = DUAL_RX;

/** The catheter of an id, or null. */
export const findCatheter = (id: string): CatheterPreset | null =>
  CATHETER_PRESETS.find((preset) => preset.id === id) ?? null;

/** True for an element on a drive shaft; false for an array. */
export const rotates = (preset: CatheterPreset): boolean => preset.elements === 1;

const settingsOf = (preset: CatheterPreset): ImagingSettings => ({
  ...DEFAULT_IMAGING,
  probe: preset.probe,
  framesPerS: preset.framesPerS,
  timeGainDbCmMHz: preset.console.timeGainDbCmMHz,
  smoothLines: preset.console.smoothLines,
  startMm: preset.startMm,
  mmPerSample: preset.mmPerSample,
});

const imaging = new Map(CATHETER_PRESETS.map((preset) => [preset, settingsOf(preset)]));

/** How frames of this catheter are made; the same object every time. */
export const imagingOf = (preset: CatheterPreset): ImagingSettings =>
  imaging.get(preset) ?? settingsOf(preset);
