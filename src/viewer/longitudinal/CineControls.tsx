/** @file Step, play and pause the recorded pullback, and go back to live. */
import { useStore } from 'zustand';
import { cineStore, goLive, pause, play, stepFrames } from '../../state/cine.ts';
import { viewer } from '../../ui/strings/en/viewer.ts';
import { PaneButton } from '../controls/PaneButton.tsx';

const icon = (path: string) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} />
  </svg>
);
const PLAY = icon('M4 2.5v11l9-5.5z');
const PAUSE = icon('M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z');
const BACK = icon('M3 2.5h2v11H3zM13 2.5v11L6 8z');
const AHEAD = icon('M11 2.5h2v11h-2zM3 2.5v11L10 8z');

interface CineControlsProps {
  readonly enabled: boolean;
  /** The image is live already. */
  readonly live: boolean;
}

export const CineControls = ({ enabled, live }: CineControlsProps) => {
  const playing = useStore(cineStore, (s) => s.run !== null);
  return (
    <>
      <PaneButton
        hint={viewer.stepDistal}
        name={viewer.stepDistal}
        disabled={!enabled}
        onPress={() => stepFrames(-1, performance.now())}
      >
        {BACK}
      </PaneButton>
      <PaneButton
        hint={playing ? viewer.pauseHint : viewer.playHint}
        name={playing ? viewer.pause : viewer.play}
        disabled={!enabled}
        onPress={() => (playing ? pause(performance.now()) : play(1, performance.now()))}
      >
        {playing ? PAUSE : PLAY}
      </PaneButton>
      <PaneButton
        hint={viewer.stepProximal}
        name={viewer.stepProximal}
        disabled={!enabled}
        onPress={() => stepFrames(1, performance.now())}
      >
        {AHEAD}
      </PaneButton>
      <PaneButton hint={viewer.toLiveHint} disabled={live} onPress={goLive}>
        {viewer.toLive}
      </PaneButton>
    </>
  );
};
