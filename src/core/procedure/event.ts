/** @file Things that happened, for the event list, the coach and the debrief. Codes are keys of the strings table. */

export type EventCode =
  | 'wire1-subintimal'
  | 'wire1-distal'
  | 'ivus-loaded'
  | 'ivus-past-cap'
  | 'ivus-resisted'
  | 'ivus-kinked'
  | 'pullback-started'
  | 'pullback-recorded'
  | 'mark-accepted'
  | 'mark-off'
  | 'wire2-loaded'
  | 'wire2-exchanged'
  | 'wire2-exited'
  | 'wire2-in-plaque'
  | 'wire2-in-lumen'
  | 'wire2-calcium'
  | 'balloon-loaded'
  | 'sheath-exchanged'
  | 'haematoma'
  | 'site-worn'
  | 'in-adventitia'
  | 'perforation'
  | 'major-bleeding'
  | 'confirm-accepted'
  | 'confirm-rejected'
  | 'time-charged'
  | 'flushed'
  | 'command-refused'
  | 'finished';

export interface SessionEvent {
  readonly tick: number;
  readonly code: EventCode;
  readonly severity: 'info' | 'good' | 'warning' | 'error';
  /** Values for the sentence, already rounded for display. */
  readonly values: Readonly<Record<string, string | number>>;
}
