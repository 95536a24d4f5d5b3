/** @file How the hands work and what comes back to them: speed, gamepad, sound. Remembered between visits. */

/** Three speeds for the hands. */
export const GEARS = ['fine', 'normal', 'coarse'] as const;
export type Gear = (typeof GEARS)[number];

export interface FeelSettings {
  readonly gear: Gear;
  /** A gamepad may drive the selected device. */
  readonly gamepad: boolean;
  /** And is shaken by the tip's force. */
  readonly rumble: boolean;
  readonly sound: boolean;
  /** 0 .. 1 */
  readonly volume: number;
}

export const DEFAULT_FEEL: FeelSettings = {
  gear: 'normal',
  gamepad: false,
  rumble: true,
  sound: false,
  volume: 0.5,
};
