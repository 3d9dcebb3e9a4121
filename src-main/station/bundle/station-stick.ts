import { BundleProblem, createStick, refuseForeignFile, writeBundleFile, type AnswerReport, type MadeBundle, type MakeOptions, type Stick } from '../../../sync/index.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { StationProblem } from '../station-problem.ts';
import { hubSettingsKey, type HubSettings } from '../sync/hub-settings.ts';

export interface BundleReport { file: string; bytes: number; bundle: string; madeAt: string; documents: number; left: number; savedFrom?: string; savedTo?: string }
export interface BundleRequest extends Pick<MakeOptions, 'goOn' | 'onProgress'> { out: string; maxMegabytes?: number }

const bytesPerMegabyte = 1_000_000;

/** @throws StationProblem `NotEnrolled`: without a credential no hub would open a bundle. */
export function openStick(db: StationDatabase): Stick {
  const hub = db.settings.get<HubSettings>(hubSettingsKey);
  if (!hub) throw new StationProblem('NotEnrolled', 'this station has no hub yet: "tramxa station enrol" names one, with the credential it printed');
  return createStick({ journal: db.journal, user: hub.user, password: hub.password, now: db.clock.now });
}

const inWords = (error: unknown): unknown => (error instanceof BundleProblem ? new StationProblem(error.code, error.message) : error);

/** Writes everything no hub has confirmed into one file for the home hub. Answers once the file is whole and on the disk. @throws StationProblem `FileExists`, `NotEnrolled`. */
export async function makeBundleFile(db: StationDatabase, { out, maxMegabytes, ...options }: BundleRequest): Promise<BundleReport> {
  const stick = openStick(db);
  await refuseForeignFile(out, { kind: 'up', user: db.settings.get<HubSettings>(hubSettingsKey)?.user ?? '' }).catch((error: unknown) => { throw inWords(error); });
  const { header, bytes } = await stick.make({ ...options, ...(maxMegabytes === undefined ? {} : { maxBytes: maxMegabytes * bytesPerMegabyte }) });
  const size = await writeBundleFile(bytes, out);
  const { id, madeAt, documents, left, savedFrom, savedTo } = header;
  return { file: out, bytes: size, bundle: id, madeAt, documents, left, ...(savedFrom === undefined ? {} : { savedFrom }), ...(savedTo === undefined ? {} : { savedTo }) };
}

/** @throws StationProblem with the code of `BundleProblem`: nothing was changed. */
export async function receiveAnswerFile(db: StationDatabase, file: string, onProgress?: (pulled: number) => void): Promise<AnswerReport> {
  try {
    return await openStick(db).receive(file, onProgress);
  } catch (error) {
    throw inWords(error);
  }
}

/** Bundles made here, oldest first; none where no hub is named. */
export const listBundles = (db: StationDatabase): MadeBundle[] => (db.settings.get<HubSettings>(hubSettingsKey) ? openStick(db).bundles() : []);
