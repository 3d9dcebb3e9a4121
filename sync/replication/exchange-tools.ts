import type { HubClient } from '../transport/hub-client.ts';
import type { Timers } from '../types.ts';
import type { Batches } from './adaptive-batch.ts';
import type { JournalParts } from './journal.ts';
import type { NamesRead } from './read-unknown.ts';

export interface ExchangeCounts { pushed: number; pulled: number; conflicts: number; denied: number }
export interface ExchangeTools {
  parts: JournalParts; client: HubClient; timers: Timers;
  /** Sizes of batches up and of pages down, by database. */
  batches: Batches; pages: Batches;
  namesRead: NamesRead;
  /** One push at a time. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  onProgress?: (progress: { pushed: number; pulled: number; toPush: number }) => void;
}

export const noCounts = (): ExchangeCounts => ({ pushed: 0, pulled: 0, conflicts: 0, denied: 0 });
