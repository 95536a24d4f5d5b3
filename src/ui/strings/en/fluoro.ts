/** @file Words of the fluoroscopy pane. */

export const fluoro = {
  title: 'Fluoroscopy',
  /** Gantry angle the way an operator says it. */
  angle: (deg: number) => {
    const whole = Math.round(deg);
    if (whole === 0) return 'AP';
    return whole > 0 ? `RAO ${whole}°` : `LAO ${-whole}°`;
  },
  turningTo: (angle: string) => `turning to ${angle}`,
  exposing: 'X-ray on',
  lastImage: 'Last image hold',
  lastImageAt: (angle: string) => `Last image hold, taken at ${angle}`,
  roadmap: 'Roadmap',
  roadmapAt: (angle: string) => `Roadmap ${angle}`,
  roadmapMoved: (angle: string) => `Roadmap from ${angle}: C-arm has moved`,
  roadmapShow: 'Show the roadmap',
  roadmapHide: 'Hide the roadmap',
  field: (cm: string) => `Field ${cm} cm`,
  pulses: (perSecond: string) => `${perSecond} pulses/s`,
  pulseRate: 'Pulse rate, pulses per second',
  follow: 'Follow',
  followHelp: 'Table and field follow the tips',
  magnify: 'Smaller field, larger picture',
  widen: 'Larger field, smaller picture',
  scaleBar: '10 mm',
  scaleBarName: 'Scale bar: 10 mm at the isocentre',
  dark: 'No X-ray yet. Press the fluoroscopy pedal in the device bay to see.',
  noCase: 'Waiting for the case.',
  lost: 'The graphics card was interrupted. The picture returns by itself.',
  flat: 'This browser cannot add up X-ray path lengths (no WebGL2 float targets), so the picture is drawn as plain outlines.',
  sides: { left: 'R', right: 'L', top: 'Prox', bottom: 'Foot' },
  sidesName: "Screen right is the patient's left, the foot is down.",
  tips: { wire1: '1', ivus: 'IV', wire2: '2' },
  caps: { proximal: 'Proximal cap', distal: 'Fills again' },
  imageName:
    'Fluoroscopy image. Drag to move the table, scroll to change the field, Alt and arrow keys to move the table.',
  described: (parts: readonly string[]) => `${parts.join('. ')}.`,
  describeTip: (name: string, horizontal: string, vertical: string) =>
    `${name} tip ${horizontal}, ${vertical}`,
  describeGap: (mm: string, side: 'left' | 'right') =>
    `Wire 2 tip is ${mm} mm to the screen ${side} of the transducer`,
  mmRight: (mm: number) => (mm >= 0 ? `${mm} mm right of centre` : `${-mm} mm left of centre`),
  mmBelow: (mm: number) => (mm >= 0 ? `${mm} mm below` : `${-mm} mm above`),
} as const;
