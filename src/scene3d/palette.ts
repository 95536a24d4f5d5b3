/** @file Colours of the scene: the same device and truth colours as src/ui/theme.css, as numbers for three. */

export const PALETTE = {
  background: 0x07090b,
  wire1: 0xffb454,
  ivus: 0x5ad1e6,
  wire2: 0xff7ad9,
  balloon: 0xdfe7ee,
  lumen: 0xe5484d,
  plane: 0xb18cff,
  calcium: 0xf4f1de,
  adventitia: 0xb9846a,
  plug: 0x9a5a58,
  vein: 0x5b7fb8,
  ghost: 0x8fa6b8,
  bone: 0xd8d2c0,
  metal: 0xc8d0d6,
} as const;
