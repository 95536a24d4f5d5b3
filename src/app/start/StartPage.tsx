/** @file The start page: what this is, a live picture, one button into a case, and the library. */
import { CASE_LIBRARY } from '../../core/cases/library.ts';
import { ActionButton } from '../../procedure-ui/ActionButton.tsx';
import { startCase } from '../../state/session-runner.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { app } from '../../ui/strings/en/app.ts';
import { start } from '../../ui/strings/en/start.ts';
import { Brand } from '../Brand.tsx';
import { CaseLibrary } from './CaseLibrary.tsx';
import { ContinueButton } from './ContinueButton.tsx';
import { LivePreview } from './LivePreview.tsx';
import styles from './StartPage.module.css';
import { TeachingLinks } from './TeachingLinks.tsx';

const flagship = CASE_LIBRARY[0];

export const StartPage = () => {
  const hasAutosave = useApp((s) => s.autosave !== null);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Brand />
        <div className={styles.tools}>
          <ActionButton action="open" look="quiet">
            <Icon name="open" />
            {start.openButton}
          </ActionButton>
          <ActionButton action="help" look="quiet">
            <Icon name="help" />
            {start.help}
          </ActionButton>
        </div>
      </header>
      <main className={styles.main}>
        <section className={styles.hero} aria-labelledby="start-heading">
          <div className={styles.words}>
            <h1 id="start-heading" className={styles.heading}>
              {start.heading}
            </h1>
            <p className={styles.sentence}>{app.oneSentence}</p>
            <div className={styles.buttons}>
              {flagship && (
                <Button look="primary" size="large" onClick={() => void startCase(flagship)}>
                  <Icon name="play" filled />
                  {start.mainButton}
                </Button>
              )}
              {hasAutosave && <ContinueButton />}
            </div>
            <p className={styles.honesty}>{app.honesty}</p>
          </div>
          {flagship && <LivePreview caseFile={flagship} />}
        </section>
        <TeachingLinks />
        <section className={styles.library} aria-labelledby="library-heading">
          <div className={styles.sectionHead}>
            <h2 id="library-heading">{start.libraryHeading}</h2>
            <p>{start.libraryHelp}</p>
          </div>
          <CaseLibrary cases={CASE_LIBRARY} />
        </section>
        <section className={styles.foot} aria-labelledby="how-heading">
          <div>
            <h2 id="how-heading">{start.howHeading}</h2>
            <dl className={styles.keys}>
              {start.how.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    {keys.split(/ +/).map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
            <p>{start.howPads}</p>
          </div>
          <div>
            <h2>{start.openHeading}</h2>
            <p>{start.openHelp}</p>
            <p className={styles.version}>{app.version(__VERSION__)}</p>
          </div>
        </section>
      </main>
    </div>
  );
};
