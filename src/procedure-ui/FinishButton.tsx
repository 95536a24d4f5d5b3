/** @file Ends the case; asks first when steps are still open. */
import { useState } from 'react';
import { perform, pressActionOf } from '../state/actions/registry.ts';
import { currentStep } from '../state/selectors.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { procedure } from '../ui/strings/en/procedure.ts';

export const FinishButton = () => {
  const ready = useApp((s) => currentStep(s) === 'finish');
  const enabled = useApp((s) => pressActionOf('finish').enabled(s));
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        look={ready ? 'primary' : 'quiet'}
        disabled={!enabled}
        onClick={() => (ready ? perform('finish') : setAsking(true))}
      >
        {ready ? procedure.finish : procedure.finishEarly}
      </Button>
      <Dialog
        title={procedure.finishTitle}
        open={asking}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{procedure.keepGoing}</Button>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                perform('finish');
              }}
            >
              {procedure.finishEarly}
            </Button>
          </>
        }
      >
        <p>{procedure.finishBody}</p>
      </Dialog>
    </>
  );
};
