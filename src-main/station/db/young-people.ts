import { addMonths, dateBounds } from '../../../src-shared/domain/common/partial-date.ts';
import { inTurns } from '../work/in-turns.ts';
import { createFollowedPeople, type FollowedPerson, type FollowedSources } from './followed-people.ts';
import type { PeopleIndex } from './people-index.ts';
import type { PersonEntry } from './person-entry.ts';

/** Somebody below an age, by village and name. */
export interface YoungPerson extends FollowedPerson { /** First and last day the birth date may mean. */ born: { earliest: string; latest: string } }

/** People below an age with what is derived from their records, in memory. */
export interface YoungPeople<T> {
  /** All who may be below the age on that day, by village and name. Read from the file in turns at first; afterwards only who changed is looked at again, until a day is asked for when others were below it. */
  under(day: string): Promise<readonly (YoungPerson & T)[]>;
}

export interface YoungPeopleSources extends FollowedSources { people: Pick<PeopleIndex, 'get' | 'recordsOf' | 'entries' | 'rowsBornIn'>; today(): string }

/** A month that ended is asked for until it is locked and for a while after. */
const KEPT_BACK_MONTHS = 3;
/** So much farther than the day asked for is read at once: whoever leafs back goes on. */
const READ_BACK_MONTHS = 12;
/** No station kept this book before. */
const FARTHEST_BACK_MONTHS = 120;

/** `table`: of the records, each of which names its `patientId`. `derive`: what is kept of a person; it must hold on any day. */
export function createYoungPeople<T extends object>({ store, people, today }: YoungPeopleSources, { years, table, derive }: { years: number; table: string; derive(person: PersonEntry['patient']): T }): YoungPeople<T> {
  let backTo = addMonths(today(), -KEPT_BACK_MONTHS);
  const followed = createFollowedPeople<T & Pick<YoungPerson, 'born'>>({ store, people }, {
    tables: [table],
    async readFirst(put) {
      const [first, last] = [Number(backTo.slice(0, 4)) - years, Number(today().slice(0, 4)) + 1];
      const rows = Array.from({ length: last - first + 1 }, (_, ago) => people.rowsBornIn(String(last - ago))).flat();
      await inTurns(rows, (some) => { for (const entry of people.entries(some)) put(entry); });
    },
    derive(patient) {
      const born = dateBounds(patient.bornOn);
      // Whoever was too old then is so on every later day.
      return born.latest <= addMonths(backTo, -12 * years) ? undefined : { born, ...derive(patient) };
    },
  });
  return {
    async under(day) {
      const bornAfter = addMonths(day, -12 * years);
      const farthest = addMonths(today(), -FARTHEST_BACK_MONTHS);
      if (day < backTo && backTo > farthest) {
        const wanted = addMonths(day, -READ_BACK_MONTHS);
        backTo = wanted > farthest ? wanted : farthest;
        followed.again();
      }
      return (await followed.all()).filter(({ born }) => born.latest > bornAfter && born.earliest <= day);
    },
  };
}
