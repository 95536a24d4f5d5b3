/** @file A verdict: a word with a sign and a colour of its own. */
import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Validation.module.css';

interface VerdictProps {
  readonly state: 'good' | 'bad' | 'open';
  readonly children: ReactNode;
}

export const Verdict = ({ state, children }: VerdictProps) => (
  <span className={styles.verdict} data-verdict={state}>
    {state !== 'open' && <Icon name={state === 'good' ? 'check' : 'close'} />}
    {children}
  </span>
);
