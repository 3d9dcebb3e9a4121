import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { bookFile, databaseFile } from '../provisioning/hub-files.ts';
import { KEY_FILE, readHubKey } from '../provisioning/hub-key.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { openCopier } from './copy-apart.ts';

export interface HubBackup {
  out: string; databases: number; bytes: number;
  /** Whether the copy opens by itself; else `hub.key` must be kept elsewhere. */
  withKey: boolean;
  /** The databases are on a CouchDB, which has copies of its own. */
  onCouchdb: boolean;
}

const sizeOf = (dir: string): number => readdirSync(dir, { recursive: true, withFileTypes: true }).reduce((sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0), 0);

/**
 * Copies a hub while it works, nobody waiting for it, into a new directory that is a hub's directory again: encrypted, each file as of one moment. The book goes first,
 * so that no database of the copy is older than what the book says of it. Throws `HubProblem` `BackupExists`, `NoFolder`, `BackupFailed`; nothing is left behind then.
 */
export async function backUpHub({ dir, config, engine }: WorkPlace, { out, withKey = false }: { out: string; withKey?: boolean | undefined }): Promise<HubBackup> {
  if (existsSync(out)) throw new HubProblem('BackupExists', `${out} exists already`);
  if (!existsSync(dirname(out))) throw new HubProblem('NoFolder', `there is no folder ${dirname(out)}`);
  const part = join(dirname(out), `.${basename(out)}.part`);
  const key = readHubKey(dir);
  const names = config.couchdb ? [] : engine.databases();
  const copier = openCopier(key);
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(join(part, 'databases'), { recursive: true, mode: 0o700 });
    await copier.copy(bookFile(dir), bookFile(part));
    for (const name of names) if (engine.has(name)) await engine.use(name, () => copier.copy(databaseFile(dir, name), databaseFile(part, name)));
    copyFileSync(join(dir, 'hub.json'), join(part, 'hub.json'));
    if (withKey) copyFileSync(join(dir, KEY_FILE), join(part, KEY_FILE));
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    const { code = 'unknown', message = '' } = error as { code?: string; message?: string };
    const why = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code) ? 'the disk is full' : ['EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code) ? `nothing can be written to ${dirname(out)}` : `${code} ${message}`.trim();
    throw new HubProblem('BackupFailed', `the copy could not be written: ${why}; nothing of it was left there`);
  } finally {
    await copier.end();
  }
  return { out, databases: names.length, bytes: sizeOf(out), withKey, onCouchdb: config.couchdb !== undefined };
}
