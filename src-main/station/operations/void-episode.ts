import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { planVoidEpisode } from '../../../src-shared/domain/chronic/plan-episode.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const voidEpisode: Operation<'voidEpisode'> = (input, context, db) => {
  const previous = readRecord<Episode>(db.store, 'episodes', input.id);
  const outcome = planVoidEpisode(previous, input, context);
  return outcome.ok ? accepted({ id: input.id, records: [recordWrite(outcome.value, previous)] }, outcome.warnings) : outcome;
};
