import { hash } from 'node:crypto';
import type Driver from 'better-sqlite3-multiple-ciphers';
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import type { EncounterBody } from '../support/encounters.ts';
import { openRawConnection } from '../support/raw-connection.ts';
import { highPressureLength, timelineLength, type StorageSubject } from './storage-subject.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS encounters (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, patient TEXT NOT NULL, day TEXT NOT NULL, status TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS encounters_patient ON encounters (patient, day);
  CREATE INDEX IF NOT EXISTS encounters_day ON encounters (day);
  CREATE INDEX IF NOT EXISTS encounters_status ON encounters (status, day);
  CREATE TABLE IF NOT EXISTS audit (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rev TEXT NOT NULL, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, rev TEXT NOT NULL, at INTEGER NOT NULL)`;

const statements = {
  insertEncounter: 'INSERT INTO encounters (id, rev, patient, day, status, body) VALUES (?, ?, ?, ?, ?, ?)',
  insertAudit: 'INSERT INTO audit (id, rev, body) VALUES (?, ?, ?)',
  insertOutbox: 'INSERT INTO outbox (id, rev, at) VALUES (?, ?, ?)',
  byId: 'SELECT body FROM encounters WHERE id = ?',
  timeline: `SELECT body FROM encounters WHERE patient = ? ORDER BY day DESC LIMIT ${timelineLength}`,
  highPressure: `SELECT body FROM encounters WHERE json_extract(body, '$.observations.systolicMmHg.value') >= ? ORDER BY json_extract(body, '$.updatedAt') LIMIT ${highPressureLength}`,
  count: "SELECT count(*) FROM encounters WHERE status = 'submitted' AND day >= ?",
} as const;

interface Opened { connection: Driver; prepared: Record<keyof typeof statements, Statement>; previousHash: string; events: number }

/**
 * The least a program written by hand must do with the same driver, cipher and pragmas to write the same rows: document,
 * indexes, outbox and a chained audit event, in one durable transaction.
 */
export function createRawSubject(): StorageSubject {
  let opened: Opened | undefined;
  const current = () => {
    if (!opened) throw new Error('not open');
    return opened;
  };
  const stamp = (text: string) => `1-${hash('sha256', text, 'hex').slice(0, 32)}`;
  const parse = (body: unknown) => JSON.parse(body as string) as EncounterBody;

  const save = (encounters: readonly EncounterBody[]) => {
    const state = current();
    const { connection, prepared } = state;
    connection.transaction(() => {
      const at = Date.now();
      for (const encounter of encounters) {
        const body = JSON.stringify(encounter);
        const rev = stamp(body);
        prepared.insertEncounter.run(encounter._id, rev, encounter.patientId, encounter.occurredOn, encounter.status, body);
        prepared.insertOutbox.run(encounter._id, rev, at);
      }
      const event = JSON.stringify(auditEvent(encounters, state));
      const rev = stamp(event);
      const id = `auditEvents:${state.previousHash.slice(0, 32)}${state.events}`;
      prepared.insertAudit.run(id, rev, event);
      prepared.insertOutbox.run(id, rev, at);
      state.previousHash = rev;
      state.events += 1;
    }).immediate();
  };

  return {
    async open(place) {
      const connection = openRawConnection(place);
      connection.exec(tables);
      const prepared = Object.fromEntries(Object.entries(statements).map(([name, statement]) => [name, connection.prepare(statement)])) as Opened['prepared'];
      for (const name of ['byId', 'timeline', 'highPressure', 'count'] as const) prepared[name].pluck();
      opened = { connection, prepared, previousHash: '', events: 0 };
    },
    async close() { current().connection.close(); opened = undefined; },
    insertMany: async (encounters) => save(encounters),
    insertOne: async (encounter) => save([encounter]),
    async findById(id) {
      const body = current().prepared.byId.get(id);
      return body === undefined ? undefined : parse(body);
    },
    timeline: async (patientId) => current().prepared.timeline.all(patientId).map(parse),
    highPressure: async (atLeast) => current().prepared.highPressure.all(atLeast).map(parse),
    countSubmittedSince: async (day) => current().prepared.count.get(day) as number,
  };
}

function auditEvent(encounters: readonly EncounterBody[], { previousHash, events }: Opened): object {
  const at = encounters[0]?.updatedAt;
  return {
    account: 'tram1', role: 'doctor', operation: 'recordVisit', recordIds: encounters.map(({ _id }) => _id), chainIndex: events, previousHash, unit: '25001', device: 'pc-a2345678',
    createdAt: at, createdBy: 'tram1', updatedAt: at, updatedBy: 'tram1', version: `${at}_0000_pc-a2345678`, schemaVersion: 1,
  };
}
