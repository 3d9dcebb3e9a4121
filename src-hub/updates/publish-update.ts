import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PublishedUpdate } from '../../src-shared/contract/updates.ts';
import { readReleaseKeys, readUpdateFile, UpdateProblem } from '../../updates/index.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';

const published = z.object({ version: z.string(), bytes: z.int(), notes: z.object({ vi: z.string(), en: z.string() }) });

const updatesFolder = (dir: string): string => join(dir, 'updates');
const notice = (dir: string): string => join(updatesFolder(dir), 'published.json');
export const publishedFile = (dir: string, { version }: PublishedUpdate): string => join(updatesFolder(dir), `${version}.tramxa-update`);

/** What is offered to the stations now, with its file. */
export function readPublished(dir: string): PublishedUpdate | undefined {
  if (!existsSync(notice(dir))) return undefined;
  const told = published.safeParse(JSON.parse(readFileSync(notice(dir), 'utf8'))).data;
  return told && existsSync(publishedFile(dir, told)) ? told : undefined;
}

/** Offers an update file to the stations below: checked, copied beside the databases, then named. Throws `HubProblem`. */
export async function publishUpdate({ dir }: Pick<WorkPlace, 'dir'>, { file }: { file: string }): Promise<PublishedUpdate & { platforms: string[] }> {
  if (!existsSync(file)) throw new HubProblem('NoSuchFile', `there is no file ${file}`);
  const { manifest: { version, notes, platforms } } = await readUpdateFile(file, { publicKeys: readReleaseKeys() }).catch((error: unknown) => {
    throw error instanceof UpdateProblem ? new HubProblem(error.code, error.message) : error;
  });
  const told: PublishedUpdate = { version, notes, bytes: statSync(file).size };
  mkdirSync(updatesFolder(dir), { recursive: true, mode: 0o700 });
  const copy = `${publishedFile(dir, told)}.copy`;
  try {
    copyFileSync(file, copy);
    renameSync(copy, publishedFile(dir, told));
  } finally {
    rmSync(copy, { force: true });
  }
  writeFileSync(`${notice(dir)}.new`, JSON.stringify(told));
  renameSync(`${notice(dir)}.new`, notice(dir));
  for (const name of readdirSync(updatesFolder(dir))) if (name.endsWith('.tramxa-update') && name !== `${version}.tramxa-update`) rmSync(join(updatesFolder(dir), name), { force: true });
  return { ...told, platforms: Object.keys(platforms) };
}

/** Offers none any more. Answers the version that was offered. */
export async function withdrawUpdate({ dir }: Pick<WorkPlace, 'dir'>, _input: object): Promise<{ version?: string }> {
  const told = readPublished(dir);
  rmSync(notice(dir), { force: true });
  if (told) rmSync(publishedFile(dir, told), { force: true });
  return told ? { version: told.version } : {};
}
