/** @file Words of the start page. */

export const start = {
  heading: 'Find the way back into the true lumen',
  help: 'Controls',
  mainButton: 'Start the flagship case',
  mainButtonDetail: 'Posterior tibial artery, guided step by step',
  continueButton: (clock: string) => `Continue at ${clock}`,
  continueDetail: (when: string, title: string) => `Saved ${when} · ${title}`,
  discard: 'Discard the saved case',
  previewName: 'Live synthetic IVUS of the flagship case',
  previewStation: (mm: string) => `PTA, ${mm} mm from its origin`,
  previewWaiting: 'Computing the first frame…',
  previewFailed: 'The live image could not be started here; the cases below still can be opened.',
  previewCaption: 'Computed live in your browser from a synthetic artery',
  teachingHeading: 'To teach with',
  /** One for each page of that kind. */
  teaching: {
    calcium: {
      title: 'Why calcium casts a shadow',
      detail:
        'One plate to shape by hand, beside the same vessel without it; the A-line, the arc, the numbers.',
    },
    gallery: {
      title: 'Recognition gallery',
      detail: 'Signs to know by sight, each beside its truth. Hide the truth to quiz.',
    },
    bench: {
      title: 'Wire bench',
      detail: 'Push a wire onto a plate or into plaque: tip load, support, and what it takes to pierce.',
    },
    physics: {
      title: 'The physics behind it',
      detail: 'Every constant with its source, and the tests of the image, run before your eyes.',
    },
  },
  libraryHeading: 'Case library',
  libraryHelp: 'Each case is one virtual leg with its own lesion. Harder grades leave fewer ways back.',
  columns: {
    title: 'Case',
    vessel: 'Vessel',
    occlusion: 'Occlusion',
    rvd: 'RVD',
    jbtk: 'J-BTK',
    calcium: 'Calcium',
    start: 'Start',
  },
  startCase: (title: string) => `Start ${title}`,
  startShort: 'Start',
  mm: (value: string) => `${value} mm`,
  gradeName: (grade: string, score: number) => `J-BTK grade ${grade}, score ${score} of 6`,
  flagship: 'Flagship',
  openHeading: 'Open a file',
  openHelp: 'A case or a saved session (.json). Drop it anywhere on this page.',
  openButton: 'Open case or session…',
  dropHere: 'Drop the file to open it',
  howHeading: 'How to drive it',
  how: [
    ['1 2 3', 'choose wire 1, IVUS catheter or wire 2'],
    ['↑ ↓', 'push and pull; hold Shift for fine'],
    ['← →', 'torque'],
    ['F  C', 'fluoroscopy, contrast'],
    ['R', 'record a pullback'],
    ['?', 'all keys'],
  ],
  howPads:
    'With mouse or touch, drag the pads in the device bay: up and down pushes and pulls, sideways turns.',
  honestyHeading: 'What this is not',
  vessel: { PTA: 'Posterior tibial', ATA: 'Anterior tibial', peroneal: 'Peroneal' },
  calcium: {
    none: 'None',
    amounts: { mild: 'Mild', moderate: 'Moderate', severe: 'Severe' },
    sites: { medial: 'medial', intimal: 'intimal', mixed: 'mixed' },
  },
  now: 'just now',
  minutesAgo: (n: number) => (n === 1 ? '1 minute ago' : `${n} minutes ago`),
  hoursAgo: (n: number) => (n === 1 ? '1 hour ago' : `${n} hours ago`),
  daysAgo: (n: number) => (n === 1 ? 'yesterday' : `${n} days ago`),
} as const;
