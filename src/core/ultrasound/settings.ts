/** @file Checks of imaging settings; every refusal names the field. */
import type { ImagingSettings } from './frame.ts';

/** A setting outside its range. `field` is the name in ImagingSettings. */
export class ImagingSettingsError extends RangeError {
  readonly field: keyof ImagingSettings;

  constructor(field: keyof ImagingSettings, value: number, rule: string) {
    super(`${field} ${rule}, but is ${value}`);
    this.name = 'ImagingSettingsError';
    this.field = field;
  }
}

export const FREQUENCY_MHZ = { min: 20, max: 60 } as const;
export const LINES = { min: 64, max: 1024 } as const;
export const SAMPLES = { min: 64, max: 2048 } as const;

/** Depth of the deepest sample from the axis, mm: beyond it nothing is left to hear at 20 MHz. */
export const MAX_RANGE_MM = 20;

/** Returns the settings unchanged, or throws ImagingSettingsError for the first field that is out of range. */
export const validateSettings = (settings: ImagingSettings): ImagingSettings => {
  between(settings, 'frequencyMHz', FREQUENCY_MHZ.min, FREQUENCY_MHZ.max);
  whole(settings, 'lines', LINES.min, LINES.max);
  whole(settings, 'samples', SAMPLES.min, SAMPLES.max);
  positive(settings, 'startMm');
  positive(settings, 'mmPerSample');
  const end = settings.startMm + settings.samples * settings.mmPerSample;
  if (end > MAX_RANGE_MM) {
    const rule = `must keep the deepest sample within ${MAX_RANGE_MM} mm of the axis`;
    throw new ImagingSettingsError('mmPerSample', settings.mmPerSample, rule);
  }
  return settings;
};

const between = (settings: ImagingSettings, field: keyof ImagingSettings, min: number, max: number): void => {
  const value = settings[field];
  if (!(value >= min && value <= max)) {
    throw new ImagingSettingsError(field, value, `must lie between ${min} and ${max}`);
  }
};

const whole = (settings: ImagingSettings, field: keyof ImagingSettings, min: number, max: number): void => {
  const value = settings[field];
  if (!Number.isInteger(value)) throw new ImagingSettingsError(field, value, 'must be a whole number');
  between(settings, field, min, max);
};

const positive = (settings: ImagingSettings, field: keyof ImagingSettings): void => {
  const value = settings[field];
  if (!(value > 0 && Number.isFinite(value))) {
    throw new ImagingSettingsError(field, value, 'must be a positive number of mm');
  }
};
