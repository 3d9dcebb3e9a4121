import type { EncounterBody } from '../support/encounters.ts';

/** A station's road to its hub: the address may be that of a slow line in between. */
export interface Road { url: string; database: string; unit: string; user: string; password: string }

/** What a live pair of stations does: one saves, the other sees. */
export interface LivePair {
  /** Saves at the first station. */
  save(encounter: EncounterBody): Promise<void>;
  /** Resolves once the second station holds it on its disk. */
  seen(id: string): Promise<void>;
  stop(): Promise<void>;
}

/** One way to carry encounters between a station's disk and a hub: ours or a peer. Each station is durable where ours is. */
export interface SyncSubject {
  /** Opens a station's store at that path (without ending). */
  open(place: string, road: Road): Promise<SyncStation>;
  /** Two stations of one unit, kept in step with the hub until stopped. */
  live(places: readonly [string, string], roads: readonly [Road, Road]): Promise<LivePair>;
}

export interface SyncStation {
  /** Saves encounters that wait to be sent. */
  save(encounters: readonly EncounterBody[]): Promise<void>;
  /** Sends all that waits; resolves when the hub has taken it and the station has noted that. */
  push(batch: number): Promise<void>;
  /** What a full exchange still brings after a push: for whoever does not leave its own writes at the hub, their echo. */
  catchUp(batch: number): Promise<void>;
  /** Fetches everything at the hub onto the disk. */
  pull(batch: number): Promise<void>;
  count(): Promise<number>;
  /** Sends all that waits over a line that breaks, however often it has to begin again. */
  insist(batch: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** How soon a peer may try again after a broken line, where it can be told. */
export const peerRetryMs = 1_000;

export const authorizationOf = ({ user, password }: Road): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
