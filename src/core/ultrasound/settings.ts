/** @file Checks of imaging settings; every refusal names the field. */
import type { ImagingSettings, Probe } from './frame.ts';

/** A setting outside its range. `field` is its path in ImagingSettings, `probe.frequencyMHz` for instance. */
export class ImagingSettingsError extends RangeError {
  readonly field: string;

  constructor(field: string, value: number, rule: string) {
    super(`${field} ${rule}, but is ${value}`);
    this.name = 'ImagingSettingsError';
    this.field = field;
  }
}

export const FREQUENCY_MHZ = { min: 20, max: 60 } as const;
/** Catheter transducers are 0.2 to 0.7 mm wide; a ring array adds up to about 1.2 mm. */
export const APERTURE_MM = { min: 0.2, max: 1.2 } as const;
export const FOCUS_MM = { min: 1, max: 20 } as const;
/** Published rotating elements have 40 to 86 %. */
export const BANDWIDTH_PERCENT = { min: 30, max: 100 } as const;
export const ORBIT_MM = { min: 0, max: 1 } as const;
export const TIME_GAIN = { min: 0, max: 2 } as const;
export const FRAMES_PER_S = { min: 1, max: 120 } as const;
export const SMOOTH_LINES = { min: 0, max: 8 } as const;
export const LINES = { min: 64, max: 1024 } as const;
export const SAMPLES = { min: 64, max: 2048 } as const;

/** Depth of the deepest sample from the axis, mm: beyond it nothing is left to hear at 20 MHz. */
export const MAX_RANGE_MM = 20;

interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Returns the settings unchanged, or throws ImagingSettingsError for the first field that is out of range. */
export const validateSettings = (settings: ImagingSettings): ImagingSettings => {
  validateProbe(settings.probe);
  between('framesPerS', settings.framesPerS, FRAMES_PER_S);
  between('timeGainDbCmMHz', settings.timeGainDbCmMHz, TIME_GAIN);
  whole('smoothLines', settings.smoothLines, SMOOTH_LINES);
  whole('lines', settings.lines, LINES);
  whole('samples', settings.samples, SAMPLES);
  positive('startMm', settings.startMm);
  positive('mmPerSample', settings.mmPerSample);
  const end = settings.startMm + settings.samples * settings.mmPerSample;
  if (end > MAX_RANGE_MM) {
    const rule = `must keep the deepest sample within ${MAX_RANGE_MM} mm of the axis`;
    throw new ImagingSettingsError('mmPerSample', settings.mmPerSample, rule);
  }
  return settings;
};

/** Returns the probe unchanged, or throws ImagingSettingsError for the first field that is out of range. */
export const validateProbe = (probe: Probe): Probe => {
  between('probe.frequencyMHz', probe.frequencyMHz, FREQUENCY_MHZ);
  between('probe.apertureMm', probe.apertureMm, APERTURE_MM);
  if (probe.focusMm !== null) between('probe.focusMm', probe.focusMm, FOCUS_MM);
  between('probe.bandwidthPercent', probe.bandwidthPercent, BANDWIDTH_PERCENT);
  between('probe.orbitMm', probe.orbitMm, ORBIT_MM);
  return probe;
};

const between = (field: string, value: number, { min, max }: Limits): void => {
  if (!(value >= min && value <= max)) {
    throw new ImagingSettingsError(field, value, `must lie between ${min} and ${max}`);
  }
};

const whole = (field: string, value: number, limits: Limits): void => {
  if (!Number.isInteger(value)) throw new ImagingSettingsError(field, value, 'must be a whole number');
  between(field, value, limits);
};

const positive = (field: string, value: number): void => {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new ImagingSettingsError(field, value, 'must be a positive number of mm');
  }
};
