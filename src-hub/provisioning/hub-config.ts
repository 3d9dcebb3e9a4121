import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { unitKey } from '../../src-shared/domain/common/document.ts';
import { HubProblem } from './hub-problem.ts';
import { issueWords } from './issue-words.ts';

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const hubConfig = z.object({
  unit: unitKey,
  /** Name of the tier as people say it: `district`, `province`, `central` … */
  tier: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: z.string().max(200).optional(),
  port: z.number().int().min(0).max(65_535),
  parent: z.object({ url: httpUrl, user: z.string().min(1).max(100) }).optional(),
  /** An Apache CouchDB 3 that holds the databases; without it the hub keeps them itself. */
  couchdb: z.object({ url: httpUrl, user: z.string().min(1).max(100), prefix: z.string().regex(/^(?:[a-z][a-z0-9_-]{0,39})?$/).default('') }).optional(),
  /** At most one receipt per station database in this many seconds. */
  receiptIntervalSeconds: z.number().min(0).max(3600).default(10),
  /** Whether units and catalogues are published here; unless said, at the hub without a parent. */
  publishesReference: z.boolean().optional(),
  /** Lets Prometheus read `/metrics` from another machine; without it only this machine may. */
  metricsToken: z.string().min(16).max(200).optional(),
  /** This share of each station's records is drawn to be read whatever they say, in percent. */
  reviewSharePercent: z.number().min(0).max(100).default(5),
  /** Largest document taken, in bytes of its JSON. */
  maxDocumentBytes: z.number().int().min(1024).default(8 * 1024 * 1024),
  /** Largest request body taken, in bytes after decompression. */
  maxRequestBytes: z.number().int().min(4096).default(32 * 1024 * 1024),
});
export type HubConfig = z.infer<typeof hubConfig>;

const fileOf = (dir: string) => join(dir, 'hub.json');

export const isHubDirectory = (dir: string): boolean => existsSync(fileOf(dir));

/** Checks what was given for a new `hub.json`. */
export function parseHubConfig(input: z.input<typeof hubConfig>): HubConfig {
  const parsed = hubConfig.safeParse(input);
  if (!parsed.success) throw new HubProblem('BadConfig', `hub: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issueWords(issue)}`).join('; ')}`);
  return parsed.data;
}

export function readHubConfig(dir: string): HubConfig {
  if (!isHubDirectory(dir)) throw new HubProblem('NotAHub', `${dir} holds no hub (no hub.json)`);
  let raw: z.input<typeof hubConfig>;
  try {
    raw = JSON.parse(readFileSync(fileOf(dir), 'utf8')) as z.input<typeof hubConfig>;
  } catch {
    throw new HubProblem('BadConfig', `${fileOf(dir)} is not JSON`);
  }
  return parseHubConfig(raw);
}

/** Replaced as a whole, so that a crash leaves the old or the new one. */
export function writeHubConfig(dir: string, config: HubConfig): void {
  const next = `${fileOf(dir)}.next`;
  writeFileSync(next, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, fileOf(dir));
}
