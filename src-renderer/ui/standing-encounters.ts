import type { TimelineEntry } from '../../src-shared/contract/queries.ts';
import { encounter as encounterSchema, type Encounter } from '../../src-shared/domain/encounter/encounter.schema.ts';

/** The encounters among a person's entries that were submitted and hold, in their order; those of the stations before too. */
export function standingEncounters(entries: readonly TimelineEntry[]): Encounter[] {
  return entries.flatMap(encounterOf).filter(({ status }) => status === 'submitted' || status === 'amended');
}

function encounterOf(entry: TimelineEntry): Encounter[] {
  if (entry.type === 'encounter') return [entry.encounter];
  if (entry.type !== 'carried' || entry.record.kind !== 'encounter') return [];
  const carried = encounterSchema.safeParse({ _id: entry.record.id, ...entry.record.body });
  return carried.success ? [carried.data] : [];
}
