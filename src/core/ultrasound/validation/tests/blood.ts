/** @file Test 17: flowing blood is new in each frame; blood at rest stays, is brighter, and has no seam. */
import { bare, type Lab } from '../lab.ts';
import { losslessBut, tube } from '../phantoms.ts';
import { envelopeOf, levelDb, squared } from '../picture.ts';
import { absolute, atLeast, atMost, type Check, checkOf, rowOf, type ValidationRow } from '../report.ts';
import { correlation } from '../speckle-correlation.ts';

const LUMEN_MM = 3;
const MM = [1, 2.6] as const;
const FLOWS_MM_S = [50, 120, 300] as const;
/** So fast that no cells hold together. */
const SHEARED_MM_S = 300;
/** From rest to high shear blood loses 14 dB at 35 - 40 MHz and 3 dB at 70 (30 - 70 MHz backscatter study); in between we
 *  draw a straight line. */
const stepDb = (frequencyMHz: number): number => 14 - (Math.max(0, frequencyMHz - 40) / 30) * 11;
/** The engine's band ends at 60 MHz. */
const STEPS_MHZ = [35, 40, 60] as const;
/** Parts of a turn of which the one at the seam is compared with the others. */
const PARTS = 16;
const SLICES_MM = [4, 7, 10, 13, 16, 22, 25, 28, 31] as const;

export const bloodRow = (lab: Lab): ValidationRow => {
  const scanner = lab.scanner(tube(LUMEN_MM), losslessBut());
  const settings = bare({ samples: 256 });
  const turnS = 1 / settings.framesPerS;
  const intensity = (flowMmS: number, turn: number) =>
    squared(
      envelopeOf(scanner.frame(settings, { flowMmS }, { frameSeed: turn, timeS: turn * turnS }), { mm: MM }),
    ).values;
  const kept = (flowMmS: number, tolerance: ReturnType<typeof atMost>): Check =>
    checkOf({
      what: 'intensityCorrelation',
      at: { flowMmS },
      measured: correlation(intensity(flowMmS, 1), intensity(flowMmS, 2)),
      reference: flowMmS === 0 ? 1 : 0,
      tolerance,
      unit: '1',
      source: 'theory',
    });
  const step = (frequencyMHz: number): Check => {
    const probe = bare({ samples: 256, probe: { frequencyMHz } });
    const level = (flowMmS: number): number => levelDb(scanner.frame(probe, { flowMmS }), { mm: MM });
    const expected = -stepDb(frequencyMHz);
    return checkOf({
      what: 'shearStep',
      at: { frequencyMHz },
      measured: level(SHEARED_MM_S) - level(0),
      reference: expected,
      tolerance: absolute(expected, 1),
      unit: 'dB',
      source: 'published',
      ...(frequencyMHz <= 40 ? {} : { note: 'betweenPublished' as const }),
    });
  };

  // a turn begins and ends in the same blood: nothing may be heard twice there, or not at all
  const half = settings.lines / PARTS / 2;
  const resting = SLICES_MM.map((s) => scanner.frame(settings, { flowMmS: 0, s }));
  const brightness = (line: number): number =>
    resting.reduce(
      (sum, frame) => sum + 10 ** (levelDb(frame, { lines: [line - half, line + half], mm: MM }) / 10),
      0,
    );
  const others = Array.from({ length: PARTS - 1 }, (_, i) => brightness(2 * half * (i + 1)));
  const mean = others.reduce((sum, v) => sum + v, 0) / others.length;

  return rowOf('blood', [
    ...FLOWS_MM_S.map((flow) => kept(flow, atMost(0.05))),
    kept(0, atLeast(0.9)),
    ...STEPS_MHZ.map(step),
    checkOf({
      what: 'unevenness',
      at: { flowMmS: 0, angleDeg: 0 },
      measured: 10 * Math.log10(brightness(0) / mean),
      reference: 0,
      tolerance: absolute(0, 1),
      unit: 'dB',
      source: 'theory',
    }),
  ]);
};
