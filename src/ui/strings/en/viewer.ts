/** @file Words of the cross-section and the longitudinal view. */

const signed = (value: number): string => (value < 0 ? `−${Math.abs(value)}` : `+${value}`);
const mm = (value: number, digits = 1): string => `${value.toFixed(digits)} mm`;

/** To the half hour, as people say it: 12, 12:30, 1 ... */
const clockFace = (hours: number): string => {
  const halves = ((Math.round(hours * 2) % 24) + 24) % 24;
  const hour = Math.floor(halves / 2);
  return `${hour === 0 ? 12 : hour}${halves % 2 === 1 ? ':30' : ''}`;
};

export const viewer = {
  crossSection: 'IVUS cross-section',
  longitudinal: 'Longitudinal view',

  contextLost: 'The graphics were interrupted. The picture comes back by itself.',
  noWebgl: 'This browser offers no WebGL2, so the picture is drawn more slowly and coarser by the processor.',

  // State and readouts
  live: 'LIVE',
  review: 'REVIEW',
  waiting: 'WAITING',
  position: (pulledBackMm: number) => `${mm(pulledBackMm)} pulled back`,
  positionMm: (pulledBackMm: number) => mm(pulledBackMm),
  pulledBack: 'pulled back',
  noPosition: 'no position',
  frequency: (mhz: number) => `${mhz} MHz`,
  depth: (depthMm: number) => `Depth ${mm(depthMm)}`,
  gainText: (gainDb: number) => `Gain ${signed(gainDb)} dB`,
  rangeText: (rangeDb: number) => `DR ${rangeDb} dB`,
  frameRate: (perSecond: number) => `${Math.round(perSecond)} frames/s`,
  noFrameRate: '– frames/s',
  tick: 'Ticks 1 mm',
  fromProximal: 'Seen from proximal, looking distally',
  fromDistal: 'Mirrored: as seen from distal, looking proximally',
  emptyCatheter: 'No IVUS image yet. Load the IVUS catheter in the device bay and push it over wire 1.',
  emptyFrame: 'The catheter is in. The first image is on its way…',

  // Spoken description of the picture
  picture: 'IVUS image',
  description: (state: string, positionText: string, frameRateText: string, convention: string) =>
    `${state}, transducer ${positionText}, ${frameRateText}. ${convention}.`,

  // Controls
  imageControls: 'Image controls',
  gain: 'Gain',
  gainValue: (db: number) => `${signed(db)} dB`,
  dynamicRange: 'Range',
  dynamicRangeName: 'Dynamic range',
  dynamicRangeValue: (db: number) => `${db} dB`,
  depthName: 'Depth',
  depthValue: (depthMm: number) => mm(depthMm),
  mirror: 'Mirror',
  mirrorHint: 'Mirror left and right: show the image as seen from distal',
  measure: 'Length',
  measureHint: 'Measure a length: drag between two points of the image',
  reset: 'Reset',
  resetHint: 'Gain, dynamic range, depth and orientation back to their starting values',

  // Marks
  marks: {
    'true-lumen': 'True lumen',
    plane: 'Plane',
    'wire2-tip': 'Wire 2 tip',
    'wire2-in-lumen': 'Wire 2 in lumen',
  },
  markPrompt: (kind: string) => `Click to mark: ${kind}. Esc cancels.`,
  markCursor: (kind: string) => `Mark ${kind}: arrow keys move, Enter places, Escape cancels`,
  markCursorValue: (clockText: string, rangeText: string) => `${clockText}, ${rangeText}`,
  clock: (hours: number) => `${clockFace(hours)} o’clock`,
  clockFace: (hours: number) => clockFace(hours),
  range: (rangeMm: number) => `${rangeMm.toFixed(2)} mm from the catheter axis`,
  markAt: (kind: string, clockText: string) => `${kind} at ${clockText}`,
  marksHere: (marks: readonly string[]) => `Marks on this image: ${marks.join(', ')}.`,

  // Length tool
  length: (lengthMm: number) => `${lengthMm.toFixed(2)} mm`,
  lengthPrompt: 'Drag between two points. Esc ends measuring.',
  lengthPoint: (n: number) => `Point ${n} of the length: arrow keys move it`,
  lengthResult: (lengthMm: number) => `Length ${lengthMm.toFixed(2)} mm`,

  // Cut plane
  cut: 'Longitudinal cut',
  cutHint: 'Direction of the longitudinal cut; arrow keys turn it, on the longitudinal view or on the image',

  // Truth
  truthShown: 'Truth shown',
  truthKey: { lumen: 'True lumen', iel: 'IEL', eem: 'EEM', calcium: 'Calcium', plane: 'Plane' },

  // Longitudinal view
  noPullback: 'No pullback yet. Bring the transducer distal to the occlusion and record a pullback.',
  distal: 'Distal',
  proximal: 'Proximal',
  cutAt: (clockText: string) => `Cut ${clockText}`,
  positionCursor: 'Position along the pullback',
  positionLive: 'Live transducer',
  positionValue: (pulledBackMm: number, frame: number, frames: number) =>
    `${mm(pulledBackMm)} pulled back, frame ${frame} of ${frames}`,
  recordedLength: (lengthMm: number, frames: number) => `${mm(lengthMm)} · ${frames} frames`,
  recordingProgress: (lengthMm: number) => `Recording ${mm(lengthMm)}`,
  markAlong: (kind: string, pulledBackMm: number) => `Mark: ${kind}, ${mm(pulledBackMm)} pulled back`,
  toLive: 'Live',
  toLiveHint: 'Back to the live image (Escape)',
  play: 'Play',
  playHint: 'Play the pullback (L; K pauses, J plays backwards, space toggles)',
  pause: 'Pause',
  pauseHint: 'Pause (K)',
  stepDistal: 'One frame distal',
  stepProximal: 'One frame proximal',
  mmLabel: 'mm',
} as const;
