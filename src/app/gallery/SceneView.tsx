/** @file A scene large: image and truth side by side, seen by the catheters on the shelf, with gain and dynamic range. */
import { type PointerEvent, useRef, useState } from 'react';
import type { SceneId } from '../../core/cases/gallery/scene.ts';
import { CATHETER_PRESETS, type CatheterId, DEFAULT_CATHETER } from '../../core/ultrasound/presets.ts';
import { prefersReducedMotion } from '../../platform/capability.ts';
import { NO_LABEL } from '../../protocol/ivus.ts';
import { Button } from '../../ui/Button.tsx';
import { fixed } from '../../ui/format.ts';
import { RangeField } from '../../ui/RangeField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { devices } from '../../ui/strings/en/devices.ts';
import { gallery } from '../../ui/strings/en/gallery.ts';
import { galleryPage as words } from '../../ui/strings/en/gallery-page.ts';
import { CrossSectionCanvas } from '../../viewer/cross-section/CrossSectionCanvas.tsx';
import { useSquare } from '../../viewer/cross-section/use-square.ts';
import { DYNAMIC_RANGE_DB, GAIN_DB } from '../../viewer/display-limits.ts';
import { ScaleOverlay } from '../../viewer/overlay/ScaleOverlay.tsx';
import { GALLERY_VIEW, RADIUS_MM } from './gallery-view.ts';
import { TruthPicture } from './Pictures.tsx';
import styles from './SceneView.module.css';
import { labelsIn, truthColour, truthName } from './truth-colours.ts';
import { useLargePicture } from './use-large-picture.ts';
import type { Pictures } from './use-pictures.ts';

interface SceneViewProps {
  readonly scene: SceneId;
  /** Gives nothing away while the truth is hidden. */
  readonly title: string;
  readonly hidden: boolean;
  readonly pictures: Pictures;
  readonly onReveal: () => void;
}

/** A place in both pictures, shares of their side, and what lies there. */
interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

export const SceneView = ({ scene, title, hidden, pictures, onReveal }: SceneViewProps) => {
  const [catheterId, setCatheterId] = useState<CatheterId>(DEFAULT_CATHETER.id);
  const [live, setLive] = useState(() => !prefersReducedMotion());
  const [view, setView] = useState(GALLERY_VIEW);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const catheter = CATHETER_PRESETS.find(({ id }) => id === catheterId) ?? DEFAULT_CATHETER;
  const { lab, cards } = pictures;
  const { getFrame, truth, state } = useLargePicture({ lab, scene, catheter, live, card: cards.get(scene) });
  const labels = hidden ? null : truth;

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!labels) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    const side = Math.round(Math.sqrt(labels.length));
    const label = labels[Math.floor(y * side) * side + Math.floor(x * side)] ?? NO_LABEL;
    setPointed(label === NO_LABEL ? null : { x, y, name: truthName(label) });
  };
  const pointing = { onPointerMove: point, onPointerDown: point, onPointerLeave: () => setPointed(null) };

  return (
    <div className={styles.view}>
      <div className={styles.pictures}>
        <figure className={styles.figure}>
          <div className={styles.disc} {...pointing}>
            <CrossSectionCanvas getFrame={getFrame} view={view} label={words.imageOf(title)} />
            <Scale />
            {pointed && <Spot at={pointed} />}
            {state !== 'shown' && (
              <p className={styles.note} role={state === 'failed' ? 'alert' : 'status'}>
                {state === 'failed' ? words.failed : words.computing}
              </p>
            )}
          </div>
          <figcaption>{words.image}</figcaption>
        </figure>
        <figure className={styles.figure}>
          <div className={styles.disc} data-look="truth" {...pointing}>
            {labels && <TruthPicture labels={labels} className={styles.truth} name={words.truthOf(title)} />}
            {hidden && (
              <div className={styles.note}>
                <p>{words.truthHidden}</p>
                <Button look="primary" onClick={onReveal}>
                  {words.reveal}
                </Button>
              </div>
            )}
            {labels && <Scale />}
            {pointed && <Spot at={pointed} named />}
          </div>
          <figcaption>{words.truth}</figcaption>
        </figure>
      </div>
      <div className={styles.side}>
        <p className={styles.text} aria-live="polite">
          {hidden ? words.question : gallery[scene].truth}
        </p>
        {labels && (
          <ul className={styles.legend} aria-label={words.legend}>
            {labelsIn(labels).map((label) => (
              <li key={label}>
                <span className={styles.swatch} style={{ background: truthColour(label) }} />
                {truthName(label)}
              </li>
            ))}
          </ul>
        )}
        <div className={styles.controls}>
          <h3 className={styles.heading}>{words.seenBy}</h3>
          <Segmented<CatheterId>
            label={words.seenBy}
            compact
            options={CATHETER_PRESETS.map(({ id }) => ({ value: id, label: words.catheters[id] }))}
            value={catheterId}
            onChange={setCatheterId}
          />
          <p className={styles.change}>{devices.catheters[catheterId].change}</p>
          <RangeField
            label={words.gain}
            {...GAIN_DB}
            origin={0}
            value={view.gainDb}
            text={words.gainText(view.gainDb)}
            onChange={(gainDb) => setView({ ...view, gainDb })}
          />
          <RangeField
            label={words.range}
            {...DYNAMIC_RANGE_DB}
            value={view.dynamicRangeDb}
            text={words.rangeText(view.dynamicRangeDb)}
            onChange={(dynamicRangeDb) => setView({ ...view, dynamicRangeDb })}
          />
          <div className={styles.buttons}>
            <Button size="small" pressed={live} title={words.playHint} onClick={() => setLive(!live)}>
              {words.play}
            </Button>
            <Button size="small" onClick={() => setView(GALLERY_VIEW)}>
              {words.reset}
            </Button>
          </div>
        </div>
        <p className={styles.radius}>{words.radius(fixed(RADIUS_MM, 1))}</p>
      </div>
    </div>
  );
};

/** The clock face and millimetres, as on the console. */
const Scale = () => {
  const host = useRef<HTMLDivElement>(null);
  const side = useSquare(host);
  return (
    <div ref={host} className={styles.scale}>
      {side > 0 && (
        <svg width={side} height={side} aria-hidden="true">
          <ScaleOverlay geometry={{ side, depthMm: RADIUS_MM, mirrored: false }} measured />
        </svg>
      )}
    </div>
  );
};

const Spot = ({ at, named = false }: { readonly at: Pointed; readonly named?: boolean }) => (
  <span className={styles.spot} style={{ left: `${100 * at.x}%`, top: `${100 * at.y}%` }}>
    {named && <span className={styles.spotName}>{at.name}</span>}
  </span>
);
