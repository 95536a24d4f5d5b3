/** @file A pane of the case page: a named region with a heading, its actions, and an error that stays inside it. */
import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import styles from './Pane.module.css';
import { app } from './strings/en/app.ts';

interface PaneProps {
  /** Heading and accessible name of the region. */
  readonly title: string;
  /** Small text beside the heading, such as an angle or a state. */
  readonly detail?: ReactNode;
  /** Controls at the right end of the heading row. */
  readonly actions?: ReactNode;
  /** Extra class of the region, for its place in a layout. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The body fills the pane, is positioned (`position: relative`) and clips: pictures may lie absolute in it. */
export const Pane = ({ title, detail, actions, className, children }: PaneProps) => {
  const headingId = useId();
  return (
    <section className={className ? `${styles.pane} ${className}` : styles.pane} aria-labelledby={headingId}>
      <header className={styles.header}>
        <h2 id={headingId} className={styles.title}>
          {title}
        </h2>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>
        <ErrorBoundary
          fallback={(error, retry) => (
            <div className={styles.failed} role="alert">
              <p>{app.paneFailed(title)}</p>
              <p className={styles.reason}>{error instanceof Error ? error.message : String(error)}</p>
              <button type="button" className={styles.retry} onClick={retry}>
                {app.tryAgain}
              </button>
            </div>
          )}
        >
          {children}
        </ErrorBoundary>
      </div>
    </section>
  );
};
