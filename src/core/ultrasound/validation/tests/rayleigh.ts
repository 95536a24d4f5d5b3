/** @file Test 3: the envelope of a uniform medium is Rayleigh distributed. */
import {
  envelopeSnr,
  logSdDb,
  nakagami,
  RAYLEIGH_DB,
  RAYLEIGH_SNR,
  rayleighDistance,
} from '../envelope-statistics.ts';
import { bare, type Lab } from '../lab.ts';
import { PEER_SPECKLE } from '../peer-tables.ts';
import { squared } from '../picture.ts';
import {
  absolute,
  atLeast,
  atMost,
  type Check,
  checkOf,
  type Plot,
  rowOf,
  type ValidationRow,
} from '../report.ts';
import { grainOf } from '../speckle-correlation.ts';
import { flatEnvelopes, pooled, uniformFrames } from '../speckle-frames.ts';

const FRAMES = 12;
/** Where an image of the leg ends, and bricks hold fewer scatterers. */
const FAR = { fromMm: 4, toMm: 4.6 } as const;
const CELLS = 2000;
const BINS = 40;
/** Widest envelope of the histogram, in root mean squares. */
const WIDEST = 3;

export const rayleighRow = (lab: Lab): ValidationRow => {
  const settings = bare();
  const { orbitMm, frequencyMHz } = settings.probe;
  const frames = uniformFrames(lab, settings, FRAMES);
  const checks: Check[] = [];
  let plot: Plot | undefined;
  for (const { fromMm, toMm } of [...PEER_SPECKLE, FAR]) {
    const patches = flatEnvelopes(frames, [fromMm + orbitMm, toMm + orbitMm]);
    const envelope = pooled(patches);
    const cells = FRAMES * grainOf(squared(patches[0]!)).cells;
    const at = { frequencyMHz, fromMm, toMm };
    const theory = { at, unit: '1', source: 'theory' } as const;
    checks.push(
      checkOf({
        ...theory,
        what: 'independentCells',
        measured: cells,
        reference: null,
        tolerance: atLeast(CELLS),
      }),
      checkOf({
        ...theory,
        what: 'envelopeSnr',
        measured: envelopeSnr(envelope),
        reference: RAYLEIGH_SNR,
        tolerance: absolute(1.91, 0.06),
      }),
      checkOf({
        ...theory,
        what: 'logSd',
        measured: logSdDb(envelope),
        reference: RAYLEIGH_DB,
        tolerance: absolute(5.57, 0.25),
        unit: 'dB',
      }),
      checkOf({
        ...theory,
        what: 'rayleighDistance',
        measured: rayleighDistance(envelope),
        reference: 0,
        tolerance: atMost(0.02),
      }),
      checkOf({
        ...theory,
        what: 'nakagamiM',
        measured: nakagami(envelope).value,
        reference: 1,
        tolerance: absolute(1, 0.05),
      }),
    );
    plot ??= histogram(envelope);
  }
  return rowOf('rayleigh', [...checks, ...focusedChecks(lab)], plot);
};

/** A focused element of 60 MHz: its cell is a tenth as large, and grows by the factor three to these depths. */
const focusedChecks = (lab: Lab): Check[] => {
  const probe = { frequencyMHz: 60, focusMm: 2.5, bandwidthPercent: 77 } as const;
  const settings = bare({ probe });
  const frames = uniformFrames(lab, settings, FRAMES);
  return [...PEER_SPECKLE, FAR].map(({ fromMm, toMm }) => {
    const { orbitMm } = settings.probe;
    return checkOf({
      what: 'envelopeSnr',
      at: { frequencyMHz: probe.frequencyMHz, focusMm: probe.focusMm, fromMm, toMm },
      measured: envelopeSnr(pooled(flatEnvelopes(frames, [fromMm + orbitMm, toMm + orbitMm]))),
      reference: RAYLEIGH_SNR,
      tolerance: absolute(1.91, 0.06),
      unit: '1',
      source: 'theory',
      extra: true,
    });
  });
};

/** Density of the envelope in units of its root mean square, beside Rayleigh's. */
const histogram = (envelope: Float64Array): Plot => {
  const rms = Math.sqrt(envelope.reduce((sum, v) => sum + v * v, 0) / envelope.length);
  const width = WIDEST / BINS;
  const counts = new Float64Array(BINS);
  for (const v of envelope) {
    const bin = Math.floor(v / rms / width);
    if (bin < BINS) counts[bin] = counts[bin]! + 1;
  }
  const x = Array.from(counts, (_, i) => (i + 0.5) * width);
  return {
    x: { label: 'envelope', unit: '1' },
    y: { label: 'density', unit: '1' },
    series: [
      { name: 'measured', x, y: Array.from(counts, (n) => n / envelope.length / width), style: 'points' },
      { name: 'theory', x, y: x.map((v) => 2 * v * Math.exp(-v * v)), style: 'line' },
    ],
  };
};
