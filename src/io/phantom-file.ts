/** @file Phantom files: point scatterers and a probe, for comparison with field simulators. */
import { z } from 'zod';
import { DEG } from '../core/math/trig.ts';
import type { PhantomSpec } from '../core/ultrasound/phantom.ts';
import { MAX_SCATTERERS } from '../core/ultrasound/phantom.ts';
import { InputError, inputErrorOf } from './errors.ts';
import { readJson } from './read-json.ts';

const finite = z.number();
const schema = z.strictObject({
  probe: z.strictObject({
    frequencyMHz: finite,
    apertureMm: finite,
    focusMm: finite.nullable(),
    bandwidthPercent: finite,
    orbitMm: finite,
  }),
  speedMmPerUs: finite,
  attenuationDbPerCmMHz: finite,
  lines: z.strictObject({ startDeg: finite, stepDeg: finite, count: z.int() }),
  rangeMm: z.tuple([finite, finite]),
  sampleMm: finite,
  scatterers: z
    .array(z.tuple([finite, finite, finite, finite]))
    .min(1)
    .max(MAX_SCATTERERS),
});

/**
 * @param input bytes or text of the file
 * @param file its name, for the sentence if it is bad
 * @throws InputError naming file and field
 */
export const readPhantomFile = (input: Uint8Array | string, file: string): PhantomSpec => {
  const value = readJson(input, file);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw inputErrorOf(file, parsed.error, value);
  const { lines, ...rest } = parsed.data;
  const { startDeg, stepDeg, count } = lines;
  return { ...rest, lines: { startRad: startDeg * DEG, stepRad: stepDeg * DEG, count } };
};
export { InputError };
