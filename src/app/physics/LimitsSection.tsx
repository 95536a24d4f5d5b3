/** @file What the ultrasound engine leaves out, in words for whoever teaches with it. */
import { app } from '../../ui/strings/en/app.ts';
import { physicsPage as words } from '../../ui/strings/en/physics-page.ts';
import styles from './PhysicsPage.module.css';

export const LimitsSection = () => (
  <section className={styles.limits} aria-labelledby="limits-heading">
    <h2 id="limits-heading">{words.tabs.limits}</h2>
    <p>{words.limitsIntro}</p>
    <dl>
      {words.limits.map(([what, why]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
    <p className={styles.honesty}>{app.honesty}</p>
  </section>
);
