/** @file Every sentence a user can see, by area. */
import { app } from './en/app.ts';
import { caseScreen } from './en/case-screen.ts';
import { devices } from './en/devices.ts';
import { errors } from './en/errors.ts';
import { events } from './en/events.ts';
import { fluoro } from './en/fluoro.ts';
import { help } from './en/help.ts';
import { procedure } from './en/procedure.ts';
import { scene } from './en/scene.ts';
import { start } from './en/start.ts';
import { viewer } from './en/viewer.ts';

export const strings = {
  app,
  caseScreen,
  devices,
  errors,
  events,
  fluoro,
  help,
  procedure,
  scene,
  start,
  viewer,
} as const;
