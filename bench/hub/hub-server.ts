import type { Road } from '../sync/sync-subject.ts';

/** A server of stations' databases: ours or a peer, fresh for each run. */
export interface HubServer {
  /** An empty database for each of so many stations. */
  stations(count: number): Promise<Road[]>;
  /** Resident memory of the server, garbage collected; not for a server that is not ours to look into. */
  residentMiB?: () => Promise<number>;
  /** Time the server has spent computing so far; not for a server that is not ours to look into. */
  cpuMs?: () => Promise<number>;
  stop(): Promise<void>;
}

export type StartHubServer = (dir: string) => Promise<HubServer>;
