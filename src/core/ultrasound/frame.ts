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
}

export interface ImagingSettings {
  /** 20 .. 60 */
  readonly frequencyMHz: number;
  readonly lines: number;
  readonly samples: number;
  /** Range of the first sample from the catheter axis, mm. */
  readonly startMm: number;
  readonly mmPerSample: number;
}

export const DEFAULT_IMAGING: ImagingSettings = {
  frequencyMHz: 40,
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
  /** Seeds blood, noise and the rest that changes from frame to frame. */
  readonly frameSeed: number;
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

/** Full scale is the echo of a perfect reflector facing the element at its focus; noise lies near -80 dB. */
export const DB_RANGE = 120;
export const DB_STEP = DB_RANGE / 65535;
export const toDb = (value: number): number => -DB_RANGE + value * DB_STEP;
