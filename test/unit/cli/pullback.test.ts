/** @file Verb `pullback`: the same frames whether made whole or in shards, with labels that fit them. */
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { cli } from '../../helpers/cli.ts';

const RUN = 'pullback --case pta-flagship --from 200 --to 199 --step 0.25 --seed 3';
const whole = cli(`${RUN} --png p --polar r --labels l`);

interface Frame {
  readonly index: number;
  readonly name: string;
  readonly stationMm: number;
}
/** By bytes at once: comparing element by element takes minutes. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const framesOf = (ran: typeof whole) => ran.json.frames as Frame[];

describe('a pullback', () => {
  test('writes a picture, an envelope and labels for every station', () => {
    expect(whole.err).toBe('');
    expect(whole.status).toBe(0);
    expect(framesOf(whole).map((frame) => frame.stationMm)).toEqual([200, 199.75, 199.5, 199.25, 199]);
    for (const { name } of framesOf(whole)) {
      expect(PNG.sync.read(Buffer.from(whole.written.get(`p/${name}.png`)!)).width).toBe(512);
      expect(whole.written.get(`r/${name}.f32`)).toHaveLength(4 * 512 * 512);
      expect(whole.written.get(`l/${name}.u8`)).toHaveLength(512 * 512);
    }
  });

  test('comes out the same in shards, which share the frames among them', () => {
    const shards = [1, 2].map((i) => cli(`${RUN} --polar r --labels l --shard ${i}/2`));
    const indices = shards.flatMap((ran) => framesOf(ran).map((frame) => frame.index));
    expect(indices.sort()).toEqual([0, 1, 2, 3, 4]);
    for (const shard of shards) {
      for (const [file, bytes] of shard.written)
        expect(same(bytes, whole.written.get(file)!), file).toBe(true);
    }
  });

  test('has other noise with another seed, and the same labels', () => {
    const other = cli(`${RUN.replace('--seed 3', '--seed 4')} --polar r --labels l`);
    const again = (file: string) => same(other.written.get(file)!, whole.written.get(file)!);
    expect(again('r/000000.f32')).toBe(false);
    expect(again('l/000000.u8')).toBe(true);
  });

  test('labels the dark shadow behind wire 1 and the wire itself', () => {
    const names = whole.json.labelNames as string[];
    const labels = whole.written.get('l/000000.u8')!;
    expect([...labels].some((label) => names[label] === 'wire1')).toBe(true);
    expect([...labels].some((label) => names[label] === 'adventitia')).toBe(true);
  });

  test.each([
    ['--shard 3/2', /^--shard must be I\/N/],
    ['--shard 0/2', /^--shard must be I\/N/],
    ['--shard half', /^--shard must be I\/N/],
    ['--step 0', /^--step must be/],
    ['--catheter none', /^--catheter is not "none"; it is one of dual-rx-40/],
    ['--to 900', /^--to must be from/],
  ])('refuses %s', (words, sentence) => {
    const kept = RUN.split(' --').filter((part) => !words.startsWith(`--${part.split(' ')[0]} `));
    const ran = cli(`${kept.join(' --')} --png p ${words}`);
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(sentence);
    expect(ran.written.size).toBe(0);
  });

  test('needs somewhere to write to', () => {
    expect(cli(RUN).err).toMatch(/^--png is needed, or --polar or --labels/);
    expect(cli(`${RUN} --png /nowhere`).err).toMatch(/^\/nowhere cannot be written: EACCES/);
  });
});
