/** @file The calcium page: one plate in one vessel, beside the same vessel without it, and what it does to the sound. */
import { useMemo, useState } from 'react';
import { perform } from '../../state/actions/registry.ts';
import { notify } from '../../state/notices.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { Pane } from '../../ui/Pane.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import { ALine } from './ALine.tsx';
import { ArcCard } from './ArcCard.tsx';
import { ArcOverlay } from './ArcOverlay.tsx';
import { CalciumHeader } from './CalciumHeader.tsx';
import styles from './calcium.module.css';
import { Explanation, sentencesOf } from './Explanation.tsx';
import { findingsOf, tissueOf } from './findings.ts';
import { FIRST_HAND_ARC, handArc, handSector } from './hand-arc.ts';
import { wishOf } from './imaging.ts';
import { LabMessage, StaleNote } from './LabMessage.tsx';
import { LineCopy, LineHandle } from './LineHandle.tsx';
import { PlateControls } from './PlateControls.tsx';
import { PlatePicture } from './PlatePicture.tsx';
import { addressOf, DEFAULT_SETTINGS } from './settings.ts';
import { usePhantom } from './use-phantom.ts';
import { useSettings } from './use-settings.ts';

const copyLink = async (address: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(new URL(address, location.href).href);
    notify('info', words.linkCopied);
  } catch {
    notify('warning', words.linkNotCopied);
  }
};

export const CalciumPage = () => {
  const { settings, change } = useSettings();
  const { lineDeg, gainDb } = settings;
  const { pair, problem, retry } = usePhantom(wishOf(settings));
  const [hand, setHand] = useState(FIRST_HAND_ARC);

  const tissue = useMemo(() => pair && tissueOf(pair.wish), [pair]);
  const findings = useMemo(() => pair && tissue && findingsOf(pair, tissue), [pair, tissue]);
  const frequencyMHz = pair?.wish.settings.probe.frequencyMHz ?? settings.frequencyMHz;
  const setLine = (deg: number) => change({ lineDeg: deg });
  const message = <LabMessage problem={problem} onRetry={retry} />;
  const picture = { gainDb, frequencyMHz, message, onLine: setLine };

  return (
    <div className={styles.page}>
      <CalciumHeader
        settings={settings}
        onPreset={(preset) => change({ ...preset, gainDb, lineDeg })}
        onReset={() => {
          change(DEFAULT_SETTINGS);
          setHand(FIRST_HAND_ARC);
        }}
        onLink={() => void copyLink(addressOf(settings))}
        onHome={() => perform('leave')}
      />
      <main ref={focusOnce} tabIndex={-1} className={styles.main}>
        <div className={styles.plate}>
          <PlatePicture
            {...picture}
            title={words.plate}
            label={words.platePicture}
            hint={words.pictureHelp}
            frame={pair?.plate ?? null}
          >
            {(geometry) => (
              <>
                {findings && (
                  <ArcOverlay
                    geometry={geometry}
                    arcs={{
                      ...(hand.stage === 'measuring'
                        ? {}
                        : { seen: findings.arc.seen, read: findings.arc.read }),
                      ...(hand.stage === 'off' ? {} : { hand: handSector(hand) }),
                    }}
                  />
                )}
                <LineHandle
                  geometry={geometry}
                  deg={lineDeg}
                  look="line"
                  label={words.line}
                  text={words.lineValue(lineDeg)}
                  onTurn={setLine}
                />
                {hand.stage !== 'off' && (
                  <>
                    <LineHandle
                      geometry={geometry}
                      deg={hand.fromDeg}
                      look="hand"
                      label={words.handle.from}
                      text={words.handleValue(hand.fromDeg)}
                      onTurn={(deg) => setHand(handArc(hand.stage, deg, hand.toDeg))}
                    />
                    <LineHandle
                      geometry={geometry}
                      deg={hand.toDeg}
                      look="hand"
                      label={words.handle.to}
                      text={words.handleValue(hand.toDeg)}
                      onTurn={(deg) => setHand(handArc(hand.stage, hand.fromDeg, deg))}
                    />
                  </>
                )}
              </>
            )}
          </PlatePicture>
        </div>
        <div className={styles.plain}>
          <PlatePicture
            {...picture}
            title={words.plain}
            label={words.plainPicture}
            frame={pair?.plain ?? null}
          >
            {(geometry) => <LineCopy geometry={geometry} deg={lineDeg} />}
          </PlatePicture>
        </div>
        <div className={styles.aLine}>
          <section className={styles.plot} aria-label={words.aLine}>
            {pair && tissue && <ALine pair={pair} tissue={tissue} lineDeg={lineDeg} gainDb={gainDb} />}
          </section>
        </div>
        <div className={styles.says}>
          <Pane title={words.sentences}>
            {findings && pair && (
              <Explanation
                sentences={sentencesOf(
                  findings,
                  { ...pair.wish.settings.effects, frequencyMHz, gainDb },
                  pair.plate.pose.sheathRadiusMm,
                )}
              />
            )}
          </Pane>
        </div>
        <div className={styles.side}>
          <Pane title={words.controls}>
            <PlateControls settings={settings} onChange={change} />
          </Pane>
          <Pane title={words.arc}>
            {findings && (
              <ArcCard
                arc={findings.arc}
                hand={hand}
                onHand={(stage) => setHand(handArc(stage, hand.fromDeg, hand.toDeg))}
              />
            )}
          </Pane>
          <p className={styles.honesty}>{words.honesty}</p>
        </div>
        {pair && problem && <StaleNote problem={problem} onRetry={retry} />}
      </main>
    </div>
  );
};
