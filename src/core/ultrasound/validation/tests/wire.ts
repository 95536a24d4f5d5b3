/** @file Test 13: a steel wire rings at the spacing of its diameter and casts the shadow of its width. */
import type { PolarFrame, SlabWire } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { losslessBut, silentBut, UNIFORM } from '../phantoms.ts';
import { amplitudeAt, sampleAtMm, toPower, turnProfileDb } from '../picture.ts';
import { absolute, type Check, checkOf, relative, rowOf, type ValidationRow } from '../report.ts';
import { TISSUE_SPEED } from '../two-way-spectrum.ts';
import { edgeOf, peakOf } from '../width.ts';

/** 0.014 inch, lying on a window of 0.5 mm. */
const RADIUS_MM = 0.178;
const WINDOW_MM = 0.5;
const STEEL_MM_PER_US = 5.8;
const RINGS = 4;
const BEHIND_MM = [1.8, 3] as const;
const FRAMES = 30;
const UM = 1000;
const DEG = 180 / Math.PI;

/** On line `line` of `lines`. */
const wireAt = (centreMm: number, line: number, lines: number): SlabWire => {
  const angle = (2 * Math.PI * line) / lines;
  return {
    x: centreMm * Math.cos(angle),
    y: centreMm * Math.sin(angle),
    radiusMm: RADIUS_MM,
    dxds: 0,
    dyds: 0,
    device: 'wire1',
  };
};

/** Places of the ringing's peaks behind the wire's face, mm. */
const ringsOf = (frame: PolarFrame, line: number, faceMm: number, spacingMm: number): number[] =>
  Array.from({ length: RINGS }, (_, n) => {
    const half = spacingMm / 2;
    const first = sampleAtMm(frame, faceMm + (n + 1) * spacingMm - half);
    const count = Math.round(spacingMm / frame.mmPerSample) + 1;
    const peak = peakOf(Float64Array.from({ length: count }, (__, i) => amplitudeAt(frame, line, first + i)));
    return frame.startMm + (first + peak.at) * frame.mmPerSample;
  });

export const wireRow = (lab: Lab): ValidationRow => {
  const settings = bare({ samples: 352 });
  const { lines } = settings;
  const line = lines / 4;
  const centre = WINDOW_MM + RADIUS_MM;

  // what rings, without tissue; a thin wire's face is dim enough for the receiver at twice the distance
  const far = 2 * centre;
  const spacing = (2 * RADIUS_MM * TISSUE_SPEED) / STEEL_MM_PER_US;
  const silent = lab.scanner(UNIFORM, silentBut({}));
  const ringing = silent.frame(settings, { wires: [wireAt(far, line, lines)] });
  const rings = ringsOf(ringing, line, far - RADIUS_MM, spacing);
  const measured = (rings[RINGS - 1]! - rings[0]!) / (RINGS - 1);

  // the shadow in tissue, at half of the mean intensity
  const tissue = lab.scanner(UNIFORM, losslessBut());
  const frames = Array.from({ length: FRAMES }, (_, i) =>
    tissue.frame(settings, { s: 2 + i, sheathRadiusMm: WINDOW_MM, wires: [wireAt(centre, line, lines)] }),
  );
  const profile = turnProfileDb(frames, BEHIND_MM).map(toPower);
  const bright = mean(profile.slice(lines / 2, (lines * 7) / 8));
  const rising = edgeOf(profile.slice(line, line + lines / 8), 0, bright).middle;
  const falling = edgeOf(profile.slice(line - lines / 8, line + 1).reverse(), 0, bright).middle;
  const width = ((rising + falling) * 360) / lines;
  const rule = 2 * Math.asin(RADIUS_MM / centre) * DEG;
  const checks: Check[] = [
    checkOf({
      what: 'ringingSpacing',
      measured: measured * UM,
      reference: spacing * UM,
      tolerance: relative(95, 0.1),
      unit: 'um',
      source: 'theory',
    }),
    checkOf({
      what: 'shadowWidth',
      measured: width,
      reference: rule,
      tolerance: absolute(rule, 2),
      unit: 'deg',
      source: 'theory',
    }),
  ];
  const shown = profile.slice(line - lines / 8, line + lines / 8);
  return rowOf('wire', checks, {
    x: { label: 'angleDeg', unit: 'deg' },
    y: { label: 'intensity', unit: '1' },
    series: [
      {
        name: 'measured',
        x: Array.from(shown, (_, i) => ((i - lines / 8) * 360) / lines),
        y: Array.from(shown, (v) => v / bright),
        style: 'line',
      },
      {
        name: 'theory',
        x: [-45, -rule / 2, -rule / 2, rule / 2, rule / 2, 45],
        y: [1, 1, 0, 0, 1, 1],
        style: 'line',
      },
    ],
  });
};

const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
