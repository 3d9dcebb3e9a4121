import { addMonths, dateBounds } from '../../../src-shared/domain/common/partial-date.ts';
import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import { openDoses, type CardRecord, type OpenDose } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { FOLLOWED_YEARS } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import type { StorageCore } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';
import type { PeopleIndex } from './people-index.ts';
import type { PersonEntry } from './person-entry.ts';

/** A child with the doses nobody has given yet: what is said of them holds on any day. `order`: by village, then name. */
export interface ChildStanding { id: string; /** First and last day the birth date may mean. */ born: { earliest: string; latest: string }; village?: string; order: string; open: readonly OpenDose[]; hasRecords: boolean }

/** The children of the station whose immunization is followed, in memory (four thousand of thirty thousand people). */
export interface ChildrenIndex {
  /** All under eight years on that day, by village and name. Read from the file in turns at first; afterwards only who changed is looked at again. */
  under(day: string): Promise<readonly ChildStanding[]>;
}

export interface ChildrenSources { store: Pick<StorageCore, 'changes'>; people: Pick<PeopleIndex, 'get' | 'entries' | 'rowsBornIn'>; recordsOf(patientId: string): CardRecord[]; today(): string }

export function createChildrenIndex({ store, people, recordsOf, today }: ChildrenSources): ChildrenIndex {
  const children = new Map<string, ChildStanding>();
  const changed = new Set<string>();
  let ordered: ChildStanding[] | undefined;
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
        else if (table === 'immunizations' && 'patientId' in version) changed.add(people.get(String(version.patientId))?.patient.sameAs ?? String(version.patientId));
      }
    }
  });

  const put = (entry: PersonEntry) => {
    const child = standingOf(entry, recordsOf, today());
    if (child) children.set(child.id, child);
  };
  const look = (id: string) => {
    children.delete(id);
    const entry = people.get(id);
    if (entry) put(entry);
  };
  const readAll = async () => {
    isRead = true;
    changed.clear();
    children.clear();
    const year = Number(today().slice(0, 4));
    const rows = Array.from({ length: FOLLOWED_YEARS + 2 }, (_, ago) => people.rowsBornIn(String(year + 1 - ago))).flat();
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
      // One after the other: whoever asks meanwhile waits for those whose doses are being looked at.
      caughtUp = caughtUp.catch(() => undefined).then(catchUp);
      await caughtUp;
      ordered ??= [...children.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
      const bornAfter = addMonths(day, -12 * FOLLOWED_YEARS);
      return ordered.filter(({ born }) => born.latest > bornAfter && born.earliest <= day);
    },
  };
}

function mainOf(stored: object & { _id: string }): string {
  const sameAs = 'sameAs' in stored ? (stored.sameAs as { patientId?: unknown } | undefined)?.patientId : undefined;
  return typeof sameAs === 'string' ? sameAs : stored._id;
}

function standingOf({ patient: { _id: id, bornOn, village, sameAs, voided }, order }: PersonEntry, recordsOf: ChildrenSources['recordsOf'], today: string): ChildStanding | undefined {
  if (voided || sameAs !== undefined || !partialDate.safeParse(bornOn).success) return undefined;
  const born = dateBounds(bornOn);
  // Whoever is eight today is no child on a later day either.
  if (born.latest <= addMonths(today, -12 * FOLLOWED_YEARS)) return undefined;
  const records = recordsOf(id);
  return { id, born, ...(village === undefined ? {} : { village }), order: `${foldForSearch(village ?? '￿')} ${order} ${id}`, open: openDoses({ bornOn, records }).open, hasRecords: records.some(({ voided: struck }) => struck === undefined) };
}
