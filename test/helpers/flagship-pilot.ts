/** @file A pilot that plays the flagship case to re-entry through commands alone. It reads the truth: it is a test. */
import type { Tissue } from '../../src/core/anatomy/tissue.ts';
import { wrapAngle } from '../../src/core/math/trig.ts';
import type { DeviceId, DevicePose } from '../../src/core/mechanics/device.ts';
import type { Command } from '../../src/core/session/command.ts';

/** What the pilot looks at before each step. */
export interface PilotView {
  readonly tissue: Tissue;
  pose(device: DeviceId): DevicePose;
}

/** Give these commands now, then run so many ticks. */
export interface PilotStep {
  readonly commands: readonly Command[];
  readonly ticks: number;
}

/** Where the job has got to; the caller may look around (pull back, mark, turn the C-arm) between stages. */
export type PilotStage = 'wire1-down' | 'catheter-down' | 'wire2-aimed' | 'wire2-in-lumen';
export type PilotMove = PilotStep | { readonly stage: PilotStage };

const CATHETER_BEYOND_CAP_MM = 24;
/** Past the plate (which ends 4 mm beyond the cap), before the next one. */
const STICK_BEYOND_CAP_MM = 7;
const LUMEN_RUN_MM = 15;
/** A decision every 1/60 s while steering, every 1/10 s on the long ways. */
const FINE = 4;
const COARSE = 24;
/** No stretch may take longer than this, in decisions: a pilot that cannot do it says so. */
const PATIENCE = 4000;

const hub = (device: DeviceId, advance: number, torque = 0): Command => ({
  type: 'hub',
  device,
  advance,
  torque,
});

function* until(done: () => boolean, step: () => PilotStep, what: string): Generator<PilotStep, void> {
  for (let i = 0; i < PATIENCE; i++) {
    if (done()) return;
    yield step();
  }
  throw new Error(`the pilot could not get ${what}`);
}

/** Azimuth from the plane at wire 2's tip to the vessel's middle, rad: the side of the true lumen. */
const lumenAzimuth = ({ tissue, pose }: PilotView): number => {
  const hole = { x: 0, y: 0, radiusMm: 0 };
  tissue.holeAt('plane', pose('wire2').tip.s, hole);
  return Math.atan2(-hole.y, -hole.x);
};

function* aim(view: PilotView, offRad: number): Generator<PilotStep, void> {
  const error = (): number => wrapAngle(lumenAzimuth(view) + offRad - view.pose('wire2').tip.pointingRad);
  yield* until(
    () => Math.abs(error()) < 0.08,
    () => ({ commands: [hub('wire2', 0, error() > 0 ? 1.5 : -1.5)], ticks: FINE }),
    'the tip to point there',
  );
  yield { commands: [hub('wire2', 0)], ticks: FINE };
}

/**
 * Wire 1 to the end of the cleft, the catheter after it, wire 2 out of its lumen and along the plane past the plate,
 * tip turned to the true lumen, through the flap and down the open artery.
 */
export function* flagshipPilot(view: PilotView): Generator<PilotMove, void> {
  const cap = view.tissue.anatomy.target.occlusion.endMm;
  const s = (device: DeviceId): number => view.pose(device).tip.s;
  const push = (device: DeviceId, speed: number, ticks: number) => (): PilotStep => ({
    commands: [hub(device, speed)],
    ticks,
  });

  yield* until(
    () => s('wire1') >= cap + CATHETER_BEYOND_CAP_MM + 4,
    push('wire1', 20, COARSE),
    'wire 1 down',
  );
  yield { commands: [hub('wire1', 0)], ticks: FINE };
  yield { stage: 'wire1-down' };

  yield { commands: [{ type: 'load', device: 'ivus' }], ticks: 1 };
  yield* until(
    () => s('ivus') >= cap + CATHETER_BEYOND_CAP_MM,
    push('ivus', 20, COARSE),
    'the catheter down',
  );
  yield { commands: [hub('ivus', 0)], ticks: FINE };
  yield { stage: 'catheter-down' };

  yield { commands: [{ type: 'load', device: 'wire2', wire: 'tapered-12', route: 'rx-lumen' }], ticks: 1 };
  yield* aim(view, Math.PI);
  yield* until(
    () => s('wire2') >= cap + STICK_BEYOND_CAP_MM,
    push('wire2', 4, FINE),
    'wire 2 past the plate',
  );
  yield* aim(view, 0);
  yield { stage: 'wire2-aimed' };

  yield* until(
    () => view.pose('wire2').tip.phase === 'lumen',
    push('wire2', 4, FINE),
    'wire 2 into the lumen',
  );
  const entry = s('wire2');
  yield* until(() => s('wire2') >= entry + LUMEN_RUN_MM, push('wire2', 6, FINE), 'wire 2 down the lumen');
  yield { commands: [hub('wire2', 0)], ticks: FINE };
  yield { stage: 'wire2-in-lumen' };
}
