/** @file The recognition scenes: each sign is there in the tissue before any image is made of it. */
import { describe, expect, test } from 'vitest';
import { MATERIAL, MATERIAL_NAMES, type MaterialName } from '../../../src/core/anatomy/material.ts';
import { buildScene } from '../../../src/core/cases/gallery/gallery.ts';
import { clock } from '../../../src/core/cases/gallery/parts.ts';
import { SCENE_IDS, type SceneId, type SceneView } from '../../../src/core/cases/gallery/scene.ts';
import { gallery } from '../../../src/ui/strings/en/gallery.ts';

const scenes = new Map<SceneId, SceneView>(SCENE_IDS.map((id) => [id, buildScene(id)]));
const sceneOf = (id: SceneId): SceneView => scenes.get(id)!;

/** Where a direction of the image plane leads at a range: the plane leans with the catheter. */
const pointAt = ({ pose }: SceneView, hours: number, r: number): [number, number, number] => {
  const a = clock(hours);
  const ds = -(Math.cos(a) * pose.dxds + Math.sin(a) * pose.dyds);
  const k = r / Math.hypot(1, ds);
  return [pose.s + k * ds, pose.x + k * Math.cos(a), pose.y + k * Math.sin(a)];
};

/** Materials met from the window outwards, in order. */
const ray = (id: SceneId, hours: number, upToMm = 3.2): MaterialName[] => {
  const scene = sceneOf(id);
  const met: MaterialName[] = [];
  for (let r = scene.pose.sheathRadiusMm + 0.005; r < upToMm; r += 0.005) {
    const name = MATERIAL_NAMES[scene.tissue.materialAt(...pointAt(scene, hours, r))]!;
    if (met.at(-1) !== name) met.push(name);
  }
  return met;
};

/** Runs of directions, in hours, in which `holds`. */
const hours = Array.from({ length: 48 }, (_, k) => k / 4);
const directions = (holds: (h: number) => boolean): number[] => hours.filter(holds);

const LIQUID: readonly number[] = [MATERIAL.blood, MATERIAL.stasis];
const PLAQUE: readonly MaterialName[] = [
  'intima',
  'looseFibrous',
  'denseFibrous',
  'lipid',
  'microcalcified',
  'thrombus',
];

describe.each(SCENE_IDS)('%s', (id) => {
  const scene = sceneOf(id);
  const { pose, tissue } = scene;

  test('has a title and a truth of its own', () => {
    expect(gallery[id].title.length).toBeGreaterThan(5);
    expect(gallery[id].truth).toMatch(/\.$/);
    expect(Object.values(gallery).filter(({ title }) => title === gallery[id].title)).toHaveLength(1);
  });

  test('leaves the catheter room: it lies in blood, not in tissue', () => {
    for (const h of hours) {
      for (const r of [0, 0.2, pose.sheathRadiusMm]) {
        expect(LIQUID, `${h} o'clock, ${r} mm`).toContain(tissue.materialAt(...pointAt(scene, h, r)));
      }
    }
  });

  test('leaves the wires room beside the catheter', () => {
    for (const wire of pose.wires) {
      const gap = Math.hypot(wire.x - pose.x, wire.y - pose.y) - wire.radiusMm - pose.sheathRadiusMm;
      expect(gap).toBeGreaterThanOrEqual(0);
      for (const h of hours) {
        const a = clock(h);
        const x = wire.x + wire.radiusMm * Math.cos(a);
        const y = wire.y + wire.radiusMm * Math.sin(a);
        expect(LIQUID, `${wire.device} at ${h} o'clock`).toContain(tissue.materialAt(pose.s, x, y));
      }
    }
  });

  test('is the same every time', () => {
    const again = buildScene(id);
    expect(again.pose).toEqual(pose);
    for (const h of [1, 4.5, 8]) {
      for (let r = 0.5; r < 4; r += 0.11) {
        const at = pointAt(scene, h, r);
        expect(again.tissue.materialAt(...at)).toBe(tissue.materialAt(...at));
      }
    }
  });
});

describe('the open artery', () => {
  test('the normal wall has its three layers all around', () => {
    for (const h of hours) {
      expect(ray('normal-wall', h).slice(0, 4)).toEqual(['blood', 'intima', 'media', 'adventitia']);
    }
  });

  test('the oblique wall is the same artery; at 3 and 9 o’clock it is met 35 degrees askew or more', () => {
    const [straight, leaning] = [sceneOf('normal-wall'), sceneOf('oblique-wall')];
    expect(leaning.tissue.anatomy.target.wall).toEqual(straight.tissue.anatomy.target.wall);
    for (const h of [3, 9]) {
      const { pose, tissue } = leaning;
      let r = 0;
      while (tissue.materialAt(...pointAt(leaning, h, r)) === MATERIAL.blood) r += 0.005;
      const [s, x, y] = pointAt(leaning, h, r);
      // the wall's normal is radial; the line runs from the transducer to the point met
      const cosine =
        ((x - pose.x) * x + (y - pose.y) * y) /
        (Math.hypot(x, y) * Math.hypot(x - pose.x, y - pose.y, s - pose.s));
      expect((Math.acos(cosine) * 180) / Math.PI).toBeGreaterThan(35);
    }
  });

  test('both veins are in the image, outside the adventitia', () => {
    const seen = directions((h) => ray('companion-veins', h).includes('vein'));
    expect(seen).toContain(9.5);
    expect(seen).toContain(2.5);
    for (const h of seen) {
      const met = ray('companion-veins', h);
      expect(met.indexOf('vein')).toBeGreaterThan(met.indexOf('adventitia'));
    }
  });

  test('the branch interrupts intima and media in one place only', () => {
    const open = directions((h) => !ray('side-branch', h).includes('media'));
    expect(open.length).toBeGreaterThan(0);
    for (const h of open) expect(Math.abs(h - 2)).toBeLessThan(1);
    expect(ray('side-branch', 2, 1.9)).toEqual(['blood']);
  });
});

describe('the route', () => {
  test('intraplaque: plaque on all sides, media outside everything', () => {
    for (const h of hours) {
      const met = ray('intraplaque', h);
      expect(met.some((name) => PLAQUE.includes(name))).toBe(true);
      expect(met.indexOf('adventitia')).toBe(met.indexOf('media') + 1);
    }
  });

  test('subintimal: adventitia borders the space outwards, media and plaque inwards', () => {
    expect(ray('subintimal', 8, 1.2).slice(0, 2)).toEqual(['stasis', 'adventitia']);
    const inwards = ray('subintimal', 2, 1.4);
    expect(inwards.slice(0, 2)).toEqual(['stasis', 'media']);
    expect(PLAQUE).toContain(inwards[2]);
  });

  test('intramedial: media borders the space on both sides', () => {
    expect(ray('intramedial', 8, 1.2).slice(0, 3)).toEqual(['stasis', 'media', 'adventitia']);
    expect(ray('intramedial', 2, 1.4).slice(0, 2)).toEqual(['stasis', 'media']);
  });

  test('the compressed lumen is concave towards the catheter and keeps its layers', () => {
    const met = ray('compressed-true-lumen', 1);
    expect(met.slice(0, 7)).toEqual(['stasis', 'media', 'intima', 'blood', 'intima', 'media', 'adventitia']);
    const { tissue, pose } = sceneOf('compressed-true-lumen');
    // a chord between two points of the lumen near its horns leaves the lumen in the middle
    const inLumen = (x: number, y: number): boolean =>
      tissue.distances(pose.s, x, y, { lumen: 0, iel: 0, eem: 0, adventitia: 0 }).lumen < 0;
    const horn = (h: number): [number, number] => {
      const a = clock(h);
      return [0.85 * Math.cos(a), 0.85 * Math.sin(a)];
    };
    const [a, b] = [horn(9), horn(5)];
    expect(inLumen(...a)).toBe(true);
    expect(inLumen(...b)).toBe(true);
    expect(inLumen((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)).toBe(false);
  });

  test('re-entry: wire 2 in blood within the intima; its twin between intima and media', () => {
    const at = (id: SceneId) => {
      const { tissue, pose } = sceneOf(id);
      const wire = pose.wires.find(({ device }) => device === 'wire2')!;
      const d = tissue.distances(pose.s, wire.x, wire.y, { lumen: 0, iel: 0, eem: 0, adventitia: 0 });
      return { material: MATERIAL_NAMES[tissue.materialAt(pose.s, wire.x, wire.y)], ...d };
    };
    const within = at('reentry-true-lumen');
    expect(within.material).toBe('blood');
    expect(within.lumen).toBeLessThan(-0.18);
    const beside = at('reentry-in-plaque');
    expect(beside.material).toBe('stasis');
    expect(beside.lumen).toBeGreaterThan(0.1);
    expect(beside.iel).toBeLessThan(-0.1);
    const wall = (id: SceneId) => sceneOf(id).tissue.anatomy.target.wall;
    expect(wall('reentry-in-plaque')).toEqual(wall('reentry-true-lumen'));
  });

  test('no branch opens into the false lumen; one leaves the true lumen', () => {
    const { tissue, pose } = sceneOf('false-lumen');
    const branchAt = (azimuth: number) => {
      const met = new Set<number>();
      for (let r = 1; r < 2; r += 0.02) {
        met.add(tissue.materialAt(pose.s, r * Math.cos(azimuth), r * Math.sin(azimuth)));
      }
      return met.size === 1 && met.has(MATERIAL.blood);
    };
    const open = directions((h) => branchAt(clock(h)));
    expect(open.length).toBeGreaterThan(0);
    for (const h of open) expect(Math.abs(h - 2.7)).toBeLessThan(1);
    const outwards = directions((h) => ray('false-lumen', h)[0] === 'stasis');
    expect(outwards).toHaveLength(hours.length);
  });

  test('wire 1 touches the window, wire 2 is elsewhere in the lumen', () => {
    const { pose } = sceneOf('both-wires');
    const range = pose.wires.map(
      (w) => Math.hypot(w.x - pose.x, w.y - pose.y) - w.radiusMm - pose.sheathRadiusMm,
    );
    expect(pose.wires.map(({ device }) => device)).toEqual(['wire1', 'wire2']);
    expect(range[0]).toBeLessThan(0.02);
    expect(range[1]).toBeGreaterThan(0.3);
  });
});

describe('calcium', () => {
  const calcified = (id: SceneId): number[] => directions((h) => ray(id, h).includes('calcium'));

  test('tram-track: two arcs in the media behind intact intima', () => {
    const arcs = calcified('medial-tram-track');
    expect(arcs).toContain(2.5);
    expect(arcs).toContain(8.5);
    expect(arcs).not.toContain(5.5);
    expect(arcs).not.toContain(11.5);
    for (const h of arcs) {
      expect(ray('medial-tram-track', h).slice(0, 4)).toEqual(['blood', 'intima', 'media', 'calcium']);
    }
  });

  test('the intimal sheet lies before the media', () => {
    const met = ray('intimal-sheet', 3);
    expect(met.indexOf('calcium')).toBeGreaterThan(0);
    expect(met.indexOf('calcium')).toBeLessThan(met.indexOf('media'));
  });

  test('the nodule bulges into the lumen', () => {
    const { tissue, pose } = sceneOf('calcified-nodule');
    const a = clock(4);
    const r = 0.95;
    expect(tissue.materialAt(pose.s, r * Math.cos(a), r * Math.sin(a))).toBe(MATERIAL.calcium);
    const d = tissue.distances(pose.s, r * Math.cos(a), r * Math.sin(a), {
      lumen: 0,
      iel: 0,
      eem: 0,
      adventitia: 0,
    });
    expect(d.lumen).toBeLessThan(0);
  });

  test('where both overlap the intimal one comes first, and the medial one reaches further around', () => {
    const twice = (h: number): boolean =>
      ray('medial-under-intimal', h).filter((name) => name === 'calcium').length === 2;
    const met = ray('medial-under-intimal', 9);
    expect(twice(9)).toBe(true);
    expect(met.indexOf('calcium')).toBeLessThan(met.indexOf('media'));
    expect(calcified('medial-under-intimal').length).toBeGreaterThan(directions(twice).length + 4);
  });
});

describe('blood where it does not belong', () => {
  test('the haematoma lies between media and adventitia over a long arc, closed', () => {
    const crescent = directions((h) => ray('intramural-haematoma', h).includes('stasis'));
    expect(crescent.length).toBeGreaterThan(20);
    for (const h of crescent) {
      const met = ray('intramural-haematoma', h);
      expect(met.slice(0, 5)).toEqual(['blood', 'intima', 'media', 'stasis', 'adventitia']);
    }
  });

  test('the flap: tissue between two bodies of blood, and a gap at one end', () => {
    const met = ray('dissection-flap', 3);
    expect(met.slice(0, 6)).toEqual(['blood', 'intima', 'media', 'blood', 'media', 'adventitia']);
    const gap = directions((h) => !ray('dissection-flap', h).includes('intima'));
    expect(gap.length).toBeGreaterThan(0);
    for (const h of gap) expect(Math.abs(h - 4.5)).toBeLessThan(1);
  });

  test('fresh and organised clot fill the lumen with different tissue', () => {
    expect(ray('fresh-thrombus', 3)).toContain('freshThrombus');
    expect(ray('fresh-thrombus', 3)).not.toContain('thrombus');
    expect(directions((h) => ray('organised-thrombus', h).includes('thrombus')).length).toBeGreaterThan(24);
  });

  test('stagnant and flowing blood differ in nothing but flow', () => {
    const [flowing, stagnant] = [sceneOf('flowing-blood'), sceneOf('stagnant-blood')];
    expect({ ...stagnant.pose, flowMmS: undefined }).toEqual({ ...flowing.pose, flowMmS: undefined });
    expect(stagnant.pose.flowMmS).toBe(0);
    expect(stagnant.tissue.anatomy.target.wall).toEqual(flowing.tissue.anatomy.target.wall);
  });

  test('fluids and air are in the pose', () => {
    expect(sceneOf('flush').pose.fluid).toBe('flush');
    expect(sceneOf('contrast').pose.fluid).toBe('contrast');
    expect(sceneOf('air-in-window').pose.air!.arcRad).toBeGreaterThan(1);
    const { nurd } = sceneOf('nurd-eccentric').pose;
    // the drawn angle must still advance everywhere
    expect(nurd!.reduce((sum, { amplitudeRad }, n) => sum + (n + 1) * amplitudeRad, 0)).toBeLessThan(1);
  });
});
