/** @file An independent copy of plain data: objects, arrays, typed arrays, values. */

interface TypedArray {
  slice(): TypedArray;
}

/** Nothing of the copy is shared with the original. No cycles, no functions, no classes of one's own. */
export const copyOf = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return (value as unknown as TypedArray).slice() as unknown as T;
  if (Array.isArray(value)) return value.map(copyOf) as unknown as T;
  const entries = Object.entries(value).map(([key, inner]) => [key, copyOf(inner)] as const);
  return Object.fromEntries(entries) as T;
};
