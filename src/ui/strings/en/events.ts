/** @file One sentence for each thing that can happen, with its values. */
import type { EventCode } from '../../../core/procedure/event.ts';
import type { Work } from '../../../core/session/charge.ts';
import { errors } from './errors.ts';
import { sheath } from './sheath.ts';

export type EventValues = Readonly<Record<string, string | number>>;
type Sentence = (values: EventValues) => string;

/** A value with words around it, or nothing when the event does not carry it. */
const part = (values: EventValues, key: string, before: string, after: string): string =>
  values[key] === undefined ? '' : `${before}${values[key]}${after}`;

export const events: Readonly<Record<EventCode, Sentence>> = {
  'wire1-subintimal': () => 'Wire 1 has left the lumen: it lies subintimal.',
  'wire1-distal': (v) => `Wire 1 has passed the distal cap${part(v, 'pastCapMm', ' by ', ' mm')}.`,
  'ivus-loaded': () => 'The IVUS catheter is on wire 1.',
  'ivus-past-cap': () => 'The transducer lies distal to the distal cap.',
  'ivus-resisted': () => 'The IVUS catheter meets resistance.',
  'ivus-kinked': () =>
    'The IVUS catheter was forced and has kinked: the image is distorted and the transducer no longer slides.',
  'pullback-started': (v) => `Pullback started${part(v, 'speed', ' at ', ' mm/s')}.`,
  'pullback-recorded': (v) => `Pullback recorded${part(v, 'mm', ': ', ' mm')}.`,
  'mark-accepted': (v) =>
    `${markName(v)} marked${part(v, 'clock', ' at ', ' o’clock')}: it agrees with the image.`,
  'mark-off': (v) => `${markName(v)} marked, but the image does not support it. Look again.`,
  'wire2-loaded': () => 'Wire 2 is loaded, its tip still in its lumen.',
  'wire2-exchanged': () => 'Wire 2 exchanged: the new tip lies at the end of the microcatheter.',
  'wire2-exited': () => 'Wire 2 has left the catheter.',
  'wire2-in-plaque': () => 'Wire 2 has entered the plaque.',
  'wire2-in-lumen': (v) =>
    `Wire 2 runs in the true lumen${part(v, 'fromCapMm', ', ', ' mm from the distal cap')}.`,
  'wire2-calcium': () => 'Wire 2 glanced off calcium.',
  'balloon-loaded': (v) => `The balloon is on ${v.on === 'wire2' ? 'wire 2' : 'wire 1'}, folded.`,
  'sheath-exchanged': (v) => {
    const { name } = (sheath.sheaths as Readonly<Record<string, { readonly name: string }>>)[
      String(v.sheath)
    ] ?? {
      name: String(v.sheath),
    };
    return `Sheath exchanged over wire 1: ${name}.`;
  },
  haematoma: () => 'Blood collects in the plane and presses on the true lumen.',
  'site-worn': (v) =>
    `Stick number ${v.sticks} at one site: its track has worn wide and holds the wire less.`,
  'in-adventitia': (v) =>
    `The tip of ${deviceName(v)} lies in the adventitia, the last layer: it points outward.`,
  perforation: (v) => `Perforation: ${deviceName(v)} left the vessel.`,
  'major-bleeding': (v) =>
    `Major perforation where ${deviceName(v)} left the vessel: the bleeding calls for an intervention.`,
  'confirm-accepted': () => 'Confirmed: wire 2 lies in the true lumen.',
  'confirm-rejected': (v) => `Not confirmed. ${reasonOf(v)}`,
  'time-charged': (v) => `+${v.seconds} s: ${workName(v)}.`,
  flushed: () => 'The IVUS catheter and the sheath are flushed with saline.',
  'command-refused': (v) => `Not possible. ${reasonOf(v)}`,
  finished: () => 'The case is finished.',
};

const MARKS: Readonly<Record<string, string>> = {
  'true-lumen': 'True lumen',
  plane: 'Plane',
  'wire2-tip': 'Wire 2 tip',
  'wire2-in-lumen': 'Wire 2 in the lumen',
};

const markName = (values: EventValues): string => MARKS[String(values.kind)] ?? 'Position';

const DEVICES: Readonly<Record<string, string>> = {
  wire1: 'wire 1',
  ivus: 'the catheter',
  wire2: 'wire 2',
  balloon: 'the balloon',
};

const deviceName = (values: EventValues): string => DEVICES[String(values.device)] ?? 'a wire';

const WORK: Readonly<Record<Work, (device: string) => string>> = {
  'load-wire': (device) => `${device} loaded`,
  'load-ivus': () => 'IVUS catheter loaded',
  'load-balloon': () => 'balloon loaded',
  'take-out': (device) => `${device} taken out`,
  exchange: (device) => `${device} exchanged`,
  reshape: (device) => `tip of ${device} shaped`,
  flush: () => 'flushed',
};

const workName = (values: EventValues): string =>
  WORK[values.work as Work]?.(deviceName(values)) ?? 'work at the table';

const reasonOf = (values: EventValues): string =>
  values.reason === 'does-not-fit' && values.device1 !== undefined
    ? sheath.missing(values)
    : plainReasonOf(values);

const plainReasonOf = (values: EventValues): string =>
  (errors.refused as Readonly<Record<string, string>>)[String(values.reason)] ?? String(values.reason ?? '');
