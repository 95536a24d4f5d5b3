/** @file Wire 2's track through tissue, as openings of the `track` channel. */
import type { Tissue } from '../anatomy/tissue.ts';
import type { StepOutput } from './event.ts';
import { isGuided, nodeBefore } from './path.ts';
import { ANCHOR, type MechanicsState } from './state.ts';
import { staysOpenMm, trackRadiusMm } from './wounds/stick-sites.ts';

/** The tip is in intact tissue; the way opens to the wire's full thickness this far behind it, mm. ASSUMED. */
const OPENS_BEHIND_MM = 1.5;

/** Opens the track behind an advancing tip and closes it when the wire has left. */
export const openTrack = (state: MechanicsState, tissue: Tissue, out: StepOutput): void => {
  const { wire2 } = state;
  const grid = tissue.openingGrid;
  const reach = wire2.loaded
    ? Math.min(grid.count - 1, Math.floor((wire2.tip.s - OPENS_BEHIND_MM - grid.startMm) / grid.stepMm))
    : -1;
  const was = state.trackedIndex;
  if (reach === was) return;
  for (let i = Math.max(0, was + 1); i <= reach; i++) open(state, tissue, i, out);
  for (let i = was; i > Math.max(-1, reach); i--) close(state, tissue, i, out);
  state.trackedIndex = reach;
};

const open = (state: MechanicsState, tissue: Tissue, i: number, out: StepOutput): void => {
  const s = tissue.openingGrid.startMm + i * tissue.openingGrid.stepMm;
  if (isGuided(state, s)) return;
  const { path } = state.wire2;
  const k = nodeBefore(state, s);
  if (path.anchor[k] !== ANCHOR.tissue) return;
  order(state, out, i, path.x[k]!, path.y[k]!, trackRadiusMm(state.wounds, s));
};

/** What the wire pierced springs shut: the old way stays weak (the path remembers it) but takes no room, unless it is worn. */
const close = (state: MechanicsState, tissue: Tissue, i: number, out: StepOutput): void => {
  const was = state.trackMm[i]!;
  if (was === 0) return;
  const { path } = state.wire2;
  const k = nodeBefore(state, tissue.openingGrid.startMm + i * tissue.openingGrid.stepMm);
  const left = state.wounds?.leftMm[i] ?? 0;
  const worn = staysOpenMm(was);
  if (left > worn) order(state, out, i, state.wounds!.leftX[i]!, state.wounds!.leftY[i]!, left);
  else order(state, out, i, path.x[k]!, path.y[k]!, worn);
};

const order = (
  state: MechanicsState,
  out: StepOutput,
  index: number,
  x: number,
  y: number,
  r: number,
): void => {
  state.trackMm[index] = r;
  out.edits.push({ kind: 'open', channel: 'track', index, xRef: x, yRef: y, radiusMm: r });
};
