/** @file The head of a page to teach with: the way back, its title, and what it needs beside it. */
import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { app } from '../ui/strings/en/app.ts';
import { Brand } from './Brand.tsx';
import styles from './TeachingHeader.module.css';

interface TeachingHeaderProps {
  readonly title: string;
  readonly children?: ReactNode;
}

export const TeachingHeader = ({ title, children }: TeachingHeaderProps) => (
  <header className={styles.bar}>
    <a href="#/" className={styles.home}>
      <Icon name="back" />
      <Brand compact />
      <span className="visually-hidden">{app.backToStart}</span>
    </a>
    <h1 className={styles.title}>{title}</h1>
    <div className={styles.tools}>{children}</div>
  </header>
);
