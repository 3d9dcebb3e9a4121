import type { Refusal } from '../domain/common/refusal.ts';

/** A bundle made here; instants ISO 8601. `takenAt`: when the home hub took it, by its answer. */
export interface StickBundle { id: string; madeAt: string; documents: number; savedFrom: string | null; savedTo: string | null; takenAt: string | null }
/** What an answer from a stick brought, counted in documents. `already`: it was received before. */
export interface ReceivedAnswer { already: boolean; madeAt: string; from: { unit: string; tier: string; name?: string }; settled: number; denied: number; pulled: number; conflicts: number; waiting: number }
/** Of `POST /stick/answer`; refusals: `BundleDamaged`, `BundleForeign`, `BundleOld`, `BundleNewer`, `BundleWrongWay`, `NotEnrolled`, `DiskFull`, `SignedOut`. */
export type StickAnswer = { ok: true; answer: ReceivedAnswer } | { ok: false; refusals: Refusal[] };
