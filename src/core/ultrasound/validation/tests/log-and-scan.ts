/** @file Test 20: 10 dB are the stated step of grey, a circle is round, and the seam cannot be seen. */
import { DB_RANGE, DB_STEP, type PolarFrame } from '../../frame.ts';
import { bare, type Lab } from '../lab.ts';
import { losslessBut, silentBut, tube, UNIFORM } from '../phantoms.ts';
import { createPointBench } from '../point-bench.ts';
import { absolute, atMost, checkOf, rowOf, type ValidationRow } from '../report.ts';

const SIZE = 800;
const DEPTH_MM = 4;
const SPAN_DB = 50;
const STEP_DB = 10;
const WHITE = 255;
const RADIUS_MM = 2;
/** Directions in which the circle is measured. */
const DIRECTIONS = 72;
/** Half of the angle over which grey is compared, rad: a line's width at the usual 512. */
const ACROSS_RAD = Math.PI / 512;

interface Picture {
  /** Grey of the pixel at a place, mm from the middle, angle as in the frame. */
  at(rangeMm: number, angleRad: number): number;
  readonly mmPerPixel: number;
}

const draw = (lab: Lab, frame: PolarFrame, gainDb: number): Picture => {
  const grey = new Uint8Array(SIZE * SIZE);
  const view = {
    gainDb,
    dynamicRangeDb: SPAN_DB,
    gamma: 1,
    depthMm: DEPTH_MM,
    rotationRad: 0,
    mirrored: false,
  };
  lab.scan(frame, { floorDb: -DB_RANGE, stepDb: DB_STEP }, view, SIZE, SIZE, grey);
  const mmPerPixel = (2 * DEPTH_MM) / SIZE;
  return {
    mmPerPixel,
    at: (range, angle) => {
      // angle 0 is to the left, and angles run clockwise
      const x = Math.floor(SIZE / 2 - (range * Math.cos(angle)) / mmPerPixel);
      const y = Math.floor(SIZE / 2 - (range * Math.sin(angle)) / mmPerPixel);
      return grey[y * SIZE + x]!;
    },
  };
};

/** Brightest grey around a place. */
const brightest = (picture: Picture, rangeMm: number, angleRad: number): number => {
  let most = 0;
  for (let r = rangeMm - 0.05; r < rangeMm + 0.05; r += picture.mmPerPixel / 3) {
    most = Math.max(most, picture.at(r, angleRad));
  }
  return most;
};

/** Grey between two points of which one scatters 10 dB less. */
const greyStep = (lab: Lab): number => {
  const bench = createPointBench(bare({ samples: 352 }), lab.path, 2);
  const frame = bench.frame([
    { x: RADIUS_MM, y: 0, along: 0, amplitude: 1 },
    { x: -RADIUS_MM, y: 0, along: 0, amplitude: 10 ** (-STEP_DB / 20) },
  ]);
  // points of one scatterer each are faint
  const top = frame.data.reduce((a, b) => Math.max(a, b), 0) * DB_STEP - DB_RANGE;
  const picture = draw(lab, frame, -top - 2);
  return brightest(picture, RADIUS_MM, 0) - brightest(picture, RADIUS_MM, Math.PI);
};

/** Largest error of a circle's radius, pixels. */
const radiusError = (lab: Lab): number => {
  const media = silentBut({
    blood: { specular: 1 },
    intima: { specular: 1, impedanceMRayl: 1.9 },
  });
  const frame = lab.scanner(tube(RADIUS_MM), media).frame(bare({ samples: 400 }));
  const picture = draw(lab, frame, 0);
  const step = picture.mmPerPixel / 4;
  let worst = 0;
  for (let d = 0; d < DIRECTIONS; d++) {
    const angle = (2 * Math.PI * d) / DIRECTIONS;
    const most = brightest(picture, RADIUS_MM, angle);
    // the middle of the stretch that is brighter than half
    let sum = 0;
    let count = 0;
    for (let r = RADIUS_MM - 0.2; r < RADIUS_MM + 0.2; r += step) {
      if (picture.at(r, angle) < most - WHITE / 10) continue;
      sum += r;
      count++;
    }
    worst = Math.max(worst, Math.abs(sum / count - RADIUS_MM) / picture.mmPerPixel);
  }
  return worst;
};

/** By how much grey jumps across the seam, more than across any other line, on the average. */
const seamJump = (lab: Lab): number => {
  const frame = lab.scanner(UNIFORM, losslessBut()).frame(bare({ samples: 400 }));
  const picture = draw(lab, frame, 0);
  const jumpAt = (angle: number): number => {
    let sum = 0;
    let count = 0;
    for (let r = 1; r < 4 - 0.05; r += 0.01) {
      sum += Math.abs(picture.at(r, angle + ACROSS_RAD) - picture.at(r, angle - ACROSS_RAD));
      count++;
    }
    return sum / count;
  };
  const others = Array.from({ length: DIRECTIONS - 1 }, (_, d) =>
    jumpAt((2 * Math.PI * (d + 1)) / DIRECTIONS),
  );
  return jumpAt(0) - others.reduce((a, b) => a + b, 0) / others.length;
};

export const logAndScanRow = (lab: Lab): ValidationRow => {
  const step = (WHITE * STEP_DB) / SPAN_DB;
  return rowOf('logAndScan', [
    checkOf({
      what: 'greyStep',
      measured: greyStep(lab),
      reference: step,
      tolerance: absolute(step, 1),
      unit: 'grey',
      source: 'theory',
    }),
    checkOf({
      what: 'radius',
      measured: radiusError(lab),
      reference: 0,
      tolerance: atMost(1),
      unit: 'pixels',
      source: 'theory',
    }),
    checkOf({
      what: 'seamJump',
      measured: seamJump(lab),
      reference: 0,
      tolerance: atMost(2),
      unit: 'grey',
      source: 'theory',
    }),
  ]);
};
