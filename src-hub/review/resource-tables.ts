/** What each station has, derived from its `resources-*`: written with the index, so that the page reads no document. */
export const resourceTables = [
  `CREATE TABLE IF NOT EXISTS consoleFacility (unit TEXT PRIMARY KEY, doctors INTEGER NOT NULL, nursesMidwives INTEGER NOT NULL, staff INTEGER NOT NULL, bedsPlanned INTEGER NOT NULL, bedsActual INTEGER NOT NULL,
    bedsOccupied INTEGER NOT NULL, confirmedOn TEXT NOT NULL) WITHOUT ROWID`,
  // Pieces at the station, those of them that work.
  'CREATE TABLE IF NOT EXISTS consoleEquipment (unit TEXT PRIMARY KEY, total INTEGER NOT NULL, working INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS consoleMedicines (unit TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID',
  // A lot that movements name before it came has neither medicine nor expiry yet. `balance`: the sum of its movements, in base units.
  `CREATE TABLE IF NOT EXISTS consoleLots (number INTEGER PRIMARY KEY, unit TEXT NOT NULL, id TEXT NOT NULL, medicineId TEXT NOT NULL DEFAULT '', expiresOn TEXT NOT NULL DEFAULT '', isUsable INTEGER NOT NULL DEFAULT 0,
    balance INTEGER NOT NULL DEFAULT 0, UNIQUE (unit, id))`,
  'CREATE INDEX IF NOT EXISTS consoleLotsInStock ON consoleLots (unit, expiresOn, medicineId) WHERE isUsable = 1 AND balance > 0',
  // What each movement put into its lot's balance, to take it out again when it changes. `id`: the bytes of its uuid.
  'CREATE TABLE IF NOT EXISTS consoleMovements (unit TEXT NOT NULL, id BLOB NOT NULL, lot INTEGER NOT NULL, quantity INTEGER NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID',
  // Months as stations locked them, each version; `lines`, `replaces`: as JSON.
  `CREATE TABLE IF NOT EXISTS consoleReports (unit TEXT NOT NULL, id TEXT NOT NULL, period TEXT NOT NULL, number INTEGER NOT NULL, version TEXT NOT NULL, lockedAt TEXT NOT NULL, lockedBy TEXT NOT NULL, late INTEGER NOT NULL,
    completeness INTEGER NOT NULL, records INTEGER NOT NULL, reason TEXT, replaces TEXT NOT NULL, lines TEXT NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS consoleReportsByPeriod ON consoleReports (period, unit)',
  // Counted when somebody asks, of the stations where something moved since, and of all on another day. `day`: the day it was counted for; empty: to be counted.
  `CREATE TABLE IF NOT EXISTS consoleStock (unit TEXT PRIMARY KEY, day TEXT NOT NULL, medicines INTEGER NOT NULL DEFAULT 0, outOfStock INTEGER NOT NULL DEFAULT 0, expiring INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID`,
  // The cold chain: places with what happened to them, readings that stand, decisions; `line`, `events`, `body`: as JSON.
  'CREATE TABLE IF NOT EXISTS consoleColdPlaces (unit TEXT NOT NULL, id TEXT NOT NULL, line TEXT NOT NULL, events TEXT NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS consoleReadings (unit TEXT NOT NULL, id TEXT NOT NULL, equipmentId TEXT NOT NULL, takenOn TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (unit, id))',
  'CREATE INDEX IF NOT EXISTS consoleReadingsByDay ON consoleReadings (unit, equipmentId, takenOn)',
  'CREATE TABLE IF NOT EXISTS consoleColdDecisions (unit TEXT NOT NULL, id TEXT NOT NULL, equipmentId TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (unit, id)) WITHOUT ROWID',
  // Counted as the stock is.
  'CREATE TABLE IF NOT EXISTS consoleCold (unit TEXT PRIMARY KEY, day TEXT NOT NULL, places INTEGER NOT NULL DEFAULT 0, expected INTEGER NOT NULL DEFAULT 0, taken INTEGER NOT NULL DEFAULT 0, openAlarms INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID',
];

export const derivedResourceTables = ['consoleFacility', 'consoleEquipment', 'consoleMedicines', 'consoleLots', 'consoleMovements', 'consoleReports', 'consoleStock', 'consoleColdPlaces', 'consoleReadings', 'consoleColdDecisions', 'consoleCold'];
