import { z } from 'zod';
import { documentBase, unitKey } from '../common/document.ts';
import { dateOn, name } from '../common/fields.ts';

/** A unit has two kinds of parent: the commune's People's Committee runs it, the health service directs it (TT 43/2025/TT-BYT, VERIFIED). */
export const parentKinds = ['administrative', 'professional'] as const;

/** Valid from `from` up to and with `to`; without `to` still valid. */
const period = { from: dateOn, to: dateOn.optional() };

/**
 * A unit of the health service; `_id` is `org:<unit>`. Tiers are data, and the administrative code is a dated attribute:
 * the district level ended on 1 July 2025, units split and merge, commune codes were re-used (decision 11).
 */
export const orgUnit = documentBase.extend({
  _id: z.string().regex(/^org:[a-z0-9]{1,40}$/),
  name,
  /** e.g. `station`, `district`, `province`, `central`; a word, never compared in code. */
  tier: z.string().min(1).max(40),
  adminCodes: z.array(z.object({ code: z.string().min(1).max(20), codeSet: z.enum(['2025', 'pre2025']), ...period })).optional(),
  parents: z.array(z.object({ kind: z.enum(parentKinds), unit: unitKey, ...period })),
  /** Units that go on with its work, from a day on. */
  successors: z.array(z.object({ unit: unitKey, from: dateOn })).optional(),
  ...period,
}).loose();
export type OrgUnit = z.infer<typeof orgUnit>;
