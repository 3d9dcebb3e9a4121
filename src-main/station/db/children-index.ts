import { openDoses, type CardRecord, type OpenDose } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { FOLLOWED_YEARS } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { createYoungPeople, type YoungPeople, type YoungPeopleSources, type YoungPerson } from './young-people.ts';

interface Doses { open: readonly OpenDose[]; hasRecords: boolean }
/** A child with the doses nobody has given yet: what is said of them holds on any day. */
export type ChildStanding = YoungPerson & Doses;
/** The children of the station whose immunization is followed (four thousand of thirty thousand people). */
export type ChildrenIndex = YoungPeople<Doses>;

export function createChildrenIndex({ recordsOf, ...sources }: YoungPeopleSources & { recordsOf(patientId: string): CardRecord[] }): ChildrenIndex {
  return createYoungPeople(sources, {
    years: FOLLOWED_YEARS, table: 'immunizations',
    derive({ _id: id, bornOn }) {
      const records = recordsOf(id);
      return { open: openDoses({ bornOn, records }).open, hasRecords: records.some(({ voided }) => voided === undefined) };
    },
  });
}
