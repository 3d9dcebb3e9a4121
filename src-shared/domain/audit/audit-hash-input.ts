import { canonicalJson } from '../common/canonical-json.ts';

/** What the store and replication add: the hash speaks of the event alone. */
const outside = new Set(['hash', '_rev', '_deleted', '_meta', '_attachments', '_revisions']);

/** The text whose SHA-256 (hex) is the event's `hash`: canonical JSON of all else it says. */
export function auditHashInput(event: Readonly<Record<string, unknown>>): string {
  const said: Record<string, unknown> = {};
  for (const field of Object.keys(event)) if (!outside.has(field)) said[field] = event[field];
  return canonicalJson(said);
}
