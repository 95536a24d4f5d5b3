/** @file A scripted scene of 10 000 ticks with all that moves: wire 1 as a rod, the catheter over it, wire 2 beside it. */
import type { Command } from '../../src/core/session/command.ts';
import { hashOf } from '../../src/core/session/state-hash.ts';
import { freshSession, playScript } from './play-session.ts';

const hub = (device: 'wire1' | 'ivus' | 'wire2', advance: number, torque: number): Command => ({
  type: 'hub',
  device,
  advance,
  torque,
});

const SCENE: readonly (readonly [Command, number])[] = [
  [hub('wire1', 20, 0.7), 2400],
  [hub('wire1', -8, -2), 360],
  [hub('wire1', 20, 0), 2040],
  [hub('wire1', 0, 0), 1],
  [{ type: 'load', device: 'ivus' }, 1],
  [hub('ivus', 20, 0.5), 3600],
  [hub('ivus', 0, 0), 1],
  [{ type: 'load', device: 'wire2', wire: 'tapered-12', route: 'rx-lumen' }, 1],
  [hub('wire2', 6, 1.5), 800],
  [hub('wire2', -5, -1), 196],
  [hub('wire1', 3, 2), 600],
];

/** Ticks of the scene. */
export const SCENE_TICKS = SCENE.reduce((sum, [, ticks]) => sum + ticks, 0);

/** Hash of the session after each stretch. */
export const sceneHashes = (): string[] => {
  const session = freshSession();
  return SCENE.map((stretch) => {
    playScript(session, [stretch]);
    return hashOf(session);
  });
};
