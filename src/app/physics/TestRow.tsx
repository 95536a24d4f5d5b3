/** @file One test of the validation: its verdict, and below it, when opened, its question, checks and plot. */
import { TEST_TITLES } from '../../core/ultrasound/validation/names.ts';
import { type Plot, rowPasses } from '../../core/ultrasound/validation/report.ts';
import { Button } from '../../ui/Button.tsx';
import { fixed } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LinePlot } from '../../ui/LinePlot.tsx';
import { physics } from '../../ui/strings/en/physics.ts';
import { physicsPage } from '../../ui/strings/en/physics-page.ts';
import { CheckTable } from './CheckTable.tsx';
import { linePlotOf } from './plot-of.ts';
import type { TestState } from './use-validation.ts';
import styles from './Validation.module.css';
import { Verdict } from './Verdict.tsx';

const words = physicsPage.validation;

interface TestRowProps {
  readonly id: number;
  readonly test: TestState;
  readonly open: boolean;
  readonly busy: boolean;
  readonly onToggle: (id: number) => void;
  readonly onRun: (id: number) => void;
}

export const TestRow = ({ id, test, open, busy, onToggle, onRun }: TestRowProps) => {
  const { title, asks } = physics.tests[TEST_TITLES[id - 1]!];
  const { state, row, tookMs } = test;
  const panelId = `test-${id}`;
  const counting = row?.checks.filter(({ extra }) => !extra) ?? [];
  return (
    <>
      <tr className={styles.row} data-state={state}>
        <td className={styles.number}>{id}</td>
        <th scope="row" className={styles.test}>
          <button
            type="button"
            className={styles.disclosure}
            aria-expanded={open}
            aria-controls={panelId}
            onClick={() => onToggle(id)}
          >
            <Icon name="right" />
            {title}
          </button>
        </th>
        <td>{verdictOf(test)}</td>
        <td className={styles.number}>
          {row ? words.checks(counting.filter(({ pass }) => pass).length, counting.length) : ''}
        </td>
        <td className={styles.number}>
          {tookMs === undefined ? '' : words.seconds(fixed(tookMs / 1000, 1))}
        </td>
        <td className={styles.action}>
          <Button size="small" disabled={busy} aria-label={words.oneName(title)} onClick={() => onRun(id)}>
            {state === 'failed' ? words.retry : words.one}
          </Button>
        </td>
      </tr>
      {open && (
        <tr>
          <td id={panelId} colSpan={6} className={styles.panel}>
            <p className={styles.asks}>{asks}</p>
            {state === 'failed' && (
              <p className={styles.failure} role="alert">
                {words.failure(test.detail ?? '')}
              </p>
            )}
            {row?.plot && <TestPlot plot={row.plot} />}
            {row && <CheckTable row={row} />}
          </td>
        </tr>
      )}
    </>
  );
};

const verdictOf = ({ state, row }: TestState) => {
  if (state !== 'done' || !row) {
    const open = state === 'done' ? 'idle' : state;
    return <Verdict state={state === 'failed' ? 'bad' : 'open'}>{words.states[open]}</Verdict>;
  }
  const good = rowPasses(row);
  return <Verdict state={good ? 'good' : 'bad'}>{good ? physics.passed : physics.failed}</Verdict>;
};

/** Room for the drawing, and for each two curves of the legend, px. */
const PLOT_HEIGHT = 300;
const PER_CURVE = 11;

const TestPlot = ({ plot }: { readonly plot: Plot }) => {
  const { title, x, y, series } = linePlotOf(plot);
  const curves = series.map(({ name }) => name).join('; ');
  return (
    <div className={styles.plot} style={{ height: PLOT_HEIGHT + PER_CURVE * series.length }}>
      <LinePlot
        title={title}
        description={words.plotDescription(y.label, x.label, curves)}
        x={x}
        y={y}
        series={series}
      />
    </div>
  );
};
