/** @file The outcome page in its place: scrolling, with the name of the program above. */
import { OutcomePage } from '../procedure-ui/OutcomePage.tsx';
import { Brand } from './Brand.tsx';
import styles from './OutcomeScreen.module.css';

export const OutcomeScreen = () => (
  <div className={styles.screen}>
    <header className={styles.bar}>
      <Brand compact />
    </header>
    <OutcomePage />
  </div>
);
