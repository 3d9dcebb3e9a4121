import { addMonths, dateBounds } from '../../../src-shared/domain/common/partial-date.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import type { StorageCore } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';
import type { PeopleIndex } from './people-index.ts';
import type { PersonEntry } from './person-entry.ts';

/** Somebody below an age, by village and name. */
export interface YoungPerson { id: string; /** First and last day the birth date may mean. */ born: { earliest: string; latest: string }; village?: string; order: string }

/** People below an age with what is derived from their records, in memory. */
export interface YoungPeople<T> {
  /** All who may be below the age on that day, by village and name. Read from the file in turns at first; afterwards only who changed is looked at again. */
  under(day: string): Promise<readonly (YoungPerson & T)[]>;
}

export interface YoungPeopleSources { store: Pick<StorageCore, 'changes'>; people: Pick<PeopleIndex, 'get' | 'entries' | 'rowsBornIn'>; today(): string }

/** `table`: of the records, each of which names its `patientId`. `derive`: what is kept of a person; it must hold on any day. */
export function createYoungPeople<T extends object>({ store, people, today }: YoungPeopleSources, { years, table: records, derive }: { years: number; table: string; derive(person: PersonEntry['patient']): T }): YoungPeople<T> {
  const known = new Map<string, YoungPerson & T>();
  const changed = new Set<string>();
  let ordered: (YoungPerson & T)[] | undefined;
  let isRead = false;
  let caughtUp: Promise<void> = Promise.resolve();

  const forget = () => { isRead = false; ordered = undefined; };
  store.changes.subscribe(({ changes }) => {
    for (const { table, document, previous } of changes) {
      // What another station wrote came or went with somebody: rare, and whose it is stands in no one place.
      if (table === 'transfers' || table === 'handoverAnswers') { forget(); continue; }
      for (const version of [document, previous]) {
        if (!version) continue;
        if (table === 'patients') changed.add(version._id).add(mainOf(version));
        else if (table === records && 'patientId' in version) changed.add(people.get(String(version.patientId))?.patient.sameAs ?? String(version.patientId));
      }
    }
  });

  const put = ({ patient, order }: PersonEntry) => {
    const { _id: id, bornOn, village, sameAs, voided } = patient;
    if (voided || sameAs !== undefined || !partialDate.safeParse(bornOn).success) return;
    const born = dateBounds(bornOn);
    // Whoever is too old today is so on every later day.
    if (born.latest <= addMonths(today(), -12 * years)) return;
    known.set(id, { id, born, ...(village === undefined ? {} : { village }), order: `${foldForSearch(village ?? '￿')} ${order} ${id}`, ...derive(patient) });
  };
  const look = (id: string) => {
    known.delete(id);
    const entry = people.get(id);
    if (entry) put(entry);
  };
  const readAll = async () => {
    isRead = true;
    changed.clear();
    known.clear();
    const year = Number(today().slice(0, 4));
    const rows = Array.from({ length: years + 2 }, (_, ago) => people.rowsBornIn(String(year + 1 - ago))).flat();
    await inTurns(rows, (some) => { for (const entry of people.entries(some)) put(entry); });
  };
  const catchUp = async () => {
    while (!isRead || changed.size > 0) {
      if (!isRead) await readAll();
      // After a long exchange these are many.
      const ids = [...changed];
      changed.clear();
      await inTurns(ids, (some) => { for (const id of some) look(id); });
      ordered = undefined;
    }
  };
  return {
    async under(day) {
      // One after the other: whoever asks meanwhile waits for those who are being looked at.
      caughtUp = caughtUp.catch(() => undefined).then(catchUp);
      await caughtUp;
      ordered ??= [...known.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
      const bornAfter = addMonths(day, -12 * years);
      return ordered.filter(({ born }) => born.latest > bornAfter && born.earliest <= day);
    },
  };
}

function mainOf(stored: object & { _id: string }): string {
  const sameAs = 'sameAs' in stored ? (stored.sameAs as { patientId?: unknown } | undefined)?.patientId : undefined;
  return typeof sameAs === 'string' ? sameAs : stored._id;
}
