/** @file Who may import whom. Change a line here only together with the design it states. */

export interface Layer {
  /** Layers it may import. Its own files it may always import. */
  readonly uses?: readonly string[];
  /** Layers of which it may import types only. */
  readonly types?: readonly string[];
}

const CORE = [
  'core/math',
  'core/anatomy',
  'core/ultrasound',
  'core/mechanics',
  'core/fluoro',
  'core/measure',
  'core/procedure',
  'core/cases',
  'core/session',
];

/** A part of the screen. Panes do not know each other; what they share is state. */
const PANE: Layer = { uses: [...CORE, 'protocol', 'state', 'ui', 'platform'], types: ['io'] };
const PANES = ['viewer', 'fluoroscopy', 'scene3d', 'procedure-ui', 'educator'];

export const LAYERS: Readonly<Record<string, Layer>> = {
  'core/math': {},
  'core/anatomy': { uses: ['core/math'] },
  'core/ultrasound': { uses: ['core/math', 'core/anatomy'] },
  'core/mechanics': { uses: ['core/math', 'core/anatomy'] },
  'core/fluoro': { uses: ['core/math', 'core/anatomy'] },
  'core/measure': { uses: ['core/math', 'core/anatomy'] },
  'assets/cases': {},
  'core/cases': { uses: ['core/math', 'core/anatomy', 'assets/cases'], types: ['core/ultrasound'] },
  'core/procedure': {
    uses: ['core/math', 'core/anatomy', 'core/ultrasound', 'core/mechanics', 'core/fluoro', 'core/measure'],
  },
  'core/session': { uses: CORE },
  io: { uses: CORE },
  protocol: { uses: CORE, types: ['io'] },
  workers: { uses: [...CORE, 'io', 'protocol'] },
  engine: { uses: [...CORE, 'io', 'protocol'] },
  state: { uses: [...CORE, 'io', 'protocol', 'engine'] },
  ui: { types: CORE },
  platform: { types: [...CORE, 'io'] },
  ...Object.fromEntries(PANES.map((pane) => [pane, PANE])),
  app: { uses: [...CORE, ...PANES, 'io', 'protocol', 'engine', 'state', 'ui', 'platform'] },
  cli: { uses: [...CORE, 'io'] },
};

const NO_REACT = [...CORE, 'io', 'protocol', 'engine', 'state', 'workers', 'cli'];

/** Packages that only some layers may import. */
export const PACKAGES: readonly { readonly name: RegExp; readonly only: readonly string[] }[] = [
  { name: /^comlink$/, only: ['engine', 'workers'] },
  { name: /^(three|@react-three)(\/|$)/, only: ['scene3d'] },
  { name: /^react($|[-/])/, only: Object.keys(LAYERS).filter((layer) => !NO_REACT.includes(layer)) },
  { name: /^node:/, only: ['cli'] },
];

/** Must give the same bits in every engine, so that a session replays everywhere. */
export const DETERMINISTIC = [
  'core/anatomy',
  'core/mechanics',
  'core/cases',
  'core/procedure',
  'core/session',
];

/** The parts of Math that the language standard fixes to the last bit. */
export const EXACT_MATH = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

/** Clocks, chance and the outside world. */
export const IMPURE = new Set([
  'Date',
  'console',
  'crypto',
  'document',
  'fetch',
  'globalThis',
  'navigator',
  'performance',
  'process',
  'self',
  'setInterval',
  'setTimeout',
  'window',
]);

export const MAX_LINES = 400;
