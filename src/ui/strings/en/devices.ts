/** @file Words of the device bay. */
import type { CatheterId } from '../../../core/ultrasound/presets.ts';

/** The numbers of a catheter as they are printed. */
interface CatheterFacts {
  readonly tipMm: number;
  readonly fr: string;
  readonly rxLumens: number;
  readonly framesPerS: number;
  readonly fastest: number;
}

/** Generic name, a shorter one for the device's card, and what the choice changes. */
interface CatheterWords {
  readonly name: string;
  readonly short: string;
  readonly change: string;
}

export const devices = {
  names: { wire1: 'Wire 1', ivus: 'IVUS catheter', wire2: 'Wire 2' },
  /** Inside a sentence. */
  inline: { wire1: 'wire 1', ivus: 'IVUS catheter', wire2: 'wire 2' },
  roles: { wire1: 'first wire', ivus: 'over wire 1', wire2: 'for re-entry' },
  lines: { wire1: 'amber solid line', ivus: 'cyan double line', wire2: 'magenta dashed line' },
  padName: (name: string) => `${name} hub: up and down pushes and pulls, sideways turns`,
  padHelp: 'Drag the pad, or use the arrow keys while it is selected. Shift makes it fine. Letting go stops.',
  push: 'Push',
  pull: 'Pull',
  load: 'Load',
  unload: 'Take out',
  loadName: (name: string) => `Load ${name}`,
  unloadName: (name: string) => `Take out ${name}`,
  outShort: 'not loaded',
  mm: (value: string) => `${value} mm`,
  rate: { advance: (v: string) => `${v} mm/s`, torque: (v: string) => `${v} °/s` },
  dial: (name: string, hubDeg: number) => `${name}: hub turned ${hubDeg} degrees`,
  dialWithTip: (name: string, hubDeg: number, tipDeg: number) =>
    `${name}: hub turned ${hubDeg} degrees, tip turned ${tipDeg} degrees`,
  exchange: 'Exchange through the microcatheter',
  exchangeNow: 'Exchange wire 2',
  exchangeHelp:
    'The microcatheter stays; the new tip lies where it ends. A soft wire can bring it round a bend for a stiff one.',
  tipShape: 'Tip shape',
  tipAngle: 'Angle',
  tipLength: 'Length',
  secondAngle: 'Second bend',
  secondLength: 'Second bend, from the end',
  noSecond: 'none',
  deg: (value: string) => `${value}°`,
  apply: 'Shape tip',
  shapeHelp: 'A wire is shaped outside the body: this pulls it back and loads it again if needed.',
  wireClass: 'Wire class',
  wires: {
    'workhorse-1': 'Workhorse, 1 gf',
    'jacket-tapered-1': 'Tapered jacket, 1 gf',
    'jacket-3': 'Hydrophilic jacket, 3.5 gf',
    'coil-tapered-3': 'Tapered coil, composite core, 3.5 gf',
    'intermediate-6': 'Intermediate, 6 gf',
    'stiff-12': 'Stiff, blunt, 12 gf',
    'tapered-12': 'Tapered, 12 gf',
    'tapered-20': 'Tapered, 20 gf',
    'tapered-30': 'Tapered, 30 gf',
    'tapered-40': 'Tapered, 40 gf',
  } as Readonly<Record<string, string>>,
  route: 'Delivery',
  routes: {
    'rx-lumen': 'Rx lumen of the IVUS catheter',
    microcatheter: 'Microcatheter alongside, pushed from the sheath',
  },
  routeShort: { 'rx-lumen': 'Rx lumen', microcatheter: 'Microcatheter' },
  oneLumen:
    'This IVUS catheter has one Rx lumen, and wire 1 runs in it: wire 2 goes in a microcatheter alongside.',
  catheterTitle: 'Choose the IVUS catheter',
  catheterShort: 'Type',
  catheterName: 'Type of IVUS catheter',
  catheterUse: 'Use this catheter',
  catheterFacts: ({ tipMm, fr, rxLumens, framesPerS, fastest }: CatheterFacts) =>
    `${tipMm} mm tip · ${fr} Fr · ${rxLumens === 1 ? '1 Rx lumen' : `${rxLumens} Rx lumens`} · ${framesPerS} frames/s · pullback to ${fastest} mm/s`,
  catheters: {
    'dual-rx-40': {
      name: 'Dual-Rx CTO catheter, 40 MHz',
      short: 'dual-Rx, 40 MHz',
      change: 'Sees closest to its own tip, and its second Rx lumen can bring wire 2 to the site.',
    },
    'long-tip-40': {
      name: 'Long-tip catheter, 40 MHz',
      short: 'long tip, 40 MHz',
      change:
        'The same picture, but more of the way before the tip stays unseen. Wire 2 needs a microcatheter.',
    },
    'peripheral-30': {
      name: 'Peripheral catheter, 30 MHz',
      short: 'peripheral, 30 MHz',
      change: 'Looks further out with a coarser grain, in a wider body with a long tip.',
    },
    'fast-60': {
      name: 'Fast-pullback catheter, 60 MHz',
      short: 'fast, 60 MHz',
      change: 'Finer grain and less depth; a fast pullback saves time, yet shows a wire tip on fewer frames.',
    },
    'array-20': {
      name: 'Solid-state array, 20 MHz',
      short: 'array, 20 MHz',
      change:
        'Looks furthest, coarser and blind close by. Nothing turns or slides: the catheter is pulled, wire 1 inside it.',
    },
  } satisfies Readonly<Record<CatheterId, CatheterWords>>,
  setup: 'Set up',
  setupTitle: (name: string) => `Set up ${name}`,
  phases: {
    lumen: 'in open lumen',
    contact: 'against tissue',
    plaque: 'in plaque',
    plane: 'in the plane',
    outside: 'outside the vessel',
    'in-catheter': 'in the catheter',
  },
  transducer: 'Transducer',
  transducerAt: (mm: string, travel: string) => `${mm} of ${travel} mm pulled back`,
  transducerPosition: 'Transducer position',
  pulledBack: 'mm back',
  proximalShort: 'Prox',
  distalShort: 'Dist',
  slideProximal: 'Prox: slide transducer proximal',
  slideDistal: 'Dist: slide transducer distal',
  pullback: 'Record pullback',
  pullbackStop: 'Stop pullback',
  pullbackShort: 'Record',
  stopShort: 'Stop',
  pullbackSpeed: 'Pullback speed, mm/s',
  noCatheter: 'no catheter',
  cArm: 'C-arm',
  cArmAngle: 'C-arm angle',
  cArmText: (deg: number) => (deg === 0 ? 'AP' : `${deg > 0 ? 'RAO' : 'LAO'} ${Math.abs(Math.round(deg))}`),
  cArmSpoken: (deg: number) =>
    deg === 0 ? 'AP, zero degrees' : `${deg > 0 ? 'RAO' : 'LAO'} ${Math.abs(Math.round(deg))} degrees`,
  turning: (now: string, target: string) => `${now} → ${target}`,
  lao: 'LAO',
  rao: 'RAO',
  fluoro: 'Fluoro',
  fluoroName: 'Fluoroscopy pedal',
  contrast: 'Contrast',
} as const;
