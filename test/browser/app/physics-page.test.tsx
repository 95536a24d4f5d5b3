/** @file The physics page in a real browser: tables with their sources, the validation's course, accessibility. */
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PhysicsPage } from '../../../src/app/physics/PhysicsPage.tsx';
import { MATERIAL_TABLE } from '../../../src/core/anatomy/material-table.ts';
import { TEST_TITLES } from '../../../src/core/ultrasound/validation/names.ts';
import { checkOf, relative, rowOf } from '../../../src/core/ultrasound/validation/report.ts';
import type { ValidationEvents } from '../../../src/engine/validation-run.ts';
import { materials } from '../../../src/ui/strings/en/materials.ts';
import { physics } from '../../../src/ui/strings/en/physics.ts';
import { physicsPage as words } from '../../../src/ui/strings/en/physics-page.ts';
import { accessibilityProblems } from './fixtures.tsx';
import '../../../src/ui/base.css';

interface FakeRun {
  readonly ids: readonly number[];
  readonly events: ValidationEvents;
  cancelled: boolean;
}
const fake = vi.hoisted(() => ({ runs: [] as FakeRun[], saved: [] as string[][] }));

vi.mock('../../../src/engine/validation-run.ts', () => ({
  runValidation: (ids: readonly number[], events: ValidationEvents) => {
    const run: FakeRun = { ids, events, cancelled: false };
    fake.runs.push(run);
    return {
      cancel: () => {
        run.cancelled = true;
      },
    };
  },
}));
vi.mock('../../../src/platform/files.ts', async (original) => ({
  ...(await original<object>()),
  downloadText: (...file: string[]) => fake.saved.push(file),
}));

let host: HTMLElement;
let root: Root;
const open = (address = '#/physics'): void => {
  location.hash = address;
  root.render(<PhysicsPage />);
};

beforeEach(async () => {
  await page.viewport(1440, 900);
  fake.runs.length = 0;
  fake.saved.length = 0;
  host = document.createElement('div');
  host.id = 'root';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
  location.hash = '#/';
});

const table = (name: string) => page.getByRole('table', { name, exact: true });
const rowsOf = (name: string) => table(name).element().querySelectorAll('tbody > tr').length;

describe('constants', () => {
  test('one row per material; what is ASSUMED says so', async () => {
    open();
    await expect.element(table(words.materialsTable)).toBeVisible();
    expect(rowsOf(words.materialsTable)).toBe(Object.keys(MATERIAL_TABLE).length);
    const blood = table(words.materialsTable).getByRole('row', { name: /^Flowing blood/ });
    await expect.element(blood).toHaveTextContent('ASSUMED');
    await expect.element(table(words.constantsTable)).toBeInTheDocument();
    await expect.element(table(words.presetsTable)).toBeInTheDocument();
  });

  test('Tab reaches one number, arrows the others, each with its source; Escape hides it', async () => {
    open();
    await expect.element(table(words.materialsTable)).toBeVisible();
    const cells = [...table(words.materialsTable).element().querySelectorAll<HTMLElement>('[data-at]')];
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    cells[0]!.focus();
    const { speedMs, impedanceMRayl } = MATERIAL_TABLE.blood.acoustic;
    await expect.element(page.getByRole('tooltip')).toHaveTextContent(speedMs.source);
    expect(document.activeElement?.getAttribute('aria-describedby')).toBe(
      page.getByRole('tooltip').element().id,
    );
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('tooltip')).toHaveTextContent(impedanceMRayl.source);
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    expect(document.activeElement?.textContent).toContain(
      String(MATERIAL_TABLE.stasis.acoustic.speedMs.value),
    );
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => page.getByRole('tooltip').query()).toBeNull();
  });

  test('a row opens all its sources', async () => {
    open();
    const name = table(words.materialsTable).getByRole('button', {
      name: new RegExp(`^${materials.calcium}`),
    });
    await name.first().click();
    await expect.element(page.getByText(MATERIAL_TABLE.calcium.acoustic.impedanceMRayl.source)).toBeVisible();
  });

  test('one search narrows every table, and can be undone', async () => {
    open();
    await page.getByRole('searchbox').fill('hoffman');
    await expect.poll(() => rowsOf(words.materialsTable)).toBe(1);
    await expect.poll(() => table(words.constantsTable).query()).toBeNull();
    await page.getByRole('searchbox').fill('no such thing');
    await expect.poll(() => table(words.materialsTable).query()).toBeNull();
    await page.getByRole('button', { name: words.clear }).first().click();
    await expect.element(table(words.constantsTable)).toBeVisible();
  });

  test('a column sorts up, down and back', async () => {
    open();
    const head = table(words.materialsTable).getByRole('columnheader', { name: /^Impedance/ });
    const firstName = () =>
      table(words.materialsTable).element().querySelector('tbody th')?.textContent ?? '';
    await head.getByRole('button').click();
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
    expect(firstName()).toContain(materials.fat);
    await head.getByRole('button').click();
    await expect.element(head).toHaveAttribute('aria-sort', 'descending');
    expect(firstName()).toContain(materials.calcium);
    await head.getByRole('button').click();
    await expect.element(head).not.toHaveAttribute('aria-sort');
    expect(firstName()).toContain(materials.blood);
  });

  test('copies the rows shown as CSV; where it may not, saves a file', async () => {
    const copied: string[] = [];
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    open();
    await page.getByRole('searchbox').fill('calcium');
    const copy = page.getByRole('button', { name: words.copyName(words.materialsTable) });
    await copy.click();
    await expect.poll(() => copied.length).toBe(1);
    expect(copied[0]).toContain('Calcium,,Impedance,7,MRayl,sourced,');
    write.mockRejectedValue(new Error('not allowed'));
    await copy.click();
    await expect.poll(() => fake.saved).toEqual([['truelumen-materials.csv', copied[0], 'text/csv']]);
    write.mockRestore();
  });
});

describe('validation', () => {
  const titles = physics.tests;
  const good = rowOf(
    'rayleigh',
    [
      checkOf({
        what: 'envelopeSnr',
        at: { frequencyMHz: 40, fromMm: 1.2, toMm: 1.8 },
        measured: 1.9,
        reference: 1.913,
        tolerance: relative(1.913, 0.03),
        unit: '1',
        source: 'theory',
      }),
    ],
    {
      x: { label: 'depthMm', unit: 'mm' },
      y: { label: 'envelopeSnr', unit: '1' },
      series: [
        { name: 'measured', x: [1, 2, 3], y: [1.9, 1.91, 1.88], style: 'points' },
        { name: 'theory', x: [1, 3], y: [1.913, 1.913], style: 'line' },
      ],
    },
  );
  const bad = rowOf('wire', [
    checkOf({
      what: 'ringingSpacing',
      measured: Number.NaN,
      reference: 95,
      tolerance: relative(95, 0.1),
      unit: 'um',
      source: 'materials',
    }),
  ]);
  const testRow = (title: string) => page.getByRole('row', { name: new RegExp(`^\\d+ ${title}\\b`) });
  const run = () => fake.runs.at(-1)!;
  const start = async () => {
    open('#/physics/validation');
    await page.getByRole('button', { name: words.validation.run }).click();
  };

  test('nothing is measured before it is asked for', async () => {
    open('#/physics/validation');
    await expect.element(page.getByRole('button', { name: words.validation.run })).toBeVisible();
    expect(fake.runs).toEqual([]);
    await expect.element(testRow(titles.rayleigh.title)).toHaveTextContent(words.validation.states.idle);
    await expect.element(page.getByRole('button', { name: words.validation.download })).toBeDisabled();
  });

  test('tells the course of a run and the verdicts in words; a row opens checks and plot', async () => {
    await start();
    expect(run().ids).toEqual(TEST_TITLES.map((_, i) => i + 1));
    run().events.onStart(3);
    await expect.element(page.getByText(words.validation.running(titles.rayleigh.title))).toBeVisible();
    run().events.onRow(good, 1234);
    run().events.onRow(bad, 100);
    await expect.element(page.getByText(words.validation.progress(2, 25))).toBeVisible();
    await expect.element(testRow(titles.rayleigh.title)).toHaveTextContent(physics.passed);
    await expect.element(testRow(titles.rayleigh.title)).toHaveTextContent('1.2 s');
    await expect.element(testRow(titles.wire.title)).toHaveTextContent(physics.failed);
    run().events.onEnd();
    await expect.element(page.getByText(words.validation.ended(1, 2))).toBeVisible();

    await page.getByRole('button', { name: titles.rayleigh.title, exact: true }).click();
    const checks = page.getByRole('region', { name: words.validation.checksOf(titles.rayleigh.title) });
    await expect.element(checks).toHaveTextContent('1.86 to 1.97');
    await expect.element(checks).toHaveTextContent('frequency 40 MHz, from 1.2 mm, to 1.8 mm');
    await expect.element(page.getByRole('figure')).toBeVisible();
    await page.getByRole('button', { name: titles.wire.title, exact: true }).click();
    await expect.element(page.getByText(physics.notMeasured)).toBeVisible();
  });

  test('results can be saved, whole and as numbers', async () => {
    await start();
    run().events.onRow(good, 1);
    await page.getByRole('button', { name: words.validation.download }).click();
    const [name, text] = fake.saved[0]!;
    expect(name).toBe('truelumen-validation.json');
    expect(JSON.parse(text!).tests).toEqual([JSON.parse(JSON.stringify(good))]);
  });

  test('cancelling ends the run and keeps the results so far', async () => {
    await start();
    run().events.onRow(good, 1);
    run().events.onStart(4);
    await page.getByRole('button', { name: words.validation.cancel }).click();
    expect(run().cancelled).toBe(true);
    await expect.element(page.getByText(words.validation.cancelled)).toBeVisible();
    await expect.element(testRow(titles.rayleigh.title)).toHaveTextContent(physics.passed);
    await expect.element(testRow(titles.speckleCell.title)).toHaveTextContent(words.validation.states.idle);
    await expect.element(page.getByRole('button', { name: words.validation.again })).toBeVisible();
  });

  test('a test that could not run says why and can be tried again alone', async () => {
    await start();
    run().events.onFailure(3, 'out of memory');
    run().events.onEnd();
    await page.getByRole('button', { name: titles.rayleigh.title, exact: true }).click();
    await expect.element(page.getByText(words.validation.failure('out of memory'))).toBeVisible();
    await page.getByRole('button', { name: words.validation.oneName(titles.rayleigh.title) }).click();
    expect(run().ids).toEqual([3]);
    run().events.onRow(good, 1);
    await expect.element(testRow(titles.rayleigh.title)).toHaveTextContent(physics.passed);
  });

  test('a run goes on while another section is read, and ends with the page', async () => {
    await start();
    await page.getByRole('link', { name: words.tabs.limits }).click();
    await expect.element(page.getByRole('heading', { name: words.tabs.limits })).toBeVisible();
    run().events.onRow(good, 1);
    await page.getByRole('link', { name: words.tabs.validation }).click();
    await expect.element(testRow(titles.rayleigh.title)).toHaveTextContent(physics.passed);
    root.render(null);
    await expect.poll(() => run().cancelled).toBe(true);
  });
});

test.each([
  [1440, 900],
  [768, 1024],
  [390, 844],
])('passes axe and does not scroll sideways at %i x %i, every section', async (width, height) => {
  await page.viewport(width, height);
  open();
  await expect.element(table(words.materialsTable)).toBeVisible();
  await table(words.materialsTable)
    .getByRole('button', { name: new RegExp(`^${materials.calcium}`) })
    .first()
    .click();
  expect(await accessibilityProblems()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  for (const tab of ['validation', 'limits'] as const) {
    await page.getByRole('link', { name: words.tabs[tab] }).click();
    await expect.element(page.getByRole('heading', { name: words.tabs[tab] })).toBeInTheDocument();
    if (tab === 'validation') await page.getByRole('button', { name: words.validation.openAll }).click();
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  }
});
