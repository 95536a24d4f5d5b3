/** @file The push, to be played and scrubbed: drawing, play button, slider. */
import { useEffect, useRef, useState } from 'react';
import { NEWTON_PER_GF } from '../../core/mechanics/wires.ts';
import { Button } from '../../ui/Button.tsx';
import { fixed } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Pane } from '../../ui/Pane.tsx';
import { RangeField } from '../../ui/RangeField.tsx';
import { benchPage as words } from '../../ui/strings/en/bench-page.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './bench.module.css';
import { PushDrawing, stepAt } from './PushDrawing.tsx';
import type { BenchSettings } from './settings.ts';
import type { Push } from './use-bench.ts';

interface PushPaneProps {
  readonly pushes: readonly Push[];
  readonly settings: BenchSettings;
  readonly share: number;
  readonly onShare: (share: number) => void;
}

/** The whole push takes so long, ms. */
const PLAY_MS = 4000;

export const PushPane = ({ pushes, settings, share, onShare }: PushPaneProps) => {
  const [playing, setPlaying] = useState(false);
  const from = useRef(0);
  useEffect(() => {
    if (!playing) return;
    let request = 0;
    let began: number | null = null;
    const frame = (now: number) => {
      began ??= now - from.current * PLAY_MS;
      const next = Math.min(1, (now - began) / PLAY_MS);
      onShare(next);
      if (next < 1) request = requestAnimationFrame(frame);
      else setPlaying(false);
    };
    request = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(request);
  }, [playing, onShare]);

  const toggle = (): void => {
    from.current = share >= 1 ? 0 : share;
    setPlaying(!playing);
  };
  const push = pushes[0]!;
  const step = stepAt(push, share);
  const name = devices.wires[push.wire.id] ?? push.wire.id;
  return (
    <Pane title={words.drawing} detail={name}>
      <div className={styles.push}>
        <PushDrawing
          pushes={pushes}
          share={share}
          supportMm={settings.supportMm}
          plate={settings.target === 'plate'}
          label={words.drawingName(name, words.targets[settings.target])}
        />
        <div className={styles.player}>
          <Button look="primary" onClick={toggle}>
            <Icon name={playing ? 'pause' : 'play'} />
            {playing ? words.pause : words.play}
          </Button>
          <RangeField
            label={words.step}
            value={Math.round(100 * share)}
            min={0}
            max={100}
            step={1}
            text={words.stepValue(fixed(step.wayMm, 2), fixed(step.forceN / NEWTON_PER_GF, 1))}
            onChange={(value) => {
              setPlaying(false);
              onShare(value / 100);
            }}
          />
        </div>
      </div>
    </Pane>
  );
};
