/** @file The help: every action of the registry with its keys. */
import { ACTION_GROUPS } from '../state/actions/action.ts';
import { ACTIONS } from '../state/actions/registry.ts';
import { setHelpOpen } from '../state/actions/view-actions.ts';
import { TEACHING_PAGES } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { keyLabel } from '../ui/key-label.ts';
import { help } from '../ui/strings/en/help.ts';
import { start } from '../ui/strings/en/start.ts';
import styles from './HelpDialog.module.css';

export const HelpDialog = () => {
  const open = useApp((s) => s.helpOpen);
  const inCase = useApp((s) => s.page === 'case');
  return (
    <Dialog title={help.title} open={open} wide onClose={() => setHelpOpen(false)}>
      <p className={styles.intro}>{help.intro}</p>
      <p className={styles.intro}>{start.howPads}</p>
      <div className={styles.groups}>
        {ACTION_GROUPS.map((group) => (
          <section key={group} className={styles.group} aria-labelledby={`help-${group}`}>
            <h3 id={`help-${group}`} className={styles.heading}>
              {help.groups[group]}
            </h3>
            <dl>
              {ACTIONS.filter((action) => action.group === group).map((action) => (
                <div key={action.id} className={styles.row} data-action={action.id}>
                  <dt>{help.actions[action.id]}</dt>
                  <dd>
                    {action.keys.length === 0 && <span className={styles.none}>{help.none}</span>}
                    {action.keys.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {keyLabel(key)}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className={styles.group} aria-labelledby="help-pictures">
          <h3 id="help-pictures" className={styles.heading}>
            {help.picturesHeading}
          </h3>
          <dl>
            {help.pictures.map(([keys, what]) => (
              <div key={keys} className={styles.row}>
                <dt>{what}</dt>
                <dd>
                  {keys.split(' ').map((key) => (
                    <kbd key={key} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className={styles.group} aria-labelledby="help-teaching">
          <h3 id="help-teaching" className={styles.heading}>
            {start.teachingHeading}
          </h3>
          <ul>
            {TEACHING_PAGES.map((page) => (
              <li key={page} className={styles.row}>
                {/* a running case stays open */}
                <a
                  href={`#/${page}`}
                  {...(inCase ? { target: '_blank', rel: 'noreferrer' } : {})}
                  onClick={() => setHelpOpen(false)}
                >
                  {start.teaching[page].title}
                </a>
                {inCase && <span className={styles.none}>{help.newTab}</span>}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
};
