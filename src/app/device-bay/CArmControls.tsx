/** @file The X-ray side of the bay: gantry angle, pedal and contrast. */

import { ActionButton } from '../../procedure-ui/ActionButton.tsx';
import { C_ARM_LIMIT_DEG, C_ARM_STEP_DEG, turnCArmTo } from '../../state/actions/fluoro-actions.ts';
import { handsOff } from '../../state/selectors.ts';
import { useApp } from '../../state/use-app.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RangeField } from '../../ui/RangeField.tsx';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './controls.module.css';

export const CArmControls = () => {
  const targetDeg = useApp((s) => Math.round(s.slow?.cArm.targetDeg ?? 0));
  const angleDeg = useApp((s) => Math.round(s.slow?.cArm.angleDeg ?? 0));
  const fluoroOn = useApp((s) => s.slow?.cArm.fluoroOn ?? false);
  const idle = useApp(handsOff);
  const turning = angleDeg !== targetDeg;
  return (
    <section className={styles.group} aria-labelledby="c-arm-heading">
      <div className={styles.head}>
        <h3 id="c-arm-heading" className={styles.legend}>
          {devices.cArm}
        </h3>
        <output className={styles.value}>
          {turning
            ? devices.turning(devices.cArmText(angleDeg), devices.cArmText(targetDeg))
            : devices.cArmText(targetDeg)}
        </output>
      </div>
      <div className={styles.slide}>
        <ActionButton action="c-arm-lao" iconOnly>
          {devices.lao}
        </ActionButton>
        <RangeField
          label={devices.cArmAngle}
          labelHidden
          value={targetDeg}
          min={-C_ARM_LIMIT_DEG}
          max={C_ARM_LIMIT_DEG}
          step={C_ARM_STEP_DEG}
          origin={0}
          text={devices.cArmSpoken(targetDeg)}
          disabled={idle}
          onChange={turnCArmTo}
        />
        <ActionButton action="c-arm-rao" iconOnly>
          {devices.rao}
        </ActionButton>
      </div>
      <div className={styles.foot}>
        <ActionButton action="fluoro" showKey>
          <span className={fluoroOn ? `${styles.lamp} ${styles.lit}` : styles.lamp} aria-hidden="true" />
          {devices.fluoro}
        </ActionButton>
        <ActionButton action="contrast" showKey>
          <Icon name="drop" />
          {devices.contrast}
        </ActionButton>
      </div>
    </section>
  );
};
