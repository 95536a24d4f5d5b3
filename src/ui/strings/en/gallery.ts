/** @file Words of the recognition scenes: their titles, and what is true of each. */
import type { SceneId } from '../../../core/cases/gallery/scene.ts';

interface SceneWords {
  readonly title: string;
  /** What the model knows; shown when the truth is. */
  readonly truth: string;
}

export const gallery: Readonly<Record<SceneId, SceneWords>> = {
  'normal-wall': {
    title: 'Three-layer wall',
    truth: 'Bright intima, dark media, bright adventitia: the sound meets all three squarely.',
  },
  'oblique-wall': {
    title: 'The same wall, seen obliquely',
    truth:
      'The catheter leans and lies against the wall. At 3 and 9 o’clock the sound crosses the media at a slant, and the dark layer fades; at 12 and 6 o’clock the layers are as clear as before.',
  },
  'companion-veins': {
    title: 'Two companion veins',
    truth: 'Dark, thin-walled and outside the adventitia, near 10 and 2 o’clock. Neither is a true lumen.',
  },
  'side-branch': {
    title: 'Side branch into the true lumen',
    truth: 'Near 2 o’clock all three layers stop and blood leaves the lumen: only a true lumen has branches.',
  },
  intraplaque: {
    title: 'Catheter in the plaque',
    truth: 'Plaque lies on all sides. The dark ring of the media runs outside everything, unbroken.',
  },
  subintimal: {
    title: 'Catheter subintimal',
    truth:
      'The plaque is all on one side and bulges towards the catheter. On the other side adventitia touches the space: no media there.',
  },
  intramedial: {
    title: 'Catheter in the media',
    truth: 'The media is split: a dark layer on both sides of the catheter. The intima has stayed whole.',
  },
  'compressed-true-lumen': {
    title: 'True lumen pressed to a crescent',
    truth:
      'The catheter lies behind the media. The true lumen, with its three layers, is what remains beyond the concave border.',
  },
  'reentry-true-lumen': {
    title: 'Wire 2 in the true lumen',
    truth: 'Wire 2 lies in blood, inside the intima, with blood on all its sides.',
  },
  'reentry-in-plaque': {
    title: 'Wire 2 still in the plaque',
    truth: 'Wire 2 lies beside the true lumen, between intimal surface and media. It has not re-entered.',
  },
  'false-lumen': {
    title: 'False lumen',
    truth:
      'Standing blood behind the media, adventitia as its outer border, no branch. The branch beyond, near 3 o’clock of the artery, leaves the true lumen.',
  },
  'medial-tram-track': {
    title: 'Medial calcium on two sides',
    truth: 'Both sheets lie in the media: intima and lumen in front of them stay visible.',
  },
  'intimal-sheet': {
    title: 'Intimal calcium',
    truth: 'The sheet lies inside the media and hides media and adventitia behind it.',
  },
  'calcified-nodule': {
    title: 'Calcified nodule',
    truth: 'A short deposit that bulges into the lumen, convex and with a shadow.',
  },
  'medial-under-intimal': {
    title: 'Medial under intimal calcium',
    truth:
      'A medial sheet continues behind an intimal one. Where the two overlap the image cannot tell them apart, and no reader should be marked down for it.',
  },
  'intramural-haematoma': {
    title: 'Intramural haematoma',
    truth: 'A crescent of standing blood between media and adventitia, without a tear. It narrows the lumen.',
  },
  'dissection-flap': {
    title: 'Dissection flap',
    truth: 'Intima and part of the media are lifted off and torn near 5 o’clock: blood runs behind the flap.',
  },
  'fresh-thrombus': {
    title: 'Fresh thrombus',
    truth: 'Clot fills a lumen whose wall is nearly healthy. It is hard to tell from standing blood.',
  },
  'organised-thrombus': {
    title: 'Organised thrombus',
    truth: 'Old clot with fibrous streaks, grains and channels, and plaque around it.',
  },
  'flowing-blood': {
    title: 'Flowing blood',
    truth: 'Blood at 120 mm/s: its speckle is fine, and new in every frame.',
  },
  'stagnant-blood': {
    title: 'Stagnant blood',
    truth:
      'The same artery with blood at rest: its red cells clump, so it is brighter and its speckle stays.',
  },
  flush: {
    title: 'Saline in the lumen',
    truth: 'Flushed: almost nothing scatters, so the lumen is black and its border plain.',
  },
  contrast: {
    title: 'Contrast in the lumen',
    truth: 'Contrast medium scatters no more than saline: the lumen is dark, the X-ray is not.',
  },
  'air-in-window': {
    title: 'Air in the window',
    truth:
      'A bubble near 10 o’clock stops the sound at the catheter. Flush the catheter, do not read the sector.',
  },
  'both-wires': {
    title: 'Both wires',
    truth:
      'Wire 1 touches the window near 7 o’clock, wire 2 lies in the lumen near 1 o’clock: each a bright arc, a comb of ringing and a shadow.',
  },
  'nurd-eccentric': {
    title: 'Uneven rotation, eccentric catheter',
    truth:
      'The artery is round. The drive shaft drags, so the image is stretched on one side and squeezed on the other: angles cannot be trusted here.',
  },
};
