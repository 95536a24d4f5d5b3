/** @file Test 21: a tube measured on the image is as wide as it is, with the catheter off its middle. */
import { ALL_EFFECTS, DEFAULT_IMAGING, type PolarFrame } from '../../frame.ts';
import { type Circle, fitCircle } from '../circle-fit.ts';
import { type Lab, SHEATH_MM } from '../lab.ts';
import { amplitudeAt, powerDb, sampleAtMm } from '../picture.ts';
import { absolute, atMost, type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';

const DIAMETERS_MM = [2.4, 2.7, 3] as const;
const OFFSET_MM = 0.4;
const FRAMES = 6;
/** Lines to either side that are taken together, and lines from point to point. */
const POOL = 6;
const EVERY = 8;
/** The window and what rings behind it are no blood, mm. */
const CLEAR_MM = 0.12;
/** Samples behind that are blood wherever the catheter lies. */
const BLOOD_SAMPLES = 12;
/** The wall is looked for up to here, from the axis, mm. */
const FARTHEST_MM = 2.2;

/** Mean power by sample about a line, over frames, dB. */
const profileAt = (frames: readonly PolarFrame[], line: number, first: number, last: number): number[] =>
  Array.from({ length: last - first }, (_, i) => {
    let power = 0;
    for (const frame of frames) {
      for (let l = line - POOL; l <= line + POOL; l++) power += amplitudeAt(frame, l, first + i) ** 2;
    }
    return powerDb(power / frames.length / (2 * POOL + 1));
  });

/** Range at which a profile first rises half way, in dB, from blood to the brightest of the wall. */
const borderOf = (frames: readonly PolarFrame[], line: number): number => {
  const frame = frames[0]!;
  const first = sampleAtMm(frame, SHEATH_MM + CLEAR_MM);
  const profile = profileAt(frames, line, first, sampleAtMm(frame, FARTHEST_MM));
  const wall = Math.max(...profile);
  const sorted = profile.slice(0, BLOOD_SAMPLES).sort((p, q) => p - q);
  const half = (sorted[sorted.length >> 1]! + wall) / 2;
  const k = profile.findIndex((db, i) => i > 0 && db > half);
  const before = profile[k - 1]!;
  const at = first + k - 1 + (half - before) / (profile[k]! - before);
  return frame.startMm + at * frame.mmPerSample;
};

/** The lumen as an observer would trace it, about the catheter's axis. */
export const traceLumen = (frames: readonly PolarFrame[]): Circle => {
  const { lines } = frames[0]!;
  return fitCircle(
    Array.from({ length: lines / EVERY }, (_, i) => {
      const range = borderOf(frames, i * EVERY);
      const angle = (2 * Math.PI * i * EVERY) / lines;
      return { x: range * Math.cos(angle), y: range * Math.sin(angle) };
    }),
  );
};

export const lumenGeometryRow = (lab: Lab): ValidationRow => {
  const measure = (diameterMm: number, soundSpeed: boolean): Circle => {
    const lumen = diameterMm / 2;
    const radiiMm = { lumen, iel: lumen + 0.15, eem: lumen + 0.35, adventitia: lumen + 0.8 };
    const scanner = lab.scanner({ radiiMm });
    const settings = { ...DEFAULT_IMAGING, effects: { ...ALL_EFFECTS, soundSpeed } };
    const frames = Array.from({ length: FRAMES }, (_, i) =>
      scanner.frame(settings, { x: OFFSET_MM, s: 8 + i }, { frameSeed: i, timeS: i / settings.framesPerS }),
    );
    return traceLumen(frames);
  };
  const checks = DIAMETERS_MM.flatMap((diameterMm): Check[] => {
    const circle = measure(diameterMm, false);
    const at = { diameterMm };
    return [
      checkOf({
        what: 'diameter',
        at,
        measured: 2 * circle.radius,
        reference: diameterMm,
        tolerance: absolute(diameterMm, 0.04),
        unit: 'mm',
        source: 'theory',
      }),
      checkOf({
        what: 'centreError',
        at,
        measured: Math.hypot(circle.x + OFFSET_MM, circle.y),
        reference: 0,
        tolerance: atMost(0.03),
        unit: 'mm',
        source: 'theory',
      }),
    ];
  });
  const asDrawn = DIAMETERS_MM[1];
  checks.push(
    checkOf({
      what: 'diameter',
      at: { diameterMm: asDrawn, which: 'console' },
      measured: 2 * measure(asDrawn, true).radius,
      reference: asDrawn,
      tolerance: absolute(asDrawn, 0.04),
      unit: 'mm',
      source: 'theory',
      extra: true,
      note: 'consoleSpeed',
    }),
  );
  return rowOf('lumenGeometry', checks);
};
