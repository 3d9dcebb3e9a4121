import { nameKey, type Identity } from '../../../src-shared/domain/patient/find-same-identity.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { personEntry, type PersonEntry } from './person-entry.ts';
import { bodyOf } from './read-record.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** Everybody of the station in memory, folded for searching; follows every commit. */
export interface PeopleIndex {
  readonly size: number;
  /** By row; the row of somebody who is gone is empty. */
  readonly rows: readonly (PersonEntry | undefined)[];
  readonly words: Pick<WordIndex, 'starting'>;
  get(id: string): PersonEntry | undefined;
  /** Most recently changed first. */
  recent(): readonly PersonEntry[];
  /** At least everybody with the same numbers or the same name (without marks) as this person. */
  mayBeSame(person: { fullName: string; nationalId?: string; insuranceNumber?: string }): Identity[];
}

export function createPeopleIndex(store: Pick<StorageCore, 'iterate' | 'changes'>): PeopleIndex {
  const rows: (PersonEntry | undefined)[] = [];
  const rowById = new Map<string, number>();
  const idsByKey = new Map<string, Set<string>>();
  const words = createWordIndex();
  let size = 0;
  let recent: PersonEntry[] | undefined;

  const keysOf = (key: string, { nationalId, insuranceNumber }: { nationalId?: string; insuranceNumber?: string }): string[] =>
    [`name ${key}`, ...(nationalId ? [`id ${nationalId}`] : []), ...(insuranceNumber ? [`card ${insuranceNumber}`] : [])];
  const put = (stored: StoredDocument): void => {
    const row = rowById.get(stored._id) ?? rows.length;
    const before = rows[row];
    if (before) {
      size -= 1;
      words.remove(row, before.words);
      for (const key of keysOf(before.nameKey, before.patient)) idsByKey.get(key)?.delete(stored._id);
    }
    const after = stored._deleted ? undefined : personEntry(bodyOf<Patient>(stored));
    rows[row] = after;
    rowById.set(stored._id, row);
    if (!after) return;
    size += 1;
    words.add(row, after.words);
    for (const key of keysOf(after.nameKey, after.patient)) {
      const ids = idsByKey.get(key);
      if (ids) ids.add(stored._id); else idsByKey.set(key, new Set([stored._id]));
    }
  };
  const get = (id: string): PersonEntry | undefined => rows[rowById.get(id) ?? -1];

  for (const stored of store.iterate('patients')) put(stored);
  store.changes.subscribe(({ changes }) => {
    for (const { table, document } of changes) {
      if (table !== 'patients') continue;
      put(document);
      recent = undefined;
    }
  });

  return {
    get size() { return size; },
    rows, words, get,
    recent: () => (recent ??= rows.filter((entry) => entry !== undefined).sort((a, b) => (a.patient.updatedAt < b.patient.updatedAt ? 1 : a.patient.updatedAt > b.patient.updatedAt ? -1 : 0))),
    mayBeSame: (person) => [...new Set(keysOf(nameKey(person.fullName), person).flatMap((key) => [...(idsByKey.get(key) ?? [])]))].flatMap((id) => get(id)?.patient ?? []),
  };
}
