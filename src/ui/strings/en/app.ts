/** @file Words of the frame around everything: title, honesty, navigation, notices. */

export const app = {
  name: 'TrueLumen',
  title: 'TrueLumen: IVUS-guided wiring simulator',
  oneSentence:
    'Practise IVUS-guided wiring of an occluded tibial artery: read the pullback, turn the C-arm, and steer a second wire from the subintimal space back into the true lumen.',
  honesty:
    'Synthetic and simplified, for education. Not for diagnosis, treatment, device choice or credentialing. No haptics.',
  paneFailed: (pane: string) => `Something went wrong in “${pane}”. The case itself goes on.`,
  pageFailed: 'Something went wrong on this page.',
  pageFailedHelp: 'Your case was saved a few seconds ago; you can go back and continue it.',
  tryAgain: 'Try again',
  backToStart: 'Back to the start page',
  reload: 'Reload the page',
  close: 'Close',
  dismiss: 'Dismiss message',
  notices: 'Messages',
  loadingPage: 'Preparing the page…',
  loading3d: 'Preparing the 3D scene…',
  version: (version: string) => `Version ${version}`,
} as const;
