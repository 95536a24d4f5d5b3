/** @file Line icons, 16 px, in the colour of the text beside them. Always decoration: names are written or aria-labels. */

const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  play: 'M5 3.5v9l7-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  record: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  stop: 'M4.5 4.5h7v7h-7z',
  save: 'M8 2.5v7.5M4.8 7.2 8 10.4l3.2-3.2M3 13h10',
  open: 'M8 10.5V3M4.8 6.2 8 3l3.2 3.2M3 13h10',
  restart: 'M3.5 8a4.5 4.5 0 1 0 1.4-3.3M3.2 2.6v2.9h2.9',
  help: 'M5.9 6.1a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.9v.1',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  check: 'M3.5 8.5 6.5 11.5 12.5 5',
  eye: 'M1.8 8s2.3-4 6.2-4 6.2 4 6.2 4-2.3 4-6.2 4-6.2-4-6.2-4zM8 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z',
  target: 'M8 2v3M8 11v3M2 8h3M11 8h3M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  bulb: 'M6.2 12.5h3.6M6.8 14h2.4M5.8 10.3a4 4 0 1 1 4.4 0c-.3.3-.4.6-.4.9H6.2c0-.3-.1-.6-.4-.9z',
  drop: 'M8 2.5s-3.8 4-3.8 6.9a3.8 3.8 0 0 0 7.6 0C11.8 6.5 8 2.5 8 2.5z',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  right: 'M6 3.5 10.5 8 6 12.5',
  sound: 'M2.5 6v4h2.3L8 12.8V3.2L4.8 6zM10.3 6a2.8 2.8 0 0 1 0 4M12 4.2a5.3 5.3 0 0 1 0 7.6',
  soundOff: 'M2.5 6v4h2.3L8 12.8V3.2L4.8 6zM10.5 6.2l3.4 3.6M13.9 6.2l-3.4 3.6',
  syringe: 'M1.8 5.6v4.8M1.8 8h2.4M4.2 5.4h6.3v5.2H4.2zM10.5 8h3.7M6.3 5.4v2M8.4 5.4v2',
  gamepad:
    'M5 4.5h6a3.2 3.2 0 0 1 3.2 3.6l-.4 3a1.4 1.4 0 0 1-2.4.7L9.8 10H6.2l-1.6 1.8a1.4 1.4 0 0 1-2.4-.7l-.4-3A3.2 3.2 0 0 1 5 4.5zM5.5 6.2v2.4M4.3 7.4h2.4M10.8 7.4v.1',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name, filled = false }: { readonly name: IconName; readonly filled?: boolean }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill={filled ? 'currentColor' : 'none'}
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
