/** @file The address bar: `#/case/<id>` opens a library case, anything else the start page. */
import { caseById } from '../core/cases/library.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import { notify } from '../state/notices.ts';
import { leaveCase, startCase } from '../state/session-runner.ts';
import { appStore } from '../state/store.ts';
import { errors } from '../ui/strings/en/errors.ts';

/** The case named by an address, or null for the start page. */
export const caseIdOf = (hash: string): string | null => /^#\/case\/([\w-]+)$/.exec(hash)?.[1] ?? null;

export const addressOf = (caseFile: CaseFile | null): string => (caseFile ? `#/case/${caseFile.id}` : '#/');

/** Makes the address follow the page. */
export const showAddress = (caseFile: CaseFile | null): void => {
  const wanted = addressOf(caseFile);
  if (location.hash === wanted || (caseFile === null && location.hash === '')) return;
  history.pushState(null, '', wanted);
};

/** Makes the page follow the address: on load and with the browser's back and forward. */
const followAddress = (): void => {
  const { page, caseFile } = appStore.getState();
  const id = caseIdOf(location.hash);
  if (id === null) {
    if (page !== 'start') leaveCase();
    return;
  }
  if (caseFile?.id === id) return;
  const wanted = caseById(id);
  if (wanted) void startCase(wanted);
  else {
    notify('warning', errors.caseUnknown(id));
    leaveCase();
  }
};

/** @param offerRestore asked on load when an address names a case: true means that it takes care of it */
export const startRouting = (offerRestore: (caseId: string) => boolean): (() => void) => {
  const id = caseIdOf(location.hash);
  if (id === null || !offerRestore(id)) followAddress();
  window.addEventListener('popstate', followAddress);
  return () => window.removeEventListener('popstate', followAddress);
};
