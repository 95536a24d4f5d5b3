/**
 * @file Checks a command from outside (keyboard, file, script) and rounds its numbers.
 *
 * Rounding makes the log short and exact in JSON: what was played is what is saved. Rates and angles beyond what
 * hands and machines can do are cut to the limit; amounts that make no sense are refused.
 */
import { z } from 'zod';
import { MAX_ANGLE_DEG } from '../fluoro/c-arm.ts';
import { HUB_LIMITS } from '../mechanics/catalogue.ts';
import type { Command } from './command.ts';
import type { InputRefusal } from './refusal.ts';

/** Limits of the orders: hub and gantry are those of mechanics and fluoroscopy, the rest is ASSUMED. */
export const COMMAND_LIMITS = {
  /** mm/s */
  advance: HUB_LIMITS.advanceMmS,
  /** rad/s */
  torque: HUB_LIMITS.torqueRadS,
  /** mm/s, by hand or motor inside the catheter. */
  transducer: 20,
  /** mm/s; consoles offer 0.5 to 9. */
  pullback: 10,
  /** deg either way. */
  cArmDeg: MAX_ANGLE_DEG,
  /** mL in one puff. */
  contrastMl: 20,
  /** Reading on the image, mm from the catheter axis. */
  markRangeMm: 10,
  /** Length of a balloon, mm; none on any shelf is longer. */
  balloonMm: 400,
} as const;

/** Steps per unit to which each number is rounded. */
const STEPS = { advance: 100, torque: 1000, deg: 10, mm: 100, ml: 10, clock: 1000 } as const;

/** Nearest multiple of 1/stepsPerUnit; never -0, which JSON would lose. */
export const quantise = (value: number, stepsPerUnit: number): number =>
  Math.round(value * stepsPerUnit) / stepsPerUnit + 0;

const clamp = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
/** A rate or angle: cut to +-limit, rounded. */
const rate = (limit: number, steps: number) => z.number().transform((v) => quantise(clamp(v, limit), steps));
/** An amount within a range, rounded. */
const amount = (lo: number, hi: number, steps: number) =>
  z
    .number()
    .min(lo)
    .max(hi)
    .transform((v) => quantise(v, steps));

const device = z.enum(['wire1', 'ivus', 'wire2', 'balloon']);
const id = z.string().min(1).max(40);
const bend = { angleDeg: amount(0, 90, STEPS.deg), lengthMm: amount(0.5, 20, STEPS.mm) };
const shape = z.object({ ...bend, second: z.object(bend).optional() });

export const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hub'),
    device,
    advance: rate(COMMAND_LIMITS.advance, STEPS.advance),
    torque: rate(COMMAND_LIMITS.torque, STEPS.torque),
  }),
  z.object({
    type: z.literal('load'),
    device,
    wire: id.exactOptional(),
    route: z.enum(['rx-lumen', 'microcatheter']).exactOptional(),
    microcatheter: id.exactOptional(),
    balloon: id.exactOptional(),
    lengthMm: amount(1, COMMAND_LIMITS.balloonMm, STEPS.mm).exactOptional(),
    on: z.enum(['wire1', 'wire2']).exactOptional(),
    shape: shape.exactOptional(),
  }),
  z.object({ type: z.literal('exchange'), wire: id, shape: shape.exactOptional() }),
  z.object({ type: z.literal('unload'), device }),
  z.object({ type: z.literal('catheter'), id }),
  z.object({ type: z.literal('sheath'), id }),
  z.object({
    type: z.literal('shape'),
    device: z.enum(['wire1', 'wire2']),
    shape,
  }),
  z.object({ type: z.literal('flush') }),
  z.object({ type: z.literal('transducer'), rate: rate(COMMAND_LIMITS.transducer, STEPS.advance) }),
  z.object({ type: z.literal('pullback'), speed: amount(0, COMMAND_LIMITS.pullback, STEPS.advance) }),
  z.object({ type: z.literal('c-arm'), angleDeg: rate(COMMAND_LIMITS.cArmDeg, STEPS.deg) }),
  z.object({ type: z.literal('fluoro'), on: z.boolean() }),
  z.object({ type: z.literal('contrast'), ml: amount(0.1, COMMAND_LIMITS.contrastMl, STEPS.ml) }),
  z.object({
    type: z.literal('mark'),
    kind: z.enum(['true-lumen', 'plane', 'wire2-tip', 'wire2-in-lumen']),
    clock: z.number().transform((v) => quantise(v - 12 * Math.floor(v / 12), STEPS.clock) % 12),
    rangeMm: amount(0, COMMAND_LIMITS.markRangeMm, STEPS.mm),
    pulledBackMm: amount(0, 1000, STEPS.mm).exactOptional(),
  }),
  z.object({ type: z.literal('confirm') }),
  z.object({ type: z.literal('finish') }),
]);

/** The command with its numbers rounded, or why it cannot be one. */
export const readCommand = (
  input: unknown,
):
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly reason: InputRefusal } => {
  const parsed = commandSchema.safeParse(input);
  if (parsed.success) return { ok: true, command: parsed.data };
  const issue = parsed.error.issues[0];
  if (issue?.code === 'too_small' || issue?.code === 'too_big') return { ok: false, reason: 'out-of-range' };
  if (issue?.code === 'invalid_type' && issue.expected === 'number')
    return { ok: false, reason: 'not-a-number' };
  return { ok: false, reason: 'not-a-command' };
};
