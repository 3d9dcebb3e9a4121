import type { z } from 'zod';
import type { queries, QueryAnswer, QueryName } from '../../../src-shared/contract/queries.ts';
import type { BackupWorker } from '../backup/create-backup-worker.ts';
import type { FileHealth } from '../db/file-health.ts';
import type { StationDatabase } from '../db/station-database.ts';
import type { LanWorker } from '../lan/create-lan-worker.ts';
import type { SyncWorker } from '../sync/sync-worker.ts';

/** What a query may look at: the file, and how exchange and copies stand. */
export interface QueryFacts { db: StationDatabase; sync: SyncWorker; lan: LanWorker; backups: BackupWorker; health: FileHealth }

export type ParsedQueryInput<N extends QueryName> = z.output<(typeof queries)[N]['input']>;

/** What a screen shows. Reads only. */
export type Query<N extends QueryName> = (input: ParsedQueryInput<N>, facts: QueryFacts) => QueryAnswer<N> | Promise<QueryAnswer<N>>;
