import type { DocumentBody } from '../domain/common/document.ts';

export type HubRole = 'reviewer' | 'manager' | 'administrator';
export interface HubSession { signedIn: boolean; account?: string; role?: HubRole; unit: string; tier: string; unitName: string; path: { unit: string; tier: string; name?: string }[] }

/** One station (unit) as this hub sees it. */
export interface StationRow {
  unit: string; lastContactAt?: string; devices: { device: string; lastContactAt?: string }[];
  documents: { health: number; resources: number }; submitted: number; conflicts: number; denied: number;
  /** What the tier above has proved of this unit's databases, from its receipts. */
  above: { unit: string; tier: string; name?: string; proved: number; missing: number; publishedAt?: string }[];
}
export interface SubmittedRow { unit: string; recordId: string; kind: 'checkup' | 'visit'; status: string; occurredOn: string; submittedAt?: string; patientId: string; patientName: string; bornOn?: string; author: string; conclusionClass?: string }
export interface SubmittedRecord { unit: string; record: DocumentBody; patient: DocumentBody | null; dispenses: DocumentBody[]; receivedAt?: string; rev: string; medicines: Record<string, string> }

/**
 * The hub console's API by tRPC at `/console/trpc`: `session.state`, `session.signIn`, `session.signOut`, `stations`,
 * `submitted`, `record`. Sign-in is a cookie session; everything but `session.*` needs it; a reader sees only units of
 * their subtree. Every `record` is written to the access log.
 */
export interface HubApi {
  session: { state(): Promise<HubSession>; signIn(input: { account: string; password: string }): Promise<{ ok: boolean; session: HubSession; waitMs?: number }>; signOut(): Promise<HubSession> };
  stations(): Promise<StationRow[]>;
  submitted(input: { unit?: string; kind?: 'checkup' | 'visit'; text?: string; limit?: number; offset?: number }): Promise<{ rows: SubmittedRow[]; total: number }>;
  record(input: { unit: string; recordId: string }): Promise<SubmittedRecord | null>;
}
