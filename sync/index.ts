/** sync: carries documents between a StorageCore and CouchDB-protocol hubs, with proofs. Knows nothing of clinics. */
export type {
  DeniedRecord, DigestBuckets, ExchangeResult, Journal, JournalOptions, ReceiptDocument, Replicator, ReplicatorLine, ReplicatorOptions,
  ReplicatorState, SyncedCollection, TierProofState, Timers,
} from './types.ts';
export { TransportError } from './types.ts';
export { openJournal } from './replication/journal.ts';
export { NewerSchemaError } from './replication/save-documents.ts';
export { createReplicator } from './replication/replicator.ts';
export { createHubClient } from './transport/hub-client.ts';
export type { HubClient, HubClientOptions } from './transport/hub-client.ts';
export { mergeFields } from './conflict/merge-fields.ts';
export type { Clash, MergedFields } from './conflict/merge-fields.ts';
export type { ConflictDocument } from './conflict/conflict-document.ts';
export { canonicalJson } from './replication/canonical-json.ts';
export { mintRevision } from './replication/mint-revision.ts';
export { bucketOf, decodeDigest, Digest, encodeDigest, leafHash } from './receipts/digest.ts';
