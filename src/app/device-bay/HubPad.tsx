/**
 * @file The hub of one device under one thumb: drag up and down to push and pull, sideways to turn.
 *
 * Velocity control: the distance from where the pad was touched sets the speed; letting go, losing the pointer or
 * the window stops. Each pad follows its own pointer, so two can be driven at once.
 */
import {
  type CSSProperties,
  type PointerEvent,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { DeviceId } from '../../core/mechanics/device.ts';
import { selectDevice } from '../../state/actions/device-actions.ts';
import { FULL_RATE, gearNow } from '../../state/gears.ts';
import { HUB_LIMIT, hubRate, onHubChange, responseOf, STILL, setHub } from '../../state/hub.ts';
import { useApp } from '../../state/use-app.ts';
import { holdPointer } from '../../ui/hold-pointer.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import styles from './HubPad.module.css';

/** Distance of full speed, px: about a thumb's reach without lifting the hand. */
const REACH_PX = 56;

const bounded = (v: number): number => Math.max(-1, Math.min(1, v));

export const HubPad = ({ device, disabled }: { readonly device: DeviceId; readonly disabled: boolean }) => {
  const selected = useApp((s) => s.selected === device);
  const rate = useSyncExternalStore(onHubChange, () => hubRate(device));
  const [knob, setKnob] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const pad = useRef<HTMLButtonElement>(null);
  const origin = useRef<{ readonly id: number; readonly x: number; readonly y: number } | null>(null);
  const helpId = useId();

  const letGo = (): void => {
    if (!origin.current) return;
    origin.current = null;
    setKnob(null);
    setHub('pad', device, STILL);
  };
  const newestLetGo = useRef(letGo);
  useEffect(() => {
    newestLetGo.current = letGo;
  });
  useEffect(() => {
    const stop = (): void => newestLetGo.current();
    window.addEventListener('blur', stop);
    return () => {
      window.removeEventListener('blur', stop);
      stop();
    };
  }, []);
  useEffect(() => {
    if (disabled) newestLetGo.current();
  }, [disabled]);

  const press = (event: PointerEvent<HTMLButtonElement>): void => {
    if (disabled || origin.current || event.button !== 0) return;
    selectDevice(device);
    origin.current = { id: event.pointerId, x: event.clientX, y: event.clientY };
    setKnob({ x: 0, y: 0 });
    holdPointer(event.currentTarget, event.pointerId);
  };

  const drag = (event: PointerEvent<HTMLButtonElement>): void => {
    const from = origin.current;
    if (!from || from.id !== event.pointerId) return;
    const x = bounded((event.clientX - from.x) / REACH_PX);
    const y = bounded((event.clientY - from.y) / REACH_PX);
    setKnob({ x, y });
    const full = FULL_RATE[event.shiftKey ? 'fine' : gearNow()];
    setHub('pad', device, {
      advance: responseOf(-y) * full.advance,
      torque: responseOf(x) * full.torque,
    });
  };

  const release = (event: PointerEvent<HTMLButtonElement>): void => {
    if (origin.current?.id === event.pointerId) letGo();
  };

  // While keys drive, the knob leans the way they push.
  const shown = knob ?? {
    x: bounded(rate.torque / HUB_LIMIT.torque),
    y: bounded(-rate.advance / HUB_LIMIT.advance),
  };
  const offset = { '--x': shown.x, '--y': shown.y, '--device': `var(--${device})` } as CSSProperties;
  return (
    <>
      <button
        ref={pad}
        type="button"
        className={styles.pad}
        style={offset}
        data-device={device}
        data-held={knob !== null || undefined}
        aria-label={devices.padName(devices.names[device])}
        aria-describedby={helpId}
        aria-pressed={selected}
        disabled={disabled}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onLostPointerCapture={release}
        onFocus={() => selectDevice(device)}
        onContextMenu={(event) => event.preventDefault()}
      >
        {/* As attributes: on screen they explain, in the name they would only repeat. */}
        <span className={styles.up} data-word={devices.push} aria-hidden="true" />
        <span className={styles.down} data-word={devices.pull} aria-hidden="true" />
        <svg className={styles.cross} viewBox="-50 -50 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0-30V30M-36 0H36" vectorEffect="non-scaling-stroke" />
        </svg>
        <svg className={styles.turnLeft} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M12.5 11.5A5 5 0 1 0 4 7.2M3.4 3.8v3.6h3.6" />
        </svg>
        <svg className={styles.turnRight} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 11.5A5 5 0 1 1 12 7.2M12.6 3.8v3.6H9" />
        </svg>
        <span className={styles.knob} aria-hidden="true" />
      </button>
      <span id={helpId} className="visually-hidden">
        {devices.padHelp}
      </span>
    </>
  );
};
