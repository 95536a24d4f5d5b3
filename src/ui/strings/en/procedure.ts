/** @file Words of the procedure pane: steps, marks, what stands in the way. */
import type { MarkKind, StepId } from '../../../core/procedure/procedure.ts';
import { outcome } from './outcome.ts';

interface StepWords {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  /** Controls in order: what to press, and what it does. */
  readonly how: readonly (readonly [keys: string, what: string])[];
  /** Shown on request. */
  readonly hint: string;
}

const steps: Readonly<Record<StepId, StepWords>> = {
  angiogram: {
    title: 'Take an angiogram',
    what: 'Step on the pedal and inject contrast. Find where the artery stops and where it fills again.',
    why: 'The roadmap shows the proximal cap, the length of the occlusion and the vessel beyond it: the target of the whole procedure.',
    how: [
      ['F', 'fluoroscopy pedal'],
      ['C', 'inject 2 mL of contrast'],
    ],
    hint: 'One puff is enough. The picture it leaves is kept as a roadmap for this C-arm angle; after a turn you need a new puff.',
  },
  'wire1-subintimal': {
    title: 'Pass wire 1 beyond the distal cap',
    what: 'Push wire 1 down the artery. At the cap it will slip into the wall; keep going until its tip lies at least 15 mm past the distal cap.',
    why: 'In a hard occlusion the first wire usually ends up subintimal. This technique accepts that and uses wire 1 as the rail that brings the IVUS catheter to the site.',
    how: [
      ['1', 'select wire 1'],
      ['↑', 'hold to push (or drag its pad up)'],
      ['← →', 'turn when it stalls'],
    ],
    hint: 'If the wire stalls, pull back a few millimetres, turn about a quarter and push again. It stops for good at the blind end of the plane.',
  },
  'ivus-in': {
    title: 'Run the IVUS catheter over wire 1',
    what: 'Load the catheter and push it over wire 1 until the transducer lies distal to the distal cap.',
    why: 'Only from beyond the cap can you look back at the whole occlusion and see where the true lumen is open again.',
    how: [
      ['2', 'select the IVUS catheter'],
      ['Load', 'put it on wire 1'],
      ['↑', 'hold to push'],
    ],
    hint: 'The transducer sits 8 mm behind the catheter tip, and the catheter cannot pass the tip of wire 1. If it stops early, push wire 1 further first.',
  },
  pullback: {
    title: 'Record a pullback',
    what: 'Record at least 20 mm while the transducer travels proximally inside the still catheter.',
    why: 'The recording shows where wire 1 left the lumen, where calcium hides the lumen, and where the wall between plane and lumen is thin and soft.',
    how: [
      ['R', 'start and stop recording'],
      ['0.5 – 9', 'mm/s, chosen in the device bay'],
    ],
    hint: '3 mm/s is a fair compromise. Drag the cursor of the longitudinal view afterwards to read single frames.',
  },
  'read-image': {
    title: 'Read true lumen and plane',
    what: 'Bring the transducer to a useful level, then mark the true lumen and the plane, on the live image or on a frame of the pullback.',
    why: 'Everything that follows depends on this reading. The plane is the space around the catheter; the true lumen is the crescent or ring beyond the intima that catheter and plane push aside.',
    how: [
      ['M', 'mark the true lumen, then click on the image'],
      ['N', 'mark the plane, then click on the image'],
    ],
    hint: 'Look for the three-layered wall around it. Calcium is a bright edge with a black shadow: nothing behind it can be read, and no wire goes through it.',
  },
  orient: {
    title: 'Turn the C-arm side-on',
    what: 'Under X-ray, turn the C-arm until transducer and wire 1 lie as far apart as possible on fluoroscopy, so that the target lies to one side.',
    why: 'IVUS knows the direction of the lumen but not where left and right are. The asymmetric pair of transducer and wire ties the clock face to the fluoroscopic picture. Left and right are mirrored between the two displays.',
    how: [
      ['F', 'pedal down: the view counts only under X-ray'],
      ['[  ]', 'C-arm 5° toward LAO or RAO'],
    ],
    hint: 'The overlap is easier to see than the widest gap: find the angle at which wire and transducer cover each other, then turn 90° away from it.',
  },
  'deliver-wire2': {
    title: 'Bring wire 2 to the site',
    what: 'Load wire 2 and push it until its tip has left the catheter beside the transducer.',
    why: 'Coming down the second lumen, wire 2 arrives in the plane right beside the image, where you can watch it leave.',
    how: [
      ['3', 'select wire 2'],
      ['Load', 'choose wire class and route'],
      ['↑', 'hold to push'],
    ],
    hint: 'The mouth of the proximal Rx lumen lies 25 mm behind the catheter tip in this model. Slide the transducer there to see the tip appear as a bright dot with a shadow.',
  },
  'steer-wire2': {
    title: 'Steer wire 2 into the plaque',
    what: 'Turn wire 2 until its tip points at the true lumen on IVUS, then push a few millimetres and look again.',
    why: 'Pushed in any other direction the wire only runs on along the plane. Turn, push, look, repeat: small steps, always under vision.',
    how: [
      ['← →', 'turn the tip; Shift for fine'],
      ['↑', 'push 1 to 3 mm'],
      ['PgUp PgDn', 'follow the tip with the transducer'],
    ],
    hint: 'If it glances off something hard, that is calcium. Pull back, choose another level where the wall is dark-bordered and soft, and stick there.',
  },
  'advance-wire2': {
    title: 'Advance down the true lumen',
    what: 'Once inside, push wire 2 at least 10 mm down the open true lumen.',
    why: 'A tip in the lumen moves freely. Ten millimetres of free running distinguish the lumen from a second false track.',
    how: [
      ['↑', 'hold to push, slowly'],
      ['PgDn', 'follow with the transducer'],
    ],
    hint: 'If resistance rises, the tip is in plaque again: pull back a little, turn, and try to stay in the dark, moving blood.',
  },
  confirm: {
    title: 'Confirm on a second look',
    what: 'Slide the transducer to a level where wire 2 should lie in the true lumen, check that it does, and confirm.',
    why: 'Fluoroscopy cannot tell true lumen from plane. No balloon or microcatheter should follow before IVUS has shown the wire inside the intima.',
    how: [
      ['PgUp PgDn', 'slide the transducer'],
      ['Ctrl Enter', 'confirm'],
    ],
    hint: 'The wire must be surrounded by intima on every side, separate from the catheter and the plane.',
  },
  finish: {
    title: 'Finish the case',
    what: 'Wire 2 is in the true lumen. Finish to see how it went.',
    why: 'Dilatation and sizing follow in the real procedure; this version ends at re-entry.',
    how: [['Finish', 'in this pane']],
    hint: 'You can save the session first, from the header or from the next page.',
  },
};

const marks: Readonly<Record<MarkKind, string>> = {
  'true-lumen': 'True lumen',
  plane: 'Plane',
  'wire2-tip': 'Wire 2 tip',
  'wire2-in-lumen': 'Wire 2 in lumen',
};

/** What stands in the way of the step right now. */
const notes = {
  paused: 'Paused. Press P to go on.',
  inject: 'The X-ray is on. Now inject contrast (C) and watch it run down the leg.',
  orientNeedsBeam:
    'The X-ray is off: step on the pedal (F). The view counts only while you look at it, with the C-arm at rest.',
  wire1Stopped:
    'Wire 1 is stopped. Pull back about 5 mm (↓), turn it a quarter (→) and push again. Pushing harder only bends it.',
  ivusStopped: 'The catheter is stopped. Pull back a few millimetres and push again, slowly (Shift + ↑).',
  ivusAtWireEnd:
    'The catheter has reached the end of wire 1. Select wire 1 (1), push it further, then go on.',
  wire2Caught:
    'Wire 2 is caught on its way. Pull it back 10 mm (↓), turn its tip into the bend (← →) and push again. Round the anterior tibial take-off a softer wire, or the Rx lumen of the catheter, goes where a stiff tapered one digs in.',
  wire2Stopped:
    'Wire 2 meets a firm stop. Pull back 3 mm (↓), turn the tip on the image, or try another level.',
  wire2Ahead:
    'Wire 2 has run on along the plane, past the image. Pull it back (↓) until its tip lies beside the transducer, turn, then push.',
  calcium:
    'That was calcium. Pull back 3 to 5 mm, slide the transducer to a level without a black shadow between plane and lumen, and try there.',
  haematoma:
    'Every turn in place and every stick adds blood to the plane, which pushes the true lumen away. Turn only as far as the target, or move to another level.',
  worn: 'This site is worn: pull back 3 to 5 mm (↓) and stick where the wall is fresh.',
  adventitia:
    'The tip has gone into the outermost layer. Do not push: pull back 3 mm (↓), turn the tip toward the true lumen, and look on IVUS.',
  bleeding:
    'This perforation needs treatment: a balloon held across it, or outside compression, before anything else.',
  kinked:
    'The catheter is kinked. Take it out and load a new one; where it was stopped, do not force it again.',
  perforation:
    'The wire is outside the vessel. Pull it back (↓) at once, look on IVUS, and choose another direction.',
  recording: 'Recording. Stop with R after 20 mm or more.',
  select: {
    wire1: 'The keys drive another device: press 1 for wire 1.',
    ivus: 'The keys drive another device: press 2 for the IVUS catheter.',
    wire2: 'The keys drive another device: press 3 for wire 2.',
  },
  markOff: {
    'true-lumen':
      'Not there. The true lumen lies across the bright intima, on the side where most of the wall is; the catheter in its plane presses it flat. Mark again (M).',
    plane: 'Not there. The plane is the cleft that holds the catheter: mark close to the catheter (N).',
    'wire2-tip':
      'Not there. Look for a bright dot with a shadow behind it; slide the transducer until it just disappears (B).',
    'wire2-in-lumen': 'Wire 2 is not seen in the lumen here. Slide the transducer along it and look again.',
  },
  confirm: {
    'no-image': 'There is no image to confirm on: bring the transducer into the vessel.',
    'wire2-not-here':
      'Wire 2 does not cross this level. Slide the transducer to it (PgUp, PgDn), then confirm.',
    'in-occlusion':
      'Still inside the occlusion. Slide distal (PgDn) to where blood flows, and confirm there.',
    'in-plaque':
      'Wire 2 is in plaque here. Push it on if it points into the lumen, or look further distal (PgDn).',
    'in-plane':
      'Wire 2 runs in the plane here. Pull it back to beside the transducer, turn it to the true lumen, and push again.',
    outside: 'Wire 2 is outside the vessel here. Pull it back at once.',
  },
} as const;

export const procedure = {
  steps,
  notes,
  stepsName: 'Steps',
  stepOf: (n: number, total: number) => `Step ${n} of ${total}`,
  done: 'done',
  current: 'now',
  upcoming: 'to do',
  next: 'Next',
  why: 'Why',
  how: 'How',
  progress: (title: string) => `Progress of “${title}”`,
  progressText: (percent: number) => `${percent} percent`,
  hintShow: 'Hint',
  hintHide: 'Hide hint',
  guideShow: 'Guide me',
  guideHide: 'Hide guidance',
  marksHeading: 'Marks',
  marks,
  markArmed: (name: string) => `Click on the IVUS image to place “${name}”. Escape cancels.`,
  markPlaced: (clock: string, range: string) => `${clock} o’clock, ${range} mm`,
  markMissing: 'not marked',
  confirm: 'Confirm re-entry',
  finish: 'Finish case',
  finishEarly: 'End case',
  finishTitle: 'End the case now?',
  finishBody: 'Not every step is done. The outcome follows from where wire 2 lies.',
  keepGoing: 'Keep going',
  eventsHeading: 'Events',
  eventsEmpty: 'What happens will be listed here.',
  outcome,
  replay: {
    title: 'Replay',
    speed: 'Replay speed',
    pausedSpeed: 'Pause',
    times: (n: number) => `${n}×`,
    skip: 'To the outcome',
    position: (now: string, end: string) => `${now} of ${end}`,
  },
} as const;
