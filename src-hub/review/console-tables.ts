import { derivedHandoverTables, handoverTables } from '../handover/handover-tables.ts';
import type { Sql } from '../../store/index.ts';
import type { HubBook } from '../provisioning/hub-book.ts';
import { derivedResourceTables, resourceTables } from './resource-tables.ts';

/** Raised whenever a table below changes its shape, or rows would be derived differently: everything is then read anew from the feeds. */
const SHAPE = '11';

const tables = [
  `CREATE TABLE IF NOT EXISTS consolePatients (unit TEXT NOT NULL, id TEXT NOT NULL, fullName TEXT NOT NULL, folded TEXT NOT NULL, bornOn TEXT, nationalId TEXT,
    shared INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (unit, id))`,
  'CREATE INDEX IF NOT EXISTS consolePatientsByNationalId ON consolePatients (nationalId) WHERE nationalId IS NOT NULL',
  // Doses, chronic conditions, follow-ups and the care of mothers too, each a kind of its own. `draw`: the random share, 0 to 9999. `subject`: which dose was given, which condition is managed, which pregnancy it is; there should be one of each. What the record says is in its database: it is read there when it is opened, or judged again.
  `CREATE TABLE IF NOT EXISTS consoleEncounters (unit TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, occurredOn TEXT NOT NULL, submittedAt TEXT,
    patientId TEXT NOT NULL, author TEXT NOT NULL, conclusionClass TEXT, version TEXT NOT NULL, createdAt TEXT NOT NULL, receivedAt TEXT NOT NULL, draw INTEGER NOT NULL,
    reviewStatus TEXT NOT NULL, corrected INTEGER NOT NULL, problems TEXT NOT NULL DEFAULT '[]', wrong INTEGER NOT NULL DEFAULT 0, doubtful INTEGER NOT NULL DEFAULT 0, twin INTEGER NOT NULL DEFAULT 0, completeness TEXT NOT NULL DEFAULT '{}', subject TEXT,
    PRIMARY KEY (unit, id))`,
  'CREATE INDEX IF NOT EXISTS consoleEncountersByDay ON consoleEncounters (occurredOn)',
  'CREATE INDEX IF NOT EXISTS consoleEncountersByStatus ON consoleEncounters (unit, reviewStatus)',
  'CREATE INDEX IF NOT EXISTS consoleEncountersByPatient ON consoleEncounters (unit, patientId)',
  'CREATE TABLE IF NOT EXISTS consoleDispenses (unit TEXT NOT NULL, id TEXT NOT NULL, patientId TEXT NOT NULL, encounterId TEXT, PRIMARY KEY (unit, id))',
  'CREATE INDEX IF NOT EXISTS consoleDispensesByPatient ON consoleDispenses (unit, patientId)',
  `CREATE TABLE IF NOT EXISTS consoleReviews (unit TEXT NOT NULL, id TEXT NOT NULL, recordId TEXT NOT NULL, decision TEXT NOT NULL, period TEXT, version TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (unit, id))`,
  'CREATE INDEX IF NOT EXISTS consoleReviewsByRecord ON consoleReviews (unit, recordId)',
  // Months that are closed now: what arrives after `lockedAt` is late.
  'CREATE TABLE IF NOT EXISTS consoleLocks (unit TEXT NOT NULL, period TEXT NOT NULL, lockedAt TEXT NOT NULL, lockedBy TEXT NOT NULL, PRIMARY KEY (unit, period))',
  // Parts of the form answered, and those that apply, summed over a station's records.
  'CREATE TABLE IF NOT EXISTS consoleCompleteness (unit TEXT NOT NULL, "group" TEXT NOT NULL, filled INTEGER NOT NULL, "of" INTEGER NOT NULL, PRIMARY KEY (unit, "group"))',
  // Versions of reports of cases. `period`: the month the station knew of the case; `replaces`, `facts`: as JSON.
  'CREATE TABLE IF NOT EXISTS consoleCases (unit TEXT NOT NULL, id TEXT NOT NULL, caseKey TEXT NOT NULL, period TEXT NOT NULL, version TEXT NOT NULL, replaces TEXT NOT NULL, patientId TEXT NOT NULL, withdrawn INTEGER NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS consoleCasesByPeriod ON consoleCases (period, unit)',
  'CREATE INDEX IF NOT EXISTS consoleCasesByCase ON consoleCases (unit, caseKey)',
  'CREATE TABLE IF NOT EXISTS consoleUnits (unit TEXT PRIMARY KEY, at TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS consoleConflicts (database TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (database, id))',
  // Databases whose rows are of this shape.
  'CREATE TABLE IF NOT EXISTS consoleShapes (database TEXT PRIMARY KEY)',
];
const derived = ['consolePatients', 'consoleEncounters', 'consoleCases', 'consoleCompleteness', 'consoleDispenses', 'consoleReviews', 'consoleLocks', 'consoleConflicts', 'consoleShapes'];

/** When the newest version of a record first came in, kept over while its row is derived anew. */
const arrivals = 'CREATE TABLE IF NOT EXISTS consoleArrivals (unit TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID';

/** Puts aside when records came in, before their rows go. */
export function keepArrivals(sql: Sql, unit?: string): void {
  const isThere = sql.get(`SELECT 1 AS yes FROM sqlite_master WHERE name = 'consoleEncounters'`) !== undefined;
  if (isThere) sql.run(`INSERT OR REPLACE INTO consoleArrivals (unit, id, version, at) SELECT unit, id, version, receivedAt FROM consoleEncounters ${unit === undefined ? '' : 'WHERE unit = ?'}`, ...(unit === undefined ? [] : [unit]));
}

/** Makes the console's tables; those of an older shape are thrown away, and the feeds are read anew at their next turn. */
export function makeConsoleTables(book: HubBook): void {
  book.inTransaction((sql) => {
    sql.run(arrivals);
    if (book.setting('consoleShape') !== SHAPE) {
      keepArrivals(sql);
      for (const table of [...derived, ...derivedHandoverTables, ...derivedResourceTables]) sql.run(`DROP TABLE IF EXISTS ${table}`);
    }
    for (const table of [...tables, ...handoverTables, ...resourceTables]) sql.run(table);
    sql.run(`INSERT INTO settings (name, value) VALUES ('consoleShape', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, SHAPE);
  });
}
