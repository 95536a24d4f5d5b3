/** @file Words of plots that do not depend on what is plotted. */

export const plot = {
  axis: (label: string, unit: string) => (unit === '' ? label : `${label} (${unit})`),
  value: (value: string, unit: string) => (unit === '' ? value : `${value} ${unit}`),
  cursor: (title: string) => `Read values: ${title}`,
  of: (name: string, value: string) => `${name} ${value}`,
  reading: (at: string, values: readonly string[]) => `At ${at}: ${values.join(', ') || 'no value'}`,
} as const;
