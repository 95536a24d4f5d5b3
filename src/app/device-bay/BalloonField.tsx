/** @file Part of a wire's set-up: which balloon to put on it, and whether that goes through the sheath. */
import { useId, useState } from 'react';
import {
  BALLOONS,
  type BalloonId,
  DEFAULT_BALLOON,
  findBalloon,
} from '../../core/mechanics/devices/balloons.ts';
import { accessOf, isLoaded } from '../../state/selectors.ts';
import { type AppState, dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { balloon as words } from '../../ui/strings/en/balloon.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { errors } from '../../ui/strings/en/errors.ts';
import styles from './SetupDialog.module.css';
import { judged } from './sheath-plans.ts';

interface BalloonFieldProps {
  readonly wire: 'wire1' | 'wire2';
  readonly onDone: () => void;
}

/** The rail is taken by what runs on it. */
const railTaken = (state: AppState, wire: BalloonFieldProps['wire']): boolean =>
  wire === 'wire1' ? isLoaded(state, 'ivus') : accessOf(state).contents.wire2 === 'rx-lumen';

export const BalloonField = ({ wire, onDone }: BalloonFieldProps) => {
  const { sheath, contents } = useApp(accessOf);
  const taken = useApp((s) => railTaken(s, wire));
  const [id, setId] = useState<BalloonId>(DEFAULT_BALLOON);
  const [lengthMm, setLengthMm] = useState(() => findBalloon(DEFAULT_BALLOON)!.lengthsMm[0]!);
  const select = useId();
  const length = useId();
  const name = devices.inline[wire];
  const after = {
    ...contents,
    balloon: { id, on: wire },
    ...(wire === 'wire2' ? { wire2: 'bare' as const } : {}),
  };
  const { fits, sentence } = judged(sheath, after);
  const already = contents.balloon !== null;
  const why = already ? words.oneOnly : taken ? errors.refused['rail-taken'] : sentence;
  const possible = !already && !taken && fits;
  return (
    <section className={styles.balloon} aria-labelledby={`${select}-heading`}>
      <h3 id={`${select}-heading`} className={styles.heading}>
        {words.name}
      </h3>
      <div className={styles.pair}>
        <div className={styles.row}>
          <label htmlFor={select}>{words.which}</label>
          <select
            id={select}
            className={styles.select}
            value={id}
            onChange={(event) => setId(event.currentTarget.value as BalloonId)}
          >
            {BALLOONS.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {words.kind(entry.nominalMm, entry.design)}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.row}>
          <label htmlFor={length}>{words.length}</label>
          <select
            id={length}
            className={styles.select}
            value={lengthMm}
            onChange={(event) => setLengthMm(Number(event.currentTarget.value))}
          >
            {findBalloon(id)!.lengthsMm.map((mm) => (
              <option key={mm} value={mm}>
                {devices.mm(String(mm))}
              </option>
            ))}
          </select>
        </div>
        <Button
          disabled={!possible}
          onClick={() => {
            dispatch({ type: 'load', device: 'balloon', balloon: id, lengthMm, on: wire });
            onDone();
          }}
        >
          {words.putOn(name)}
        </Button>
      </div>
      <p className={possible ? styles.help : styles.warning} role="status">
        {why} {possible && words.folded}
      </p>
    </section>
  );
};
