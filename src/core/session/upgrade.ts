/** @file Brings an older session file to the present form, one version at a time. */
import { SESSION_VERSION } from './session-file.ts';

type Json = Readonly<Record<string, unknown>>;

/** From the version in the key to the next one. Pure; each has a fixture. Version 1 is the first there is. */
export const SESSION_UPGRADES: Readonly<Record<number, (file: Json) => Json>> = {
  // version 2 chooses catheters and says by which rules it was played
  1: (file) => ({ ...file, rules: 1 }),
  // version 3 chooses sheaths and microcatheters, loads balloons, flushes, and charges table work by rules 3; what came before lies
  // in the default sheath and keeps its rules
  2: (file) => file,
};

/** The file as version SESSION_VERSION; unchanged where no step leads on (the schema then says what is wrong). */
export const upgradeSession = (
  file: Json,
  upgrades: Readonly<Record<number, (file: Json) => Json>> = SESSION_UPGRADES,
  target: number = SESSION_VERSION,
): Json => {
  let current = file;
  for (let version = Number(file.version); version < target; version++) {
    const step = upgrades[version];
    if (!step) return current;
    current = { ...step(current), version: version + 1 };
  }
  return current;
};
