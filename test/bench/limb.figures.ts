/** @file What a tick of the limb costs with everything in and moving, layers, plane and coaxial catheter on. `npm run bench`. */
import { expect, it } from 'vitest';
import { bundled } from '../helpers/bundled.ts';
import type * as LimbLoad from '../helpers/limb-load.ts';

const SECONDS = 12;
const TICKS_PER_S = 240;

it('two wires as rods and a catheter in the layered lesion', async () => {
  const { createLimbLoad } = await bundled<typeof LimbLoad>('test/helpers/limb-load.ts');
  const step = createLimbLoad();
  const times: number[] = [];
  let missed = 0;
  let rods = 0;
  let nodes: readonly number[] = [];
  for (let i = 0; i < SECONDS * TICKS_PER_S; i++) {
    const start = performance.now();
    const result = step();
    times.push(performance.now() - start);
    missed += result.residualsN.filter((n) => n > 1e-3).length;
    rods += result.residualsN.length;
    nodes = result.nodes;
  }
  times.sort((a, b) => a - b);
  const mean = times.reduce((a, b) => a + b, 0) / times.length;
  const at = (q: number): string => times[Math.floor(q * (times.length - 1))]!.toFixed(2);
  console.log(
    `FIGURE limb, rods of ${nodes.join(' and ')} nodes, catheter over wire 1: mean ${mean.toFixed(2)}, median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} ms/tick, ${((mean * TICKS_PER_S) / 10).toFixed(1)} % of a core, ${((100 * missed) / rods).toFixed(2)} % of the rods' steps above 1 mN`,
  );
  expect(rods).toBe(2 * SECONDS * TICKS_PER_S);
});
