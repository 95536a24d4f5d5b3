/** @file The three tables of the physics page, read from the engine's own tables. */
import { MATERIAL_NAMES } from '../../../core/anatomy/material.ts';
import { MATERIAL_TABLE, type MaterialRow } from '../../../core/anatomy/material-table.ts';
import { ENGINE_CONSTANTS, type EngineConstant } from '../../../core/ultrasound/constants.ts';
import {
  CATHETER_PRESETS,
  type CatheterPreset,
  type PresetNumber,
} from '../../../core/ultrasound/presets.ts';
import { devices } from '../../../ui/strings/en/devices.ts';
import { materials } from '../../../ui/strings/en/materials.ts';
import { physicsPage as words } from '../../../ui/strings/en/physics-page.ts';
import { plainNumber } from '../numbers.ts';
import type { SourcedCell, SourcedTableData } from './model.ts';

const cell = (value: number, unit: string, source: string): SourcedCell => ({
  value,
  text: plainNumber(value),
  unit,
  // sources are written in ASCII where they stand beside the numbers
  source: source.replaceAll('+-', '±').replaceAll('mm/us', 'mm/µs'),
});

type Acoustic = keyof MaterialRow['acoustic'];
const ACOUSTIC = Object.keys(words.acoustic) as readonly Acoustic[];

export const materialsTable = (): SourcedTableData => ({
  title: words.materialsTable,
  head: words.material,
  columns: ACOUSTIC.map((key) => ({ key, ...words.acoustic[key] })),
  rows: MATERIAL_NAMES.map((name) => {
    const { acoustic, colour } = MATERIAL_TABLE[name];
    return {
      key: name,
      name: materials[name],
      group: '',
      colour,
      cells: ACOUSTIC.map((key) => {
        // only layers differ along and across
        if (key === 'alongLevelDb' && acoustic.alongLevelDb.value === acoustic.levelDb.value) return null;
        return cell(acoustic[key].value, words.acoustic[key].unit, acoustic[key].source);
      }),
    };
  }),
});

const PRESET_NUMBERS = Object.keys(words.presets) as readonly PresetNumber[];

const presetCell = (preset: CatheterPreset, key: PresetNumber): SourcedCell => {
  const { probe, console: atConsole, sources, ...rest } = preset;
  const numbers = { ...rest, ...probe, ...atConsole };
  const value = numbers[key];
  const { unit } = words.presets[key];
  if (typeof value === 'number') return cell(value, unit, sources[key]);
  const text = value === null ? words.flat : value.map(plainNumber).join(', ');
  return { value: Number.NaN, text, unit: value === null ? '' : unit, source: sources[key] };
};

export const presetsTable = (): SourcedTableData => ({
  title: words.presetsTable,
  head: words.quantity,
  columns: CATHETER_PRESETS.map(({ id }) => ({ key: id, label: devices.catheters[id].name, unit: '' })),
  rows: PRESET_NUMBERS.map((key) => ({
    key,
    name: words.withUnit(words.presets[key].label, words.presets[key].unit),
    group: '',
    cells: CATHETER_PRESETS.map((preset) => presetCell(preset, key)),
  })),
});

const DEG_PER_RAD = 180 / Math.PI;

const constantCell = ({ value, unit, source }: EngineConstant): SourcedCell =>
  cell(unit === 'rad' ? value * DEG_PER_RAD : value, words.constantUnits[unit], source);

export const constantsTable = (): SourcedTableData => ({
  title: words.constantsTable,
  head: words.constant,
  columns: [{ key: 'value', label: words.value, unit: '' }],
  rows: ENGINE_CONSTANTS.map((constant) => ({
    key: constant.name,
    name: words.constants[constant.name],
    group: words.groups[constant.group],
    cells: [constantCell(constant)],
  })),
});
