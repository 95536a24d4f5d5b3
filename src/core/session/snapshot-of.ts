/** @file Makes the snapshot that panes draw from a session. */
import { DEVICE_IDS } from '../mechanics/device.ts';
import { balloonPose } from '../mechanics/devices/balloon.ts';
import { contentsOf } from '../mechanics/devices/room.ts';
import { poseOf } from '../mechanics/mechanics.ts';
import { currentStep } from '../procedure/rules.ts';
import { TICK_HZ } from './command.ts';
import { contrastState } from './gantry.ts';
import { imagingState } from './imaging.ts';
import type { Snapshot } from './snapshot.ts';
import type { Session } from './state.ts';
import { procedureS } from './time-ledger.ts';

/**
 * @param sinceEdits number of edits the receiver has; the snapshot carries the rest
 * @param sinceEvents number of events the receiver has
 */
export const snapshotOf = (session: Session, sinceEdits = 0, sinceEvents = 0): Snapshot => {
  const { procedure } = session;
  const endTick = procedure.finishedTick ?? session.tick;
  return {
    tick: session.tick,
    devices: DEVICE_IDS.map((id) => poseOf(session.mechanics, session.tissue, id, session.inputs[id])),
    balloon: balloonPose(session.mechanics, session.tissue),
    access: { sheath: session.mechanics.access.sheath, contents: contentsOf(session.mechanics) },
    editsVersion: session.edits.length,
    newEdits: session.edits.slice(sinceEdits),
    imaging: imagingState(session),
    cArm: { ...session.cArm },
    contrast: contrastState(session.contrast),
    clocks: {
      timeS: procedureS(endTick, session.charges),
      charges: [...session.charges],
      fluoroS: session.fluoroTicks / TICK_HZ,
      contrastMl: session.contrast.injectedMl,
    },
    procedure: {
      doneTicks: [...procedure.doneTicks],
      current: currentStep(procedure.doneTicks),
      progress: procedure.progress,
      marks: [...procedure.marks],
      outcome: procedure.outcome,
    },
    events: session.events.slice(sinceEvents),
  };
};
