/** @file Files for the mechanical bench: one test of a rod, or of a wire from the shelf. */
import { z } from 'zod';
import { BenchError, type BenchResult, type BenchSpec, runBench } from '../core/mechanics/bench/bench.ts';
import { InputError, inputErrorOf } from './errors.ts';
import { readJson } from './read-json.ts';

/** Far more than any wire has; what is beyond takes minutes or means nothing. */
const LIMITS = { lengthMm: 5000, elements: 1000, stiffness: 1e6, supportMm: 100, turns: 50 } as const;
const positive = (most: number) => z.number().positive().max(most);

const rod = z.strictObject({
  lengthMm: positive(LIMITS.lengthMm),
  elements: z.int().min(8).max(LIMITS.elements),
  EI: positive(LIMITS.stiffness),
  GJ: positive(LIMITS.stiffness),
  radiusMm: positive(10),
});
const wire = z.string();
const supportMm = z.number().min(1).max(LIMITS.supportMm).default(10);
const mu = z.number().min(0).max(1);

/** Of a rod of one's own, or of the first 10 mm of a wire. */
const onEither = <Fields extends z.ZodRawShape>(fields: Fields) => ({
  rod: z.strictObject({ ...fields, rod }),
  wire: z.strictObject({ ...fields, wire }),
});
/** Of one kind of thing. */
const only = <Schema extends z.ZodType>(schema: Schema) => ({ rod: schema, wire: schema });

const SCHEMAS = {
  cantilever: onEither({ bench: z.literal('cantilever'), tipForceN: z.number().positive() }),
  elastica: onEither({ bench: z.literal('elastica'), alpha: positive(20).default(3) }),
  euler: onEither({ bench: z.literal('euler') }),
  'twist-buckling': onEither({ bench: z.literal('twist-buckling') }),
  'tip-load': only(z.strictObject({ bench: z.literal('tip-load'), wire, supportMm })),
  capstan: onEither({ bench: z.literal('capstan'), wrapDeg: z.number().min(10).max(720), mu }),
  'torque-lag': onEither({
    bench: z.literal('torque-lag'),
    mu,
    normalNPerMm: z.number().min(0).max(10),
    hubTurns: positive(LIMITS.turns).default(1),
  }),
  'push-block': only(
    z.strictObject({ bench: z.literal('push-block'), wire, supportMm, punctureN: positive(100) }),
  ),
  peel: only(
    z.strictObject({ bench: z.literal('peel'), energyJPerM2: positive(1e4), widthMm: positive(100) }),
  ),
} as const;

const named = z.looseObject({ bench: z.enum(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]) });

/**
 * @param input bytes or text of the file
 * @param file its name, for the sentence if it is bad
 * @throws InputError naming file and field
 */
export const readBenchFile = (input: Uint8Array | string, file: string): BenchSpec => {
  const value = readJson(input, file);
  const which = named.safeParse(value);
  if (!which.success) throw inputErrorOf(file, which.error, value);
  const parsed = SCHEMAS[which.data.bench]['wire' in which.data ? 'wire' : 'rod'].safeParse(value);
  if (!parsed.success) throw inputErrorOf(file, parsed.error, value);
  return parsed.data;
};

/** Runs the test of a file. @throws InputError for what the bench cannot do, naming the field */
export const runBenchFile = (spec: BenchSpec, file: string): BenchResult => {
  try {
    return runBench(spec);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    throw new InputError(file, error.field, error.message.slice(error.field.length + 1));
  }
};
