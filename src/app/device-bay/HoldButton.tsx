/** @file A button that acts while it is held, by pointer or by Space and Enter. */
import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { type HoldId, holdActionOf, startHold, stopHold } from '../../state/actions/registry.ts';
import { useApp } from '../../state/use-app.ts';
import { holdPointer } from '../../ui/hold-pointer.ts';
import styles from './HoldButton.module.css';

interface HoldButtonProps {
  readonly action: HoldId;
  readonly label: string;
  readonly children: ReactNode;
}

export const HoldButton = ({ action, label, children }: HoldButtonProps) => {
  const enabled = useApp((s) => holdActionOf(action).enabled(s));
  const held = useRef(false);

  const stop = (): void => {
    if (!held.current) return;
    held.current = false;
    stopHold(action);
  };
  const start = (fine: boolean): void => {
    if (!held.current) held.current = startHold(action, fine);
  };
  const newestStop = useRef(stop);
  useEffect(() => {
    newestStop.current = stop;
  });
  useEffect(() => {
    const letGo = (): void => newestStop.current();
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('blur', letGo);
      letGo();
    };
  }, []);

  const press = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    holdPointer(event.currentTarget, event.pointerId);
    start(event.shiftKey);
  };

  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      disabled={!enabled}
      onPointerDown={press}
      onPointerUp={stop}
      onPointerCancel={stop}
      onLostPointerCapture={stop}
      onKeyDown={(event) => {
        if (event.repeat || (event.key !== ' ' && event.key !== 'Enter')) return;
        event.preventDefault();
        start(event.shiftKey);
      }}
      onKeyUp={stop}
      onBlur={stop}
      onContextMenu={(event) => event.preventDefault()}
    >
      {children}
    </button>
  );
};
