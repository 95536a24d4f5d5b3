/** @file How the panes show things. None of it changes the world; it is remembered between visits. */
import { type CatheterPreset, DEFAULT_CATHETER } from '../core/ultrasound/presets.ts';

export interface ViewSettings {
  /** dB added to the log envelope before display. */
  readonly gainDb: number;
  readonly dynamicRangeDb: number;
  /** Displayed radius of the cross-section, mm. */
  readonly depthMm: number;
  /** False: seen from proximal looking distally (the convention). True: as seen from distal. */
  readonly mirrored: boolean;
  /** Clock hours of the longitudinal cut, 0 .. 12, on the unmirrored image. */
  readonly cutClock: number;
  /** Position of the cursor on the longitudinal view, mm pulled back; null follows the live transducer. */
  readonly reviewMm: number | null;
  /** Overlays the anatomical truth in image and scene. */
  readonly truthShown: boolean;
  readonly roadmapShown: boolean;
  /** Seconds-long help for newcomers in the procedure pane. */
  readonly coachShown: boolean;
}

/** How the console of a catheter shows its image at first. */
export const consoleView = ({ console, displayRadiusMm }: CatheterPreset) => ({
  dynamicRangeDb: console.dynamicRangeDb,
  depthMm: displayRadiusMm,
});

export const DEFAULT_VIEW: ViewSettings = {
  gainDb: 0,
  ...consoleView(DEFAULT_CATHETER),
  mirrored: false,
  cutClock: 0,
  reviewMm: null,
  truthShown: false,
  roadmapShown: true,
  coachShown: true,
};
