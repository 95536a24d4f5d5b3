/** @file The line that stands for a device everywhere: wire 1 amber solid, IVUS catheter cyan double, wire 2 magenta dashed. */
import type { DeviceId } from '../core/mechanics/device.ts';

export const DeviceSwatch = ({
  device,
  width = 28,
}: {
  readonly device: DeviceId;
  readonly width?: number;
}) => (
  <svg width={width} height="8" viewBox={`0 0 ${width} 8`} aria-hidden="true" focusable="false">
    {device === 'ivus' ? (
      <path d={`M0 2.2h${width}M0 5.8h${width}`} stroke="var(--ivus)" strokeWidth="1.6" />
    ) : (
      <path
        d={`M0 4h${width}`}
        stroke={`var(--${device})`}
        strokeWidth="2.4"
        strokeDasharray={device === 'wire2' ? '6 4' : undefined}
      />
    )}
  </svg>
);
