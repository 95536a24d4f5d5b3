/** @file The field simulator against closed forms, against itself, and against another simulator. */
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../../../src/core/ultrasound/frame.ts';
import {
  complexBeam,
  onePulseBound,
  separableError,
  unwrappedPhase,
} from '../../../../src/core/ultrasound/validation/complex-beam.ts';
import { expectedSpeckle } from '../../../../src/core/ultrasound/validation/expected-speckle.ts';
import { createFieldSimulator } from '../../../../src/core/ultrasound/validation/field-simulator.ts';
import { gaussLegendre } from '../../../../src/core/ultrasound/validation/gauss-legendre.ts';
import {
  PEER_DEPTHS_MM,
  PEER_SPECKLE,
  PEER_WIDTHS,
} from '../../../../src/core/ultrasound/validation/peer-tables.ts';
import { pointSpread } from '../../../../src/core/ultrasound/validation/point-spread.ts';
import {
  bandOf,
  probeBand,
  pulseAt,
  twoWaySpectrum,
} from '../../../../src/core/ultrasound/validation/two-way-spectrum.ts';

const C = 1.54;
const DEG = Math.PI / 180;
const probe = (frequencyMHz = 40, apertureMm = 0.5, focusMm: number | null = null): Probe => ({
  frequencyMHz,
  apertureMm,
  focusMm,
  bandwidthPercent: 60,
  orbitMm: 0.3,
});

const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
const difference = (a: Float64Array, b: Float64Array): number => largest(a.map((v, i) => v - b[i]!));

test('Gauss-Legendre: 8 nodes integrate powers up to 15', () => {
  const { nodes, weights } = gaussLegendre(8);
  const integral = (power: number) => nodes.reduce((sum, x, i) => sum + weights[i]! * x ** power, 0);
  expect(integral(0)).toBeCloseTo(2, 12);
  expect(integral(13)).toBeCloseTo(0, 12);
  expect(integral(14)).toBeCloseTo(2 / 15, 12);
});

describe('the spectrum of an echo', () => {
  test('is down by half at the edges of the band and gone at zero', () => {
    expect(probeBand(probe(), 40)).toBe(1);
    expect(probeBand(probe(), 28)).toBeCloseTo(0.5, 10);
    expect(probeBand(probe(60), 78)).toBeCloseTo(0.5, 10);
    expect(twoWaySpectrum(probe(), 0)).toBeLessThan(1e-12);
  });

  test('has its -90 dB limits between zero and twice the centre, and a positive area', () => {
    const { lowMHz, highMHz, area } = bandOf(probe());
    expect(lowMHz).toBeGreaterThan(5);
    expect(highMHz).toBeLessThan(75);
    expect(area).toBeGreaterThan(20);
  });

  test.each([
    [40, 37.5],
    [60, 25],
  ])('makes a pulse at %f MHz of the length the peer found, %f um', (mhz, um) => {
    const half = (offset: number) => Math.hypot(...pulseAt(probe(mhz), offset));
    expect(half(0)).toBeCloseTo(1, 3);
    expect(half(um / 2000)).toBeGreaterThan(0.48);
    expect(half(um / 2000)).toBeLessThan(0.52);
  });
});

describe('on the axis of a flat face', () => {
  /**
   * Closed form: the points of a square at distance r lie on the arc of a circle of radius rho = sqrt(r^2 - z^2);
   * its length over rho is 2 pi up to a / 2, then 2 pi - 8 acos(a / 2 rho) up to the corner. So the Rayleigh integral is
   * one of e^{-jkr} arc(r) dr, without a face at all.
   */
  const closedForm = (p: Probe, z: number, depths: readonly number[]): Float64Array => {
    const half = p.apertureMm / 2;
    const pieces = [
      [z, Math.hypot(z, half)],
      [Math.hypot(z, half), Math.hypot(z, half * Math.SQRT2)],
    ] as const;
    const { nodes, weights } = gaussLegendre(24);
    const { lowMHz, highMHz, area } = bandOf(p);
    const step = 0.05;
    const out = new Float64Array(2 * depths.length);
    for (let f = lowMHz; f <= highMHz; f += step) {
      let re = 0;
      let im = 0;
      const k = (2 * Math.PI * f) / C;
      for (const [from, to] of pieces) {
        for (let part = 0; part < 8; part++) {
          nodes.forEach((node, i) => {
            const r = from + ((to - from) * (part + (node + 1) / 2)) / 8;
            const rho = Math.sqrt(Math.max(0, r * r - z * z));
            const arc = 2 * Math.PI - (rho > half ? 8 * Math.acos(half / rho) : 0);
            const weight = (weights[i]! * arc * (to - from)) / 16 / p.apertureMm ** 2;
            re += weight * Math.cos(k * r);
            im -= weight * Math.sin(k * r);
          });
        }
      }
      const spectrum = (twoWaySpectrum(p, f) * step) / area;
      const [a, b] = [spectrum * (re * re - im * im), spectrum * 2 * re * im];
      depths.forEach((depth, n) => {
        const turn = ((4 * Math.PI) / C) * (f - p.frequencyMHz) * depth;
        out[2 * n]! += a * Math.cos(turn) - b * Math.sin(turn);
        out[2 * n + 1]! += a * Math.sin(turn) + b * Math.cos(turn);
      });
    }
    return out;
  };

  test.each([
    [40, 1],
    [40, 2.5],
    [60, 1.5],
  ])('%f MHz, %f mm: the complex line is that of the arcs, to 0.02 %', (mhz, z) => {
    const p = probe(mhz);
    const grid = { startMm: z - 0.06, mmPerSample: 0.004, samples: 50 };
    const line = createFieldSimulator(p, { baffle: 'rigid' }).line(grid, 0, [z + p.orbitMm, 0, 0, 1]);
    const exact = closedForm(
      p,
      z,
      Array.from({ length: grid.samples }, (_, n) => grid.startMm + n * grid.mmPerSample),
    );
    expect(difference(line, exact) / largest(exact)).toBeLessThan(0.0002);
  });
});

describe('far from the element', () => {
  test('an echo falls as 1 / z^2 and is 0.886 lambda / a wide', () => {
    const far = probe(40, 0.2);
    const spread = pointSpread(far, 12);
    expect(spread.peak * 144).toBeCloseTo(1, 1);
    const theory = (0.886 * C) / 40 / 0.2;
    expect(spread.elevationMm / 12 / theory).toBeGreaterThan(0.98);
    expect(spread.elevationMm / 12 / theory).toBeLessThan(1.04);
  });

  test('a quarter of a wavelength turns the echo by pi', () => {
    const sim = createFieldSimulator(probe(40, 0.1));
    const grid = { startMm: 5, mmPerSample: 0.01, samples: 1 };
    const phase = (depth: number) => {
      const [re, im] = sim.line(grid, 0, [depth + 0.3, 0, 0, 1]);
      return Math.atan2(im!, re!);
    };
    const turn = phase(5) - phase(5 + C / 40 / 4);
    expect(Math.abs(Math.sin(turn))).toBeLessThan(0.1);
    expect(Math.cos(turn)).toBeLessThan(-0.99);
  });
});

describe('the line', () => {
  const grid = { startMm: 0.8, mmPerSample: 0.01, samples: 200 };
  const sim = createFieldSimulator(probe());

  test('does not change when element and scatterers turn together, nor when mirrored', () => {
    const line = sim.line(grid, 0, [1.7, 0.2, 0.1, 1]);
    const [c, s] = [Math.cos(1.1), Math.sin(1.1)];
    const turned = sim.line(grid, 1.1, [1.7 * c - 0.2 * s, 1.7 * s + 0.2 * c, 0.1, 1]);
    expect(difference(line, turned) / largest(line)).toBeLessThan(1e-9);
    expect(difference(line, sim.line(grid, 0, [1.7, -0.2, -0.1, 1])) / largest(line)).toBeLessThan(1e-9);
  });

  test('adds up scatterers', () => {
    const a = [1.5, 0.1, 0, 2];
    const b = [1.52, -0.1, 0.05, -1];
    const sum = sim.line(grid, 0.05, a).map((v, i) => v + sim.line(grid, 0.05, b)[i]!);
    expect(difference(sum, sim.line(grid, 0.05, [...a, ...b]))).toBeLessThan(1e-12);
  });

  test('hears nothing from behind the face', () => {
    expect(largest(sim.line(grid, 0, [0.2, 0, 0, 1, -1.5, 0, 0, 1]))).toBe(0);
  });

  test('is the same in a window of it', () => {
    const target = [1.6, 0.15, 0, 1];
    const part = sim.line({ ...grid, startMm: 1.25, samples: 20 }, 0, target);
    expect(difference(sim.line(grid, 0, target).slice(90, 130), part)).toBeLessThan(1e-9);
  });

  test('does not hang on how finely the face is divided: 2 and 4 points per wave differ by less than 0.1 %', () => {
    const finer = createFieldSimulator(probe(), { pointsPerWave: 4 });
    const target = [1.25, 0.35, 0.1, 1];
    const line = finer.line(grid, 0, target);
    expect(difference(sim.line(grid, 0, target), line) / largest(line)).toBeLessThan(0.001);
  });
});

test('at its focus a lens brings the whole face into phase: the pulse alone, 1 / F^2', () => {
  const beam = complexBeam(probe(40, 0.5, 2.5), 2.5, [0], [0]);
  expect(Math.hypot(beam.re[0]!, beam.im[0]!) / (1 / 2.5 ** 2)).toBeCloseTo(1, 1);
  expect(Math.abs(Math.atan2(beam.im[0]!, beam.re[0]!))).toBeLessThan(0.02);
  expect((beam.re[0]! ** 2 + beam.im[0]! ** 2) / beam.energy[0]!).toBeGreaterThan(0.999);
});

test('widths scale: the field of a / 2 at z is that of a at 4 z, in apertures (Fresnel)', () => {
  const small = pointSpread(probe(40, 0.25), 0.75, { baffle: 'rigid' });
  const large = pointSpread(probe(40, 0.5), 3, { baffle: 'rigid' });
  expect(Math.abs(small.elevationMm / large.elevationMm - 0.5)).toBeLessThan(0.01);
});

describe.each(PEER_WIDTHS)('$frequencyMHz MHz, $apertureMm mm, focus $focusMm, beside the peer', (peer) => {
  const spreads = PEER_DEPTHS_MM.map((depth) =>
    pointSpread(probe(peer.frequencyMHz, peer.apertureMm, peer.focusMm), depth),
  );

  test('lateral width within 4 %', () => {
    spreads.forEach(({ lateralRad }, i) => {
      expect(Math.abs(lateralRad / DEG / peer.lateralDeg[i]! - 1)).toBeLessThan(0.04);
    });
  });

  test('axial width within 2.5 % from 2 mm on', () => {
    spreads.forEach(({ axialMm }, i) => {
      if (!peer.axialUm || PEER_DEPTHS_MM[i]! < 2) return;
      expect(Math.abs((axialMm * 1000) / peer.axialUm[i]! - 1)).toBeLessThan(0.025);
    });
  });

  test('slice within 4 %, except at 1.5 mm, where the peer breaks the symmetry of the square', () => {
    spreads.forEach(({ elevationMm, lateralMm }, i) => {
      expect(Math.abs(elevationMm / lateralMm - 1)).toBeLessThan(0.02);
      if (!peer.elevationUm || PEER_DEPTHS_MM[i] === 1.5) return;
      expect(Math.abs((elevationMm * 1000) / peer.elevationUm[i]! - 1)).toBeLessThan(0.04);
    });
  });
});

describe('the complex beam', () => {
  const angles = Array.from({ length: 12 }, (_, i) => i * DEG);
  const slices = Array.from({ length: 12 }, (_, i) => i * 0.04);

  test('is nearly a product of angle and elevation from 1.5 mm on, not nearer', () => {
    const error = (depth: number) => separableError(complexBeam(probe(), depth, angles, slices));
    expect(error(2.5)).toBeLessThan(0.015);
    expect(error(1.5)).toBeLessThan(0.06);
    expect(error(1)).toBeGreaterThan(0.1);
  });

  test('caught with one pulse, agrees with the field to about 0.9', () => {
    const bound = onePulseBound(complexBeam(probe(), 2.5, angles, slices));
    expect(bound).toBeGreaterThan(0.9);
    expect(bound).toBeLessThan(0.94);
  });

  test('has phases without jumps', () => {
    const turns = [0, 2, 4, 6, 8];
    const phase = unwrappedPhase(turns.map(Math.cos), turns.map(Math.sin));
    turns.forEach((turn, i) => {
      expect(phase[i]).toBeCloseTo(turn, 12);
    });
  });
});

describe('expected speckle', () => {
  test.each(PEER_SPECKLE)('$fromMm - $toMm mm: cell beside the peer', ({ fromMm, toMm, lateralDeg }) => {
    const { lateralRad, axialMm } = expectedSpeckle(probe(), (fromMm + toMm) / 2);
    expect(Math.abs(lateralRad / DEG / lateralDeg - 1)).toBeLessThan(0.1);
    expect(axialMm * 1000).toBeGreaterThan(34);
    expect(axialMm * 1000).toBeLessThan(37);
  });

  test('correlates less and less, fully at lag 0, and as much one way as the other for a square on a large orbit', () => {
    const wheel = { ...probe(), orbitMm: 1000 };
    const { turned, shifted } = expectedSpeckle(wheel, 2.5);
    expect(turned.values[0]).toBeCloseTo(1, 12);
    // on a huge orbit a turn is a shift
    turned.values.forEach((v, i) => {
      expect(Math.abs(v - shifted.values[i]!)).toBeLessThan(0.01);
    });
  });

  test('brightness falls as 1 / z far out', () => {
    const small = probe(40, 0.25);
    expect(expectedSpeckle(small, 8).level / expectedSpeckle(small, 4).level).toBeCloseTo(0.5, 1);
  });
});
