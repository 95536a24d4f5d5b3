/** @file One hash of everything that decides what happens next: equal hashes, equal futures. */
import { createHasher } from '../math/hash.ts';
import { DEVICE_IDS } from '../mechanics/device.ts';
import { hashAccess } from '../mechanics/devices/access.ts';
import { hashMechanics } from '../mechanics/mechanics.ts';
import { DEFAULT_CATHETER } from '../ultrasound/presets.ts';
import type { Session } from './state.ts';
import { chargedS } from './time-ledger.ts';

/** 16 hex digits. */
export const hashOf = (session: Session): string => {
  const { cArm, contrast, transducer, procedure } = session;
  const hasher = createHasher();
  const optional = (value: number | null) => hasher.number(value ?? -1);
  hasher.number(session.tick).number(session.seed).number(session.tissue.version);
  // left out for the default, so that sessions from before there was a choice keep their hashes
  if (session.catheter !== DEFAULT_CATHETER) hasher.text(session.catheter.id);
  hashMechanics(session.mechanics, hasher);
  hashAccess(session.mechanics, hasher);
  if (session.mechanics.access.balloon.loaded) hasher.number(session.inputs.balloon.advance);
  for (const id of DEVICE_IDS) hasher.number(session.inputs[id].advance).number(session.inputs[id].torque);
  hasher
    .number(cArm.angleDeg)
    .number(cArm.targetDeg)
    .number(cArm.fluoroOn ? 1 : 0);
  hasher.number(contrast.opacity).number(contrast.pendingMl).number(contrast.injectedMl);
  optional(contrast.roadmapAngleDeg).number(contrast.bestOpacity);
  hasher.number(transducer.pulledBackMm).number(transducer.rate).number(transducer.pullbackSpeed);
  hasher.number(transducer.pullbackId).number(transducer.pullbackFromMm).number(transducer.longestMm);
  hasher.number(session.fluoroTicks);
  // older rules charge nothing, and their sessions keep their hashes
  if (session.rules > 2) {
    hasher.number(chargedS(session.charges));
    for (const id of DEVICE_IDS) hasher.number(session.takenOut.includes(id) ? 1 : 0);
  }
  for (const tick of procedure.doneTicks) optional(tick);
  for (const mark of procedure.marks) {
    hasher.text(mark.kind).number(mark.tick).number(mark.stationMm).number(mark.errorDeg);
  }
  optional(procedure.confirmedTick);
  optional(procedure.finishedTick);
  hasher.number(procedure.perforations).number(procedure.calciumStrikes);
  hasher.number(procedure.wire2Delivered ? 1 : 0);
  if (procedure.outcome) hasher.text(procedure.outcome.reason).number(procedure.outcome.lumenLengthMm);
  return hasher.digest();
};
