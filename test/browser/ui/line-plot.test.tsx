/** @file The plot in a real browser: named, drawn, read by pointer and keyboard. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LinePlot } from '../../../src/ui/LinePlot.tsx';
import { accessibilityProblems } from '../app/fixtures.tsx';
import { type Mounted, mount } from '../viewer/fixtures.tsx';

let mounted: Mounted;
afterEach(() => mounted.unmount());

const X = { label: 'Depth', unit: 'mm', min: 0, max: 10, digits: 1 };
const Y = { label: 'Level', unit: 'dB', min: -60, max: 0, digits: 0 };
const draw = (width = 600, height = 300) => {
  mounted = mount(
    <LinePlot
      title="Loss by depth"
      description="Falls by 5 dB per mm."
      x={X}
      y={Y}
      series={[
        { name: 'Model', x: [0, 5, 10], y: [0, -25, -50], colour: 'white' },
        {
          name: 'Measured',
          x: [0, 2, 4, 6],
          y: [-1, -11, Number.NaN, -29],
          colour: 'orange',
          look: 'points',
        },
        { name: 'Floor', x: [0, 10], y: [-55, -55], colour: 'blue', look: 'area' },
      ]}
      marks={[
        { x: 3, label: 'wall' },
        { x: 30, label: 'outside' },
      ]}
      levels={[{ y: -40, label: 'limit' }]}
    />,
    width,
    height,
  );
};

test('is a figure with a name, a description and a legend', async () => {
  draw();
  const figure = page.getByRole('figure', { name: 'Loss by depth' });
  await expect.element(figure).toHaveAccessibleDescription('Falls by 5 dB per mm.');
  for (const name of ['Model', 'Measured', 'Floor']) await expect.element(page.getByText(name)).toBeVisible();
  await expect.element(page.getByText('Depth (mm)')).toBeInTheDocument();
  await expect.element(page.getByText('Level (dB)')).toBeInTheDocument();
  await expect.element(page.getByText('wall')).toBeInTheDocument();
  await expect.element(page.getByText('limit')).toBeInTheDocument();
  expect(page.getByText('outside').query()).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
});

test('a line runs from corner to corner of its values', async () => {
  draw();
  await expect.element(page.getByText('Model')).toBeVisible();
  const line = mounted.host.querySelector<SVGPathElement>('svg svg path[stroke="white"]')!;
  const numbers = line
    .getAttribute('d')!
    .match(/-?[\d.]+/g)!
    .map(Number);
  const frame = line.ownerSVGElement!;
  const size = (side: 'width' | 'height'): number => Number(frame.getAttribute(side));
  expect(numbers.slice(0, 2)).toEqual([0, 0]);
  expect(numbers[4]).toBeCloseTo(size('width'), 0);
  expect(numbers[5]).toBeCloseTo((size('height') * 50) / 60, 0);
});

test('the keyboard reads values, and the ends stop it', async () => {
  draw();
  const cursor = page.getByRole('slider', { name: 'Read values: Loss by depth' });
  await expect.element(cursor).toBeVisible();
  cursor.element().focus();
  await userEvent.keyboard('{Home}');
  await expect
    .element(cursor)
    .toHaveAttribute('aria-valuetext', 'At 0.0 mm: Model 0 dB, Measured −1 dB, Floor −55 dB');
  await userEvent.keyboard('{ArrowLeft}{PageUp}{PageUp}');
  // the point nearest to 2 mm
  await expect.element(cursor).toHaveAttribute('aria-valuetext', expect.stringContaining('Measured −11 dB'));
  await userEvent.keyboard('{End}{ArrowRight}');
  await expect.element(cursor).toHaveAttribute('aria-valuenow', '10');
});

test('the pointer reads where it is, and leaves nothing behind', async () => {
  draw();
  const cursor = page.getByRole('slider');
  await cursor.hover({ position: { x: 2, y: 40 } });
  await expect.element(page.getByText('0 dB', { exact: true })).toBeVisible();
  await page.getByText('Model').hover();
  await expect.element(page.getByText('0 dB', { exact: true })).not.toBeInTheDocument();
});

test('no room, no drawing, no error', async () => {
  draw(20, 20);
  await expect.element(page.getByRole('figure')).toBeInTheDocument();
  expect(mounted.host.querySelector('svg svg')).toBeNull();
});
