import type { Sql } from '../../store/index.ts';

/** Made once per book. The triggers stop a slip; the chain shows a will. */
export function makeAccessLog(sql: Sql): void {
  sql.run(`CREATE TABLE IF NOT EXISTS accessEvents (number INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, action TEXT NOT NULL, unit TEXT NOT NULL, recordId TEXT NOT NULL,
    patientId TEXT NOT NULL, purpose TEXT NOT NULL, note TEXT NOT NULL, hash TEXT NOT NULL)`);
  sql.run('CREATE INDEX IF NOT EXISTS accessEventsByPatient ON accessEvents (patientId)');
  sql.run(`CREATE TRIGGER IF NOT EXISTS accessEventsStay BEFORE DELETE ON accessEvents BEGIN SELECT RAISE(ABORT, 'the access log is not shortened'); END`);
  sql.run(`CREATE TRIGGER IF NOT EXISTS accessEventsKeep BEFORE UPDATE ON accessEvents BEGIN SELECT RAISE(ABORT, 'the access log is not changed'); END`);
}
