/**
 * @file How the outcome moves with the two numbers it stands on most: the exponent of the size law and the strength of the adventitia.
 *
 * Outcomes sit on knife edges; this says how sharp they are. Each cell plays one case: wire 1 and the catheter down, then wire 2 of
 * several classes pushed out of the catheter's mouth at several levels and pointing errors.
 */
import { anatomyOf } from '../../cases/anatomy-of.ts';
import type { CaseFile } from '../../cases/schema.ts';
import type { LoadOptions, PunctureLaw } from '../../mechanics/mechanics.ts';
import { DEFAULT_CATHETER } from '../../ultrasound/presets.ts';
import { bodyOf } from '../catheter.ts';
import {
  catheterDown,
  copyWorld,
  createWorld,
  drive,
  pointOff,
  type World,
  wire1Down,
  wire2AtMouth,
} from './world.ts';

/** Of the size law, between cutting (1) and yield (2); and of the adventitia, as a factor. */
export const EXPONENTS = [1.2, 1.35, 1.5, 1.65, 1.8] as const;
export const ADVENTITIA = [0.7, 1, 1.3] as const;

/** Wire 2: what is asked of each class. */
export const WIRES: readonly { readonly name: string; readonly options: LoadOptions }[] = [
  { name: 'jacket-3', options: { wire: 'jacket-3' } },
  { name: 'intermediate-6', options: { wire: 'intermediate-6' } },
  { name: 'tapered-12', options: { wire: 'tapered-12' } },
  { name: 'tapered-20', options: { wire: 'tapered-20' } },
  {
    name: 'tapered-20, microcatheter 4 mm behind',
    options: { wire: 'tapered-20', route: 'microcatheter', supportMm: 4 },
  },
];

/** The catheter's mouth lies so far beyond the distal cap, mm; pointing errors off the true lumen, deg: aimed, and straight outward. */
const MOUTHS_MM = [3, 4, 5];
const MOUTH_FROM_TIP_MM = 25;
const AIMED_DEG = [-25, 0, 25];
const OUTWARD_DEG = 180;
const DEG = Math.PI / 180;
/** In the true lumen so far beyond the distal cap, mm. */
const THROUGH_MM = 20;

export interface WireOutcome {
  readonly name: string;
  /** Shares of the well-aimed sticks, 0 .. 1. */
  readonly reentry: number;
  readonly perforation: number;
  /** Share of those that point outward. */
  readonly outwardPerforation: number;
}

export interface Cell {
  readonly law: PunctureLaw;
  /** Where wire 1 stopped, mm from the distal cap, and whether it perforated. */
  readonly wire1FromCapMm: number;
  readonly wire1Perforated: boolean;
  readonly wires: readonly WireOutcome[];
}

const perforated = ({ events }: World, device: 'wire1' | 'wire2'): boolean =>
  events.some((event) => event.kind === 'perforation' && event.device === device);

type Stuck = 'reentry' | 'perforation' | 'plane';

const stick = (imaged: World, offDeg: number, options: LoadOptions): Stuck => {
  const world = wire2AtMouth(imaged, options);
  const { wire2 } = world.state;
  // aimed once it is out: pushing lets go of what the shaft has wound up
  drive(world, 'wire2', { advance: 4 }, 10, () => wire2.body !== null);
  pointOff(world, offDeg * DEG);
  const through = world.tissue.anatomy.target.occlusion.endMm + THROUGH_MM;
  // what has slid that far along the plane has missed
  const ends = (): boolean => perforated(world, 'wire2') || wire2.stopped || wire2.tip.s > through;
  drive(world, 'wire2', { advance: 4 }, 10, ends);
  if (perforated(world, 'wire2')) return 'perforation';
  return wire2.phase === 'lumen' ? 'reentry' : 'plane';
};

const share = (all: readonly Stuck[], what: Stuck): number =>
  all.filter((one) => one === what).length / all.length;

const outcomeOf = (imaged: readonly World[], { name, options }: (typeof WIRES)[number]): WireOutcome => {
  const aimed = imaged.flatMap((world) => AIMED_DEG.map((deg) => stick(world, deg, options)));
  const outward = imaged.map((world) => stick(world, OUTWARD_DEG, options));
  return {
    name,
    reentry: share(aimed, 'reentry'),
    perforation: share(aimed, 'perforation'),
    outwardPerforation: share(outward, 'perforation'),
  };
};

/** Plays one cell. @param caseFile its wire 1 has to reach beyond the distal cap, or wire 2 has nothing to start from */
export const playCell = (caseFile: CaseFile, law: PunctureLaw, wires = WIRES): Cell => {
  const anatomy = anatomyOf(caseFile);
  const { endMm } = anatomy.target.occlusion;
  const world = wire1Down(createWorld(anatomy, bodyOf(DEFAULT_CATHETER), law));
  const wire1FromCapMm = world.state.wire1.tip.s - endMm;
  const wire1Perforated = perforated(world, 'wire1');
  const placed = wire1FromCapMm > 15 && !wire1Perforated;
  const imaged = placed ? MOUTHS_MM.map((mm) => catheterDown(copyWorld(world), mm + MOUTH_FROM_TIP_MM)) : [];
  return {
    law,
    wire1FromCapMm,
    wire1Perforated,
    wires: placed ? wires.map((wire) => outcomeOf(imaged, wire)) : [],
  };
};
