import { StoreOpenError } from '../engine/store-errors.ts';

/** What a fault is logged as: its kind, never its message, which may quote a record. */
export function nameOfFault(error: unknown): string {
  if (error instanceof StoreOpenError) return `StoreOpenError ${error.code}`;
  return error instanceof Error ? error.name : typeof error;
}
