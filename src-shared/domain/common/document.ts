import { z } from 'zod';

/** Instant, ISO 8601 in UTC with `Z` and milliseconds, e.g. `2026-11-22T03:00:00.000Z`. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** Permanent key of a unit, lower case `[a-z0-9]+`, minted once (contract §3). */
export const unitKey = z.string().regex(/^[a-z0-9]{1,40}$/);

/** What every document carries (contract §3), beside CouchDB's `_id` and `_rev`. */
export const documentBase = z.object({
  _id: z.string(),
  _rev: z.string().optional(),
  _deleted: z.boolean().optional(),
  /** Unit that owns the record. */
  unit: unitKey,
  /** Device that wrote this version. */
  device: z.string().min(1).max(60),
  createdAt: instant,
  createdBy: z.string(),
  updatedAt: instant,
  updatedBy: z.string(),
  /** Hybrid logical clock + device, ordered as a string; breaks ties, never decides ancestry. */
  version: z.string(),
  schemaVersion: z.number().int().positive(),
});
export type DocumentBase = z.infer<typeof documentBase>;

/** Any document body as it travels: plain JSON with `_id`; fields of a newer schema are kept. */
export type DocumentBody = { _id: string; _rev?: string; _deleted?: boolean } & Record<string, unknown>;
