/** @file One IVUS frame of 512 x 512 samples and each of its stages, single-threaded. `npm run bench`. */
import { bench, describe } from 'vitest';
import flagship from '../../assets/cases/pta-flagship.json' with { type: 'json' };
import { createTissue } from '../../src/core/anatomy/create-tissue.ts';
import { anatomyOf } from '../../src/core/cases/anatomy-of.ts';
import { designedEdits, designedPose } from '../../src/core/cases/designed.ts';
import { caseFileSchema } from '../../src/core/cases/schema.ts';
import { createBaseband } from '../../src/core/ultrasound/baseband.ts';
import { applyBeam } from '../../src/core/ultrasound/beam.ts';
import { addBlood } from '../../src/core/ultrasound/blood.ts';
import { createBrickStore } from '../../src/core/ultrasound/bricks.ts';
import { DEFAULT_IMAGING } from '../../src/core/ultrasound/frame.ts';
import { addInterfaces } from '../../src/core/ultrasound/interfaces.ts';
import { planFrame } from '../../src/core/ultrasound/plan.ts';
import { createReceiver } from '../../src/core/ultrasound/receiver.ts';
import { penumbraFilter, softenShadows } from '../../src/core/ultrasound/shadow.ts';
import { slabBasis } from '../../src/core/ultrasound/slab.ts';
import { splatTissue } from '../../src/core/ultrasound/splat.ts';
import { createSynthesizer } from '../../src/core/ultrasound/synthesize.ts';
import { createTrace, traceTissue } from '../../src/core/ultrasound/trace.ts';
import { addWires, metalAlongLines } from '../../src/core/ultrasound/wires.ts';

const { lines, samples } = DEFAULT_IMAGING;
const anatomy = anatomyOf(caseFileSchema.parse(flagship));
const tissue = createTissue(anatomy);
tissue.apply(designedEdits(anatomy));
const STATION_MM = 140;
const pose = designedPose(anatomy, STATION_MM);
const editsVersion = tissue.version;

describe('whole frame, 512 x 512', () => {
  const still = createSynthesizer(tissue);
  let seed = 0;
  bench('catheter still: only blood and noise are new', () => {
    still.render({ pose, settings: DEFAULT_IMAGING, editsVersion, frameSeed: ++seed, timeS: 0 });
  });
  const moving = createSynthesizer(tissue);
  let frame = 0;
  bench('pullback at 0.5 mm/s (17 um per frame)', () => {
    frame++;
    const at = designedPose(anatomy, STATION_MM - (frame % 2000) * 0.017);
    moving.render({ pose: at, settings: DEFAULT_IMAGING, editsVersion, frameSeed: frame, timeS: frame / 30 });
  });
});

describe('stages', () => {
  const plan = planFrame(DEFAULT_IMAGING);
  const basis = slabBasis(pose);
  const metalMm = new Float32Array(plan.trace.lines);
  metalAlongLines(pose, basis, plan, metalMm);
  const trace = createTrace(plan);
  traceTissue(tissue, pose, basis, plan, metalMm, trace);
  const penumbra = penumbraFilter(plan);
  const scene = { tissue, pose, basis, plan, trace };
  const store = createBrickStore(anatomy.seed, 'scatterers', (s, x, y) =>
    tissue.referenceMaterialAt(s, x, y),
  );
  const grid = createBaseband(plan);
  const receiver = createReceiver(plan);
  const data = new Uint16Array(lines * samples);
  const never = () => false;

  bench('trace', () => traceTissue(tissue, pose, basis, plan, metalMm, trace));
  bench('penumbra', () => softenShadows(trace.transmission.slice(), plan, penumbra));
  bench('scatterers', () => {
    splatTissue(scene, store, grid, never);
  });
  bench('blood', () => addBlood(plan, trace, 1, grid));
  bench('interfaces', () => {
    addInterfaces(scene, grid);
  });
  bench('wires', () => addWires(pose, basis, plan, trace, grid));
  bench('beam', () => {
    grid.fill(1);
    applyBeam(grid, plan);
  });
  bench('receiver: noise, pulse, envelope and log', () => receiver.receive(grid, 1, data));
});
