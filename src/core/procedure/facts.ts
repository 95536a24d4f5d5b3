/** @file The few facts about the world that the rules judge, gathered in one place by the session. */
import type { TipPhase } from '../mechanics/device.ts';
import type { Mark } from './procedure.ts';

export interface WireFacts {
  readonly loaded: boolean;
  readonly phase: TipPhase;
  /** Station of the tip, mm. */
  readonly tipS: number;
}

export interface Wire2Facts extends WireFacts {
  /** Length of the wire, counted back from its tip, that lies in the open true lumen distal to the cap, mm. */
  readonly lumenLengthMm: number;
  /** Station at which that length begins, mm; null while it is zero. */
  readonly reentryS: number | null;
}

export interface WorldFacts {
  readonly tick: number;
  readonly occlusionStartMm: number;
  readonly occlusionEndMm: number;
  /** Opacification seen now: 0 while the beam is off. */
  readonly seenOpacity: number;
  readonly wire1: WireFacts;
  readonly wire2: Wire2Facts;
  /** Station of the transducer, mm; null while it is not in the body. */
  readonly transducerS: number | null;
  /** Longest recorded pullback, mm. */
  readonly recordedMm: number;
  /** How far the C-arm stands from the best view on transducer and target (or wire 1), deg; null when unseen. */
  readonly viewErrorDeg: number | null;
  readonly marks: readonly Mark[];
  /** Tick of the accepted confirmation. */
  readonly confirmedTick: number | null;
  readonly finishedTick: number | null;
}
