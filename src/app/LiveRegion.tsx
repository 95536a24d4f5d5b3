/** @file Speaks what happens to those who do not see it: events and new steps only, never running values. */
import { currentStep } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import { events as sentences } from '../ui/strings/en/events.ts';
import { procedure } from '../ui/strings/en/procedure.ts';

export const LiveRegion = () => {
  const last = useApp((s) => s.events.at(-1) ?? null);
  const step = useApp((s) => (s.page === 'case' && s.slow ? currentStep(s) : null));
  return (
    // Fixed: below a page as tall as the window it would make the window scroll.
    <div className="visually-hidden" style={{ position: 'fixed' }}>
      <p aria-live="polite">{last && sentences[last.code](last.values)}</p>
      <p aria-live="polite">{step && `${procedure.next}: ${procedure.steps[step].title}`}</p>
    </div>
  );
};
