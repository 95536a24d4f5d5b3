/** @file The address bar: `#/case/<id>` opens a library case, `#/physics` and such a page to teach with, else the start. */
import { caseById } from '../core/cases/library.ts';
import type { CaseFile } from '../core/cases/schema.ts';
import { notify } from '../state/notices.ts';
import { leaveCase, openTeachingPage, startCase } from '../state/session-runner.ts';
import { appStore, TEACHING_PAGES, type TeachingPage } from '../state/store.ts';
import { errors } from '../ui/strings/en/errors.ts';

/** The case named by an address, or null. */
export const caseIdOf = (hash: string): string | null => /^#\/case\/([\w-]+)$/.exec(hash)?.[1] ?? null;

/** The page to teach with that an address names, or null. What follows its name is the page's own. */
export const teachingPageOf = (hash: string): TeachingPage | null => {
  const name = /^#\/([\w-]+)(?:[/?].*)?$/.exec(hash)?.[1];
  return TEACHING_PAGES.find((page) => page === name) ?? null;
};

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
  const teaching = teachingPageOf(location.hash);
  if (teaching) {
    if (page !== teaching) openTeachingPage(teaching);
    return;
  }
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

/** Before anything is shown: a page to teach with needs nothing that has to be looked up first. */
export const openAtAddress = (): void => {
  const teaching = teachingPageOf(location.hash);
  if (teaching) openTeachingPage(teaching);
};

/** @param offerRestore asked on load when an address names a case: true means that it takes care of it */
export const startRouting = (offerRestore: (caseId: string) => boolean): (() => void) => {
  const id = caseIdOf(location.hash);
  if (id === null || !offerRestore(id)) followAddress();
  window.addEventListener('popstate', followAddress);
  return () => window.removeEventListener('popstate', followAddress);
};
