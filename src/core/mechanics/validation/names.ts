/** @file The vocabulary of the mechanics validation. */

/** Title of each test of the validation table; its place gives the number. */
export const TEST_TITLES = [
  'gradient',
  'cantilever',
  'elastica',
  'column',
  'twistBuckling',
  'tipLoad',
  'preShape',
  'capstan',
  'stick',
  'spinFrees',
  'torqueLag',
  'snap',
  'energy',
  'gridConvergence',
  'stepConvergence',
  'determinism',
  'pushBlock',
  'peel',
] as const;

export interface MechanicsWords {
  readonly title: (typeof TEST_TITLES)[number];
  readonly quantity:
    | 'forceError'
    | 'deflection'
    | 'criticalLoad'
    | 'order'
    | 'criticalMoment'
    | 'criticalTwist'
    | 'tipLoad'
    | 'change'
    | 'tipAngle'
    | 'tensionRatio'
    | 'creep'
    | 'axialDrag'
    | 'lag'
    | 'snapLambda'
    | 'workReturned'
    | 'energyRise'
    | 'tipShift'
    | 'peakForce'
    | 'differingHashes'
    | 'residual'
    | 'openingForce';
  readonly condition:
    | 'seed'
    | 'elements'
    | 'alpha'
    | 'pinned'
    | 'wire'
    | 'supportMm'
    | 'friction'
    | 'share'
    | 'spinRatio'
    | 'finer'
    | 'stepsPerS'
    | 'punctureN'
    | 'energyJPerM2'
    | 'widthMm'
    | 'angleDeg'
    | 'lengthMm';
  readonly word: string;
  readonly unit: '1' | 'mm' | 'N' | 'N mm' | 'rad' | 'deg' | 'gf';
  readonly source: 'theory' | 'catalogue' | 'self' | 'design';
  readonly note: 'mayDifferInTime';
  readonly series: 'measured' | 'theory';
}
