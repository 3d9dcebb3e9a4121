import type { MaternalRecords } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { openMaternal } from '../../../src-shared/domain/maternal/open-maternal.ts';
import type { MaternalPart } from '../../../src-shared/domain/maternal/summarize-mothers.ts';
import type { StorageCore } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';
import { createFollowedPeople, type FollowedPerson } from './followed-people.ts';
import type { HandoverIndex } from './handover-index.ts';
import { maternalOf, maternalTables } from './maternal-of.ts';
import type { PeopleIndex } from './people-index.ts';
import type { StationClock } from './station-clock.ts';

/** A woman with a pregnancy in the book, in force. */
export interface MotherPerson extends FollowedPerson { /** Of the pregnancies she is followed for, from today on. */ records: MaternalRecords; /** What she adds to the counts of a span of days, once somebody asked; gone with the next record of hers. */ parts: Map<string, MaternalPart> }

/** Who is or was pregnant, in memory. */
export interface MothersIndex { people(): Promise<readonly MotherPerson[]> }

interface Sources { readonly store: StorageCore; readonly people: PeopleIndex; readonly handovers: HandoverIndex; readonly clock: Pick<StationClock, 'today'> }

export function createMothersIndex(db: Sources): MothersIndex {
  const { store, people, clock } = db;
  const mothers = createFollowedPeople<Pick<MotherPerson, 'records' | 'parts'>>(db, {
    tables: [...maternalTables.map(([table]) => table), 'immunizations'], ofKnown: ['antenatalVisits', 'births', 'postnatalVisits', 'immunizations'],
    async readFirst(put) {
      // Who came from another station brought pregnancies along that stand in no row of ours.
      const arrived = db.handovers.arriving().flatMap(({ _id }) => db.handovers.answerOf(_id)?.patientId ?? []);
      const ids = [...store.sql.all<{ patient_id: string }>('SELECT DISTINCT patient_id FROM maternal_people').map(({ patient_id }) => patient_id), ...arrived];
      const found = new Set<string>();
      await inTurns(ids, (some) => { for (const id of some) found.add(people.get(id)?.patient.sameAs ?? id); });
      await inTurns([...found], (some) => { for (const id of some) { const entry = people.get(id); if (entry) put(entry); } });
    },
    derive({ _id: id, bornOn }) {
      const records = maternalOf(db, id);
      return records.pregnancies.some(({ voided }) => voided === undefined) ? { records: openMaternal(records, bornOn, clock.today()), parts: new Map() } : undefined;
    },
  });
  return { people: mothers.all };
}
