/** @file Why there is no image yet, or no new one, and what can be done about it. */
import { useEffect, useState } from 'react';
import type { PhantomProblem } from '../../engine/phantom-lab.ts';
import { Button } from '../../ui/Button.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import styles from './calcium.module.css';

/** After so long a reader wants to know that it goes on, ms. */
const SLOW_MS = 5000;

interface LabMessageProps {
  readonly problem: PhantomProblem['kind'] | null;
  readonly onRetry: () => void;
}

/** In place of the first image. */
export const LabMessage = ({ problem, onRetry }: LabMessageProps) => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (problem === null) return <p role="status">{slow ? words.slow : words.waiting}</p>;
  return (
    <>
      <p role={problem === 'restarting' ? 'status' : 'alert'}>{words[problem]}</p>
      {problem !== 'restarting' && (
        <Button look="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </>
  );
};

/** Over the last images, which no longer follow the settings. */
export const StaleNote = ({
  problem,
  onRetry,
}: LabMessageProps & { readonly problem: PhantomProblem['kind'] }) => (
  <div className={styles.stale}>
    <p role={problem === 'restarting' ? 'status' : 'alert'}>
      {words[problem]} {problem !== 'restarting' && words.stale}
    </p>
    {problem !== 'restarting' && (
      <Button size="small" onClick={onRetry}>
        {words.retry}
      </Button>
    )}
  </div>
);
