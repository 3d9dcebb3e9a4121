import { randomUUID } from 'node:crypto';
import { databaseName } from '../../src-shared/domain/collections.ts';
import type { DownHeader } from '../../sync/index.ts';
import { BundleProblem, introduce, refuseForeignFile, sealBundle, writeBundleFile } from '../../sync/index.ts';
import type { CredentialRow } from '../provisioning/credentials.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { instantOf } from '../provisioning/work-place.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { answerContent } from './answer-content.ts';
import { publishReceiptsNow } from './receipts-now.ts';
import { openStickBook } from './stick-book.ts';

export interface WrittenAnswer { file: string; bytes: number; user: string; device: string; madeAt: string }

/** The credential of a device that may still speak here. Throws `NoSuchCredential`, `Revoked`. */
export function findDevice({ book }: WorkPlace, user: string): { user: string; unit: string; device: string } | undefined {
  const row = book.sql.get<CredentialRow>("SELECT user, unit, device, revokedAt FROM credentials WHERE user = ? AND kind = 'device'", user);
  if (row?.revokedAt != null) throw new HubProblem('DeviceRevoked', `the credential of ${user} was taken back on ${row.revokedAt}; nothing of it is taken any more`);
  return row && { user: row.user, unit: row.unit, device: row.device };
}

/** Throws `FileExists` where something else lies than an older answer for this PC. */
export async function checkPlaceOfAnswer(out: string, user: string): Promise<void> {
  try { await refuseForeignFile(out, { kind: 'down', user }); } catch (error) {
    throw error instanceof BundleProblem ? new HubProblem(error.code, error.message) : error;
  }
}

/**
 * Writes what this hub has for one station PC into a file only that PC can open: what was taken of its bundles, receipts, reviews,
 * reference, what other PCs of the unit wrote. Any number of times; each tells all the PC has not confirmed yet. Throws `NoSuchDevice`, `NoBundleYet`, `FileExists`.
 */
export async function writeAnswer(place: WorkPlace, { user, out }: { user: string; out: string }): Promise<WrittenAnswer> {
  const sticks = openStickBook(place.book);
  const sender = findDevice(place, user);
  const link = sticks.link(user);
  const known = sticks.device(user);
  if (!sender) throw new HubProblem('NoSuchDevice', `there is no PC ${user} here: "hub credential list" names them`);
  if (link === undefined || !known) throw new HubProblem('NoBundleYet', `no bundle of ${user} came here yet: the first stick comes from the station`);
  await checkPlaceOfAnswer(out, user);
  const databases = [databaseName('health', sender.unit), databaseName('resources', sender.unit)];
  await publishReceiptsNow(place, databases);
  const keys = await sticks.keys();
  const { unit, tier, name } = place.config;
  const serial = sticks.nextSerial(place.now());
  const header: DownHeader = {
    kind: 'down', id: randomUUID(), madeAt: instantOf(place.now()), serial, from: { ...introduce(link, 'hub', keys), unit, tier, ...(name === undefined ? {} : { name }) },
    to: { unit: sender.unit, user, device: known.device },
  };
  const content = answerContent({
    place, uuid: place.book.setting('uuid') ?? '', device: known.device, databases: [...databases, 'reference'], places: known.places, taken: sticks.untold(user, known.device),
  });
  const bytes = await writeBundleFile(sealBundle({ header, content, to: { recipient: known.recipient }, signingPrivate: keys.signingPrivate }), out);
  sticks.told(user, known.device, serial);
  return { file: out, bytes, user, device: known.device, madeAt: header.madeAt };
}
