/** @file The legend: line styles of the devices, layers that can be switched, colours of the cut face. */
import { MATERIAL_TABLE } from '../core/anatomy/material-table.ts';
import { DEVICE_IDS } from '../core/mechanics/device.ts';
import { DeviceSwatch } from '../ui/DeviceSwatch.tsx';
import { devices } from '../ui/strings/en/devices.ts';
import { scene } from '../ui/strings/en/scene.ts';
import { PALETTE } from './palette.ts';
import styles from './Scene3DPane.module.css';
import type { ToggleId, Toggles } from './scene-root.ts';

const hex = (n: number): string => `#${n.toString(16).padStart(6, '0')}`;

const LAYER_COLOUR: Partial<Record<ToggleId, string>> = {
  wall: hex(PALETTE.adventitia),
  lumen: hex(PALETTE.lumen),
  plane: hex(PALETTE.plane),
  calcium: hex(PALETTE.calcium),
  veins: hex(PALETTE.vein),
};

const ALWAYS: readonly ToggleId[] = ['image', 'labels'];
const WITH_TRUTH: readonly ToggleId[] = ['wall', 'lumen', 'plane', 'calcium', 'veins'];
const FACE = ['thrombus', 'looseFibrous', 'denseFibrous', 'lipid', 'media', 'adventitia'] as const;

interface LegendProps {
  readonly id: string;
  readonly toggles: Toggles;
  readonly truthShown: boolean;
  readonly onToggle: (id: ToggleId) => void;
}

export const SceneLegend = ({ id, toggles, truthShown, onToggle }: LegendProps) => (
  <div id={id} className={styles.legend}>
    <ul aria-label={scene.devices}>
      {DEVICE_IDS.map((device) => (
        <li key={device} className={styles.row}>
          <DeviceSwatch device={device} width={24} />
          {devices.names[device]}
        </li>
      ))}
    </ul>
    <ul aria-label={scene.layers}>
      {[...ALWAYS, ...(truthShown ? WITH_TRUTH : [])].map((toggle) => (
        <li key={toggle}>
          <label className={styles.row}>
            <input type="checkbox" checked={toggles[toggle]} onChange={() => onToggle(toggle)} />
            {LAYER_COLOUR[toggle] && (
              <span
                className={styles.swatch}
                style={{ background: LAYER_COLOUR[toggle] }}
                aria-hidden="true"
              />
            )}
            {scene.toggles[toggle]}
          </label>
        </li>
      ))}
    </ul>
    {truthShown && toggles.wall && (
      <ul aria-label={scene.materials}>
        {FACE.map((name) => (
          <li key={name} className={styles.row}>
            <span
              className={styles.swatch}
              style={{ background: MATERIAL_TABLE[name].colour }}
              aria-hidden="true"
            />
            {scene.materialNames[name]}
          </li>
        ))}
      </ul>
    )}
  </div>
);
