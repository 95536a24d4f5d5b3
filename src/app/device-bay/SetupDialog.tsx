/** @file Setting up a wire on the table: its class, how it is delivered, and the shape of its tip. */
import { useId, useState } from 'react';
import type { Bend, TipShape } from '../../core/mechanics/device.ts';
import {
  DEFAULT_MICROCATHETER,
  MICROCATHETERS,
  type MicrocatheterId,
} from '../../core/mechanics/devices/microcatheters.ts';
import { SECOND_BEND_LIMITS, TIP_SHAPE_LIMITS } from '../../core/mechanics/tip-shape.ts';
import { DEFAULT_WIRE, findWire, WIRE_CLASSES } from '../../core/mechanics/wires.ts';
import type { DeliveryRoute } from '../../core/session/command.ts';
import { accessOf, catheterOf } from '../../state/selectors.ts';
import { dispatch } from '../../state/store.ts';
import { useApp } from '../../state/use-app.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { fixed } from '../../ui/format.ts';
import { RangeField } from '../../ui/RangeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { caseScreen } from '../../ui/strings/en/case-screen.ts';
import { devices } from '../../ui/strings/en/devices.ts';
import { sheath as sheathWords } from '../../ui/strings/en/sheath.ts';
import { BalloonField } from './BalloonField.tsx';
import { ExchangeField } from './ExchangeField.tsx';
import styles from './SetupDialog.module.css';
import { judged } from './sheath-plans.ts';

interface SetupDialogProps {
  readonly device: 'wire1' | 'wire2';
  readonly loaded: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

const ROUTES: readonly { readonly value: DeliveryRoute; readonly label: string }[] = [
  { value: 'rx-lumen', label: devices.routeShort['rx-lumen'] },
  { value: 'microcatheter', label: devices.routeShort.microcatheter },
];

const shapeOf = (wire: string): TipShape => findWire(wire)?.shape ?? { angleDeg: 45, lengthMm: 2 };

/** Where the second bend lies until it is moved, mm from the end. */
const SECOND_MM = 10;

const withSecond = (shape: TipShape, change: Partial<Bend>): TipShape => {
  const second = { angleDeg: 0, lengthMm: SECOND_MM, ...shape.second, ...change };
  const { angleDeg, lengthMm } = shape;
  return second.angleDeg > 0 ? { angleDeg, lengthMm, second } : { angleDeg, lengthMm };
};

export const SetupDialog = ({ device, loaded, open, onClose }: SetupDialogProps) => {
  const [wire, setWire] = useState<string>(DEFAULT_WIRE[device]);
  const [wanted, setWanted] = useState<DeliveryRoute>('rx-lumen');
  const secondLumen = useApp((s) => catheterOf(s).rxLumens === 2);
  const route = secondLumen ? wanted : 'microcatheter';
  const [shape, setShape] = useState<TipShape>(() => shapeOf(DEFAULT_WIRE[device]));
  const [microcatheter, setMicrocatheter] = useState<MicrocatheterId>(DEFAULT_MICROCATHETER);
  const wireId = useId();
  const name = devices.inline[device];

  const load = (): void => {
    const own = shapeOf(wire);
    const shaped =
      shape.angleDeg !== own.angleDeg || shape.lengthMm !== own.lengthMm || shape.second !== undefined;
    // Shaping by hand takes time: a wire that keeps the shape of its class is not shaped.
    dispatch({
      type: 'load',
      device,
      wire,
      ...(device === 'wire2' ? delivery(route, microcatheter) : {}),
      ...(shaped ? { shape } : {}),
    });
    onClose();
  };
  const reshape = (): void => {
    dispatch({ type: 'shape', device, shape });
    onClose();
  };
  const takeOut = (): void => {
    dispatch({ type: 'unload', device });
    onClose();
  };

  return (
    <Dialog
      title={loaded ? devices.setupTitle(name) : devices.loadName(name)}
      open={open}
      onClose={onClose}
      footer={
        <>
          {loaded && (
            <Button look="quiet" onClick={takeOut}>
              {devices.unloadName(name)}
            </Button>
          )}
          <Button onClick={onClose}>{caseScreen.cancel}</Button>
          <Button look="primary" onClick={loaded ? reshape : load}>
            {loaded ? devices.apply : devices.loadName(name)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {!loaded && (
          <div className={styles.row}>
            <label htmlFor={wireId}>{devices.wireClass}</label>
            <select
              id={wireId}
              className={styles.select}
              value={wire}
              onChange={(event) => {
                setWire(event.currentTarget.value);
                setShape(shapeOf(event.currentTarget.value));
              }}
            >
              {WIRE_CLASSES.map(({ id }) => (
                <option key={id} value={id}>
                  {devices.wires[id] ?? id}
                </option>
              ))}
            </select>
          </div>
        )}
        {!loaded && device === 'wire2' && (
          <div className={styles.row}>
            <span>{devices.route}</span>
            <Segmented
              label={devices.route}
              options={ROUTES}
              value={route}
              disabled={!secondLumen}
              onChange={setWanted}
            />
            <p className={styles.help}>{secondLumen ? devices.routes[route] : devices.oneLumen}</p>
          </div>
        )}
        {!loaded && device === 'wire2' && route === 'microcatheter' && (
          <MicrocatheterField value={microcatheter} onChange={setMicrocatheter} />
        )}
        <div className={styles.shape}>
          <div className={styles.sliders}>
            <h3 className={styles.heading}>{devices.tipShape}</h3>
            <RangeField
              label={devices.tipAngle}
              value={shape.angleDeg}
              min={TIP_SHAPE_LIMITS.minDeg}
              max={TIP_SHAPE_LIMITS.maxDeg}
              step={5}
              text={devices.deg(fixed(shape.angleDeg))}
              onChange={(angleDeg) => setShape({ ...shape, angleDeg })}
            />
            <RangeField
              label={devices.tipLength}
              value={shape.lengthMm}
              min={TIP_SHAPE_LIMITS.minMm}
              max={TIP_SHAPE_LIMITS.maxMm}
              step={0.5}
              text={devices.mm(fixed(shape.lengthMm, 1))}
              onChange={(lengthMm) => setShape({ ...shape, lengthMm })}
            />
            <RangeField
              label={devices.secondAngle}
              value={shape.second?.angleDeg ?? 0}
              min={SECOND_BEND_LIMITS.minDeg}
              max={SECOND_BEND_LIMITS.maxDeg}
              step={5}
              text={shape.second ? devices.deg(fixed(shape.second.angleDeg)) : devices.noSecond}
              onChange={(angleDeg) => setShape(withSecond(shape, { angleDeg }))}
            />
            {shape.second && (
              <RangeField
                label={devices.secondLength}
                value={shape.second.lengthMm}
                min={SECOND_BEND_LIMITS.minMm}
                max={SECOND_BEND_LIMITS.maxMm}
                step={1}
                text={devices.mm(fixed(shape.second.lengthMm))}
                onChange={(lengthMm) => setShape(withSecond(shape, { lengthMm }))}
              />
            )}
          </div>
          <TipPicture device={device} shape={shape} />
        </div>
        {loaded && <p className={styles.help}>{devices.shapeHelp}</p>}
        {loaded && device === 'wire2' && <ExchangeField onDone={onClose} />}
        {loaded && <BalloonField wire={device} onDone={onClose} />}
      </div>
    </Dialog>
  );
};

/** The slimmest one is what an order means that names none. */
const delivery = (
  route: DeliveryRoute,
  microcatheter: MicrocatheterId,
): { readonly route: DeliveryRoute; readonly microcatheter?: string } =>
  route === 'microcatheter' && microcatheter !== DEFAULT_MICROCATHETER ? { route, microcatheter } : { route };

/** Which microcatheter, and whether it goes through the sheath beside what is in it. */
const MicrocatheterField = ({
  value,
  onChange,
}: {
  readonly value: MicrocatheterId;
  readonly onChange: (id: MicrocatheterId) => void;
}) => {
  const { sheath, contents } = useApp(accessOf);
  const id = useId();
  const { fits, sentence } = judged(sheath, { ...contents, wire2: value });
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{sheathWords.microcatheter}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={`${id}-fit`}
        onChange={(event) => onChange(event.currentTarget.value as MicrocatheterId)}
      >
        {MICROCATHETERS.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {sheathWords.microcatheters[entry.id]}
          </option>
        ))}
      </select>
      <p id={`${id}-fit`} className={fits ? styles.help : styles.warning} role="status">
        {sentence}
      </p>
    </div>
  );
};

/** px per mm of the drawn tip. */
const SCALE = 14;

const TipPicture = ({ device, shape }: { readonly device: 'wire1' | 'wire2'; readonly shape: TipShape }) => {
  const rad = Math.PI / 180;
  const { second } = shape;
  const lean = (second?.angleDeg ?? 0) * rad;
  const bend = shape.angleDeg * rad + lean;
  // a second bend needs the room: everything is drawn smaller then
  const scale = second ? 0.4 * SCALE : SCALE;
  const start = second ? 20 : 52;
  const between = second ? (second.lengthMm - shape.lengthMm) * scale : 0;
  const knee = { x: start + between * Math.cos(lean), y: 84 - between * Math.sin(lean) };
  const length = shape.lengthMm * scale;
  const end = { x: knee.x + length * Math.cos(bend), y: knee.y - length * Math.sin(bend) };
  return (
    <svg className={styles.picture} viewBox="0 0 150 100" aria-hidden="true">
      <path d={`M0 84H${start}L${knee.x} ${knee.y}`} stroke={`var(--${device})`} />
      <path d={`M${knee.x} ${knee.y}L${end.x} ${end.y}`} stroke={`var(--${device})`} />
      <path className={styles.guide} d={`M${start} 84H146`} />
    </svg>
  );
};
