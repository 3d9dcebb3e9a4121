import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import { createAuditChain, type AuditChain } from '../../src-main/station/db/audit-chain.ts';
import { documentTables, syncedCollections, syncedDatabases } from '../../src-main/station/db/document-tables.ts';
import { createNewId } from '../../src-main/station/db/new-id.ts';
import { firstTables } from '../../src-main/station/migrations/0001-first-tables.ts';
import { createRxStorage, openStore, type StorageCore } from '../../store/index.ts';
import { openJournal, type Journal } from '../../sync/index.ts';
import { benchKey } from '../support/bench-key.ts';
import type { EncounterBody } from '../support/encounters.ts';
import { openRxEncounters, rxQueries, type RxEncounters } from './rx-subject.ts';
import type { StorageSubject } from './storage-subject.ts';

interface Opened { store: StorageCore; journal: Journal; auditChain: AuditChain; screens: RxEncounters }

/** The station's own road: saves through the journal (record, audit event, outbox in one commit), questions through RxDB. */
export function createOurSubject(): StorageSubject {
  let opened: Opened | undefined;
  const current = () => {
    if (!opened) throw new Error('not open');
    return opened;
  };
  const save = (encounters: readonly EncounterBody[]) => {
    const { journal, auditChain } = current();
    const { event, note } = auditChain.next(contextOf(encounters[0]), 'recordVisit', encounters.map(({ _id }) => _id));
    journal.save({ documents: [...encounters, event].map((body) => ({ body, expectedRev: null })), context: 'recordVisit', note });
  };
  return {
    async open(place) {
      const store = openStore({ file: place, key: benchKey() });
      for (const table of documentTables) store.defineTable(table);
      firstTables.step(store.sql, undefined);
      const journal = openJournal({ store, unit: '25001', device: 'pc-a2345678', databases: syncedDatabases('25001'), collections: syncedCollections, now: Date.now });
      opened = { store, journal, auditChain: createAuditChain(journal, 'pc-a2345678'), screens: await openRxEncounters('station', createRxStorage(store)) };
    },
    async close() {
      const { store, screens } = current();
      await screens.database.close();
      store.close();
      opened = undefined;
    },
    insertMany: async (encounters) => save(encounters),
    insertOne: async (encounter) => save([encounter]),
    ...rxQueries(() => current().screens.collection),
  };
}

const newId = createNewId(Date.now);

function contextOf(encounter: EncounterBody | undefined): WorkContext {
  const now = encounter?.updatedAt ?? '';
  return {
    now, today: now.slice(0, 10), unit: '25001', device: 'pc-a2345678', account: 'tram1', displayName: 'Trạm', role: 'doctor',
    newId, nextVersion: () => `${now}_0000_pc-a2345678`,
  };
}
