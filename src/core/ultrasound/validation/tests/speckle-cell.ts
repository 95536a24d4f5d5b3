/** @file Test 4: the grains of speckle are as large as the beam makes them, however many lines are drawn. */
import { expectedSpeckle } from '../expected-speckle.ts';
import { bare, type Lab } from '../lab.ts';
import { PEER_SPECKLE } from '../peer-tables.ts';
import { squared } from '../picture.ts';
import {
  absolute,
  type Check,
  checkOf,
  relative,
  rowOf,
  type Series,
  type ValidationRow,
} from '../report.ts';
import { grainOf } from '../speckle-correlation.ts';
import { flatEnvelopes, uniformFrames } from '../speckle-frames.ts';

const FRAMES = 24;
const LINES = [384, 512, 1024] as const;
const USUAL = 512;
/** Along the line, um, at 40 MHz. */
const AXIAL_UM = { value: 37, tolerance: 4 } as const;
const UM = 1000;

export const speckleCellRow = (lab: Lab): ValidationRow => {
  const checks: Check[] = [];
  const series: Series[] = [];
  const { probe } = bare();
  const { orbitMm, frequencyMHz } = probe;
  const middles = PEER_SPECKLE.map(({ fromMm, toMm }) => (fromMm + toMm) / 2);
  const exact = middles.map((depth) => expectedSpeckle(probe, depth));
  const usual: number[] = [];
  for (const lines of [USUAL, ...LINES.filter((n) => n !== USUAL)]) {
    const settings = bare({ lines, samples: 400 });
    const frames = uniformFrames(lab, settings, FRAMES);
    const shown: number[] = [];
    PEER_SPECKLE.forEach(({ fromMm, toMm, lateralDeg }, i) => {
      const patches = flatEnvelopes(frames, [fromMm + orbitMm, toMm + orbitMm]).map(squared);
      const grains = patches.map((patch) => grainOf(patch, { lateral: lines / 12, axial: 30 }));
      const mean = (of: 'lateral' | 'axial'): number =>
        grains.reduce((sum, grain) => sum + grain[of], 0) / grains.length;
      const lateral = (mean('lateral') * 360) / lines;
      shown.push(lateral);
      const at = { frequencyMHz, lines, fromMm, toMm };
      checks.push(
        checkOf({
          what: 'grainAxial',
          at,
          measured: mean('axial') * settings.mmPerSample * UM,
          reference: AXIAL_UM.value,
          tolerance: absolute(AXIAL_UM.value, AXIAL_UM.tolerance),
          unit: 'um',
          source: 'peer',
        }),
        checkOf({
          what: 'grainLateral',
          at,
          measured: lateral,
          reference: lateralDeg,
          tolerance: relative(lateralDeg, 0.1),
          unit: 'deg',
          source: 'peer',
          extra: true,
          note: 'peerFewCells',
        }),
        checkOf({
          what: 'grainLateral',
          at,
          measured: lateral,
          reference: (exact[i]!.lateralRad * 180) / Math.PI,
          tolerance: relative((exact[i]!.lateralRad * 180) / Math.PI, 0.1),
          unit: 'deg',
          source: 'simulator',
        }),
      );
      if (lines === USUAL) usual.push(lateral);
      else {
        checks.push(
          checkOf({
            what: 'widthRatio',
            at,
            measured: lateral / usual[i]!,
            reference: 1,
            tolerance: absolute(1, 0.1),
            unit: '1',
            source: 'theory',
          }),
        );
      }
    });
    series.push({ name: 'measured', at: { lines }, x: middles, y: shown, style: 'line' });
  }
  series.push(
    { name: 'peer', x: middles, y: PEER_SPECKLE.map(({ lateralDeg }) => lateralDeg), style: 'points' },
    { name: 'simulator', x: middles, y: exact.map((e) => (e.lateralRad * 180) / Math.PI), style: 'points' },
  );
  return rowOf('speckleCell', checks, {
    x: { label: 'depthMm', unit: 'mm' },
    y: { label: 'grainLateral', unit: 'deg' },
    series,
  });
};
