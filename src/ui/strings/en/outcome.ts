/** @file Words of the outcome page. */
import type { OutcomeReason } from '../../../core/procedure/procedure.ts';

const outcomeReasons: Readonly<Record<OutcomeReason, { readonly title: string; readonly text: string }>> = {
  're-entry': {
    title: 'Re-entry confirmed',
    text: 'Wire 2 lies in the true lumen and you proved it on IVUS before going on.',
  },
  unconfirmed: {
    title: 'In the lumen, but not confirmed',
    text: 'Wire 2 reached the true lumen, but nothing on IVUS proved it. In a patient this would be a guess.',
  },
  'not-in-lumen': {
    title: 'Not in the true lumen',
    text: 'The case ended with wire 2 outside the true lumen. Read the pullback again and choose another level.',
  },
  perforation: {
    title: 'Perforation',
    text: 'A wire left the vessel. Check on IVUS which way the tip points before every push.',
  },
  stopped: {
    title: 'Stopped early',
    text: 'The case was ended before wire 2 reached the true lumen.',
  },
};

export const outcome = {
  heading: 'Outcome',
  reasons: outcomeReasons,
  success: 'Success',
  failure: 'Not successful',
  figures: 'Figures',
  time: 'Time',
  fluoro: 'Fluoroscopy',
  contrast: 'Contrast',
  perforations: 'Perforations',
  perforationWith: (count: number, severity: string, layer: string, ml: string) =>
    count === 0 ? `0 (${layer})` : `${count} (${severity}, ${ml} ml)`,
  severities: { minor: 'minor', major: 'major' },
  layers: { adventitia: 'once into the adventitia', outside: 'outside' },
  haematoma: 'Blood in the plane',
  sticks: 'Most sticks at one site',
  reentry: 'Re-entry from distal cap',
  reentryNone: 'none',
  distalOf: (mm: string) => `${mm} mm distal`,
  proximalOf: (mm: string) => `${mm} mm proximal`,
  lumenLength: 'Wire 2 in true lumen',
  calcium: 'Calcium strikes',
  markError: 'Mean reading error',
  markErrorNone: 'no marks',
  processNote: 'Time and contrast are shown for interest; errors and reading accuracy say more about skill.',
  stepsHeading: 'Steps',
  stepTime: (clock: string) => `at ${clock}`,
  stepSkipped: 'not done',
  marksHeading: 'Your readings',
  markColumns: { mark: 'Mark', at: 'At', clock: 'Your reading', error: 'Off by' },
  noMarks: 'No readings were placed.',
  notModelledHeading: 'What is not modelled',
  notModelled: [
    'Force feedback: you see resistance, you do not feel it.',
    'Breathing, pulse and patient movement.',
    'Blood flow, spasm, thrombus, embolism and drugs.',
    'Balloons, dilatation and vessel sizing.',
    'Full rod mechanics of wires and catheter; this version moves them by local rules.',
    'Scatter and dose of a real X-ray system.',
  ],
  validity: 'A good result here says nothing about results in patients.',
  replay: 'Watch replay',
  save: 'Save session',
  again: 'Try again',
  start: 'Other cases',
} as const;
