import type { LineFault, LineState } from '../../../src-shared/contract/queries.ts';
import type { HubSettings } from './hub-settings.ts';
import type { ExchangeResult } from '../../../sync/index.ts';

export interface ExchangeOptions { waitForProofMs?: number; signal?: AbortSignal; onProgress?: (progress: { pushed: number; pulled: number; toPush: number }) => void }

/** The exchange with the hub as the rest of the station sees it. */
export interface SyncWorker {
  line(): { line: LineState; lastContactAt?: string; lastError?: string; lineFault?: LineFault };
  hubUrl(): string | undefined;
  onChange(listener: () => void): () => void;
  /** Keeps exchanging from now on; does nothing without a hub. */
  start(): void;
  /** One full exchange now. @throws StationProblem `NotEnrolled`, TransportError. */
  exchange(options?: ExchangeOptions): Promise<ExchangeResult>;
  /** One request to the hub beside the exchange, as this PC; `undefined` without a hub. @throws what `fetch` throws. */
  askHub(path: string, init?: { headers?: Record<string, string>; signal?: AbortSignal }): Promise<Response | undefined>;
  /** Names the hub and goes on with it where the exchange was running. */
  enrol(hub: HubSettings): Promise<void>;
  stop(): Promise<void>;
}
