/** @file What has happened, newest first, with its time. */
import { procedureS } from '../core/session/time-ledger.ts';
import { useApp } from '../state/use-app.ts';
import { clock } from '../ui/format.ts';
import { events as sentences } from '../ui/strings/en/events.ts';
import { procedure } from '../ui/strings/en/procedure.ts';
import styles from './EventList.module.css';

export const EventList = () => {
  const events = useApp((s) => s.events);
  const charges = useApp((s) => s.charges);
  return (
    <section className={styles.events} aria-labelledby="events-heading">
      <h3 id="events-heading" className={styles.heading}>
        {procedure.eventsHeading}
      </h3>
      {events.length === 0 && <p className={styles.empty}>{procedure.eventsEmpty}</p>}
      <ol>
        {events.toReversed().map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no name of their own, and rows no state
          <li key={events.length - index} className={styles.event} data-severity={event.severity}>
            <time className={styles.time}>{clock(procedureS(event.tick, charges))}</time>
            <span>{sentences[event.code](event.values)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
