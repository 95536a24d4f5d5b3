/** @file The physics page: every constant with its source, the validation of the engine, and what is not modelled. */
import { focusOnce } from '../../ui/focus-once.ts';
import { physicsPage as words } from '../../ui/strings/en/physics-page.ts';
import { TeachingHeader } from '../TeachingHeader.tsx';
import { useSubAddress } from '../use-sub-address.ts';
import { ConstantsSection } from './ConstantsSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import styles from './PhysicsPage.module.css';
import { useValidation } from './use-validation.ts';
import { ValidationSection } from './ValidationSection.tsx';

const TABS = ['constants', 'validation', 'limits'] as const;

export const PhysicsPage = () => {
  // here, so that a run goes on while another section is read
  const validation = useValidation();
  const address = useSubAddress('physics');
  const tab = TABS.find((name) => name === address) ?? 'constants';
  return (
    <div className={styles.page}>
      <TeachingHeader title={words.title}>
        <nav className={styles.tabs} aria-label={words.sections}>
          {TABS.map((name) => (
            <a
              key={name}
              href={name === 'constants' ? '#/physics' : `#/physics/${name}`}
              aria-current={name === tab ? 'page' : undefined}
            >
              {words.tabs[name]}
            </a>
          ))}
        </nav>
      </TeachingHeader>
      <main ref={focusOnce} tabIndex={-1} className={styles.main}>
        {tab === 'constants' && <ConstantsSection />}
        {tab === 'validation' && <ValidationSection validation={validation} />}
        {tab === 'limits' && <LimitsSection />}
      </main>
    </div>
  );
};
