import type { FieldPolicy } from './common/field-policy.ts';

/** Which of a unit's databases a document lives in (contract §3). */
export type DatabaseKind = 'health' | 'resources' | 'reference';
/** Who may write it where it first enters a hub. */
export type Owner = 'station' | 'reviewer' | 'hub' | 'catalogue';
/** Which way it travels. */
export type Direction = 'up' | 'down';

export interface CollectionDefinition {
  readonly name: string;
  /** `_id` is `<idPrefix>:<uuidv7>` or a fixed id. */
  readonly idPrefix: string;
  readonly database: DatabaseKind;
  readonly owner: Owner;
  readonly direction: Direction;
  readonly schemaVersion: number;
  /** Watched live by screens: an RxDB collection (at most 8, decision 5); else a plain document table. */
  readonly live: boolean;
  /** Real SQLite indexes; each is a list of top-level (or dotted) fields. */
  readonly indexes: readonly (readonly string[])[];
  /** A tombstone from elsewhere must not erase it: it becomes an inbox item (decision 15). */
  readonly clinical: boolean;
  /** How two versions of a field are merged; `*` is the default. Paths may be dotted one level (`observations.weightKg`). */
  readonly mergePolicy: Readonly<Record<string, FieldPolicy>>;
}

const define = (definition: CollectionDefinition): CollectionDefinition => definition;

/** THE list. A new collection names owner, direction and conflict policy here before its schema is written. */
export const collections = {
  patients: define({ name: 'patients', idPrefix: 'patients', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: true,
    indexes: [['updatedAt'], ['nationalId'], ['insuranceNumber']], clinical: true,
    mergePolicy: { '*': 'clash', allergies: 'union', note: 'keepBoth', voidings: 'union' } }),
  encounters: define({ name: 'encounters', idPrefix: 'encounters', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: true,
    indexes: [['patientId', 'occurredOn'], ['occurredOn'], ['status', 'occurredOn']], clinical: true,
    mergePolicy: { '*': 'clash', 'observations.*': 'clash', reason: 'keepBoth', symptoms: 'keepBoth', treatment: 'keepBoth', advice: 'keepBoth', amendments: 'union', diagnoses: 'union' } }),
  dispenses: define({ name: 'dispenses', idPrefix: 'dispenses', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: true,
    indexes: [['patientId', 'dispensedOn'], ['dispensedOn']], clinical: true, mergePolicy: { '*': 'clash', reversed: 'latest' } }),
  immunizations: define({ name: 'immunizations', idPrefix: 'immunizations', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', reactions: 'union', voided: 'latest', note: 'keepBoth' } }),
  /** Chronic conditions under management, and the control visits of those who have some. */
  episodes: define({ name: 'episodes', idPrefix: 'episodes', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', statusChanges: 'union', voided: 'latest', note: 'keepBoth' } }),
  followUps: define({ name: 'followUps', idPrefix: 'followUps', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', voided: 'latest', note: 'keepBoth' } }),
  /** Pregnancies, and what is seen of a woman before, at and after the birth. */
  pregnancies: define({ name: 'pregnancies', idPrefix: 'pregnancies', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', screenings: 'union', statusChanges: 'union', riskFactors: 'union', voided: 'latest', note: 'keepBoth' } }),
  antenatalVisits: define({ name: 'antenatalVisits', idPrefix: 'antenatalVisits', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', voided: 'latest', note: 'keepBoth' } }),
  births: define({ name: 'births', idPrefix: 'births', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', newborns: 'union', voided: 'latest', note: 'keepBoth' } }),
  postnatalVisits: define({ name: 'postnatalVisits', idPrefix: 'postnatalVisits', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash', voided: 'latest', note: 'keepBoth' } }),
  /** Cases of notifiable diseases, one document for each version of a report. */
  caseReports: define({ name: 'caseReports', idPrefix: 'caseReports', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['patientId']], clinical: true, mergePolicy: { '*': 'clash' } }),
  auditEvents: define({ name: 'auditEvents', idPrefix: 'auditEvents', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash' } }),
  medicines: define({ name: 'medicines', idPrefix: 'medicines', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: true,
    indexes: [['code']], clinical: false, mergePolicy: { '*': 'clash' } }),
  lots: define({ name: 'lots', idPrefix: 'lots', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: true,
    indexes: [['medicineId', 'expiresOn']], clinical: false, mergePolicy: { '*': 'clash', vvmChecks: 'union' } }),
  stockMovements: define({ name: 'stockMovements', idPrefix: 'stockMovements', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: true,
    indexes: [['lotId', 'occurredOn'], ['medicineId', 'occurredOn']], clinical: true, mergePolicy: { '*': 'clash', occurredOn: 'latest' } }),
  stocktakes: define({ name: 'stocktakes', idPrefix: 'stocktakes', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash' } }),
  equipment: define({ name: 'equipment', idPrefix: 'equipment', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash', voidings: 'union' } }),
  equipmentEvents: define({ name: 'equipmentEvents', idPrefix: 'equipmentEvents', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash', occurredOn: 'latest' } }),
  /** One document a unit, `facility:<unit>`. */
  facilityProfiles: define({ name: 'facilityProfiles', idPrefix: 'facility', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash', 'staff.*': 'clash', 'beds.*': 'clash', 'rooms.*': 'clash', 'site.*': 'clash', changes: 'union', confirmedOn: 'latest', confirmedBy: 'latest' } }),
  /** What the fridges read, and what was decided when it was wrong. */
  temperatureReadings: define({ name: 'temperatureReadings', idPrefix: 'temperatureReadings', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash', voided: 'latest' } }),
  coldDecisions: define({ name: 'coldDecisions', idPrefix: 'coldDecisions', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash' } }),
  /** Months as they were locked, one document for each version, and what is typed once a year. */
  reports: define({ name: 'reports', idPrefix: 'reports', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash' } }),
  yearFigures: define({ name: 'yearFigures', idPrefix: 'figures', database: 'resources', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash' } }),
  reviews: define({ name: 'reviews', idPrefix: 'review', database: 'health', owner: 'reviewer', direction: 'down', schemaVersion: 1, live: true,
    indexes: [['recordId']], clinical: false, mergePolicy: { '*': 'clash' } }),
  conflicts: define({ name: 'conflicts', idPrefix: 'conflict', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [['recordId']], clinical: false, mergePolicy: { '*': 'clash', resolution: 'latest' } }),
  receipts: define({ name: 'receipts', idPrefix: 'receipt', database: 'health', owner: 'hub', direction: 'down', schemaVersion: 1, live: false,
    indexes: [], clinical: false, mergePolicy: { '*': 'latest' } }),
  handovers: define({ name: 'handovers', idPrefix: 'handovers', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'clash', status: 'latest', takenBackAt: 'latest', takenBackBy: 'latest' } }),
  handoverAnswers: define({ name: 'handoverAnswers', idPrefix: 'answers', database: 'health', owner: 'station', direction: 'up', schemaVersion: 1, live: false,
    indexes: [], clinical: true, mergePolicy: { '*': 'latest' } }),
  transfers: define({ name: 'transfers', idPrefix: 'transfer', database: 'health', owner: 'hub', direction: 'down', schemaVersion: 1, live: false,
    indexes: [], clinical: false, mergePolicy: { '*': 'latest' } }),
  orgUnits: define({ name: 'orgUnits', idPrefix: 'org', database: 'reference', owner: 'catalogue', direction: 'down', schemaVersion: 1, live: true,
    indexes: [], clinical: false, mergePolicy: { '*': 'latest' } }),
  catalogueEntries: define({ name: 'catalogueEntries', idPrefix: 'catalogue', database: 'reference', owner: 'catalogue', direction: 'down', schemaVersion: 1, live: false,
    indexes: [], clinical: false, mergePolicy: { '*': 'latest' } }),
  catalogueReleases: define({ name: 'catalogueReleases', idPrefix: 'release', database: 'reference', owner: 'catalogue', direction: 'down', schemaVersion: 1, live: false,
    indexes: [], clinical: false, mergePolicy: { '*': 'latest' } }),
} as const;

export type CollectionName = keyof typeof collections;

const collectionByPrefix = new Map<string, CollectionDefinition>(Object.values(collections).map((collection) => [collection.idPrefix, collection]));

/** Collection of a document by its id, `undefined` for one this version does not know (kept untouched). Conflicts and
 *  receipts live in the database of the record they speak of, so both `health-*` and `resources-*` may hold them. */
export function collectionOfId(id: string): CollectionDefinition | undefined {
  return collectionByPrefix.get(id.slice(0, Math.max(0, id.indexOf(':'))));
}

/** Name of a unit's database at every tier, e.g. `health-25001`; `reference` has no unit. */
export function databaseName(kind: DatabaseKind, unit: string): string {
  return kind === 'reference' ? 'reference' : `${kind}-${unit}`;
}
