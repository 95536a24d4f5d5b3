/**
 * @file What stands in the way right now, beside the step itself: a mistake just made, or something forgotten.
 *
 * Only what an operator could notice is used: what happened, what the hands feel, what is switched on.
 */
import type { DeviceId, DevicePose } from '../core/mechanics/device.ts';
import type { EventCode } from '../core/procedure/event.ts';
import type { StepId } from '../core/procedure/procedure.ts';
import { TICK_HZ } from '../core/session/command.ts';
import type { Snapshot } from '../core/session/snapshot.ts';
import { currentStep, isLoaded, isRecording, poseOf } from '../state/selectors.ts';
import type { AppState } from '../state/store.ts';
import { procedure } from '../ui/strings/en/procedure.ts';

const notes = procedure.notes;

/** A mistake is talked about for so long, s, unless something good happens first. */
const FRESH_S = 25;
/** Tip force at which a device no longer follows the hub, N: 3 gf, the feel that the device bay calls a firm stop. */
const STOPPED_N = 0.0294;
/** Wire 2 this far beyond the transducer has left the neighbourhood that the image can judge, mm. ASSUMED. */
const AHEAD_MM = 20;
/** A catheter this near to the end of wire 1 was stopped by it, mm. ASSUMED. */
const WIRE_END_MM = 4;

/** The device whose hub each step is about. */
const STEP_DEVICE: Readonly<Partial<Record<StepId, DeviceId>>> = {
  'wire1-subintimal': 'wire1',
  'ivus-in': 'ivus',
  'deliver-wire2': 'wire2',
  'steer-wire2': 'wire2',
  'advance-wire2': 'wire2',
};

/** Events after which an older mistake is settled. */
const SETTLES: Readonly<Partial<Record<EventCode, readonly EventCode[]>>> = {
  'mark-off': ['mark-accepted'],
  'wire2-calcium': ['wire2-in-plaque', 'wire2-in-lumen'],
  'confirm-rejected': ['confirm-accepted'],
  'in-adventitia': ['wire2-in-plaque', 'wire2-in-lumen'],
  'site-worn': ['wire2-in-lumen'],
  'ivus-kinked': ['ivus-loaded'],
};

const stopped = (pose: DevicePose | null): boolean =>
  pose?.loaded === true && pose.tip.phase !== 'in-catheter' && pose.tip.forceN >= STOPPED_N;

/** The newest mistake that is still worth a word. */
const mistake = ({ events, slow }: AppState): string | null => {
  const now = slow?.tick ?? 0;
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i]!;
    if (now - event.tick > FRESH_S * TICK_HZ) return null;
    if (events.slice(i + 1).some(({ code }) => SETTLES[event.code]?.includes(code))) continue;
    const { values } = event;
    if (event.code === 'perforation') return notes.perforation;
    if (event.code === 'major-bleeding') return notes.bleeding;
    if (event.code === 'in-adventitia') return notes.adventitia;
    if (event.code === 'haematoma') return notes.haematoma;
    if (event.code === 'site-worn') return notes.worn;
    if (event.code === 'ivus-kinked') return notes.kinked;
    if (event.code === 'wire2-calcium') return notes.calcium;
    if (event.code === 'mark-off') {
      return (notes.markOff as Readonly<Record<string, string>>)[String(values.kind)] ?? null;
    }
    if (event.code === 'confirm-rejected') {
      return (notes.confirm as Readonly<Record<string, string>>)[String(values.reason)] ?? null;
    }
  }
  return null;
};

const fluoroNote = ({ cArm, contrast }: Snapshot, step: StepId): string | null => {
  if (step === 'angiogram') {
    return cArm.fluoroOn && contrast.opacity === 0 ? notes.inject : null;
  }
  if (step === 'orient' && !cArm.fluoroOn) return notes.orientNeedsBeam;
  return null;
};

const stallNote = (slow: Snapshot, step: StepId): string | null => {
  const wire1 = poseOf(slow, 'wire1');
  const ivus = poseOf(slow, 'ivus');
  const wire2 = poseOf(slow, 'wire2');
  if (step === 'wire1-subintimal' && stopped(wire1)) return notes.wire1Stopped;
  if (step === 'ivus-in' && stopped(ivus)) {
    const atEnd = wire1 && ivus && wire1.insertionMm - ivus.insertionMm < WIRE_END_MM;
    return atEnd ? notes.ivusAtWireEnd : notes.ivusStopped;
  }
  if (step === 'deliver-wire2' && stopped(wire2)) return notes.wire2Caught;
  if (step !== 'steer-wire2' && step !== 'advance-wire2') return null;
  const { pose } = slow.imaging;
  if (step === 'steer-wire2' && pose && wire2?.loaded && wire2.tip.s - pose.s > AHEAD_MM)
    return notes.wire2Ahead;
  return stopped(wire2) ? notes.wire2Stopped : null;
};

/** The sentence to show with the current step, or null when nothing stands in the way. */
export const coachNote = (state: AppState): string | null => {
  const { slow, paused, playback } = state;
  if (!slow || playback) return null;
  if (paused) return notes.paused;
  const step = currentStep(state);
  const settled = mistake(state) ?? fluoroNote(slow, step) ?? stallNote(slow, step);
  if (settled) return settled;
  if (step === 'pullback' && isRecording(state)) return notes.recording;
  const device = STEP_DEVICE[step];
  if (device && isLoaded(state, device) && state.selected !== device) return notes.select[device];
  return null;
};
