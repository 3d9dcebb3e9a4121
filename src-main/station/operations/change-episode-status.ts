import type { Episode } from '../../../src-shared/domain/chronic/episode.schema.ts';
import { planEpisodeStatus } from '../../../src-shared/domain/chronic/plan-episode-status.ts';
import { accepted } from '../../../src-shared/domain/common/refusal.ts';
import { chronicOf } from '../db/chronic-of.ts';
import { readRecord } from '../db/read-record.ts';
import { recordWrite } from '../db/save-records.ts';
import type { Operation } from './operation.ts';

export const changeEpisodeStatus: Operation<'changeEpisodeStatus'> = (input, context, db) => {
  const previous = readRecord<Episode>(db.store, 'episodes', input.id);
  // As they stand in the file: whatever a newer program wrote into them stays.
  const others = previous ? chronicOf(db, previous.patientId).episodes.filter(({ isCarried, _id }) => !isCarried && _id !== input.id).flatMap(({ _id }) => readRecord<Episode>(db.store, 'episodes', _id) ?? []) : [];
  const outcome = planEpisodeStatus(previous, others, input, context);
  return outcome.ok ? accepted({ id: input.id, records: outcome.value.map(({ before, after }) => recordWrite(after, before)) }, outcome.warnings) : outcome;
};
