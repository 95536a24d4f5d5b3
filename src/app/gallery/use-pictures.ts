/** @file The hook that gets the gallery's pictures: one worker, asked for what is in view and not there yet. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { SCENE_IDS, type SceneId } from '../../core/cases/gallery/scene.ts';
import { createSceneLab, type SceneLab } from '../../engine/scene-lab.ts';
import type { DrawnScene } from '../../protocol/ivus.ts';
import { cardWish } from './gallery-view.ts';

/** A picture, or 'failed' where the worker could not draw it. */
export type CardPicture = DrawnScene | 'failed';

export interface Pictures {
  readonly cards: ReadonlyMap<SceneId, CardPicture>;
  /** The worker's: none, on its way back, or gone for good. */
  readonly problem: 'none' | 'restarting' | 'failed';
  /** For the large view; null before the first render is done. */
  readonly lab: SceneLab | null;
  /** As a ref: tells that the element shows this scene. */
  readonly watch: (scene: SceneId) => (element: HTMLElement | null) => (() => void) | undefined;
  readonly retry: (scene: SceneId) => void;
  /** A new worker after the old one is gone. */
  readonly restart: () => void;
}

/** Cards within this of the window count as in view. */
const MARGIN = '200px 0px';

/** @param paused the large view has the worker for itself: a scene's tissue is made anew whenever scenes alternate */
export const usePictures = (paused: boolean): Pictures => {
  const [cards, setCards] = useState<ReadonlyMap<SceneId, CardPicture>>(new Map());
  const [problem, setProblem] = useState<Pictures['problem']>('none');
  const [lab, setLab] = useState<SceneLab | null>(null);
  const [life, setLife] = useState(0);
  const elements = useRef(new Map<Element, SceneId>());
  const observer = useRef<IntersectionObserver | null>(null);
  const known = useRef(cards);
  const ask = useRef<(scene: SceneId) => void>(() => {});
  const asked = useRef(new Map<SceneId, AbortController>());
  const pausedNow = useRef(paused);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new life is a new worker
  useEffect(() => {
    asked.current = new Map();
    const made = createSceneLab({
      onProblem: ({ kind }) => setProblem(kind),
    });
    const put = (scene: SceneId, picture: CardPicture): void => {
      known.current = new Map(known.current).set(scene, picture);
      setCards(known.current);
    };
    const draw = async (scene: SceneId): Promise<void> => {
      if (pausedNow.current || asked.current.has(scene) || known.current.has(scene)) return;
      const controller = new AbortController();
      asked.current.set(scene, controller);
      try {
        const drawn = await made.draw(cardWish(scene), controller.signal);
        if (drawn) {
          put(scene, drawn);
          setProblem('none');
        }
      } catch {
        put(scene, 'failed');
      }
      if (asked.current.get(scene) === controller) asked.current.delete(scene);
    };
    ask.current = (scene) => void draw(scene);
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const scene = elements.current.get(target);
          if (scene && !isIntersecting) {
            asked.current.get(scene)?.abort();
            asked.current.delete(scene);
          }
        }
        // the newest wish comes first, so the top of what came into view is asked for last
        for (const { target, isIntersecting } of [...entries].sort(lastFirst)) {
          const scene = elements.current.get(target);
          if (scene && isIntersecting) void draw(scene);
        }
      },
      { rootMargin: MARGIN },
    );
    observer.current = watcher;
    for (const element of elements.current.keys()) watcher.observe(element);
    setLab(made);
    setProblem('none');
    return () => {
      watcher.disconnect();
      observer.current = null;
      made.dispose();
    };
  }, [life]);

  useEffect(() => {
    pausedNow.current = paused;
    if (paused) {
      for (const controller of asked.current.values()) controller.abort();
      asked.current.clear();
      return;
    }
    // an observer tells anew what is in view of what it begins to observe
    for (const element of elements.current.keys()) {
      observer.current?.unobserve(element);
      observer.current?.observe(element);
    }
  }, [paused]);

  const watch = useCallback(
    (scene: SceneId) => (element: HTMLElement | null) => {
      if (!element) return undefined;
      elements.current.set(element, scene);
      observer.current?.observe(element);
      return () => {
        observer.current?.unobserve(element);
        elements.current.delete(element);
      };
    },
    [],
  );
  const retry = useCallback((scene: SceneId) => {
    const without = new Map(known.current);
    without.delete(scene);
    known.current = without;
    setCards(without);
    ask.current(scene);
  }, []);
  const restart = useCallback(() => setLife((n) => n + 1), []);

  return { cards, problem, lab, watch, retry, restart };
};

const placeOf = ({ target }: IntersectionObserverEntry): number =>
  SCENE_IDS.indexOf((target as HTMLElement).dataset.scene as SceneId);
const lastFirst = (a: IntersectionObserverEntry, b: IntersectionObserverEntry): number =>
  placeOf(b) - placeOf(a);
