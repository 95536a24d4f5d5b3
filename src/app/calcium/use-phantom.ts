/** @file The hook that keeps a pair of frames in step with the settings. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  createPhantomLab,
  type PhantomLab,
  type PhantomPair,
  type PhantomProblem,
  type PhantomWish,
} from '../../engine/phantom-lab.ts';

export interface PhantomState {
  /** The newest pair; stays while another is computed. */
  readonly pair: PhantomPair | null;
  /** What stands in the way of the next one. */
  readonly problem: PhantomProblem['kind'] | null;
  /** Starts fresh workers. */
  readonly retry: () => void;
}

export const usePhantom = (wanted: PhantomWish): PhantomState => {
  // a wish is plain data: its text tells whether anything has changed
  const text = JSON.stringify(wanted);
  const wish = useMemo(() => JSON.parse(text) as PhantomWish, [text]);
  const lab = useRef<PhantomLab | null>(null);
  const newest = useRef(wish);
  const [pair, setPair] = useState<PhantomPair | null>(null);
  const [problem, setProblem] = useState<PhantomProblem['kind'] | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt means another lab
  useEffect(() => {
    const made = createPhantomLab({
      onPair: (next) => {
        setPair(next);
        setProblem(null);
      },
      onProblem: ({ kind }) => setProblem(kind),
    });
    lab.current = made;
    made.show(newest.current);
    return () => {
      lab.current = null;
      made.dispose();
    };
  }, [attempt]);

  useEffect(() => {
    if (newest.current === wish) return;
    newest.current = wish;
    lab.current?.show(wish);
  }, [wish]);

  const retry = useCallback(() => {
    setProblem(null);
    setAttempt((n) => n + 1);
  }, []);
  return { pair, problem, retry };
};
