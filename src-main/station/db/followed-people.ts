import { foldForSearch } from '../../../src-shared/domain/common/fold-for-search.ts';
import { partialDate } from '../../../src-shared/domain/common/fields.ts';
import type { StorageCore } from '../../../store/index.ts';
import { inTurns } from '../work/in-turns.ts';
import type { PeopleIndex } from './people-index.ts';
import type { PersonEntry } from './person-entry.ts';
import { linkOf, standsOtherwise } from './stands-otherwise.ts';

/** Somebody of this station; `order`: by village, then name. */
export interface FollowedPerson { id: string; bornOn: string; village?: string; order: string }
export interface FollowedSources { store: Pick<StorageCore, 'changes'>; people: Pick<PeopleIndex, 'get' | 'recordsOf'> }
export interface Followed<T> {
  /** Who is looked at first, given to `put` a few at a time. */ readFirst(put: (entry: PersonEntry) => void): Promise<void>;
  /** Of the person's records; each names its `patientId`. */ tables: readonly string[];
  /** Of them, those that say nothing of people who are not followed yet. */ ofKnown?: readonly string[];
  /** What is kept of a person; it must hold on any day. Nothing of those who are not followed. */ derive(person: PersonEntry['patient']): T | undefined;
}

/** People of the station of whom something is derived, in memory. */
export interface FollowedPeople<T> {
  /** By village and name. Read from the file in turns at first; afterwards only who changed is looked at again. */ all(): Promise<readonly (FollowedPerson & T)[]>;
  /** The same in no order, which of very many takes its time. */ any(): Promise<ReadonlyMap<string, FollowedPerson & T>>;
  /** Whoever asks next reads all of it: others are followed now. */ again(): void;
}

export function createFollowedPeople<T extends object>({ store, people }: FollowedSources, { readFirst, tables, ofKnown = [], derive }: Followed<T>): FollowedPeople<T> {
  const known = new Map<string, FollowedPerson & T>();
  const changed = new Set<string>();
  let ordered: (FollowedPerson & T)[] | undefined;
  let isRead = false;
  let caughtUp: Promise<void> = Promise.resolve();

  store.changes.subscribe(({ changes }) => {
    // Whoever asks next reads all of it.
    if (!isRead) return;
    for (const { table, document, previous } of changes) {
      // What another station wrote came or went with somebody: rare, and whose it is stands in no one place.
      if (table === 'transfers' || table === 'handoverAnswers') { isRead = false; return; }
      for (const version of [document, previous]) {
        if (!version) continue;
        if (table === 'patients') {
          const both = [version._id, linkOf(version) ?? version._id];
          // Who stands for whom may be another now, over several links.
          for (const id of standsOtherwise(document, previous) ? both.flatMap((one) => people.recordsOf(one)) : both) changed.add(id);
        } else if (tables.includes(table) && 'patientId' in version) {
          const id = people.get(String(version.patientId))?.patient.sameAs ?? String(version.patientId);
          // While they are read nobody knows yet who is followed.
          if (ordered === undefined || known.has(id) || !ofKnown.includes(table)) changed.add(id);
        }
      }
    }
  });

  const put = ({ patient, order }: PersonEntry) => {
    const { _id: id, bornOn, village, sameAs, voided } = patient;
    if (voided || sameAs !== undefined || known.has(id) || !partialDate.safeParse(bornOn).success) return;
    const derived = derive(patient);
    if (derived) known.set(id, { id, bornOn, ...(village === undefined ? {} : { village }), order: `${foldForSearch(village ?? '￿')} ${order} ${id}`, ...derived });
  };
  const look = (id: string) => {
    known.delete(id);
    const entry = people.get(id);
    if (entry) put(entry);
  };
  const catchUp = async () => {
    while (!isRead || changed.size > 0) {
      ordered = undefined;
      if (!isRead) {
        isRead = true;
        changed.clear();
        known.clear();
        await readFirst(put);
      }
      // After a long exchange these are many.
      const ids = [...changed];
      changed.clear();
      await inTurns(ids, (some) => { for (const id of some) look(id); });
    }
  };
  // One after the other: whoever asks meanwhile waits for those who are being looked at.
  const catchUpInTurn = () => (caughtUp = caughtUp.catch(() => undefined).then(catchUp));
  return {
    again() { isRead = false; },
    async any() {
      await catchUpInTurn();
      return known;
    },
    async all() {
      await catchUpInTurn();
      return (ordered ??= [...known.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)));
    },
  };
}
