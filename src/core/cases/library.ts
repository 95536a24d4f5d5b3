/** @file The cases that come with the program, from J-BTK A to D; the flagship first. */
import ataNoOutflow from '../../../assets/cases/ata-no-outflow.json' with { type: 'json' };
import ataRoundTheArch from '../../../assets/cases/ata-round-the-arch.json' with { type: 'json' };
import ataYoungOcclusion from '../../../assets/cases/ata-young-occlusion.json' with { type: 'json' };
import peronealLongWay from '../../../assets/cases/peroneal-long-way.json' with { type: 'json' };
import peronealMedialShell from '../../../assets/cases/peroneal-medial-shell.json' with { type: 'json' };
import ptaFirstLook from '../../../assets/cases/pta-first-look.json' with { type: 'json' };
import ptaFlagship from '../../../assets/cases/pta-flagship.json' with { type: 'json' };
import ptaTramTrack from '../../../assets/cases/pta-tram-track.json' with { type: 'json' };
import { type CaseFile, caseFileSchema } from './schema.ts';

export { anatomyOf, caseTissue } from './anatomy-of.ts';

/** Checked on load, so that a slip in a library file cannot reach the panes. */
export const CASE_LIBRARY: readonly CaseFile[] = [
  ptaFlagship,
  ptaFirstLook,
  ataYoungOcclusion,
  ataRoundTheArch,
  peronealMedialShell,
  ptaTramTrack,
  ataNoOutflow,
  peronealLongWay,
].map((file) => caseFileSchema.parse(file));

/** The library case with this id, or undefined. */
export const caseById = (id: string): CaseFile | undefined => CASE_LIBRARY.find((c) => c.id === id);
