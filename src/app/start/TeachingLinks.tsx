/** @file The ways to the pages to teach with, as links: they can be opened in a tab of their own. */
import { TEACHING_PAGES, type TeachingPage } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { start } from '../../ui/strings/en/start.ts';
import styles from './TeachingLinks.module.css';

const WORDS: Readonly<Record<TeachingPage, { readonly title: string; readonly detail: string }>> =
  start.teaching;

export const TeachingLinks = () => (
  <nav className={styles.nav} aria-labelledby="teaching-heading">
    <h2 id="teaching-heading" className={styles.heading}>
      {start.teachingHeading}
    </h2>
    <ul className={styles.list}>
      {TEACHING_PAGES.map((page) => (
        <li key={page}>
          <a href={`#/${page}`} className={styles.link}>
            <span className={styles.title}>{WORDS[page].title}</span>
            <span className={styles.detail}>{WORDS[page].detail}</span>
            <Icon name="right" />
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
