/** @file The case file: what a person writes to describe one virtual leg, checked field by field. */
import { z } from 'zod';
import { courseLength } from '../anatomy/route.ts';

/** Version of the case file this program writes. Older ones are upgraded, newer ones refused. */
export const CASE_VERSION = 1;

const mm = (lo: number, hi: number) => z.number().min(lo).max(hi);
const share = z.number().min(0).max(1);

const interval = z.strictObject({ startMm: mm(0, 400), endMm: mm(0, 400) });

const plate = z.strictObject({
  site: z.enum(['intimal', 'medial', 'nodular']),
  startMm: mm(0, 400),
  endMm: mm(0, 400),
  facing: z.union([z.literal('cleft'), z.number().min(-360).max(360)]),
  arcDeg: z.number().min(0).max(360),
  depthMm: mm(-1, 2),
  thicknessMm: mm(0.02, 2),
});

const anatomy = z.strictObject({
  seed: z.int().min(0).max(4294967295),
  side: z.enum(['right', 'left']),
  vessel: z.enum(['PTA', 'ATA', 'peroneal']),
  lengthMm: mm(120, 360),
  outflow: z.enum(['good', 'poor', 'none']),
  lesion: interval,
  occlusion: z.strictObject({
    startMm: mm(0, 400),
    endMm: mm(0, 400),
    entry: z.enum(['blunt', 'tapered']),
    proximalCapMm: mm(0, 40),
    distalCapMm: mm(0, 40),
    microchannels: z.int().min(0).max(8),
    coreFibrous: share,
  }),
  wall: z.strictObject({
    lumenDiameterMm: mm(1.2, 5),
    eemDiameterMm: mm(1.5, 7),
    mediaMm: mm(0.08, 0.5),
    adventitiaMm: mm(0.08, 0.6),
  }),
  plaque: z.strictObject({
    thicknessMm: mm(0.05, 1.5),
    eccentricity: share,
    denseFibrous: share,
    lipid: share,
    microcalcified: share,
  }),
  calcium: z.strictObject({
    medialCoverage: share,
    medialArcDeg: z.number().min(0).max(360),
    intimalCoverage: share,
    intimalArcDeg: z.number().min(0).max(360),
    nodules: z.int().min(0).max(20),
    atEntry: z.boolean(),
    plates: z.array(plate).max(64),
    windows: z.array(interval).max(16),
  }),
  cleft: z.strictObject({
    angleDeg: z.number().min(-360).max(360),
    driftDeg: z.number().min(0).max(90),
    leadMm: mm(4, 30),
    tailMm: mm(5, 80),
  }),
});

const base = z.strictObject({
  kind: z.literal('truelumen-case'),
  version: z.literal(CASE_VERSION),
  id: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  title: z.string().min(1).max(80),
  briefing: z.string().min(1).max(400),
  goals: z.array(z.string().min(1).max(160)).min(1).max(6),
  anatomy,
});

type Issues = { addIssue: (issue: { code: 'custom'; path: (string | number)[]; message: string }) => void };
type Base = z.infer<typeof base>;

/** Geometry that no single field can show to be impossible. */
const checkGeometry = (file: Base, ctx: Issues): void => {
  const a = file.anatomy;
  const fail = (path: (string | number)[], message: string) =>
    ctx.addIssue({ code: 'custom', path: ['anatomy', ...path], message });
  const ordered = (i: { startMm: number; endMm: number }, path: (string | number)[], least: number) => {
    if (i.endMm - i.startMm < least) {
      fail([...path, 'endMm'], `must lie at least ${least} mm distal to startMm (${i.startMm})`);
    }
  };

  const course = Math.floor(courseLength(a.vessel));
  if (a.lengthMm > course) fail(['lengthMm'], `must be at most ${course} mm for a ${a.vessel}`);

  ordered(a.lesion, ['lesion'], 5);
  ordered(a.occlusion, ['occlusion'], 5);
  const occluded = a.occlusion.endMm - a.occlusion.startMm;
  if (occluded > a.lengthMm) {
    fail(
      ['occlusion', 'endMm'],
      `makes an occlusion of ${occluded} mm, longer than the vessel (${a.lengthMm} mm)`,
    );
  } else if (a.occlusion.endMm + a.cleft.tailMm + 5 > a.lengthMm) {
    fail(
      ['occlusion', 'endMm'],
      `leaves less than cleft.tailMm + 5 mm (${a.cleft.tailMm + 5} mm) of vessel distal to the occlusion`,
    );
  }
  if (a.occlusion.startMm < a.cleft.leadMm + 2) {
    fail(['occlusion', 'startMm'], `must be at least cleft.leadMm + 2 mm (${a.cleft.leadMm + 2} mm)`);
  }
  if (a.lesion.startMm > a.occlusion.startMm) {
    fail(['lesion', 'startMm'], `must not be distal to the occlusion's start (${a.occlusion.startMm} mm)`);
  }
  if (a.lesion.endMm < a.occlusion.endMm) {
    fail(['lesion', 'endMm'], `must not be proximal to the occlusion's end (${a.occlusion.endMm} mm)`);
  }
  if (a.lesion.endMm > a.lengthMm) fail(['lesion', 'endMm'], `must lie within the vessel (${a.lengthMm} mm)`);
  if (a.occlusion.proximalCapMm + a.occlusion.distalCapMm > occluded) {
    fail(
      ['occlusion', 'distalCapMm'],
      `and proximalCapMm together are longer than the occlusion (${occluded} mm)`,
    );
  }

  const intima = (a.wall.eemDiameterMm - a.wall.lumenDiameterMm) / 2 - a.wall.mediaMm;
  if (a.wall.eemDiameterMm <= a.wall.lumenDiameterMm) {
    fail(['wall', 'eemDiameterMm'], `puts the lumen (${a.wall.lumenDiameterMm} mm) outside the EEM`);
  } else if (intima < 0.05) {
    fail(['wall', 'eemDiameterMm'], 'leaves less than 0.05 mm of intima between lumen and media');
  }
  const thickest = a.wall.eemDiameterMm / 2 - a.wall.mediaMm - 0.4;
  if (a.plaque.thicknessMm > thickest) {
    fail(['plaque', 'thicknessMm'], `must be at most ${thickest.toFixed(2)} mm, or no true lumen is left`);
  }
  if (a.plaque.denseFibrous + a.plaque.lipid + a.plaque.microcalcified > 1) {
    fail(['plaque', 'denseFibrous'], 'and lipid and microcalcified add up to more than 1');
  }

  a.calcium.plates.forEach((p, i) => {
    ordered(p, ['calcium', 'plates', i], 0.5);
    if (p.endMm > a.lengthMm)
      fail(['calcium', 'plates', i, 'endMm'], `must lie within the vessel (${a.lengthMm} mm)`);
    if (p.depthMm < 0 && p.site !== 'nodular') {
      fail(['calcium', 'plates', i, 'depthMm'], 'may be negative only for nodular calcium');
    }
  });
  a.calcium.windows.forEach((w, i) => {
    ordered(w, ['calcium', 'windows', i], 0.5);
  });
};

export const caseFileSchema = base.superRefine((file, ctx) => checkGeometry(file, ctx as Issues));

export type CaseFile = z.infer<typeof caseFileSchema>;
