/** @file The gamepad, where there is one. Nothing here throws: without the API there are no gamepads. */

export interface GamepadReading {
  readonly name: string;
  readonly axes: readonly number[];
  readonly buttons: readonly number[];
}

const first = (): Gamepad | null => {
  try {
    const pads = navigator.getGamepads?.() ?? [];
    const connected = [...pads].filter((pad) => pad?.connected);
    return connected.find((pad) => pad?.mapping === 'standard') ?? connected[0] ?? null;
  } catch {
    // forbidden by a permissions policy
    return null;
  }
};

/** The first gamepad, one with standard mapping before others; null when there is none (or no button was pressed yet). */
export const readGamepad = (): GamepadReading | null => {
  const pad = first();
  return pad && { name: pad.id, axes: [...pad.axes], buttons: pad.buttons.map(({ value }) => value) };
};

/** Shakes it, if it can. @param weak, strong motors, 0 .. 1 */
export const shakeGamepad = (weak: number, strong: number, ms: number): void => {
  const actuator = first()?.vibrationActuator;
  try {
    void actuator
      ?.playEffect('dual-rumble', { duration: ms, weakMagnitude: weak, strongMagnitude: strong })
      ?.catch(() => {});
  } catch {
    // a pad without motors
  }
};
