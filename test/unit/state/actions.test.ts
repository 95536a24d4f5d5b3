/** @file The actions registry: complete, unambiguous, and honest about what is enabled. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { type CatheterId, findCatheter } from '../../../src/core/ultrasound/presets.ts';
import { pullbackSpeed } from '../../../src/state/actions/device-actions.ts';
import { actionLog } from '../../../src/state/actions/log.ts';
import { ACTIONS, actionForKey, perform, startHold, stopHold } from '../../../src/state/actions/registry.ts';
import { placeMark } from '../../../src/state/marking.ts';
import { leaveCase, setEngineFactory, startCase } from '../../../src/state/session-runner.ts';
import { appStore, INITIAL_STATE, setView } from '../../../src/state/store.ts';
import { help } from '../../../src/ui/strings/en/help.ts';
import { type FakeEngines, fakeEngines } from '../../helpers/fake-engine.ts';

let engines: FakeEngines;

beforeEach(async () => {
  appStore.setState(INITIAL_STATE, true);
  engines = fakeEngines();
  setEngineFactory(engines.create);
});

afterEach(leaveCase);

const begin = async (): Promise<FakeEngines['made'][number]> => {
  await startCase(CASE_LIBRARY[0]!);
  return engines.newest();
};

test('ids and keys are unique, and every action has a label', () => {
  const ids = ACTIONS.map((action) => action.id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = ACTIONS.flatMap((action) => action.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(actionForKey(key)?.keys).toContain(key);
  expect(Object.keys(help.actions).sort()).toEqual([...ids].sort());
});

test('on the start page only what makes sense there is enabled', () => {
  const enabled = ACTIONS.filter((action) => action.enabled(appStore.getState())).map((action) => action.id);
  expect(enabled).toEqual(['help', 'open']);
});

test('held keys drive the selected device and stop when let go', async () => {
  const { sent } = await begin();
  expect(startHold('push', false)).toBe(true);
  startHold('torque-right', true);
  stopHold('push');
  stopHold('torque-right');
  expect(sent).toEqual([
    { type: 'hub', device: 'wire1', advance: 12, torque: 0 },
    { type: 'hub', device: 'wire1', advance: 12, torque: 0.2 },
    { type: 'hub', device: 'wire1', advance: 0, torque: 0.2 },
    { type: 'hub', device: 'wire1', advance: 0, torque: 0 },
  ]);
});

test('a device that is not loaded does not move', async () => {
  const { sent } = await begin();
  perform('select-wire2');
  expect(startHold('push', false)).toBe(false);
  expect(sent).toEqual([]);
});

test('changing the device lets go of the one before', async () => {
  const { sent } = await begin();
  startHold('push', false);
  perform('select-ivus');
  expect(sent.at(-1)).toEqual({ type: 'hub', device: 'wire1', advance: 0, torque: 0 });
  stopHold('push');
});

test('contrast steps on the pedal first', async () => {
  const fake = await begin();
  perform('contrast');
  expect(fake.sent).toEqual([
    { type: 'fluoro', on: true },
    { type: 'contrast', ml: 2 },
  ]);
});

test('the C-arm turns in steps of five degrees within its limits', async () => {
  const fake = await begin();
  perform('c-arm-rao');
  expect(fake.sent.at(-1)).toEqual({ type: 'c-arm', angleDeg: 5 });
  const snapshot = fake.show();
  appStore.setState({ slow: { ...snapshot, cArm: { angleDeg: 88, targetDeg: 88, fluoroOn: false } } });
  perform('c-arm-rao');
  expect(fake.sent.at(-1)).toEqual({ type: 'c-arm', angleDeg: 90 });
});

test('a mark is armed by its action, placed by one click, and cancelled by Escape', async () => {
  const fake = await begin();
  const snapshot = fake.show({ wire1Mm: 230, transducerMm: 215 });
  appStore.setState({ slow: snapshot });
  expect(placeMark(3, 1)).toBe(false);
  perform('mark-true-lumen');
  expect(appStore.getState().pendingMark).toBe('true-lumen');
  expect(placeMark(3, 1.2)).toBe(true);
  expect(fake.sent.at(-1)).toEqual({ type: 'mark', kind: 'true-lumen', clock: 3, rangeMm: 1.2 });
  perform('mark-plane');
  perform('cancel-mark');
  expect(placeMark(3, 1)).toBe(false);
});

test('what was done is logged', async () => {
  await begin();
  perform('truth');
  perform('pause');
  expect(actionLog().map((entry) => entry.id)).toEqual(['truth', 'pause']);
});

test('pullback speeds are those of the catheter in use', async () => {
  const fake = await begin();
  const record = (catheter: CatheterId): unknown => {
    appStore.setState({ slow: fake.show({ wire1Mm: 230, transducerMm: 215, catheter }) });
    perform('pullback');
    return fake.sent.at(-1);
  };
  expect(record('dual-rx-40')).toEqual({ type: 'pullback', speed: 3 });
  expect(record('array-20')).toEqual({ type: 'pullback', speed: 1 });
  expect(pullbackSpeed(findCatheter('fast-60')!, 0.5)).toBe(1);
});

test('an array does not slide, so its keys do nothing', async () => {
  const fake = await begin();
  appStore.setState({ slow: fake.show({ wire1Mm: 230, transducerMm: 215, catheter: 'array-20' }) });
  expect(startHold('transducer-proximal', false)).toBe(false);
  appStore.setState({ slow: fake.show({ wire1Mm: 230, transducerMm: 215 }) });
  expect(startHold('transducer-proximal', false)).toBe(true);
  stopHold('transducer-proximal');
});

test('another catheter brings its own depth and range, and Reset goes back to those', async () => {
  const fake = await begin();
  fake.show({ catheter: 'array-20' });
  appStore.setState({ slow: fake.show({ catheter: 'array-20' }) });
  expect(appStore.getState().view).toMatchObject({ depthMm: 6 });
  setView({ depthMm: 9.5, gainDb: 7 });
  fake.show({ tick: 500, catheter: 'array-20' });
  expect(appStore.getState().view.depthMm).toBe(9.5);
  perform('reset-view');
  expect(appStore.getState().view).toMatchObject({ depthMm: 6, gainDb: 0 });
  setView({ depthMm: 9.5 });
  await begin();
  expect(appStore.getState().view.depthMm).toBe(5.5);
});
