/** @file Runs the tests of the physics validation on the engine, in the order of their numbers. */
import { createKernels, type KernelPath } from '../kernels/kernels.ts';
import { createLab, type Lab } from './lab.ts';
import { TEST_TITLES, type TestTitle } from './names.ts';
import type { ValidationRow } from './report.ts';
import type { ScanConverter } from './scan-converter.ts';
import { attenuationRow } from './tests/attenuation.ts';
import { bloodRow } from './tests/blood.ts';
import { calciumThicknessRow } from './tests/calcium-thickness.ts';
import { consoleLookRow } from './tests/console-look.ts';
import { determinismRow } from './tests/determinism.ts';
import { diffractionRow } from './tests/diffraction.ts';
import { farFieldRow } from './tests/far-field.ts';
import { fieldSimulatorRow } from './tests/field-simulator.ts';
import { interfaceLevelsRow } from './tests/interface-levels.ts';
import { logAndScanRow } from './tests/log-and-scan.ts';
import { lumenGeometryRow } from './tests/lumen-geometry.ts';
import { mediaBandRow } from './tests/media-band.ts';
import { multiplesRow } from './tests/multiples.ts';
import { noiseFloorRow } from './tests/noise-floor.ts';
import { pointSpreadRow } from './tests/point-spread.ts';
import { pullbackCorrelationRow } from './tests/pullback-correlation.ts';
import { rayleighRow } from './tests/rayleigh.ts';
import { rigidMotionRow } from './tests/rigid-motion.ts';
import { ringDownRow } from './tests/ring-down.ts';
import { shadowEdgeRow } from './tests/shadow-edge.ts';
import { soundSpeedRow } from './tests/sound-speed.ts';
import { sparseMediaRow } from './tests/sparse-media.ts';
import { speckleCellRow } from './tests/speckle-cell.ts';
import { tiltCurveRow } from './tests/tilt-curve.ts';
import { wireRow } from './tests/wire.ts';

const TESTS: Readonly<Record<TestTitle, (lab: Lab) => ValidationRow>> = {
  pointSpread: pointSpreadRow,
  farField: farFieldRow,
  rayleigh: rayleighRow,
  speckleCell: speckleCellRow,
  sparseMedia: sparseMediaRow,
  attenuation: attenuationRow,
  diffraction: diffractionRow,
  interfaceLevels: interfaceLevelsRow,
  tiltCurve: tiltCurveRow,
  calciumThickness: calciumThicknessRow,
  shadowEdge: shadowEdgeRow,
  multiples: multiplesRow,
  wire: wireRow,
  soundSpeed: soundSpeedRow,
  pullbackCorrelation: pullbackCorrelationRow,
  rigidMotion: rigidMotionRow,
  blood: bloodRow,
  ringDown: ringDownRow,
  noiseFloor: noiseFloorRow,
  logAndScan: logAndScanRow,
  lumenGeometry: lumenGeometryRow,
  mediaBand: mediaBandRow,
  determinism: determinismRow,
  fieldSimulator: fieldSimulatorRow,
  consoleLook: consoleLookRow,
};

/** Numbers of all tests, from 1. Number 26 of the table is speed, which benchmarks measure: core has no clock. */
export const TEST_IDS: readonly number[] = TEST_TITLES.map((_, i) => i + 1);

/** Tests that must hold for the engine to be called right; the others may be looked at. */
export const GATE_IDS: readonly number[] = [1, 2, 3, 4, 6, 10, 12, 13, 15, 17, 21, 23];

export interface ValidationOptions {
  /** Draws frames for test 20. */
  readonly scan: ScanConverter;
  /** The kernels to use; the fastest that the engine offers if left out. */
  readonly path?: KernelPath;
  /** Numbers of the tests to run; all if left out. */
  readonly only?: readonly number[];
  /** Told each row as soon as it is there. */
  readonly onRow?: (row: ValidationRow) => void;
}

/** @throws RangeError for a number that no test has */
export const validatePhysics = ({ scan, path, only, onRow }: ValidationOptions): ValidationRow[] => {
  const unknown = only?.find((id) => !TEST_IDS.includes(id));
  if (unknown !== undefined) throw new RangeError(`there is no test ${unknown}`);
  const lab = createLab(scan, path ?? createKernels().path);
  return TEST_TITLES.filter((_, i) => !only || only.includes(i + 1)).map((title) => {
    const row = TESTS[title](lab);
    onRow?.(row);
    return row;
  });
};
