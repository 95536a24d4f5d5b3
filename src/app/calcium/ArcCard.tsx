/** @file The arc in numbers: true, as the catheter sees it, as read off the image, and by the user's own hand. */

import { DEG } from '../../core/math/trig.ts';
import { ARC_THRESHOLD_DB } from '../../core/measure/calcium-arc.ts';
import { Button } from '../../ui/Button.tsx';
import { calcium as words } from '../../ui/strings/en/calcium.ts';
import { ArcSample } from './ArcOverlay.tsx';
import styles from './calcium.module.css';
import type { ArcFindings } from './findings.ts';
import type { HandArc } from './hand-arc.ts';

interface ArcCardProps {
  readonly arc: ArcFindings;
  readonly hand: HandArc;
  readonly onHand: (stage: HandArc['stage']) => void;
}

export const ArcCard = ({ arc, hand, onHand }: ArcCardProps) => {
  const hidden = hand.stage === 'measuring';
  const seenDeg = arc.seen.widthRad / DEG;
  const off = (widthRad: number): string => words.arcOff(widthRad / DEG, widthRad / DEG - seenDeg);
  return (
    <div className={styles.arcCard}>
      <dl className={styles.arcs}>
        <div>
          <dt>{words.arcTrue}</dt>
          <dd>{hidden ? words.arcHidden : words.degrees(arc.trueRad / DEG)}</dd>
        </div>
        <div>
          <dt>
            <ArcSample kind="seen" />
            {words.arcSeen}
          </dt>
          <dd>{hidden ? words.arcHidden : words.degrees(seenDeg)}</dd>
        </div>
        <div>
          <dt>
            <ArcSample kind="read" />
            {words.arcRead}
          </dt>
          <dd>{hidden ? words.arcHidden : arc.read ? off(arc.read.widthRad) : words.arcNone}</dd>
        </div>
        {hand.stage !== 'off' && (
          <div>
            <dt>
              <ArcSample kind="hand" />
              {words.arcHand}
            </dt>
            <dd>{hidden ? words.degrees(hand.widthDeg) : off(hand.widthDeg * DEG)}</dd>
          </div>
        )}
      </dl>
      <p className={styles.rule}>{words.arcReadRule(ARC_THRESHOLD_DB)}</p>
      <div className={styles.arcButtons}>
        {hand.stage === 'measuring' && (
          <Button size="small" look="primary" title={words.compareHint} onClick={() => onHand('compared')}>
            {words.compare}
          </Button>
        )}
        {hand.stage !== 'measuring' && (
          <Button size="small" title={words.measureHint} onClick={() => onHand('measuring')}>
            {hand.stage === 'off' ? words.measure : words.measureAgain}
          </Button>
        )}
        {hand.stage !== 'off' && (
          <Button size="small" look="quiet" onClick={() => onHand('off')}>
            {words.measureEnd}
          </Button>
        )}
      </div>
    </div>
  );
};
