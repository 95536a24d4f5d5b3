/** @file The buttons of the program: primary, plain, quiet; toggles say whether they are on. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'className'> {
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  /** Makes it a toggle. */
  readonly pressed?: boolean | undefined;
  /** Key shown at the right end; decoration, the help names it too. */
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
}

export const Button = ({
  look = 'plain',
  size = 'medium',
  pressed,
  shortcut,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    className={`${styles.button} ${styles[look]} ${styles[size]}`}
    aria-pressed={pressed}
    {...rest}
  >
    {children}
    {shortcut !== undefined && (
      <span className={styles.shortcut} aria-hidden="true">
        {shortcut}
      </span>
    )}
  </button>
);
