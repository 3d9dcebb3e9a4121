import type { ChangeRow } from '../transport/changes-page.ts';
import type { WireDocument } from '../replication/wire-document.ts';

/** Where a station stands in one database's feed of its hub, as it kept it. */
export interface BundlePlace { database: string; /** Which hub and which state of it said so; `''` for none. */ hub: string; since: string }
/** Lines of a bundle going up, in this order: one `state`, then documents, then one `end`. */
export type UpLine =
  | { t: 'state'; places: BundlePlace[]; /** Serial of the last answer taken; 0 for none. */ lastAnswer: number }
  | { t: 'document'; database: string; document: WireDocument }
  | { t: 'end'; documents: number };

export interface RefusedRow { database: string; id: string; rev: string; error: string; reason: string }
export interface TakenBundle { id: string; takenAt: string; refused: RefusedRow[] }
/** One database of an answer. `restarted`: the hub is not in the state the station knew; its feed begins anew. */
export interface AnsweredDatabase { database: string; hub: string; since: string; restarted: boolean }
/** Lines of an answer: one `state`; rows of feeds, each page ended by a `place`; then one `end`. */
export type DownLine =
  | { t: 'state'; path: { unit: string; tier: string; name?: string }[]; hubName: string; taken: TakenBundle[]; databases: AnsweredDatabase[] }
  | { t: 'row'; database: string; row: ChangeRow; /** Leaves named in the row beside its document; each with its ancestry, as the document is. */ leaves: WireDocument[] }
  | { t: 'place'; database: string; sequence: string }
  | { t: 'end' };
