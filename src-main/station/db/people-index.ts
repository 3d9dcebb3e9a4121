import type { DuplicateCandidate, HalfKnown } from '../../../src-shared/domain/patient/find-duplicates.ts';
import { nameKey } from '../../../src-shared/domain/patient/find-same-identity.ts';
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
  /** At least everybody with the same numbers, the same name (without marks), or the same given name and birth year as this person. */
  mayBeSame(person: HalfKnown): DuplicateCandidate[];
  /** All records of the person this record is of: itself, and those marked as the same one (`sameAs`). */
  recordsOf(id: string): string[];
}

export function createPeopleIndex(store: Pick<StorageCore, 'iterate' | 'changes'>): PeopleIndex {
  const rows: (PersonEntry | undefined)[] = [];
  const rowById = new Map<string, number>();
  /** Most keys have one person. */
  const idsByKey = new Map<string, string | Set<string>>();
  const words = createWordIndex();
  let size = 0;
  let recent: PersonEntry[] | undefined;

  const keysOf = ({ fullName, bornOn, nationalId, insuranceNumber, sameAs }: HalfKnown & { sameAs?: string }): string[] => {
    const key = nameKey(fullName ?? '');
    return [
      ...(key ? [`name ${key}`] : []), ...(key && bornOn ? [`born ${bornOn.slice(0, 4)} ${key.slice(key.lastIndexOf(' ') + 1)}`] : []),
      ...(nationalId ? [`id ${nationalId}`] : []), ...(insuranceNumber ? [`card ${insuranceNumber}`] : []), ...(sameAs ? [`same ${sameAs}`] : []),
    ];
  };
  const idsOf = (key: string): Iterable<string> => { const ids = idsByKey.get(key); return typeof ids === 'string' ? [ids] : ids ?? []; };
  const addId = (key: string, id: string): void => {
    const ids = idsByKey.get(key);
    if (ids === undefined) idsByKey.set(key, id);
    else if (typeof ids === 'string') { if (ids !== id) idsByKey.set(key, new Set([ids, id])); } else ids.add(id);
  };
  const removeId = (key: string, id: string): void => {
    const ids = idsByKey.get(key);
    if (ids === id) idsByKey.delete(key);
    else if (ids instanceof Set && ids.delete(id) && ids.size === 0) idsByKey.delete(key);
  };
  const put = (stored: StoredDocument): void => {
    const row = rowById.get(stored._id) ?? rows.length;
    const before = rows[row];
    if (before) {
      size -= 1;
      words.remove(row, before.words);
      for (const key of keysOf(before.patient)) removeId(key, stored._id);
    }
    const after = stored._deleted ? undefined : personEntry(bodyOf<Patient>(stored));
    rows[row] = after;
    rowById.set(stored._id, row);
    if (!after) return;
    size += 1;
    words.add(row, after.words);
    for (const key of keysOf(after.patient)) addId(key, stored._id);
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
    mayBeSame: (person) => [...new Set(keysOf(person).flatMap((key) => [...idsOf(key)]))].flatMap((id) => get(id)?.patient ?? []),
    recordsOf(id) {
      const first = get(id)?.patient.sameAs ?? id;
      return [...new Set([id, first, ...idsOf(`same ${first}`)])];
    },
  };
}
