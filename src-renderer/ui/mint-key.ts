/** One idempotency key per form instance: pressing Enter five times makes one record. */
export function mintKey(): string {
  return crypto.randomUUID();
}
