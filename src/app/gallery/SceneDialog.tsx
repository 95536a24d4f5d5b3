/** @file The large view of a scene as a dialog, with the ways to its neighbours. */
import { useEffect } from 'react';
import { SCENE_IDS, type SceneId } from '../../core/cases/gallery/scene.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { gallery } from '../../ui/strings/en/gallery.ts';
import { galleryPage as words } from '../../ui/strings/en/gallery-page.ts';
import styles from './SceneView.module.css';
import { SceneView } from './SceneView.tsx';
import type { Pictures } from './use-pictures.ts';

interface SceneDialogProps {
  /** Null while it is closed. */
  readonly scene: SceneId | null;
  readonly hidden: boolean;
  readonly pictures: Pictures;
  readonly onReveal: (scene: SceneId) => void;
  readonly onGo: (scene: SceneId) => void;
  readonly onClose: () => void;
}

export const SceneDialog = ({ scene, hidden, pictures, onReveal, onGo, onClose }: SceneDialogProps) => {
  const at = scene === null ? -1 : SCENE_IDS.indexOf(scene);
  const before = SCENE_IDS[at - 1];
  const after = at < 0 ? undefined : SCENE_IDS[at + 1];

  useEffect(() => {
    if (at < 0) return;
    const onKey = (event: KeyboardEvent): void => {
      const inside = event.target instanceof HTMLInputElement;
      // the help may lie over it
      if (document.querySelectorAll('dialog[open]').length > 1) return;
      if (inside || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const to = { ArrowLeft: before, ArrowRight: after }[event.key];
      if (!to) return;
      event.preventDefault();
      onGo(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [at, before, after, onGo]);

  const title = scene === null ? '' : hidden ? words.numbered(at + 1) : gallery[scene].title;
  return (
    <Dialog
      title={title}
      open={scene !== null}
      full
      onClose={onClose}
      footer={
        <>
          <span className={styles.keys}>{words.keys}</span>
          <Button disabled={!before} onClick={() => before && onGo(before)}>
            <Icon name="left" />
            {words.previous}
          </Button>
          <span className={styles.count}>{words.count(at + 1, SCENE_IDS.length)}</span>
          <Button data-first-focus disabled={!after} onClick={() => after && onGo(after)}>
            {words.next}
            <Icon name="right" />
          </Button>
        </>
      }
    >
      {scene !== null && (
        <SceneView
          scene={scene}
          title={title}
          hidden={hidden}
          pictures={pictures}
          onReveal={() => onReveal(scene)}
        />
      )}
    </Dialog>
  );
};
