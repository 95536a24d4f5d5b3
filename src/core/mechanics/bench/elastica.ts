/** @file The exact elastica of a cantilever under a dead load across its tip: theta'' = -alpha cos theta, by shooting. */
import { cos, sin } from '../../math/trig.ts';

const STEPS = 2000;
const HALVINGS = 50;

/** Integrates from the clamp with a curvature; the curvature at the tip and the tip's deflection, in lengths. */
const shoot = (alpha: number, curvature: number): { end: number; deflection: number } => {
  const h = 1 / STEPS;
  let theta = 0;
  let bend = curvature;
  let deflection = 0;
  for (let i = 0; i < STEPS; i++) {
    // classical Runge-Kutta
    const k1 = bend;
    const m1 = -alpha * cos(theta);
    const k2 = bend + (h / 2) * m1;
    const m2 = -alpha * cos(theta + (h / 2) * k1);
    const k3 = bend + (h / 2) * m2;
    const m3 = -alpha * cos(theta + (h / 2) * k2);
    const k4 = bend + h * m3;
    const m4 = -alpha * cos(theta + h * k3);
    const next = theta + (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
    deflection += (h / 6) * (sin(theta) + 4 * sin((theta + next) / 2) + sin(next));
    bend += (h / 6) * (m1 + 2 * m2 + 2 * m3 + m4);
    theta = next;
  }
  return { end: bend, deflection };
};

/** Tip deflection over length at alpha = F L^2 / EI. */
export const elasticaExact = (alpha: number): number => {
  // the moment at the clamp is at most F L
  let lo = 0;
  let hi = alpha;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (lo + hi) / 2;
    if (shoot(alpha, middle).end > 0) hi = middle;
    else lo = middle;
  }
  return shoot(alpha, (lo + hi) / 2).deflection;
};
