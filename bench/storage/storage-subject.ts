import type { EncounterBody } from '../support/encounters.ts';

/**
 * One way to store encounters: ours or a peer. Runs in a process (or page) of its own; every subject is asked the same
 * questions of the same documents and must give the same answers.
 */
export interface StorageSubject {
  /** Opens, or makes, the database of that name. */
  open(place: string): Promise<void>;
  close(): Promise<void>;
  /** One batch; on disk when it returns, where the subject has a disk. */
  insertMany(encounters: readonly EncounterBody[]): Promise<void>;
  /** One encounter saved by a person; on disk when it returns, where the subject has a disk. */
  insertOne(encounter: EncounterBody): Promise<void>;
  findById(id: string): Promise<EncounterBody | undefined>;
  /** The 20 last encounters of a person, newest first: by an index. */
  timeline(patientId: string): Promise<EncounterBody[]>;
  /** Fifty encounters with at least this systolic pressure, by `updatedAt`: no index helps. */
  highPressure(atLeastMmHg: number): Promise<EncounterBody[]>;
  /** Submitted encounters since a day: by an index. */
  countSubmittedSince(day: string): Promise<number>;
}

export const timelineLength = 20;
export const highPressureLength = 50;
