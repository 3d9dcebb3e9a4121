import { dateBounds } from '../../../src-shared/domain/common/partial-date.ts';
import { deriveSuspect, type Suspect } from '../../../src-shared/domain/chronic/derive-suspect.ts';
import type { CareRecords } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { newestOf } from '../../../src-shared/domain/chronic/newest-of.ts';
import type { CarePart } from '../../../src-shared/domain/chronic/summarize-care.ts';
import type { StorageCore } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';
import { chronicOf } from './chronic-of.ts';
import { createFollowedPeople, type FollowedPerson } from './followed-people.ts';
import type { HandoverIndex } from './handover-index.ts';
import type { PeopleIndex } from './people-index.ts';
import type { PersonEntry } from './person-entry.ts';
import { measuredPeople } from './pressure-rows.ts';
import { standsOtherwise } from './stands-otherwise.ts';
import type { StationClock } from './station-clock.ts';

/** Somebody with a chronic condition in the book, in force. */
export interface CarePerson extends FollowedPerson { /** What matters from today on. */ records: CareRecords; /** What they add to the counts of a span of days, once somebody asked; gone with the next record of theirs. */ parts: Map<string, CarePart> }
export type SuspectPerson = FollowedPerson & { suspect: Suspect };

/** Who has a chronic condition, who may have one, and who is of the age to be looked at, in memory: some thousands of thirty thousand people. */
export interface CareIndex {
  people(): Promise<readonly CarePerson[]>;
  suspects(): Promise<readonly SuspectPerson[]>;
  /** Everybody who is forty this year or next, or older; in no order. */ older(): Promise<ReadonlyMap<string, { id: string; /** The last day the birth date may mean. */ bornBy: string }>>;
  /** The record that stands for the person of this one. */ mainOf(patientId: string): string;
}

/** Of the indicator "screened_40plus" (ncd.json, FROM KNOWLEDGE). */
export const SCREENED_FROM_YEARS = 40;
const OLDEST_YEARS = 130;

/** The station's database; `handovers` is asked for when it is needed, for it is built at first use. */
interface Sources { readonly store: StorageCore; readonly people: PeopleIndex; readonly handovers: HandoverIndex; readonly clock: Pick<StationClock, 'today'> }

export function createCareIndex(db: Sources): CareIndex {
  const { store, people, clock } = db;
  const mains = new Map<string, string>();
  store.changes.subscribe(({ changes }) => { for (const { table, document, previous } of changes) if (table === 'patients' && standsOtherwise(document, previous)) mains.clear(); });
  const mainOf = (id: string): string => {
    const main = mains.get(id) ?? people.get(id)?.patient.sameAs ?? id;
    mains.set(id, main);
    return main;
  };
  const readIds = (ids: () => Promise<Iterable<string>>) => async (put: (entry: PersonEntry) => void) => {
    const found = new Set<string>();
    await inTurns([...await ids()], (some) => { for (const id of some) found.add(mainOf(id)); });
    await inTurns([...found], (some) => { for (const id of some) { const entry = people.get(id); if (entry) put(entry); } });
  };
  const managed = createFollowedPeople<Pick<CarePerson, 'records' | 'parts'>>(db, {
    tables: ['episodes', 'followUps', 'encounters'], ofKnown: ['followUps', 'encounters'],
    // Who came from another station brought episodes along that stand in no row of ours.
    readFirst: readIds(() => Promise.resolve([...store.sql.all<{ patient_id: string }>('SELECT DISTINCT patient_id FROM chronic_people').map(({ patient_id }) => patient_id), ...arrived(db)])),
    derive({ _id: id }) {
      const records = chronicOf(db, id);
      return records.episodes.some(({ voided }) => voided === undefined) ? { records: newestOf(records, clock.today()), parts: new Map() } : undefined;
    },
  });
  const suspected = createFollowedPeople<Pick<SuspectPerson, 'suspect'>>(db, {
    tables: ['episodes', 'followUps', 'encounters'],
    readFirst: readIds(async () => [...await measuredPeople(store.sql, { from: '', until: '9999', highOnly: true }), ...arrived(db)]),
    derive({ _id: id }) {
      const suspect = deriveSuspect(chronicOf(db, id));
      return suspect ? { suspect } : undefined;
    },
  });
  // Those of next year too: the run may go on over the turn of the year.
  const bornUntilYear = () => Number(clock.today().slice(0, 4)) + 1 - SCREENED_FROM_YEARS;
  const older = createFollowedPeople<{ bornBy: string }>(db, {
    tables: [],
    async readFirst(put) {
      const rows: number[] = [];
      await inTurns(Array.from({ length: OLDEST_YEARS - SCREENED_FROM_YEARS }, (_, ago) => String(bornUntilYear() - ago)), (years) => { for (const year of years) rows.push(...people.rowsBornIn(year)); });
      await inTurns(rows, (some) => { for (const entry of people.entries(some)) put(entry); });
    },
    derive: ({ bornOn }) => (Number(bornOn.slice(0, 4)) <= bornUntilYear() ? { bornBy: dateBounds(bornOn).latest } : undefined),
  });
  return { people: managed.all, suspects: suspected.all, older: older.any, mainOf };
}

/** Ids of people whom another station handed over to this one. */
const arrived = ({ handovers }: Pick<Sources, 'handovers'>): string[] => handovers.arriving().flatMap(({ _id }) => handovers.answerOf(_id)?.patientId ?? []);
