import type { CategorizeBulkWriteRowsOutput } from 'rxdb/plugins/core';
import type { Sql } from './types.ts';

/** Contents of attachments read into memory before the synchronous commit, by the object RxDB gave. */
export type LoadedContents = ReadonlyMap<object, Buffer>;

interface WithAttachments { document: { _attachments?: Record<string, unknown> } }
const hasContent = (attachment: unknown): attachment is { data: Blob } =>
  typeof attachment === 'object' && attachment !== null && 'data' in attachment && attachment.data instanceof Blob;

/** Reads the contents that come with a bulk of writes; `undefined` where none does. */
export async function loadContents(rows: readonly WithAttachments[]): Promise<LoadedContents | undefined> {
  const attachments = rows.flatMap(({ document }) => Object.values(document._attachments ?? {}).filter(hasContent));
  if (attachments.length === 0) return undefined;
  return new Map(await Promise.all(attachments.map(async (attachment) => [attachment, Buffer.from(await attachment.data.arrayBuffer())] as const)));
}

/** Stores and removes the contents that one bulk of writes asks for, inside its commit. */
export function writeAttachments<T>(sql: Sql, owner: string, changes: CategorizeBulkWriteRowsOutput<T>, contents: LoadedContents | undefined): void {
  for (const { documentId, attachmentId } of changes.attachmentsRemove) {
    sql.run('DELETE FROM store_attachments WHERE owner = ? AND document = ? AND attachment = ?', owner, documentId, attachmentId);
  }
  for (const { documentId, attachmentId, attachmentData, digest } of [...changes.attachmentsAdd, ...changes.attachmentsUpdate]) {
    const content = contents?.get(attachmentData);
    if (!content) throw new Error(`attachment ${attachmentId} comes without its content`);
    sql.run('INSERT OR REPLACE INTO store_attachments (owner, document, attachment, digest, type, content) VALUES (?, ?, ?, ?, ?, ?)',
      owner, documentId, attachmentId, digest, attachmentData.type, content);
  }
}

export function readAttachment(sql: Sql, owner: string, documentId: string, attachmentId: string, digest: string): Blob {
  const row = sql.get<{ digest: string; type: string; content: Buffer }>(
    'SELECT digest, type, content FROM store_attachments WHERE owner = ? AND document = ? AND attachment = ?', owner, documentId, attachmentId);
  if (!row || row.digest !== digest) throw new Error(`attachment does not exist: ${attachmentId} of ${documentId}`);
  return new Blob([new Uint8Array(row.content)], { type: row.type });
}
