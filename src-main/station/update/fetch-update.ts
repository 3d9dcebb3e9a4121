import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import type { PublishedUpdate } from '../../../src-shared/contract/updates.ts';
import { compareVersions, isVersion } from '../../../updates/index.ts';
import { programVersion } from '../program-version.ts';
import type { SyncWorker } from '../sync/sync-worker.ts';

const published = z.object({ version: z.string().refine(isVersion), bytes: z.int().positive().max(2_000_000_000), notes: z.object({ vi: z.string(), en: z.string() }) });

export interface FetchUpdateOptions {
  sync: Pick<SyncWorker, 'askHub'>; folder: string; signal: AbortSignal;
  /** Records wait to be sent: they go first. */
  isBusy(): boolean;
  unwanted: readonly string[];
  onShare(update: PublishedUpdate & { file: string }, share: number): void;
  /** Milliseconds without a byte after which the line counts as gone. */
  silenceMs?: number;
}
export type FetchOutcome = { kind: 'nothing' } | { kind: 'later' } | { kind: 'fetched'; file: string };

/**
 * Asks the hub for a newer version and fetches it, going on where the line broke last time. What was fetched is not checked here.
 * `later`: the line is away, or records went first; what came is kept.
 */
export async function fetchUpdate({ sync, folder, signal, isBusy, unwanted, onShare, silenceMs = 60_000 }: FetchUpdateOptions): Promise<FetchOutcome> {
  if (isBusy()) return { kind: 'later' };
  const answer = await sync.askHub('/_tramxa/update', { signal: AbortSignal.any([signal, AbortSignal.timeout(silenceMs)]) }).catch(() => 'away' as const);
  if (answer === 'away') return { kind: 'later' };
  if (answer?.status !== 200) { await answer?.body?.cancel(); return { kind: 'nothing' }; }
  const told = published.safeParse(await answer.json().catch(() => undefined)).data;
  if (!told || compareVersions(told.version, programVersion) <= 0 || unwanted.includes(told.version)) return { kind: 'nothing' };

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `hub-${told.version}-${told.bytes}.tramxa-update`);
  for (const name of readdirSync(folder)) if (name.startsWith('hub-') && join(folder, name) !== file) rmSync(join(folder, name), { force: true });
  const have = existsSync(file) ? statSync(file).size : 0;
  if (have > told.bytes) { rmSync(file); return { kind: 'later' }; }
  onShare({ ...told, file }, have === told.bytes ? 0.999 : have / told.bytes);
  if (have === told.bytes) return { kind: 'fetched', file };
  return await rest(have) ? { kind: 'fetched', file } : { kind: 'later' };

  async function rest(from: number): Promise<boolean> {
    if (!told) return false;
    const silence = new AbortController();
    let timer = setTimeout(() => { silence.abort(); }, silenceMs);
    const out = createWriteStream(file, { flags: 'a', mode: 0o600 });
    let at = from;
    try {
      const part = await sync.askHub(`/_tramxa/update/${told.version}`, { headers: { range: `bytes=${from}-` }, signal: AbortSignal.any([signal, silence.signal]) });
      if (!part?.body || part.status !== (from > 0 ? 206 : 200) && part.status !== 206) { await part?.body?.cancel(); return false; }
      for await (const piece of part.body as AsyncIterable<Uint8Array>) {
        clearTimeout(timer);
        timer = setTimeout(() => { silence.abort(); }, silenceMs);
        if (!out.write(piece)) await new Promise<void>((resolve, reject) => { out.once('drain', resolve).once('error', reject); });
        at += piece.length;
        // Whole only once it has been checked.
        onShare({ ...told, file }, Math.min(0.999, at / told.bytes));
        if (isBusy()) return false;
      }
      return at === told.bytes;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
      silence.abort();
      out.end();
      await finished(out).catch(() => undefined);
    }
  }
}
