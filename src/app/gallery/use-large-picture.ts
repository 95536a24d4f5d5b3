/** @file The hook behind the large view: the scene through a catheter, frame after frame while it is live. */
import { useEffect, useRef, useState } from 'react';
import type { SceneId } from '../../core/cases/gallery/scene.ts';
import type { PolarFrame } from '../../core/ultrasound/frame.ts';
import { type CatheterPreset, DEFAULT_CATHETER } from '../../core/ultrasound/presets.ts';
import { createPersistence } from '../../core/ultrasound/receiver/persistence.ts';
import type { SceneLab } from '../../engine/scene-lab.ts';
import { largeWish } from './gallery-view.ts';
import type { CardPicture } from './use-pictures.ts';

interface LargePicture {
  /** For the picture's frame loop: the newest frame, of the scene before until this one's is there. */
  readonly getFrame: () => PolarFrame | null;
  readonly truth: Uint8Array | null;
  readonly state: 'computing' | 'shown' | 'failed';
}

interface Asked {
  readonly lab: SceneLab | null;
  readonly scene: SceneId;
  readonly catheter: CatheterPreset;
  readonly live: boolean;
  /** Shown until the large picture is there. */
  readonly card: CardPicture | undefined;
}

export const useLargePicture = ({ lab, scene, catheter, live, card }: Asked): LargePicture => {
  const preview = useRef(card);
  preview.current = card;
  const frame = useRef<PolarFrame | null>(null);
  const [getFrame] = useState(() => () => frame.current);
  const [shown, setShown] = useState<Pick<LargePicture, 'truth' | 'state'>>({
    truth: null,
    state: 'computing',
  });

  useEffect(() => {
    if (!lab) return;
    const ended = new AbortController();
    const persistence = createPersistence(catheter.console.persistenceFrames);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const first = preview.current === 'failed' ? undefined : preview.current;
    if (first && catheter === DEFAULT_CATHETER) {
      frame.current = first.frame;
      setShown({ truth: first.truth, state: 'computing' });
    } else setShown(({ truth }) => ({ truth, state: 'computing' }));

    const next = async (tick: number): Promise<void> => {
      const startedMs = performance.now();
      if (!document.hidden || tick === 0) {
        const wish = largeWish(scene, catheter.id, tick, catheter.framesPerS);
        const drawn = await lab.draw(wish, ended.signal).catch(() => null);
        if (ended.signal.aborted) return;
        if (!drawn) {
          setShown({ truth: null, state: 'failed' });
          return;
        }
        frame.current = persistence.show(drawn.frame);
        if (drawn.truth) setShown({ truth: drawn.truth, state: 'shown' });
      }
      if (!live) return;
      const restMs = 1000 / catheter.framesPerS - (performance.now() - startedMs);
      timer = setTimeout(() => void next(tick + 1), Math.max(0, restMs));
    };
    void next(0);
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [lab, scene, catheter, live]);

  return { getFrame, ...shown };
};
