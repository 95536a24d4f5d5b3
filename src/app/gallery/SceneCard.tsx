/** @file One recognition scene on the gallery: image beside truth, and what is true, unless it is hidden. */
import { memo, useMemo } from 'react';
import type { SceneId } from '../../core/cases/gallery/scene.ts';
import { Button } from '../../ui/Button.tsx';
import { gallery } from '../../ui/strings/en/gallery.ts';
import { galleryPage as words } from '../../ui/strings/en/gallery-page.ts';
import { ImageThumb, TruthPicture } from './Pictures.tsx';
import styles from './SceneCard.module.css';
import type { CardPicture, Pictures } from './use-pictures.ts';

interface SceneCardProps {
  readonly scene: SceneId;
  /** Place in the gallery, from 1. */
  readonly number: number;
  /** Undefined until it has been computed. */
  readonly picture: CardPicture | undefined;
  readonly hidden: boolean;
  readonly watch: Pictures['watch'];
  readonly onRetry: (scene: SceneId) => void;
  readonly onReveal: (scene: SceneId) => void;
  readonly onOpen: () => void;
}

export const SceneCard = memo(
  ({ scene, number, picture, hidden, watch, onRetry, onReveal, onOpen }: SceneCardProps) => {
    const ref = useMemo(() => watch(scene), [watch, scene]);
    const title = hidden ? words.numbered(number) : gallery[scene].title;
    const drawn = picture === 'failed' ? undefined : picture;
    return (
      <article ref={ref} data-scene={scene} className={styles.card} aria-labelledby={`scene-${scene}`}>
        <h2 id={`scene-${scene}`} className={styles.title}>
          {/* an address by number gives nothing away */}
          <a href={`#/gallery/${hidden ? number : scene}`} className={styles.link} onClick={onOpen}>
            {title}
          </a>
        </h2>
        <div className={styles.pictures}>
          <div className={styles.square} data-look="image">
            {drawn && <ImageThumb frame={drawn.frame} className={styles.picture} />}
            {!picture && <span className={styles.note}>{words.waiting}</span>}
            {picture === 'failed' && (
              <span className={styles.note} role="alert">
                {words.failed}
                <span className={styles.above}>
                  <Button size="small" aria-label={words.retryName(title)} onClick={() => onRetry(scene)}>
                    {words.retry}
                  </Button>
                </span>
              </span>
            )}
          </div>
          <div className={styles.square} data-look="truth">
            {drawn?.truth && !hidden && <TruthPicture labels={drawn.truth} className={styles.picture} />}
            {hidden && (
              <span className={styles.above}>
                <Button aria-label={words.revealName(number)} onClick={() => onReveal(scene)}>
                  {words.reveal}
                </Button>
              </span>
            )}
          </div>
        </div>
        <p className={styles.text}>{hidden ? words.question : gallery[scene].truth}</p>
      </article>
    );
  },
);
