/** @file Messages at the edge of the screen; those that need no answer leave by themselves. */
import { useEffect } from 'react';
import { dismissNotice } from '../state/notices.ts';
import type { Notice } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Icon } from '../ui/Icon.tsx';
import { app } from '../ui/strings/en/app.ts';
import styles from './Notices.module.css';

/** Long enough to read two lines, ms. Errors stay until dismissed. */
const SHOWN_MS = { info: 5000, warning: 9000, error: null } as const;

export const Notices = () => {
  const notices = useApp((s) => s.notices);
  return (
    <section className={styles.stack} aria-label={app.notices}>
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </section>
  );
};

const Message = ({ notice }: { readonly notice: Notice }) => {
  useEffect(() => {
    const shownMs = SHOWN_MS[notice.severity];
    if (shownMs === null) return;
    const timer = setTimeout(() => dismissNotice(notice.id), shownMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div
      className={styles.notice}
      data-severity={notice.severity}
      role={notice.severity === 'error' ? 'alert' : 'status'}
    >
      <p>{notice.text}</p>
      <button
        type="button"
        className={styles.close}
        aria-label={app.dismiss}
        onClick={() => dismissNotice(notice.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
};
