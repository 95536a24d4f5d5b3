/** @file Verb `sensitivity`: its input, and that the two numbers move what they must. */
import { describe, expect, test } from 'vitest';
import { CASE_LIBRARY } from '../../../src/core/cases/library.ts';
import { gaugeOf } from '../../../src/core/mechanics/resistance.ts';
import { findWire } from '../../../src/core/mechanics/wires.ts';
import { playCell, WIRES } from '../../../src/core/session/trials/sensitivity.ts';
import { cli } from '../../helpers/cli.ts';

describe('sensitivity', () => {
  test('refuses what it cannot play, naming the option', () => {
    expect(cli('sensitivity --case nowhere').err).toMatch(/^--case .*pta-flagship/);
    expect(cli('sensitivity --exponents 1.5,9').err).toMatch(/^--exponents .*from 1 to 2, not "9"/);
    expect(cli('sensitivity --adventitia weak').status).toBe(2);
    expect(cli('sensitivity more').status).toBe(2);
  });

  test('a thin tip pierces more easily as the exponent grows, the adventitia scales alone', () => {
    const wire = findWire('tapered-20')!;
    const at = (exponent: number, adventitia = 1) => gaugeOf(wire, { exponent, adventitia });
    expect(at(1.2).punctureScale / at(1.8).punctureScale).toBeCloseTo((0.2032 / 0.889) ** -0.6, 2);
    expect(at(1.5).punctureScale).toBe(gaugeOf(wire).punctureScale);
    expect(at(1.5, 0.7).perforationN).toBeCloseTo(0.7 * gaugeOf(wire).perforationN, 12);
    expect(at(1.5, 0.7).punctureScale).toBe(at(1.5).punctureScale);
  });

  test('a cell of the flagship: aimed, a tapered 12 gf wire re-enters; a soft one does not', {
    timeout: 90_000,
  }, () => {
    const wires = WIRES.filter(({ name }) => name === 'jacket-3' || name === 'tapered-12');
    const cell = playCell(CASE_LIBRARY[0]!, { exponent: 1.5, adventitia: 1 }, wires);
    expect(cell.wire1Perforated).toBe(false);
    expect(cell.wire1FromCapMm).toBeGreaterThan(15);
    const [soft, tapered] = cell.wires;
    expect(soft).toMatchObject({ name: 'jacket-3', reentry: 0, perforation: 0, outwardPerforation: 0 });
    expect(tapered!.reentry).toBeGreaterThan(0.8);
    expect(tapered!.perforation).toBe(0);
  });
});
