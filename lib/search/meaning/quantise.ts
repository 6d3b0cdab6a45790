/** A vector of length 1, a byte a number: each is `code * scale`. A scale of 0: there is no vector. */
export interface Quantised {
  readonly scale: number;
  readonly codes: Int8Array;
}

/** A question's vector, in steps sixteen times as fine: it is made once and costs no room. */
export interface QuantisedQuery {
  readonly scale: number;
  readonly codes: Int16Array;
}

const mostCode = 127;
const mostQueryCode = 2_047;

/** With more numbers a vector, the sum of products below could leave 32 bits (127 * 2,047 * 8,192 < 2^31). */
export const mostDimensions = 8_192;

/**
 * Scalar quantisation with a scale a vector (symmetric, largest number to 127). Each number is off by half a scale at
 * most, so a product with a query of length 1 by no more than `scale / 2 * sqrt(dimensions)`, and by far less as a rule.
 */
export function quantise(vector: ArrayLike<number>): Quantised {
  const { scale, unit } = measure(vector, mostCode);
  const codes = new Int8Array(vector.length);
  if (scale > 0) for (let i = 0; i < codes.length; i++) codes[i] = Math.round(vector[i]! * unit);
  return { scale, codes };
}

export function quantiseQuery(vector: ArrayLike<number>): QuantisedQuery {
  const { scale, unit } = measure(vector, mostQueryCode);
  const codes = new Int16Array(vector.length);
  if (scale > 0) for (let i = 0; i < codes.length; i++) codes[i] = Math.round(vector[i]! * unit);
  return { scale, codes };
}

/** The codes' own product: times both scales it is the cosine. Four at a time, which halves the time in V8. */
export function product(query: Int16Array, codes: Int8Array, offset: number): number {
  const dimensions = query.length;
  const inFours = dimensions & ~3;
  let sum = 0;
  for (let i = 0, at = offset; i < inFours; i += 4, at += 4) {
    sum =
      (sum +
        query[i]! * codes[at]! +
        query[i + 1]! * codes[at + 1]! +
        query[i + 2]! * codes[at + 2]! +
        query[i + 3]! * codes[at + 3]!) |
      0;
  }
  for (let i = inFours; i < dimensions; i++) sum = (sum + query[i]! * codes[offset + i]!) | 0;
  return sum;
}

/** `unit`: what a number is multiplied by to become a code; `scale`: what a code is multiplied by at length 1. */
function measure(vector: ArrayLike<number>, most: number): { scale: number; unit: number } {
  let largest = 0;
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    const number = vector[i]!;
    largest = Math.max(largest, Math.abs(number));
    squares += number * number;
  }
  const length = Math.sqrt(squares);
  // Zeros, or what is no number: a likeness to it would mean nothing.
  if (!(length > 0) || !Number.isFinite(length)) return { scale: 0, unit: 0 };
  return { scale: largest / length / most, unit: most / largest };
}
