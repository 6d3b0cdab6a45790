/**
 * Expected failures are values. `Result` is what every call returns that can fail for a reason the caller can act
 * on; bugs throw. `E` is a union of records with a closed set of `code`s, never free text.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Compile-time proof that a switch looked at every case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
