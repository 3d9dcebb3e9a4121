import { createHybridClock } from '../../../src-shared/domain/common/hybrid-clock.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import type { StorageCore } from '../../../store/index.ts';
import { openJournal, type Journal } from '../../../sync/index.ts';
import type { Person } from '../accounts/accounts.ts';
import type { StationCipher } from '../accounts/keyring.ts';
import { createAuditChain, type AuditChain } from './audit-chain.ts';
import { createCatalogueIndex, type CatalogueIndex } from './catalogue-index.ts';
import { createDoneKeys, type DoneKeys } from './done-keys.ts';
import { documentTables, fieldsAtEnd, syncedCollections, syncedDatabases } from './document-tables.ts';
import { guardDisk, type DiskGuard } from './disk-guard.ts';
import { createCareIndex, type CareIndex } from './care-index.ts';
import { createColdChainIndex, type ColdChainIndex } from './cold-chain-index.ts';
import { createChildrenIndex, type ChildrenIndex } from './children-index.ts';
import { chronicPeople } from './chronic-people.ts';
import { immunizationMonths } from './immunization-months.ts';
import { createMothersIndex, type MothersIndex } from './mothers-index.ts';
import { maternalPeople, newbornRows } from './maternal-rows.ts';
import { immunizationsOf } from './immunizations-of.ts';
import { createCounts, type Counts } from './counts.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createNewId } from './new-id.ts';
import { createPeopleIndex, type PeopleIndex } from './people-index.ts';
import { migrate } from '../migrations/migrate.ts';
import { openStationStore } from './open-station-store.ts';
import { createEquipmentIndex, type EquipmentIndex } from './equipment-index.ts';
import { growthPointsOf } from './growth-points-of.ts';
import { createNutritionIndex, type NutritionIndex } from './nutrition-index.ts';
import { createHandoverIndex, type HandoverIndex } from './handover-index.ts';
import { encounterMonths, followUpMonths } from './month-rows.ts';
import { encounterPressureRows, followUpPressureRows } from './pressure-rows.ts';
import { createCaseReportIndex, type CaseReportIndex } from './case-report-index.ts';
import { seenDiseases } from './seen-diseases.ts';
import { createReadNotices, type ReadNotices } from './read-notices.ts';
import { createRecordCounts, type RecordCounts } from './record-counts.ts';
import { createReturnsIndex, type ReturnsIndex } from './returns-index.ts';
import { createSettings, type Settings } from './settings.ts';
import { createStationClock, type StationClock } from './station-clock.ts';
import type { StationIdentity } from './station-identity.ts';
import { createStockIndex, type StockIndex } from './stock-index.ts';
import { createStocktakeIndex, type StocktakeIndex } from './stocktake-index.ts';
import type { Screens } from './screens.ts';

/** The opened file of a station with all that operations and queries ask of it. */
export interface StationDatabase {
  readonly identity: StationIdentity;
  readonly store: StorageCore;
  readonly journal: Journal;
  readonly settings: Settings;
  readonly clock: StationClock;
  /** The PC whose clock was farthest ahead, of those a day or more ahead of ours: its records are taken, its time is not. */
  clockAhead(): { device: string; aheadMs: number } | undefined;
  readonly disk: DiskGuard;
  readonly auditChain: AuditChain;
  readonly doneKeys: DoneKeys;
  readonly drafts: Drafts;
  readonly counts: Counts;
  readonly people: PeopleIndex;
  readonly recordCounts: RecordCounts;
  /** Built at first use. */
  readonly stock: StockIndex;
  /** Built at first use. */
  readonly equipment: EquipmentIndex;
  /** Built at first use. */
  readonly coldChain: ColdChainIndex;
  /** Built at first use. */
  readonly children: ChildrenIndex;
  /** Built at first use. */
  readonly care: CareIndex;
  /** Built at first use. */
  readonly mothers: MothersIndex;
  /** Built at first use. */
  readonly caseReports: CaseReportIndex;
  /** Built at first use. */
  readonly nutrition: NutritionIndex;
  /** Built at first use. */
  readonly stocktakes: StocktakeIndex;
  /** Built at first use. */
  readonly returns: ReturnsIndex;
  /** Built at first use. */
  readonly catalogues: CatalogueIndex;
  readonly readNotices: ReadNotices;
  /** Built at first use. */
  readonly handovers: HandoverIndex;
  /** The RxDB collections behind the screens, which note themselves in the file also when the disk is full; loaded and opened at first use, which a run of the command may never need. */
  screens(): Promise<Screens>;
  /** What a rule is given for one piece of work of this person. */
  contextFor(person: Person): WorkContext;
  /** Called inside every save: the highest time and the last version stamp go into the same commit. */
  rememberTime(): void;
  close(): Promise<void>;
}

export interface OpenStationOptions { file: string; key: Buffer; identity: StationIdentity; now: () => number; mustExist: boolean; /** The one the file was made with; `aegis` where not given. */ cipher?: StationCipher }

/**
 * Opens and brings the file to the present version at once, without a copy: for new files, and for those that are a copy. A station's own
 * file is opened by `openStationFile`.
 * @throws StoreOpenError when the file cannot be opened.
 */
export function openStationDatabase({ file, key, identity, now, mustExist, cipher }: OpenStationOptions): StationDatabase {
  const { store, book, pending } = openStationStore({ file, key, mustExist, now, cipher });
  try {
    for (const _ of migrate(store, book, pending)) { /* all of it */ }
  } catch (error) {
    store.close();
    throw error;
  }
  return stationDatabaseOn(store, identity, now, 0);
}

/** Over an opened file of the present version. Closes it where it throws. */
export function stationDatabaseOn(opened: StorageCore, identity: StationIdentity, now: () => number, reserveBytes: number): StationDatabase {
  const disk = guardDisk(opened, reserveBytes);
  const { store } = disk;
  try {
    for (const table of documentTables) store.defineTable(table);
    for (const rows of [immunizationMonths, chronicPeople, maternalPeople, newbornRows, encounterPressureRows, followUpPressureRows, encounterMonths, followUpMonths, seenDiseases]) store.derive(rows);
    const settings = createSettings(store.sql);
    const clock = createStationClock(settings, now);
    const journal = openJournal({ store, unit: identity.unit, device: identity.device, formerDevices: settings.get<string[]>(formerDevicesKey), databases: syncedDatabases(identity.unit), collections: syncedCollections, fieldsAtEnd, now: clock.now });
    const hybridClock = createHybridClock({ now: clock.now, device: identity.device, last: settings.get<string>(lastVersionKey) });
    store.changes.subscribe(({ changes }) => {
      for (const { document } of changes) if (typeof document.version === 'string' && document.device !== identity.device) hybridClock.observe(document.version);
    });
    const newId = createNewId(clock.now);
    disk.begin();
    let stock: StockIndex | undefined;
    let equipment: EquipmentIndex | undefined;
    let coldChain: ColdChainIndex | undefined;
    let children: ChildrenIndex | undefined;
    let nutrition: NutritionIndex | undefined;
    let caseReports: CaseReportIndex | undefined;
    let care: CareIndex | undefined;
    let mothers: MothersIndex | undefined;
    let stocktakes: StocktakeIndex | undefined;
    let returns: ReturnsIndex | undefined;
    let catalogues: CatalogueIndex | undefined;
    let handovers: HandoverIndex | undefined;
    let screens: Promise<Screens> | undefined;
    const database: StationDatabase = {
      identity, store, journal, settings, clock, disk,
      clockAhead: hybridClock.farthestAhead,
      auditChain: createAuditChain(journal, identity.device),
      doneKeys: createDoneKeys(store.sql),
      drafts: createDrafts(store.sql, clock.instant),
      counts: createCounts(store.sql),
      people: createPeopleIndex(store),
      recordCounts: createRecordCounts(store),
      get stock() { return (stock ??= createStockIndex(store)); },
      get equipment() { return (equipment ??= createEquipmentIndex(store)); },
      get coldChain() { return (coldChain ??= createColdChainIndex(store)); },
      get children() { return (children ??= createChildrenIndex({ store, people: database.people, recordsOf: (id) => immunizationsOf(database, id), today: clock.today })); },
      get nutrition() { return (nutrition ??= createNutritionIndex({ store, people: database.people, pointsOf: (id, child) => growthPointsOf(database, id, child), today: clock.today })); },
      get caseReports() { return (caseReports ??= createCaseReportIndex(store)); },
      get care() { return (care ??= createCareIndex(database)); },
      get mothers() { return (mothers ??= createMothersIndex(database)); },
      get stocktakes() { return (stocktakes ??= createStocktakeIndex(store)); },
      get returns() { return (returns ??= createReturnsIndex(store)); },
      get catalogues() { return (catalogues ??= createCatalogueIndex(store)); },
      readNotices: createReadNotices(settings),
      get handovers() { return (handovers ??= createHandoverIndex(store)); },
      screens: () => (screens ??= import('./screens.ts').then(({ openScreens }) => openScreens(opened, identity))),
      contextFor: (person) => ({
        now: clock.instant(), today: clock.today(), unit: identity.unit, device: identity.device,
        account: person.account, displayName: person.displayName, role: person.role, newId, nextVersion: hybridClock.next,
      }),
      rememberTime() {
        clock.remember();
        settings.set(lastVersionKey, hybridClock.last());
      },
      async close() {
        if (screens) await (await screens).close();
        store.close();
      },
    };
    return database;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Devices this file was before it was restored from a backup. */
export const formerDevicesKey = 'formerDevices';
const lastVersionKey = 'clock.lastVersion';
