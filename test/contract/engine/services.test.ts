/** @file Every worker operation over a real message channel, with good and with impossible requests. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { designedPose } from '../../../src/core/cases/designed.ts';
import { anatomyOf, CASE_LIBRARY, caseTissue } from '../../../src/core/cases/library.ts';
import { DEFAULT_IMAGING, type FrameRequest } from '../../../src/core/ultrasound/frame.ts';
import { createSynthesizer } from '../../../src/core/ultrasound/synthesize.ts';
import { createLink, type Link } from '../../../src/engine/worker-link.ts';
import type { IvusOps } from '../../../src/protocol/ivus.ts';
import type { SimulationOps, SimulationPush } from '../../../src/protocol/simulation.ts';
import { localIvus, localSimulation } from '../../helpers/local-workers.ts';

const caseFile = CASE_LIBRARY[0]!;
const SMALL = { ...DEFAULT_IMAGING, lines: 64, samples: 64, mmPerSample: 0.06 };

describe('the IVUS worker', () => {
  let link: Link<IvusOps>;
  beforeEach(() => {
    link = createLink<IvusOps>({ name: 'ivus', spawn: localIvus });
  });
  afterEach(() => link.dispose());

  const anatomy = anatomyOf(caseFile);
  const request = (editsVersion: number): FrameRequest => ({
    pose: designedPose(anatomy, 150, 0.4),
    settings: SMALL,
    editsVersion,
    frameSeed: 3,
    timeS: 0,
  });
  const edits = [0, 1, 2].map((i) => ({
    kind: 'open' as const,
    channel: 'plane' as const,
    index: 500 + i,
    xRef: 0.5,
    yRef: 0.5,
    radiusMm: 0.3,
  }));

  test('hello, load, render: the bytes are those of the synthesizer itself', async () => {
    expect(await link.call('hello', undefined)).toMatchObject({ worker: 'ivus' });
    const { startMm, endMm } = await link.call('load', { caseFile, designed: false });
    expect(endMm).toBeGreaterThan(startMm);
    const reply = await link.call('render', { request: request(0), editsFrom: 0, edits: [] });
    if (!reply.ok) throw new Error(reply.reason);
    const here = createSynthesizer(caseTissue(caseFile)).render(request(0))!;
    expect(reply.frame).toEqual(here);
    expect(reply.renderMs).toBeGreaterThan(0);
  });

  test('edits sent twice count once; missing edits are asked for', async () => {
    await link.call('load', { caseFile, designed: false });
    const first = await link.call('render', { request: request(2), editsFrom: 0, edits: edits.slice(0, 2) });
    expect(first).toMatchObject({ ok: true, frame: { editsVersion: 2 } });
    const again = await link.call('render', { request: request(3), editsFrom: 0, edits });
    expect(again).toMatchObject({ ok: true, frame: { editsVersion: 3 } });
    expect(await link.call('render', { request: request(9), editsFrom: 8, edits: [] })).toEqual({
      ok: false,
      reason: 'stale-tissue',
      haveEdits: 3,
    });
  });

  test('a frame for an older version says which version it saw', async () => {
    await link.call('load', { caseFile, designed: false });
    await link.call('render', { request: request(3), editsFrom: 0, edits });
    const late = await link.call('render', { request: request(1), editsFrom: 3, edits: [] });
    expect(late).toMatchObject({ ok: true, frame: { editsVersion: 3 } });
  });

  test('without a case there is nothing to render; impossible settings reject and the worker lives', async () => {
    expect(await link.call('render', { request: request(0), editsFrom: 0, edits: [] })).toEqual({
      ok: false,
      reason: 'not-loaded',
    });
    await link.call('load', { caseFile, designed: false });
    const wrong = { ...request(0), settings: { ...SMALL, probe: { ...SMALL.probe, frequencyMHz: 900 } } };
    await expect(link.call('render', { request: wrong, editsFrom: 0, edits: [] })).rejects.toThrow(
      /frequencyMHz/,
    );
    expect(await link.call('render', { request: request(0), editsFrom: 0, edits: [] })).toMatchObject({
      ok: true,
    });
  });

  test('renderDesigned shows the case with its devices in place', async () => {
    await link.call('load', { caseFile, designed: true });
    const wish = { s: 150, rollRad: 1, frameSeed: 1, settings: SMALL };
    const reply = await link.call('renderDesigned', wish);
    expect(reply).toMatchObject({ ok: true, frame: { lines: 64, pose: { s: 150, rollRad: 1 } } });
    expect(reply.ok && reply.frame.editsVersion).toBeGreaterThan(100);
  });
});

describe('the IVUS worker without a case', () => {
  let link: Link<IvusOps>;
  beforeEach(() => {
    link = createLink<IvusOps>({ name: 'ivus', spawn: localIvus });
  });
  afterEach(() => link.dispose());

  test('validate runs the test of a number; a number that none has rejects and the worker lives', async () => {
    await expect(link.call('validate', { id: 99 })).rejects.toThrow('no test 99');
    const row = await link.call('validate', { id: 23 });
    expect(row).toMatchObject({ id: 23, title: 'determinism' });
    expect(row.checks.length).toBeGreaterThan(0);
  });
});

describe('the simulation worker', () => {
  let link: Link<SimulationOps>;
  let pushes: SimulationPush[];
  beforeEach(() => {
    pushes = [];
    link = createLink<SimulationOps, SimulationPush>({
      name: 'simulation',
      spawn: () => localSimulation(0),
      onPush: (push) => pushes.push(push),
    });
  });
  afterEach(() => link.dispose());

  const NOTHING = { tick: 0, edits: 0, events: 0, commands: 0 };
  const load = { caseFile, have: NOTHING, paused: true };
  const snapshots = () => pushes.flatMap((push) => (push.push === 'snapshot' ? [push.snapshot] : []));

  test('hello, load: the first snapshot comes before the answer', async () => {
    expect(await link.call('hello', undefined)).toMatchObject({ worker: 'simulation' });
    expect(await link.call('load', load)).toEqual({
      tick: 0,
      seed: caseFile.anatomy.seed,
      firstDifference: null,
    });
    expect(snapshots()).toHaveLength(1);
    expect(await link.call('load', { ...load, seed: 5 })).toMatchObject({ seed: 5 });
  });

  test('send, run, save: commands are logged, told with the snapshots, and saved', async () => {
    await link.call('load', load);
    expect(await link.call('send', { type: 'fluoro', on: true })).toEqual({ ok: true, tick: 0 });
    expect(await link.call('send', { type: 'contrast', ml: -3 })).toEqual({
      ok: false,
      reason: 'out-of-range',
    });
    expect(await link.call('run', { ticks: 100 })).toEqual({ tick: 100 });
    expect(snapshots().at(-1)).toMatchObject({ tick: 100, clocks: { fluoroS: 100 / 240 } });
    expect(pushes.flatMap((push) => (push.push === 'snapshot' ? push.commands : []))).toEqual([
      { tick: 0, command: { type: 'fluoro', on: true } },
    ]);
    const file = await link.call('save', { program: 'test' });
    expect(file).toMatchObject({ program: 'test', endTick: 100, commands: [{ tick: 0 }] });
    expect(file.hashes.map(({ tick }) => tick)).toEqual([100]);
  });

  test('run takes nonsense for nothing', async () => {
    await link.call('load', load);
    expect(await link.call('run', { ticks: -5 })).toEqual({ tick: 0 });
    expect(await link.call('run', { ticks: 2.9 })).toEqual({ tick: 2 });
  });

  test('pace answers with the tick it takes effect at', async () => {
    await link.call('load', load);
    await link.call('run', { ticks: 7 });
    expect(await link.call('pace', { paused: false })).toEqual({ tick: 7 });
    expect(await link.call('pace', { paused: true })).toEqual({ tick: 7 });
  });

  test('load with a session replays it and reports progress and differences', async () => {
    await link.call('load', load);
    await link.call('send', { type: 'hub', device: 'wire1', advance: 20, torque: 0 });
    await link.call('run', { ticks: 480 });
    const file = await link.call('save', { program: 'test' });
    const again = await link.call('load', { ...load, session: file });
    expect(again).toEqual({ tick: 480, seed: file.seed, firstDifference: null });
    expect(snapshots().at(-1)!.tick).toBe(480);
    const wrong = { ...file, hashes: [{ tick: 240, hash: '0000000000000000' }] };
    expect(await link.call('load', { ...load, session: wrong })).toMatchObject({ firstDifference: 240 });
  });

  test('a load after a crash tells nothing that was told before', async () => {
    await link.call('load', load);
    await link.call('send', { type: 'hub', device: 'wire1', advance: 20, torque: 0 });
    await link.call('run', { ticks: 480 });
    const file = await link.call('save', { program: 'test' });
    const last = snapshots().at(-1)!;
    const events = snapshots().reduce((sum, snapshot) => sum + snapshot.events.length, 0);
    pushes.length = 0;
    const have = { tick: 480, edits: last.editsVersion, events, commands: 1 };
    await link.call('load', { ...load, session: file, have });
    expect(snapshots()).toHaveLength(1);
    expect(snapshots()[0]).toMatchObject({
      tick: 480,
      newEdits: [],
      events: [],
      editsVersion: last.editsVersion,
    });
  });

  test('without a session it says so, and lives', async () => {
    await expect(link.call('save', { program: 'test' })).rejects.toThrow('no session');
    await expect(link.call('send', { type: 'confirm' })).rejects.toThrow('no session');
    expect(await link.call('load', load)).toMatchObject({ tick: 0 });
  });
});
