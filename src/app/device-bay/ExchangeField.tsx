/** @file Part of wire 2's set-up: another wire through the microcatheter, which stays where it is. */
import { useId, useState } from 'react';
import { DEFAULT_WIRE, WIRE_CLASSES } from '../../core/mechanics/wires.ts';
import { accessOf } from '../../state/selectors.ts';
import { dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './SetupDialog.module.css';

export const ExchangeField = ({ onDone }: { readonly onDone: () => void }) => {
  const through = useApp((s) => accessOf(s).contents.wire2);
  const [wire, setWire] = useState<string>(DEFAULT_WIRE.wire2);
  const id = useId();
  if (through === null || through === 'rx-lumen' || through === 'bare') return null;
  return (
    <section className={styles.balloon} aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`} className={styles.heading}>
        {devices.exchange}
      </h3>
      <div className={styles.pair}>
        <div className={styles.row}>
          <label htmlFor={id}>{devices.wireClass}</label>
          <select
            id={id}
            className={styles.select}
            value={wire}
            onChange={(event) => setWire(event.currentTarget.value)}
          >
            {WIRE_CLASSES.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {devices.wires[entry.id] ?? entry.id}
              </option>
            ))}
          </select>
        </div>
        <Button
          onClick={() => {
            dispatch({ type: 'exchange', wire });
            onDone();
          }}
        >
          {devices.exchangeNow}
        </Button>
      </div>
      <p className={styles.help}>{devices.exchangeHelp}</p>
    </section>
  );
};
