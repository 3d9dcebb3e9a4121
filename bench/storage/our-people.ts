import { documentTables } from '../../src-main/station/db/document-tables.ts';
import { createPeopleIndex, type PeopleIndex } from '../../src-main/station/db/people-index.ts';
import { searchPeople } from '../../src-main/station/queries/search-people.ts';
import { openStore, type StorageCore } from '../../store/index.ts';
import { benchKey } from '../support/bench-key.ts';
import { peopleShown, type PeopleSubject } from './people-subject.ts';

/** The station's own search, on the file's own index. */
export function createOurPeople(): PeopleSubject {
  let opened: { store: StorageCore; people: PeopleIndex } | undefined;
  const current = () => {
    if (!opened) throw new Error('not open');
    return opened;
  };
  return {
    open(place) {
      const store = openStore({ file: place, key: benchKey() });
      for (const table of documentTables) store.defineTable(table);
      opened = { store, people: createPeopleIndex(store) };
    },
    close() { current().store.close(); opened = undefined; },
    insert(people) { current().store.commit({ documents: people.map((document) => ({ table: 'patients', document, previousRev: null })), context: 'bench' }); },
    search: (text) => searchPeople(current().people, text, peopleShown).total,
  };
}
