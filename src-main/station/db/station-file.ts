import { acquireFileLock, copyStoreFile, freezeStore, hasReserve as storeHasReserve, inspectStore, openStore, rekeyStoreFile, type RekeySteps, type StoreFile } from '../../../store/index.ts';
import type { StationCipher } from '../accounts/keyring.ts';
import { createSettings } from './settings.ts';
import type { StationIdentity } from './station-identity.ts';
import { createStationClock } from './station-clock.ts';

/** What a copy of a station's file says of itself once it is read whole. */
export interface StationFileReport { problems: string[]; /** Documents, by collection. */ documents: Record<string, number>; identity: StationIdentity | undefined; /** The last time this file saw work. */ newestAt: string | undefined }

/** Encrypted copy of a file that is open elsewhere; see `copyStoreFile`. */
export const copyStationFile = (file: string, key: Buffer, target: string, cipher?: StationCipher): void => copyStoreFile({ file, key, cipher }, target);

/** As `rekeyStoreFile`, while nobody else can open the file. @throws StoreOpenError `InUse`, those of opening. */
export function rekeyStationFile(source: StoreFile, target: StoreFile, tell: RekeySteps): void {
  const store = openStore({ ...source, mustExist: true });
  try { rekeyStoreFile(source, target, tell); } finally { store.close(); }
}

/** Keeps every other process, and this one, from opening the file; answers how to let go. @throws StoreOpenError `InUse`. */
export const lockStationFile = acquireFileLock;

/** Room for a full disk is kept beside the file. */
export const hasReserve = storeHasReserve;

/** The bytes of an open file as they are now; see `freezeStore`. */
export const freezeStationFile = freezeStore;

/** @throws StoreOpenError where it cannot be read at all. */
export function inspectStationFile(file: string, key: Buffer, cipher?: StationCipher): StationFileReport {
  return inspectStore({ file, key, cipher }, ({ problems, documents, sql }) => {
    const settings = createSettings(sql);
    return { problems, documents, identity: settings.get<StationIdentity>('identity'), newestAt: timeOf(createStationClock(settings, () => 0).highest) };
  });
}

const timeOf = (ms: number): string | undefined => (ms === 0 ? undefined : new Date(ms).toISOString());
