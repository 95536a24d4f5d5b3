/** @file What goes into and comes out of frame synthesis. A frame is a pure function of tissue and request. */

/** A wire or other metal cylinder that crosses the imaging slab. Deformed route coordinates. */
export interface SlabWire {
  readonly x: number;
  readonly y: number;
  readonly radiusMm: number;
  /** Slope of the wire against the vessel axis (dx/ds, dy/ds). */
  readonly dxds: number;
  readonly dyds: number;
  readonly device: 'wire1' | 'wire2';
  /** How far it moves while the element turns once, mm: a moving wire breaks at the seam. Default 0. */
  readonly moveX?: number;
  readonly moveY?: number;
}

/** One term of uneven rotation: the element looks amplitudeRad sin(n angle + phaseRad) past where it is drawn. */
export interface Harmonic {
  readonly amplitudeRad: number;
  readonly phaseRad: number;
}

/** Air left in the window when it was not flushed: sound dies in these directions. */
export interface AirBubble {
  readonly centreRad: number;
  /** Full arc, rad; 2 pi for a window full of air. */
  readonly arcRad: number;
}

/** Where the transducer is and what lies beside it. */
export interface ImagingPose {
  /** Catheter axis at the transducer, route coordinates, mm. */
  readonly s: number;
  readonly x: number;
  readonly y: number;
  /** Slope of the catheter axis (dx/ds, dy/ds). */
  readonly dxds: number;
  readonly dyds: number;
  /** Azimuth of line 0 from n1, rad: the catheter's roll, unknown to the user. Lines advance right-handed about
   *  the distal axis, that is clockwise on a screen that looks distally. */
  readonly rollRad: number;
  readonly sheathRadiusMm: number;
  readonly wires: readonly SlabWire[];
  /** How far the transducer moves along its axis while it turns once, mm, distal positive: a pullback's frame is a
   *  turn of a helix, with a seam where it starts. Default 0. */
  readonly advanceMm?: number;
  /** Non-uniform rotational distortion (NURD): terms n = 1, 2, 3. Default none. */
  readonly nurd?: readonly Harmonic[];
  /** Mean speed of the blood beside the transducer, mm/s; 0 is stasis. Default FLOW_MM_S. */
  readonly flowMmS?: number;
  /** What fills the open lumen. Default blood. */
  readonly fluid?: 'blood' | 'flush' | 'contrast';
  /** Default none. */
  readonly air?: AirBubble;
}

/** Mean flow in an open tibial artery, mm/s (50 - 300, physics of blood speckle). ASSUMED within that range. */
export const FLOW_MM_S = 120;

/** A rotating square element. Frequency, aperture, focus and bandwidth are independent of one another. */
export interface Probe {
  /** Centre frequency, 20 .. 60. */
  readonly frequencyMHz: number;
  /** Side of the element, mm. */
  readonly apertureMm: number;
  /** Geometric focus from the element's face, mm; null for a flat element. */
  readonly focusMm: number | null;
  /** -6 dB band of the element, both ways, per cent of the centre frequency. */
  readonly bandwidthPercent: number;
  /** Distance of the element's face from the catheter axis, mm. */
  readonly orbitMm: number;
}

/** Parts of the picture that can be left out, to show what each does. */
export interface Effects {
  /** Tissue, calcium and metal take sound away from what lies behind them. */
  readonly shadow: boolean;
  /** Wires cast shadows. */
  readonly wireShadow: boolean;
  /** Repeats between a strong reflector and the catheter. */
  readonly multiples: boolean;
  /** Ring-down: as the element hears it, after the console subtracted its stored copy, or not at all. */
  readonly ringDown: 'raw' | 'subtracted' | 'none';
  readonly noise: boolean;
  /** Ranges follow the time of flight at 1540 m/s, as a console draws them, instead of true distances. */
  readonly soundSpeed: boolean;
}

export interface ImagingSettings {
  readonly probe: Probe;
  /** Turns of the element per second. */
  readonly framesPerS: number;
  /** Time gain, dB / cm / MHz of two-way compensation for this one-way attenuation. */
  readonly timeGainDbCmMHz: number;
  /** The console's smoothing: the envelope is averaged over this many lines to each side; 0 leaves what the element
   *  hears, whose speckle follows Rayleigh's law. */
  readonly smoothLines: number;
  readonly effects: Effects;
  readonly lines: number;
  readonly samples: number;
  /** Range of the first sample from the catheter axis, mm. */
  readonly startMm: number;
  readonly mmPerSample: number;
}

/** Flat square element of a 40 MHz CTO catheter. */
export const DEFAULT_PROBE: Probe = {
  frequencyMHz: 40,
  apertureMm: 0.5,
  focusMm: null,
  bandwidthPercent: 60,
  orbitMm: 0.3,
};

export const ALL_EFFECTS: Effects = {
  shadow: true,
  wireShadow: true,
  multiples: true,
  ringDown: 'subtracted',
  noise: true,
  soundSpeed: true,
};

export const DEFAULT_IMAGING: ImagingSettings = {
  probe: DEFAULT_PROBE,
  framesPerS: 30,
  timeGainDbCmMHz: 0.15,
  smoothLines: 0,
  effects: ALL_EFFECTS,
  lines: 512,
  samples: 512,
  startMm: 0.3,
  mmPerSample: 0.01,
};

export interface FrameRequest {
  readonly pose: ImagingPose;
  readonly settings: ImagingSettings;
  /** Number of tissue edits the frame must see. */
  readonly editsVersion: number;
  /** Seeds noise and the rest that changes from frame to frame. */
  readonly frameSeed: number;
  /** When the turn begins, s: blood has flowed on since the frame before. */
  readonly timeS: number;
}

/** Log envelope, line-major: dB relative to full scale = -DB_RANGE + value * DB_STEP. */
export interface PolarFrame {
  readonly lines: number;
  readonly samples: number;
  readonly startMm: number;
  readonly mmPerSample: number;
  readonly data: Uint16Array;
  readonly pose: ImagingPose;
  readonly editsVersion: number;
  readonly frameSeed: number;
}

/** True where two settings would give the same picture. */
export const sameImaging = (a: ImagingSettings, b: ImagingSettings): boolean =>
  sameFields({ ...a, probe: 0, effects: 0 }, { ...b, probe: 0, effects: 0 }) &&
  sameFields(a.probe, b.probe) &&
  sameFields(a.effects, b.effects);

const sameFields = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);

/** Full scale is the echo of a perfect reflector facing the element at its focus; noise lies near -80 dB. */
export const DB_RANGE = 120;
export const DB_STEP = DB_RANGE / 65535;
export const toDb = (value: number): number => -DB_RANGE + value * DB_STEP;
