/** @file Before the end-to-end tests: the app they open is built from the sources as they are now. */
import { buildApp } from '../../.ci/build.mjs';

export function setup(): void {
  if (!buildApp()) throw new Error('The app could not be built; the message is above.');
}
