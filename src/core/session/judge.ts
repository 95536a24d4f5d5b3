/** @file Looks at the world twenty times a second: which steps are done, what deserves a word. */
import { frameAt } from '../math/curve.ts';
import { poseOf } from '../mechanics/mechanics.ts';
import type { Wire2Facts, WorldFacts } from '../procedure/facts.ts';
import { harmOf } from '../procedure/harm.ts';
import { outcomeOf } from '../procedure/outcome.ts';
import { STEP_IDS } from '../procedure/procedure.ts';
import { currentStep, noteDoneSteps, STEP_RULES } from '../procedure/rules.ts';
import { lumenCentreAt } from '../procedure/truth.ts';
import { type Direction, viewErrorDeg } from '../procedure/view.ts';
import { NO_WIRE2, wire2Facts } from '../procedure/wire2.ts';
import type { ImagingPose } from '../ultrasound/frame.ts';
import { TICK_HZ } from './command.ts';
import { imagingPose } from './imaging.ts';
import { type ProcedureRecord, type Session, STILL, say, type Told } from './state.ts';
import { procedureS } from './time-ledger.ts';

/** Ticks between two looks. */
export const JUDGE_TICKS = 12;

export const createProcedureRecord = (): ProcedureRecord => ({
  doneTicks: STEP_IDS.map(() => null),
  progress: 0,
  marks: [],
  confirmedTick: null,
  finishedTick: null,
  outcome: null,
  perforations: 0,
  calciumStrikes: 0,
  wire2Delivered: false,
});

export const createTold = (): Told => ({
  wire1InPlane: false,
  ivusPastCap: false,
  wire2Exited: false,
  wire2InPlaque: false,
  wire2InLumen: false,
  haematoma: false,
  sticks: 2,
  quietUntil: {},
});

const roundMm = (mm: number): number => Math.round(mm * 10) / 10;

const wire2Now = (session: Session): Wire2Facts =>
  session.mechanics.wire2.loaded
    ? wire2Facts(session.tissue, poseOf(session.mechanics, session.tissue, 'wire2'))
    : NO_WIRE2;

/** How far the gantry is from a telling view; null unless it stands still with the beam on and the devices in. */
const viewNow = (session: Session, pose: ImagingPose | null): number | null => {
  const { cArm, tissue } = session;
  if (!pose || !cArm.fluoroOn || cArm.angleDeg !== cArm.targetDeg) return null;
  const centre = lumenCentreAt(tissue, pose.s);
  const directions: Direction[] = [{ dx: centre.x - pose.x, dy: centre.y - pose.y }];
  const wire1 = pose.wires.find((wire) => wire.device === 'wire1');
  if (wire1) directions.push({ dx: wire1.x - pose.x, dy: wire1.y - pose.y });
  return viewErrorDeg(frameAt(tissue.anatomy.target.curve, pose.s), directions, cArm.angleDeg);
};

export const factsOf = (session: Session): WorldFacts => {
  const { mechanics, tissue, cArm, contrast, transducer, procedure } = session;
  const { occlusion } = tissue.anatomy.target;
  const pose = imagingPose(session);
  return {
    tick: session.tick,
    occlusionStartMm: occlusion.startMm,
    occlusionEndMm: occlusion.endMm,
    seenOpacity: cArm.fluoroOn ? contrast.opacity : 0,
    wire1: { loaded: mechanics.wire1.loaded, phase: mechanics.wire1.phase, tipS: mechanics.wire1.tip.s },
    wire2: wire2Now(session),
    transducerS: pose?.s ?? null,
    recordedMm: transducer.longestMm,
    viewErrorDeg: viewNow(session, pose),
    marks: procedure.marks,
    confirmedTick: procedure.confirmedTick,
    finishedTick: procedure.finishedTick,
  };
};

/** Tells what has begun since the last look. */
const tell = (session: Session, facts: WorldFacts): void => {
  const { told, procedure } = session;
  const { wire1, wire2, occlusionEndMm: cap } = facts;
  const began = (key: Exclude<keyof Told, 'quietUntil' | 'sticks'>, is: boolean): boolean => {
    const was = told[key];
    told[key] = is;
    return is && !was;
  };
  if (began('wire1InPlane', told.wire1InPlane || wire1.phase === 'plane')) {
    say(session, 'wire1-subintimal', 'info', { stationMm: roundMm(wire1.tipS) });
  }
  const past = facts.transducerS !== null && facts.transducerS >= cap;
  if (began('ivusPastCap', told.ivusPastCap || past)) say(session, 'ivus-past-cap', 'good');
  const exited = wire2.loaded && wire2.phase !== 'in-catheter' && wire2.tipS >= facts.occlusionStartMm;
  if (began('wire2Exited', exited)) {
    procedure.wire2Delivered = true;
    say(session, 'wire2-exited', 'info', { stationMm: roundMm(wire2.tipS) });
  }
  if (began('wire2InPlaque', exited && wire2.phase === 'plaque')) {
    say(session, 'wire2-in-plaque', 'good', { fromCapMm: roundMm(wire2.tipS - cap) });
  }
  if (began('wire2InLumen', wire2.lumenLengthMm > 0)) {
    say(session, 'wire2-in-lumen', 'good', { fromCapMm: roundMm((wire2.reentryS ?? cap) - cap) });
  }
};

/** Blood in the plane that is worth a word, mm^2: a third of what the catheter takes. ASSUMED. */
const HAEMATOMA_MM2 = 0.5;

/** Tells what the wires have done to the vessel: blood in the plane, one site stuck too often. */
const tellHarm = (session: Session): void => {
  const { told } = session;
  const { wounds } = session.mechanics;
  if (!wounds) return;
  if (!told.haematoma && wounds.clotMm2.some((mm2) => mm2 > HAEMATOMA_MM2)) {
    told.haematoma = true;
    say(session, 'haematoma', 'warning');
  }
  const sticks = wounds.sites.reduce((most, site) => Math.max(most, site.sticks), 0);
  if (sticks > told.sticks) {
    told.sticks = sticks;
    say(session, 'site-worn', 'warning', { sticks });
  }
};

/** Brings the record of steps up to date with the world. */
export const judge = (session: Session): void => {
  const { procedure } = session;
  const facts = factsOf(session);
  const hadWire1 = procedure.doneTicks[STEP_IDS.indexOf('wire1-subintimal')] !== null;
  noteDoneSteps(procedure.doneTicks, facts);
  if (!hadWire1 && procedure.doneTicks[STEP_IDS.indexOf('wire1-subintimal')] !== null) {
    say(session, 'wire1-distal', 'good', { pastCapMm: roundMm(facts.wire1.tipS - facts.occlusionEndMm) });
  }
  procedure.progress = STEP_RULES[currentStep(procedure.doneTicks)].progress(facts);
  tell(session, facts);
  tellHarm(session);
};

/** Ends the case: the world stops where it is and the outcome is written. */
export const finish = (session: Session): void => {
  const { procedure, transducer, cArm } = session;
  procedure.finishedTick = session.tick;
  judge(session);
  const wire2 = wire2Now(session);
  procedure.outcome = outcomeOf({
    timeS: procedureS(session.tick, session.charges),
    fluoroS: session.fluoroTicks / TICK_HZ,
    contrastMl: session.contrast.injectedMl,
    perforations: procedure.perforations,
    harm: harmOf(session.mechanics.wounds, session.tissue.openingGrid.stepMm),
    calciumStrikes: procedure.calciumStrikes,
    confirmed: procedure.confirmedTick !== null,
    distalCapMm: session.tissue.anatomy.target.occlusion.endMm,
    wire2,
    wire2Delivered: procedure.wire2Delivered,
    marks: procedure.marks,
  });
  for (const id of ['wire1', 'ivus', 'wire2', 'balloon'] as const) session.inputs[id] = STILL;
  transducer.rate = 0;
  transducer.pullbackSpeed = 0;
  cArm.fluoroOn = false;
  cArm.targetDeg = cArm.angleDeg;
  session.contrast.pendingMl = 0;
  const { success, reason } = procedure.outcome;
  say(session, 'finished', success ? 'good' : 'warning', { reason });
};
