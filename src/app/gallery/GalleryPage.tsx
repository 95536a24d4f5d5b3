/** @file The gallery page: the recognition scenes as cards, each image beside its truth, for reading and for quizzing. */
import { useCallback, useRef, useState } from 'react';
import { SCENE_IDS, type SceneId } from '../../core/cases/gallery/scene.ts';
import { Button } from '../../ui/Button.tsx';
import { focusOnce } from '../../ui/focus-once.ts';
import { Icon } from '../../ui/Icon.tsx';
import { galleryPage as words } from '../../ui/strings/en/gallery-page.ts';
import { TeachingHeader } from '../TeachingHeader.tsx';
import { replaceAddress, useSubAddress } from '../use-sub-address.ts';
import styles from './GalleryPage.module.css';
import { SceneCard } from './SceneCard.tsx';
import { SceneDialog } from './SceneDialog.tsx';
import { usePictures } from './use-pictures.ts';

/** `#/gallery/subintimal` opens a scene with its truth, `#/gallery/6` the sixth as a question. */
const openedBy = (address: string): { readonly scene: SceneId; readonly asked: boolean } | null => {
  const named = SCENE_IDS.find((id) => id === address);
  if (named) return { scene: named, asked: false };
  const numbered = SCENE_IDS[Number(address) - 1];
  return numbered ? { scene: numbered, asked: true } : null;
};

export const GalleryPage = () => {
  const opened = openedBy(useSubAddress('gallery'));
  const pictures = usePictures(opened !== null);
  const [quiz, setQuiz] = useState(opened?.asked ?? false);
  const [revealed, setRevealed] = useState<ReadonlySet<SceneId>>(new Set());
  /** The large view was opened from here, so going back leads here again. */
  const cameFromCards = useRef(false);
  const isHidden = (scene: SceneId): boolean => quiz && !revealed.has(scene);

  const reveal = useCallback((scene: SceneId) => setRevealed((now) => new Set(now).add(scene)), []);
  const onOpen = useCallback(() => {
    cameFromCards.current = true;
  }, []);
  const close = (): void => {
    if (!opened) return;
    if (cameFromCards.current) history.back();
    else replaceAddress('#/gallery');
    cameFromCards.current = false;
  };
  const go = (scene: SceneId): void =>
    replaceAddress(`#/gallery/${isHidden(scene) ? SCENE_IDS.indexOf(scene) + 1 : scene}`);

  return (
    <div className={styles.page}>
      <TeachingHeader title={words.title}>
        <span className={styles.progress}>{words.progress(pictures.cards.size, SCENE_IDS.length)}</span>
        <Button
          pressed={quiz}
          title={words.hideHint}
          onClick={() => {
            setQuiz(!quiz);
            setRevealed(new Set());
          }}
        >
          <Icon name="eye" />
          {words.hide}
        </Button>
      </TeachingHeader>
      <main ref={focusOnce} tabIndex={-1} className={styles.main}>
        <p className={styles.intro}>{words.intro}</p>
        {pictures.problem === 'restarting' && (
          <p className={styles.problem} role="status">
            {words.restarting}
          </p>
        )}
        {pictures.problem === 'failed' && (
          <div className={styles.problem} role="alert">
            <p>{words.workerFailed}</p>
            <Button size="small" onClick={pictures.restart}>
              {words.restart}
            </Button>
          </div>
        )}
        <div className={styles.cards}>
          {SCENE_IDS.map((scene, i) => (
            <SceneCard
              key={scene}
              scene={scene}
              number={i + 1}
              picture={pictures.cards.get(scene)}
              hidden={isHidden(scene)}
              watch={pictures.watch}
              onRetry={pictures.retry}
              onReveal={reveal}
              onOpen={onOpen}
            />
          ))}
        </div>
        <p className={styles.honesty}>{words.honesty}</p>
      </main>
      <SceneDialog
        scene={opened?.scene ?? null}
        hidden={opened !== null && isHidden(opened.scene)}
        pictures={pictures}
        onReveal={reveal}
        onGo={go}
        onClose={close}
      />
    </div>
  );
};
