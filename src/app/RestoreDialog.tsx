/** @file After a reload in the middle of a case: go on where it was, or start again. */
import { caseById } from '../core/cases/library.ts';
import { continueAutosave, forgetAutosave } from '../state/restore.ts';
import { startCase } from '../state/session-runner.ts';
import { appStore } from '../state/store.ts';
import { useApp } from '../state/use-app.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { clock } from '../ui/format.ts';
import { caseScreen } from '../ui/strings/en/case-screen.ts';
import { showAddress } from './router.ts';

export const RestoreDialog = () => {
  const offered = useApp((s) => s.restoreOffered);
  const info = useApp((s) => s.autosave);
  const close = (): void => appStore.setState({ restoreOffered: false });
  /** Closed without an answer: the start page still offers to continue. */
  const decline = (): void => {
    if (appStore.getState().restoreOffered) showAddress(null);
    close();
  };
  const anew = async (): Promise<void> => {
    const caseFile = info ? caseById(info.caseId) : undefined;
    close();
    await forgetAutosave();
    if (caseFile) await startCase(caseFile);
  };
  const goOn = (): void => {
    close();
    void continueAutosave();
  };
  return (
    <Dialog
      title={caseScreen.restoreTitle}
      open={offered && info !== null}
      onClose={decline}
      footer={
        <>
          {info && caseById(info.caseId) && (
            <Button onClick={() => void anew()}>{caseScreen.restoreAnew}</Button>
          )}
          <Button look="primary" data-first-focus onClick={goOn}>
            {caseScreen.restoreContinue}
          </Button>
        </>
      }
    >
      {info && <p>{caseScreen.restoreBody(info.caseTitle, clock(info.timeS))}</p>}
    </Dialog>
  );
};
