/** The compiler proves that every case is handled; this is what happens when the wire brings one more. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
