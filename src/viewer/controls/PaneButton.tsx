/** @file A small button of a pane's heading row; with `pressed` it is a toggle. */
import type { ReactNode } from 'react';
import styles from './controls.module.css';

interface PaneButtonProps {
  /** What it does, for the tooltip and, when the content is a picture, as its name. */
  readonly hint: string;
  readonly name?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export const PaneButton = ({ hint, name, pressed, disabled, onPress, children }: PaneButtonProps) => (
  <button
    type="button"
    className={styles.button}
    title={hint}
    aria-label={name}
    aria-pressed={pressed}
    disabled={disabled ?? false}
    onClick={onPress}
  >
    {children}
  </button>
);
