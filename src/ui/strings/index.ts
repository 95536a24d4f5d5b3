/** @file Every sentence a user can see, by area. */
import { app } from './en/app.ts';
import { calcium } from './en/calcium.ts';
import { caseScreen } from './en/case-screen.ts';
import { devices } from './en/devices.ts';
import { errors } from './en/errors.ts';
import { events } from './en/events.ts';
import { fluoro } from './en/fluoro.ts';
import { gallery } from './en/gallery.ts';
import { galleryPage } from './en/gallery-page.ts';
import { help } from './en/help.ts';
import { materials } from './en/materials.ts';
import { physics } from './en/physics.ts';
import { physicsPage } from './en/physics-page.ts';
import { plot } from './en/plot.ts';
import { procedure } from './en/procedure.ts';
import { scene } from './en/scene.ts';
import { start } from './en/start.ts';
import { viewer } from './en/viewer.ts';

export const strings = {
  app,
  calcium,
  caseScreen,
  devices,
  errors,
  events,
  fluoro,
  gallery,
  galleryPage,
  help,
  materials,
  physics,
  physicsPage,
  plot,
  procedure,
  scene,
  start,
  viewer,
} as const;
