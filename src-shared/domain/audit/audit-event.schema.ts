import { z } from 'zod';
import { documentBase } from '../common/document.ts';

/**
 * Who did what to which record when; ids only, never content. One hash chain per device:
 * `hash = sha256(canonical JSON of this event without hash)`, `previousHash` = hash of chainIndex − 1 ('' at 0).
 */
export const auditEvent = documentBase.extend({
  account: z.string(), role: z.string(), operation: z.string(), recordIds: z.array(z.string()),
  chainIndex: z.number().int().nonnegative(), previousHash: z.string(), hash: z.string(),
}).loose();
export type AuditEvent = z.infer<typeof auditEvent>;
