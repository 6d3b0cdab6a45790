/** The value below which `share` of the values lie (nearest rank). Throws on none: an empty measurement is no zero. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured');
  return round(value);
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** To a tenth: clocks and machines here tell no more. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
