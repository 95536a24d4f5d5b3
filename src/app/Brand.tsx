/** @file The name with its sign: a vessel wall, the crescent of the pushed lumen, and the catheter beside it. */
import { app } from '../ui/strings/en/app.ts';
import styles from './Brand.module.css';

export const Brand = ({ compact = false }: { readonly compact?: boolean }) => (
  <span className={compact ? `${styles.brand} ${styles.compact}` : styles.brand}>
    <svg viewBox="0 0 32 32" aria-hidden="true" className={styles.sign}>
      <circle cx="16" cy="16" r="12.5" fill="none" stroke="var(--text-dim)" strokeWidth="2" />
      <path d="M8.2 21A10 10 0 0 1 17 6.1 13 13 0 0 0 12.5 24.8 10 10 0 0 1 8.2 21Z" fill="var(--lumen)" />
      <circle cx="20" cy="17" r="4" fill="none" stroke="var(--ivus)" strokeWidth="2" />
    </svg>
    <span className={styles.name}>{app.name}</span>
  </span>
);
