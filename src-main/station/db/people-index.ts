import { nameKey, type Identity } from '../../../src-shared/domain/patient/find-same-identity.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';
import { personEntry, type PersonEntry } from './person-entry.ts';

/** Everybody of the station in memory, folded for searching; follows every commit. */
export interface PeopleIndex {
  readonly size: number;
  entries(): Iterable<PersonEntry>;
  get(id: string): PersonEntry | undefined;
  /** Most recently changed first. */
  recent(): readonly PersonEntry[];
  /** At least everybody with the same numbers or the same name (without marks) as this person. */
  mayBeSame(person: { fullName: string; nationalId?: string; insuranceNumber?: string }): Identity[];
}

export function createPeopleIndex(store: StorageCore): PeopleIndex {
  const people = new Map<string, PersonEntry>();
  const byKey = new Map<string, Set<string>>();
  let recent: PersonEntry[] | undefined;

  const keysOf = (p: { fullName: string; nationalId?: string; insuranceNumber?: string }): string[] => [
    `name ${nameKey(p.fullName)}`, ...(p.nationalId ? [`id ${p.nationalId}`] : []), ...(p.insuranceNumber ? [`card ${p.insuranceNumber}`] : []),
  ];
  const remove = (id: string): void => {
    const before = people.get(id);
    if (!before) return;
    people.delete(id);
    for (const key of keysOf(before.patient)) byKey.get(key)?.delete(id);
  };
  const put = (stored: StoredDocument): void => {
    remove(stored._id);
    if (stored._deleted) return;
    const entry = personEntry(bodyOf<Patient>(stored));
    people.set(stored._id, entry);
    for (const key of keysOf(entry.patient)) {
      const ids = byKey.get(key);
      if (ids) ids.add(stored._id); else byKey.set(key, new Set([stored._id]));
    }
  };

  for (const stored of store.iterate('patients')) put(stored);
  store.changes.subscribe(({ changes }) => {
    for (const { table, document } of changes) {
      if (table !== 'patients') continue;
      put(document);
      recent = undefined;
    }
  });

  return {
    get size() { return people.size; },
    entries: () => people.values(),
    get: (id) => people.get(id),
    recent: () => (recent ??= [...people.values()].sort((a, b) => (a.patient.updatedAt < b.patient.updatedAt ? 1 : a.patient.updatedAt > b.patient.updatedAt ? -1 : 0))),
    mayBeSame: (person) => [...new Set(keysOf(person).flatMap((key) => [...(byKey.get(key) ?? [])]))].flatMap((id) => people.get(id)?.patient ?? []),
  };
}
